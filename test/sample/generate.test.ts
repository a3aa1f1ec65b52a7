import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generateSample } from "../../sample/generate.ts";

const exports = new URL("../../sample/exports/", import.meta.url);
const files = generateSample();

describe("generateSample()", () => {
  it("gives the same bytes on every run", () => {
    expect(generateSample()).toEqual(files);
  });

  it("gives the files that lie in sample/exports, and no other lie there", () => {
    expect(readdirSync(exports).sort()).toEqual(Object.keys(files).sort());
    for (const [file, csv] of Object.entries(files))
      expect(readFileSync(new URL(file, exports), "utf8") === csv, `${file}: run npx tsx sample/generate.ts`).toBe(
        true,
      );
  });

  it("stays under 6 MB in all, responses under 2.2 MB and enrolments under 1.6 MB", () => {
    const size = (file: string) => Buffer.byteLength(files[file] ?? "");
    expect(Object.keys(files).reduce((sum, file) => sum + size(file), 0)).toBeLessThan(6_000_000);
    expect(size("responses.csv")).toBeLessThan(2_200_000);
    expect(size("enrolments.csv")).toBeLessThan(1_600_000);
  });
});
