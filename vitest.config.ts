import { defineConfig } from "vitest/config";

/** Tests that build the site take longest and wait for one another, so they come after all others. */
const BUILDING = ["test/browser/**/*.test.ts", "test/pipeline.test.ts", "test/src/site/build.test.ts"];
/** A test that puts something else in the place of a module needs modules of its own. */
const MOCKING = ["test/loaders/badInput.test.ts", "test/loaders/read/web/webSources.test.ts"];
const shared = { env: { TZ: "UTC" }, testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2 };

export default defineConfig({
  test: {
    globalSetup: "test/temporaryFolder.ts",
    projects: [
      {
        test: {
          ...shared,
          name: "units",
          include: ["test/**/*.test.ts"],
          exclude: [...BUILDING, ...MOCKING],
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      { test: { ...shared, name: "mocks", include: MOCKING, sequence: { groupOrder: 0 } } },
      { test: { ...shared, name: "site", include: BUILDING, sequence: { groupOrder: 1 } } },
    ],
  },
});
