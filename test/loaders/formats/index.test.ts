import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { guessFormat, knownFormats } from "../../../loaders/formats/index.ts";
import { readFixture } from "./shapeTable.ts";

/** The formats that claim a line of a file as their header, with either way to part its cells. */
function claims(file: string): string[] {
  const ids = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((preamble) =>
    [",", ";"].flatMap((delimiter) => {
      try {
        return guessFormat(readFixture(file, { preamble, delimiter }).header).map(({ id }) => id);
      } catch {
        return [];
      }
    }),
  );
  return [...new Set(ids)];
}

it("knows every export by its header, and none as two", () => {
  const found = readdirSync("test/fixtures/formats").map((file) => [file, claims(file)] as const);
  expect(found.filter(([, ids]) => ids.length > 1)).toEqual([]);
  const own = ["canonical", "columns"];
  const recognised = new Set([...found.flatMap(([, ids]) => ids), ...own]);
  expect(Object.keys(knownFormats).filter((id) => !recognised.has(id))).toEqual([]);
});

it("guesses our own CSV, and nothing from a header of one's own", () => {
  const header = ["lecture_id", "programme", "status", "school_id", "site_id"];
  expect(guessFormat(header).map(({ id }) => id)).toEqual(["canonical"]);
  expect(guessFormat(readFixture("gastlessen-nl.csv").header)).toEqual([]);
});

it("knows each format by its id", () => {
  for (const [id, format] of Object.entries(knownFormats)) expect(format.id).toBe(id);
});
