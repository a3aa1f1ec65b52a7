import { defineConfig } from "vitest/config";

/** Tests that build the site share Framework's cache, so they run one after the other, after all others. */
const BUILDING = ["test/browser/**/*.test.ts", "test/pipeline.test.ts", "test/src/site/build.test.ts"];
const shared = { env: { TZ: "UTC" }, testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "units",
          include: ["test/**/*.test.ts"],
          exclude: BUILDING,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      { test: { ...shared, name: "site", include: BUILDING, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
