import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { loadIndicators } from "../../../loaders/models/indicators.ts";
import { definition, modelsFolder } from "./folder.ts";

const INDICATORS = join(import.meta.dirname, "../../../loaders/models/indicators");
const load = (changes: object, files: Record<string, string> = {}) =>
  loadIndicators(
    join(
      modelsFolder({
        "indicators/rows_count.sql": "select",
        "indicators/rows_count.yml": stringify({ ...definition, ...changes }),
        ...files,
      }),
      "indicators",
    ),
  );
const failureOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return "no error";
};

describe("loadIndicators", () => {
  it("reads a definition as it stands", () => {
    expect(load({})).toEqual([definition]);
  });

  it("finds every query of the project with its definition, under its file name", () => {
    const queries = readdirSync(INDICATORS).filter((file) => file.endsWith(".sql"));
    expect(loadIndicators(INDICATORS).map(({ id }) => `${id}.sql`)).toEqual(queries.sort());
  });

  it.each([
    ["an unknown key", { colour: "red" }, "wrong indicator file: rows_count.yml, unknown key colour"],
    [
      "an unknown key within",
      { name: { nl: "a", en: "b", fr: "c" } },
      "wrong indicator file: rows_count.yml, unknown key name.fr",
    ],
    ["a missing key", { unit: undefined }, "wrong indicator file: rows_count.yml, key unit is missing"],
    ["a missing language", { unit: { nl: "rijen" } }, "wrong indicator file: rows_count.yml, key unit.en is missing"],
    [
      "a value that is not allowed",
      { level: "result" },
      'wrong indicator file: rows_count.yml, key level: Invalid option: expected one of "input"|"activity"|"output"|"outcome"|"impact"|"quality"',
    ],
    [
      "an interval that has no words",
      { interval: "wald" },
      'wrong indicator file: rows_count.yml, key interval: Invalid option: expected one of "none"|"wilson"|"katz_log"|"gamma_poisson"|"bounds"',
    ],
    [
      "an id that is not the file name",
      { id: "row_count" },
      "wrong indicator file: rows_count.yml, key id: row_count is not the file name",
    ],
    [
      "a share without a denominator",
      { type: "share" },
      "wrong indicator file: rows_count.yml, key denominator: a share has one",
    ],
    [
      "a count with a denominator",
      { denominator: { nl: "alles", en: "all" } },
      "wrong indicator file: rows_count.yml, key denominator: a count has none",
    ],
  ])("refuses %s in one line", (_, changes, message) => {
    expect(failureOf(() => load(changes))).toBe(message);
  });

  it("refuses a file that is not YAML", () => {
    const broken = { "indicators/rows_count.yml": "id: [rows_count" };
    expect(failureOf(() => load({}, broken))).toMatch(/^wrong indicator file: rows_count\.yml, not YAML: .+$/);
  });

  it("refuses a query without a definition, and the reverse", () => {
    expect(failureOf(() => load({}, { "indicators/alone.sql": "select" }))).toBe(
      "indicator without its pair: alone.sql (no alone.yml)",
    );
    expect(failureOf(() => load({}, { "indicators/alone.yml": "id: alone" }))).toBe(
      "indicator without its pair: alone.yml (no alone.sql)",
    );
  });
});
