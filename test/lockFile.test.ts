import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Entry {
  version?: string;
  resolved?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
}
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Entry> };

describe("package-lock.json", () => {
  // npm leaves out the packages of platforms that it cannot reach, and `npm ci` then refuses the whole file.
  it("holds every optional dependency that it names, with its platform", () => {
    const missing = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies).filter(
        (name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)),
      ),
    );
    expect(missing).toEqual([]);
  });
  it("names no host", () =>
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]));
});
