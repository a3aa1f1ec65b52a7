import { describe, expect, it } from "vitest";
import { girlsShareThreeWay } from "../../../../loaders/analyses/girls/girlsShareThreeWay.ts";
import { makeEnrolments } from "../../../../sample/generate/girls/enrolments.ts";
import { expectedCohort } from "../../../../sample/generate/girls/trueSplit.ts";
import { shareByThree } from "../../../../statistics/decomposition/shareByThree.ts";
import { girlsWarehouse, group } from "./girlsWarehouse.ts";

type Row = Record<string, number | string | boolean | null>;
const rowsOf = async (enrolments: Parameters<typeof girlsWarehouse>[0]) => {
  const warehouse = await girlsWarehouse(enrolments, [], [girlsShareThreeWay]);
  const rows = await warehouse.rows<Row>("from analyses.girls_share_three_way order by span, from_year");
  warehouse.close();
  return rows;
};
const year = (school_year: string, inStem: [number, number], others: [number, number]) => [
  ...group(school_year, "aso", "wetenschappen", inStem[0], inStem[0] + inStem[1]),
  ...group(school_year, "aso", "talen", others[0], others[0] + others[1], { stem_category: "no_stem" }),
];

describe("girls_share_three_way", () => {
  it("parts the change into what girls, boys and the cohort did", async () => {
    // girls 20 of 100, boys 80 of 200; then girls 30 of 120, boys 60 of 180
    const rows = await rowsOf([...year("2020-2021", [20, 80], [80, 120]), ...year("2021-2022", [30, 60], [90, 120])]);
    const [sum, whole, step] = rows;
    expect(rows.map(({ span }) => span)).toEqual(["sum_of_years", "whole", "year"]);
    expect(whole).toMatchObject({ girls_before: 0.2, girls_after: 0.25, boys_before: 0.4, girls_per_boy_before: 0.5 });
    // the odds double from 1/4 to 1/2: 1.25 by girls, 1.2 by boys (0.4 to 1/3), 4/3 by the cohort (1/2 to 2/3)
    expect(Number(whole?.log_odds_total)).toBeCloseTo(Math.LN2, 12);
    expect(Number(whole?.log_odds_girls)).toBeCloseTo(Math.log(1.25), 12);
    expect(Number(whole?.log_odds_boys)).toBeCloseTo(Math.log(1.2), 12);
    expect(Number(whole?.log_odds_ratio)).toBeCloseTo(Math.log(4 / 3), 12);
    // 13.33 points over ln 2
    expect(Number(whole?.total)).toBeCloseTo(2 / 15, 12);
    expect(Number(whole?.girls_participation)).toBeCloseTo(0.0429237, 6);
    expect(Number(whole?.boys_participation)).toBeCloseTo(0.0350713, 6);
    expect(Number(whole?.sex_ratio)).toBeCloseTo(0.0553383, 6);
    for (const row of [sum, step]) expect(row).toMatchObject({ girls_participation: whole?.girls_participation ?? 0 });
  });

  it("gives no figure where nobody of one sex takes STEM", async () => {
    const rows = await rowsOf([...year("2020-2021", [0, 80], [80, 120]), ...year("2021-2022", [30, 60], [90, 120])]);
    expect(rows.map(({ total, reason }) => [total, reason])).toEqual(rows.map(() => [null, "nobody_in_stem"]));
  });

  it("finds what is built into the sample, year by year and from end to end, and its log odds add up", async () => {
    const rows = await rowsOf(makeEnrolments());
    for (const row of rows.filter(({ span }) => span !== "sum_of_years")) {
      const truth = shareByThree(expectedCohort(String(row.from_year)), expectedCohort(String(row.to_year)))?.points;
      const found = [row.total, row.girls_participation, row.boys_participation, row.sex_ratio].map(Number);
      for (const [place, part] of [truth?.total, truth?.girls, truth?.boys, truth?.ratio].entries())
        expect(Math.abs(Number(found[place]) - Number(part)), `${place} to ${row.to_year}`).toBeLessThan(0.0004);
    }
    const [sum, whole] = rows;
    expect(rows).toHaveLength(11);
    for (const part of ["total", "girls", "boys", "ratio"])
      expect(Number(sum?.[`log_odds_${part}`])).toBeCloseTo(Number(whole?.[`log_odds_${part}`]), 12);
    const points = ["girls_participation", "boys_participation", "sex_ratio"].map((name) => Number(whole?.[name]));
    expect(points.reduce((a, b) => a + b, 0)).toBeCloseTo(Number(whole?.total), 12);
  });
});
