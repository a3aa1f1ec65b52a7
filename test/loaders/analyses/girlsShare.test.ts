import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FEWEST_YEARS } from "../../../loaders/analyses/girlsLine.ts";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { makeEnrolments } from "../../../sample/generate/enrolments.ts";
import { girlsWarehouse, group, target } from "./girlsWarehouse.ts";

const years = Array.from({ length: 7 }, (_, i) => `${2015 + i}-${2016 + i}`);

describe("girls_share", () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await girlsWarehouse([
      ...group("2020-2021", "aso", "wetenschappen", 40, 100),
      ...group("2020-2021", "tso", "techniek", 10, 100),
      ...group("2020-2021", "aso", "talen", 150, 150, { stem_category: "no_stem" }),
      ...group("2021-2022", "aso", "wetenschappen", 75, 150),
      ...group("2021-2022", "tso", "techniek", 5, 50),
      ...group("2021-2022", "aso", "talen", 120, 120, { stem_category: "no_stem" }),
    ]);
  });
  afterAll(() => warehouse.close());
  const total = (id: string) =>
    warehouse.rows(
      `from analyses.girls_share where indicator_id = '${id}' and breakdown = 'total' order by school_year`,
    );

  it("has Wilson's interval of every share, and Newcombe's of the change", async () => {
    const [first, second] = await total("girls_share_in_stem");
    expect(first).toMatchObject({
      ...{ numerator: 50, denominator: 200, share: 0.25, since_base: null, since_base_reason: "is_base_year" },
      ...{ base_year: "2020-2021", since_last: null, since_last_reason: "not_in_last_year", reason: null },
    });
    expect(first?.lower).toBeCloseTo(0.195082, 5);
    expect(first?.upper).toBeCloseTo(0.314341, 5);
    expect(second).toMatchObject({ numerator: 80, denominator: 200, share: 0.4, since_base_reason: null });
    for (const since of ["since_base", "since_last"]) {
      expect(second?.[since]).toBeCloseTo(0.15, 12);
      expect(second?.[`${since}_lower`]).toBeCloseTo(0.05826, 4);
      expect(second?.[`${since}_upper`]).toBeCloseTo(0.238316, 4);
    }
  });

  it("counts the girls' participation out of all girls", async () => {
    expect(await total("girls_stem_participation")).toMatchObject([
      { numerator: 50, denominator: 200, share: 0.25 },
      { numerator: 80, denominator: 200, share: 0.4 },
    ]);
  });

  it("has each track, domain and province beside the total", async () => {
    const groups = await warehouse.rows(
      `select distinct breakdown, "group" from analyses.girls_share where indicator_id = 'girls_share_in_stem' order by all`,
    );
    expect(groups).toEqual([
      { breakdown: "domain", group: "techniek" },
      { breakdown: "domain", group: "wetenschappen" },
      { breakdown: "province", group: "Antwerpen" },
      { breakdown: "total", group: "total" },
      { breakdown: "track", group: "aso" },
      { breakdown: "track", group: "tso" },
    ]);
  });
});

describe("girls_share on the sample", () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await girlsWarehouse(makeEnrolments(), []);
  });
  afterAll(() => warehouse.close());

  it("has the numerator, denominator and value of the indicators, row by row", async () => {
    const differing = await warehouse.rows(
      `select * from analyses.girls_share as shares full outer join (
         select *, coalesce(track, domain, province, 'total') as "group" from indicators.observations
         where indicator_id in ('girls_share_in_stem', 'girls_stem_participation')) as observed
       on shares.indicator_id = observed.indicator_id and shares.school_year = observed.period and shares."group" = observed."group"
       where shares.numerator is distinct from observed.numerator or shares.denominator is distinct from observed.denominator
         or shares.share is distinct from observed.value`,
    );
    expect(differing).toEqual([]);
    const [counted] = await warehouse.rows<{ n: number }>("select count(*) as n from analyses.girls_share");
    expect(counted?.n).toBeGreaterThan(200);
  });

  it("compares no track in a year in which the coding was in transition", async () => {
    const [partial] = await warehouse.rows(
      `select school_year, is_partial, since_last, since_last_reason from analyses.girls_share
       where indicator_id = 'girls_share_in_stem' and "group" = 'aso' order by school_year desc limit 1`,
    );
    expect(partial).toEqual({
      ...{ school_year: "2023-2024", is_partial: true },
      ...{ since_last: null, since_last_reason: "coding_in_transition" },
    });
    const [settled] = await warehouse.rows(
      `select is_partial, since_last_reason, since_base_reason from analyses.girls_share
       where indicator_id = 'girls_share_in_stem' and "group" = 'doorstroom' and school_year = '2025-2026'`,
    );
    expect(settled).toEqual({ is_partial: false, since_last_reason: null, since_base_reason: "not_in_base_year" });
  });

  it("tests a track on the years in which all of its pupils were counted under it", async () => {
    const rows = await warehouse.rows(
      `select "group", first_year, last_year, years, reason from analyses.girls_share_group_trends
       where indicator_id = 'girls_share_in_stem' and "group" in ('aso', 'doorstroom') order by all`,
    );
    expect(rows).toMatchObject([
      { group: "aso", last_year: "2022-2023", reason: null },
      { group: "doorstroom", first_year: "2024-2025", years: 2, reason: "too_few_years" },
    ]);
  });
});

describe("girls_share_group_trends", () => {
  it("adjusts the p values of all groups of a share by Holm, and says which cannot be tested", async () => {
    const warehouse = await girlsWarehouse(
      years.flatMap((year, i) => [
        ...group(year, "aso", "wetenschappen", 4000 + 100 * i, 10_000),
        ...group(year, "tso", "techniek", i % 2 === 0 ? 1000 : 1010, 10_000),
        ...group(year, "kso", "leeg", 0, 10),
        ...(i < FEWEST_YEARS - 1 ? group(year, "bso", "hout", 10 + i, 100) : []),
      ]),
    );
    const rows = await warehouse.rows<Record<string, number | string | null>>(
      `select "group", years, direction, p, p_holm, reason from analyses.girls_share_group_trends
       where indicator_id = 'girls_share_in_stem' and breakdown = 'domain' order by "group"`,
    );
    warehouse.close();
    expect(rows.map(({ group, reason }) => [group, reason])).toEqual([
      ["hout", "too_few_years"],
      ["leeg", "share_never_moves"],
      ["techniek", null],
      ["wetenschappen", null],
    ]);
    const [, , flat, steep] = rows;
    expect(steep).toMatchObject({ years: 7, direction: 1 });
    expect(Number(steep?.p_holm)).toBeLessThan(0.001);
    // five groups can be tested: two domains, two tracks and the province; the flat ones come last
    expect(Number(steep?.p_holm)).toBeCloseTo(5 * Number(steep?.p), 12);
    expect(Number(flat?.p_holm)).toBeCloseTo(Math.min(1, 2 * Number(flat?.p)), 12);
  });
});

describe("the analyses of the girls' share", () => {
  const tables = ["", "_group_trends", "_split", "_split_by_stratum", "_trend", "_target_year", "_verdict"];
  const reasons = async (warehouse: Warehouse) =>
    Promise.all(
      tables.map(async (table) =>
        (
          await warehouse.rows<{ reason: string | null }>(
            `select distinct reason from analyses.girls_share${table} order by reason nulls first`,
          )
        ).map(({ reason }) => reason),
      ),
    );

  it("are empty where nothing was loaded", async () => {
    const warehouse = await girlsWarehouse([], []);
    expect(await reasons(warehouse)).toEqual(tables.map(() => []));
    const listed = await warehouse.rows("select distinct reason from analyses.catalogue");
    expect(listed).toEqual([{ reason: "no_rows" }]);
    warehouse.close();
  });

  it("say why there is no figure with one school year", async () => {
    const warehouse = await girlsWarehouse(group("2020-2021", "aso", "wetenschappen", 40, 100));
    expect(await reasons(warehouse)).toEqual([
      ...[[null], ["too_few_years"], [], [], ["too_few_years"], ["too_few_years"], ["one_year"]],
    ]);
    warehouse.close();
  });

  it("say why there is no figure without one girl", async () => {
    const warehouse = await girlsWarehouse(years.flatMap((year) => group(year, "aso", "wetenschappen", 0, 100)));
    expect(await reasons(warehouse)).toEqual([
      [null, "no_pupils"],
      ["share_never_moves"],
      [null],
      [null],
      ["share_never_moves"],
      ["share_never_moves"],
      ["share_never_moves"],
    ]);
    warehouse.close();
  });

  it("take the base year of the targets where it was loaded", async () => {
    const rows = years.flatMap((year, i) => group(year, "aso", "wetenschappen", 40 + i, 100));
    const [agreed, first] = await Promise.all(
      ["2017-2018", "2010-2011"].map((baseline_period) => girlsWarehouse(rows, [target({ baseline_period })])),
    );
    const base = "select distinct base_year, base_rule from analyses.girls_share_verdict";
    expect(await agreed?.rows(base)).toEqual([{ base_year: "2017-2018", base_rule: "target_baseline" }]);
    expect(await first?.rows(base)).toEqual([{ base_year: "2015-2016", base_rule: "first_loaded" }]);
    agreed?.close();
    first?.close();
  });
});
