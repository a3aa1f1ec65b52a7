import { describe, expect, it } from "vitest";
import { enrolmentRevisions } from "../../../../loaders/analyses/girls/enrolmentRevisions.ts";
import { definitive, makeProvisionalEnrolments } from "../../../../sample/generate/girls/editions.ts";
import { makeEnrolments } from "../../../../sample/generate/girls/enrolments.ts";
import { LATE_ENROLMENTS } from "../../../../sample/generate/truths.ts";
import { girlsWarehouse, group } from "./girlsWarehouse.ts";

type Row = Record<string, number | string | null>;
const rowsOf = async (enrolments: Parameters<typeof girlsWarehouse>[0]) => {
  const warehouse = await girlsWarehouse(enrolments, [], [enrolmentRevisions]);
  const rows = await warehouse.rows<Row>("from analyses.enrolment_revisions order by span desc, school_year, edition");
  const [shares] = await warehouse.rows<Row>(
    "select numerator, denominator from indicators.observations where indicator_id = 'girls_share_in_stem' and period = '2021-2022' and coalesce(track, domain, province) is null",
  );
  warehouse.close();
  return { rows, shares };
};
const edition = (name: string, rows: ReturnType<typeof group>) => rows.map((row) => ({ ...row, edition: name }));

describe("enrolment_revisions", () => {
  it("sets the share of each earlier edition beside that of the last, and means their difference with and without its sign", async () => {
    const { rows, shares } = await rowsOf([
      ...edition("1", group("2020-2021", "aso", "wetenschappen", 30, 100)),
      ...edition("2", group("2020-2021", "aso", "wetenschappen", 33, 110)),
      ...edition("1", group("2021-2022", "aso", "wetenschappen", 40, 100)),
      ...edition("2", group("2021-2022", "aso", "wetenschappen", 39, 100)),
      ...edition("3", group("2021-2022", "aso", "wetenschappen", 42, 100)),
    ]);
    // 30 of 100 and 33 of 110 are both 30 %; 40 and 39 of 100 became 42: revisions of 0, 2 and 3 points
    expect(
      rows.map(({ school_year, edition, revision }) => [school_year, edition, Number(revision).toFixed(4)]),
    ).toEqual([
      ["2020-2021", "1", "0.0000"],
      ["2021-2022", "1", "0.0200"],
      ["2021-2022", "2", "0.0300"],
      [null, null, "0.0167"],
    ]);
    expect(rows.at(-1)).toMatchObject({ span: "mean", revisions: 3 });
    expect(Number(rows.at(-1)?.size)).toBeCloseTo(0.05 / 3, 12);
    // all else is of the last edition
    expect(shares).toEqual({ numerator: 42, denominator: 100 });
  });

  it("keeps the sign apart from the size", async () => {
    const { rows } = await rowsOf([
      ...edition("1", group("2020-2021", "aso", "wetenschappen", 30, 100)),
      ...edition("2", group("2020-2021", "aso", "wetenschappen", 32, 100)),
      ...edition("1", group("2021-2022", "aso", "wetenschappen", 40, 100)),
      ...edition("2", group("2021-2022", "aso", "wetenschappen", 38, 100)),
    ]);
    expect(Number(rows.at(-1)?.revision)).toBeCloseTo(0, 12);
    expect(Number(rows.at(-1)?.size)).toBeCloseTo(0.02, 12);
  });

  it("compares the groups that both editions count, and has no row where there is one edition", async () => {
    const { rows } = await rowsOf([
      ...edition("1", group("2020-2021", "aso", "wetenschappen", 30, 100)),
      ...edition("2", [
        ...group("2020-2021", "aso", "wetenschappen", 30, 100),
        ...group("2020-2021", "aso", "wiskunde", 5, 100),
      ]),
    ]);
    expect(rows[0]).toMatchObject({ share_before: 0.3, share_after: 0.3, revision: 0 });
    expect((await rowsOf(group("2020-2021", "aso", "wetenschappen", 30, 100))).rows).toEqual([]);
  });

  it("finds what the sample was built with", async () => {
    const enrolments = makeEnrolments();
    const { rows } = await rowsOf([...enrolments.map(definitive), ...makeProvisionalEnrolments(enrolments)]);
    const years = rows.filter(({ span }) => span === "year");
    expect(years.map(({ school_year }) => school_year)).toEqual(Object.keys(LATE_ENROLMENTS));
    for (const { school_year, share_before, share_after } of years) {
      const late = LATE_ENROLMENTS[String(school_year)] ?? { f: 0, m: 0 };
      const [girls, boys] = [Number(share_after) * (1 - late.f), (1 - Number(share_after)) * (1 - late.m)];
      expect(Number(share_before)).toBeCloseTo(girls / (girls + boys), 3);
    }
  });
});
