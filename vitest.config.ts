import { defineConfig } from "vitest/config";

/** What builds the site, opens it in a browser or writes the PDFs of the sample comes after all others. */
const BUILDING = ["test/browser/**/*.test.ts", "test/pipeline.test.ts", "test/src/site/{build,canaries}.test.ts"];
/** A test that puts something else in the place of a module needs modules of its own. */
const MOCKING = ["test/loaders/badInput.test.ts", "test/loaders/read/web/webSources.test.ts"];
/** Whole loads, commands in processes of their own, and laws over many cases: they wait until all quick tests are done. */
const SLOW = [
  "test/commands.test.ts",
  "test/commands/*.test.ts",
  "test/disclosure/{protectLaws,protectCells}.test.ts",
  "test/loaders/{ingest,check/checkFile}.test.ts",
  "test/loaders/analyses/**/*.test.ts",
  "test/loaders/contracts/{cells,rules}.test.ts",
  "test/loaders/formats/{foreignStyles,styles,wholeFormats}.test.ts",
  "test/loaders/judge/*.test.ts",
  "test/loaders/models/{checkFaults,editions,fundingCorrections}.test.ts",
  "test/loaders/read/{delimited,workbook}/*.test.ts",
  "test/loaders/read/web/fetchSource.test.ts",
  "test/loaders/sources/corrections.test.ts",
  "test/sample/*.test.ts",
  "test/src/components/{anyRows,methods/methods}.test.ts",
  "test/src/data/{pageData,publication/publication}.test.ts",
  "test/src/site/nonInterference.test.ts",
  "test/statistics/{degenerate,matching,pace}.test.ts",
];
const shared = { env: { TZ: "UTC", STEMPEIL_THREADS: "1" }, testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2 };
const group = (groupOrder: number) => ({ ...shared, sequence: { groupOrder } });

export default defineConfig({
  test: {
    globalSetup: "test/temporaryFolder.ts",
    projects: [
      {
        test: {
          ...group(0),
          name: "units",
          include: ["test/**/*.test.ts"],
          exclude: [...BUILDING, ...MOCKING, ...SLOW],
          isolate: false,
        },
      },
      { test: { ...group(1), name: "slow", include: SLOW, isolate: false } },
      { test: { ...group(1), name: "mocks", include: MOCKING } },
      // with all threads, so that the same bytes come of however many there are
      { test: { ...group(2), env: { TZ: "UTC" }, name: "site", include: BUILDING } },
    ],
  },
});
