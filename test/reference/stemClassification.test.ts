import { describe, expect, it } from "vitest";
import { enrolments } from "../../loaders/contracts/enrolments.ts";
import { readReference } from "../../sample/generate/reference.ts";

type Row = Record<string, string>;
const rows: Row[] = readReference("stem-classification.csv").map((row) => ({ ...row }) as Row);
const keyOf = ({ kind, name, valid_from }: Row) => `${kind} ${name?.toLowerCase()} ${valid_from}`;
const classOf = (track: string) => rows.filter(({ name }) => name === track).map(({ stem_category }) => stem_category);

/** Pairs of rows on one name that hold in the same school year. */
const overlapping = (all: Row[]) =>
  all.flatMap((one, i) =>
    all
      .slice(i + 1)
      .filter(
        (other) =>
          one.kind === other.kind &&
          one.name?.toLowerCase() === other.name?.toLowerCase() &&
          (one.valid_from ?? "") <= (other.valid_until || "9999") &&
          (other.valid_from ?? "") <= (one.valid_until || "9999"),
      )
      .map((other) => [one.name, one.valid_from, other.valid_from]),
  );

describe("stem-classification.csv", () => {
  it("has each kind, name and first year once, and no two rows that hold at the same time", () => {
    expect(new Set(rows.map(keyOf)).size).toBe(rows.length);
    expect(overlapping(rows)).toEqual([]);
  });

  it("would show two rows that hold at the same time", () => {
    const row = { kind: "studierichting", name: "Bouw", valid_from: "2010-2011", valid_until: "2020-2021" };
    expect(overlapping([row, { ...row, valid_from: "2021-2022", valid_until: "" }])).toEqual([]);
    expect(overlapping([row, { ...row, name: "BOUW", valid_from: "2020-2021" }])).toHaveLength(1);
  });

  it("has no words but its own", () => {
    const category = enrolments.columns.stem_category?.cell.zod;
    for (const { kind = "", name = "", stem_category = "", valid_from = "", valid_until = "" } of rows) {
      expect(["studierichting", "administratieve_groep"], name).toContain(kind);
      expect(category?.safeParse(stem_category).success, name).toBe(true);
      expect(stem_category, name).not.toBe("unclassified");
      expect(enrolments.columns.school_year?.cell.zod.safeParse(valid_from).data, name).toBe(valid_from);
      expect(enrolments.columns.school_year?.cell.zod.safeParse(valid_until).success, name).toBe(true);
      expect(name).toBe(name.normalize("NFC").trim());
      expect(name).not.toBe("");
    }
  });

  it("says in every row that it is a working classification and not the STEM-monitor's", () => {
    const claims = rows.filter(
      ({ source }) =>
        !/working classification.*own judgement.*to be checked against the list of the STEM-monitor/.test(source ?? ""),
    );
    expect(claims).toEqual([]);
  });

  it("classes well-known tracks of before and after the modernisation", () => {
    const known: Record<string, string> = {
      "Wetenschappen-wiskunde": "stem",
      "Latijn-wiskunde": "stem",
      "Industriële wetenschappen": "stem",
      Natuurwetenschappen: "stem",
      "Technologische wetenschappen en engineering": "stem",
      "Informatica- en communicatiewetenschappen": "stem",
      Verpleegkunde: "care_stem",
      "Humane wetenschappen": "no_stem",
      "Economie-moderne talen": "no_stem",
    };
    for (const [track, category] of Object.entries(known)) expect(classOf(track), track).toEqual([category]);
  });
});
