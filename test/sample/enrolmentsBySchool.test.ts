import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enrolments as contract } from "../../loaders/contracts/enrolments.ts";
import { settle } from "../../sample/generate/girls/settle.ts";
import { makeTables } from "../../sample/generate/tables.ts";
import { firstTreated } from "../../sample/generate/trueEffects.ts";
import type { Row } from "../../sample/generate/writeCsv.ts";

const { enrolments = [], enrolments_by_school = [], schools = [], lectures = [] } = makeTables();
const places = new Map(schools.map((school) => [`${school.school_id} ${school.site_id}`, school]));

describe("sample enrolments by school", () => {
  it("are rows that the contract accepts, each key once, of schools that are there", () => {
    const texts = enrolments_by_school
      .slice(0, 400)
      .map((row) => Object.fromEntries(Object.keys(contract.columns).map((name) => [name, String(row[name] ?? "")])));
    expect(texts.filter((row) => !contract.record.safeParse(row).success)).toEqual([]);
    const keys = enrolments_by_school.map((row) => contract.key.map((name) => row[name] ?? "").join("|"));
    expect(new Set(keys).size).toBe(keys.length);
    expect(enrolments_by_school.filter((row) => !places.has(`${row.school_id} ${row.site_id}`))).toEqual([]);
  });

  it("add up to the first year of the third stage of Flanders, by school year, sex and STEM", () => {
    const sums = (rows: Row[]) => {
      const found: Record<string, number> = {};
      for (const { school_year, sex, stem_category, headcount } of rows) {
        const key = `${school_year} ${sex} ${stem_category === "stem"}`;
        found[key] = (found[key] ?? 0) + Number(headcount);
      }
      return found;
    };
    expect(sums(enrolments_by_school)).toEqual(
      sums(enrolments.filter(({ stage, year_in_stage }) => stage === 3 && year_in_stage === 1)),
    );
  });

  it("have no school before it opened or after it closed, and some without STEM", () => {
    const outside = enrolments_by_school.filter(({ school_id, site_id, count_date }) => {
      const school = places.get(`${school_id} ${site_id}`);
      const day = String(count_date);
      return String(school?.open_from ?? day) > day || String(school?.open_until ?? day) < day;
    });
    expect(outside).toEqual([]);
    const withStem = new Set(
      enrolments_by_school
        .filter(({ stem_category, headcount }) => stem_category === "stem" && Number(headcount) > 0)
        .map(({ school_id, site_id }) => `${school_id} ${site_id}`),
    );
    const all = new Set(enrolments_by_school.map(({ school_id, site_id }) => `${school_id} ${site_id}`));
    expect([all.size, all.size - withStem.size]).toEqual([716, 17]);
  });

  it("are of schools some of which had a STEM lecture, by the register, and others never", () => {
    const treated = firstTreated(lectures);
    const sites = new Set(enrolments_by_school.map(({ school_id, site_id }) => `${school_id} ${site_id}`));
    const share = [...sites].filter((site) => treated.has(site)).length / sites.size;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.35);
  });
});

describe("firstTreated(lectures)", () => {
  const lecture = (held_on: string, stage: string | null, more: Row = {}): Row => ({
    ...{ status: "held", programme: "stem_ovk", held_on, stage, school_id: "900001", site_id: "1", ...more },
  });
  const first = (...lectures: Row[]) => firstTreated(lectures).get("900001 1");

  it("is the school year after the first lecture for pupils of stage 2, whichever side of the count it fell", () => {
    expect(first(lecture("2023-03-14", "2"), lecture("2021-10-12", "2"))).toBe("2022-2023");
    expect(first(lecture("2022-05-12", "2"))).toBe("2022-2023");
    expect(first(lecture("2022-05-12", null))).toBe("2022-2023");
  });

  it("is not moved by lectures for stage 3, whose pupils had chosen, nor by others than STEM lectures that were held", () => {
    expect(first(lecture("2021-10-12", "3"), lecture("2023-03-14", "2"))).toBe("2023-2024");
    expect(first(lecture("2021-10-12", "3"))).toBeUndefined();
    expect(first(lecture("2021-10-12", "2", { status: "cancelled" }))).toBeUndefined();
    expect(first(lecture("2021-10-12", "2", { programme: "ovk" }))).toBeUndefined();
  });

  it("is three school years after a lecture for pupils of stage 1", () => {
    expect(first(lecture("2021-10-12", "1"))).toBe("2024-2025");
  });
});

describe("settle(total, wanted, caps)", () => {
  it("gives whole numbers within their caps that add up to the total", () => {
    const item = fc.record({
      cap: fc.integer({ min: 0, max: 60 }),
      part: fc.double({ min: -0.3, max: 1.3, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (items, part) => {
          const caps = items.map(({ cap }) => cap);
          const all = caps.reduce((a, b) => a + b, 0);
          const total = Math.round(all * part);
          const parts = settle(
            total,
            items.map(({ cap, part }) => cap * part),
            caps,
          );
          expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
          expect(parts.every((value, i) => Number.isInteger(value) && value >= 0 && value <= (caps[i] ?? 0))).toBe(
            true,
          );
        },
      ),
    );
  });

  it("leaves alone what adds up already, and refuses what cannot", () => {
    expect(settle(9, [2, 3, 4], [5, 5, 5])).toEqual([2, 3, 4]);
    expect(() => settle(16, [2, 3, 4], [5, 5, 5])).toThrow("cannot settle 16 within 15");
  });
});
