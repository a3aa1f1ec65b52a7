import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FEWEST_YEARS } from "../../../../loaders/analyses/girls/girlsLine.ts";
import { girlsShare } from "../../../../loaders/analyses/girls/girlsShare.ts";
import { girlsShareGroupTrends } from "../../../../loaders/analyses/girls/girlsShareGroupTrends.ts";
import { girlsShareTargetYear } from "../../../../loaders/analyses/girls/girlsShareTargetYear.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { makeEnrolments } from "../../../../sample/generate/girls/enrolments.ts";
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

  it("tests domains and provinces beside the break, as the national line is fitted", async () => {
    const rows = await warehouse.rows<{ key: string; p: number }>(
      `select concat_ws(' ', indicator_id, "group") as key, p from analyses.girls_share_group_trends
       where breakdown <> 'track' and (years, has_break, break_year) = (10, true, '2023-2024') and left_out is null`,
    );
    const p = new Map(rows.map((row) => [row.key, row.p]));
    // a quasi-binomial regression with a step at 2023 on the first year of the stage, worked outside this project
    expect(p.get("girls_share_in_stem wiskunde")).toBeCloseTo(0.00021960342, 9);
    // its scatter lies below the floor of 0.01: F = 2.01398 / 0.01 on 1 and 7 degrees of freedom
    expect(p.get("girls_share_in_stem mechanica, elektriciteit en bouw")).toBeCloseTo(2.0484e-6, 9);
    expect(p.get("girls_share_in_stem wetenschappen en techniek")).toBeCloseTo(9.9004e-8, 11);
    expect(p.get("girls_share_in_stem Antwerpen")).toBeCloseTo(1.9425e-6, 9);
    expect(p.get("girls_stem_participation Limburg")).toBeCloseTo(4.15556e-5, 9);
    // six domains and six provinces of each share
    expect(rows).toHaveLength(24);
  });

  it("has the girls of each domain out of all girls, so that the domains add up to the participation", async () => {
    const differing = await warehouse.rows(
      `select school_year, sum(numerator) filter (where breakdown = 'domain') as girls,
         any_value(numerator) filter (where breakdown = 'total') as all_girls_in_stem,
         sum(share) filter (where breakdown = 'domain') as shares, any_value(share) filter (where breakdown = 'total') as share
       from analyses.girls_share where indicator_id = 'girls_stem_participation' group by school_year
       having girls is distinct from all_girls_in_stem or not abs(shares - share) < 1e-12`,
    );
    expect(differing).toEqual([]);
    const denominators = await warehouse.rows(
      `select distinct parts.school_year from analyses.girls_share as parts
       join analyses.girls_share as totals using (indicator_id, school_year)
       where indicator_id = 'girls_stem_participation' and totals.breakdown = 'total' and parts.breakdown = 'domain'
         and parts.denominator <> totals.denominator`,
    );
    expect(denominators).toEqual([]);
    const domains = await warehouse.rows(
      `select indicator_id, count(distinct "group")::int as n from analyses.girls_share where breakdown = 'domain' group by all order by all`,
    );
    expect(domains).toEqual([
      { indicator_id: "girls_share_in_stem", n: 6 },
      { indicator_id: "girls_stem_participation", n: 6 },
    ]);
  });

  it.each(["track", "province"])("counts every girl under one %s", async (breakdown) => {
    const differing = await warehouse.rows(
      `select school_year, indicator_id from analyses.girls_share where breakdown in ('total', '${breakdown}') group by all
       having sum(numerator) filter (where breakdown <> 'total') <> any_value(numerator) filter (where breakdown = 'total')
         or sum(denominator) filter (where breakdown <> 'total') <> any_value(denominator) filter (where breakdown = 'total')`,
    );
    expect(differing).toEqual([]);
  });

  it("tests a track on the years in which all of its pupils were counted under it", async () => {
    const rows = await warehouse.rows(
      `select "group", first_year, last_year, years, reason from analyses.girls_share_group_trends
       where indicator_id = 'girls_share_in_stem' and "group" in ('aso', 'doorstroom') order by all`,
    );
    expect(rows).toMatchObject([
      { group: "aso", last_year: "2022-2023", reason: null },
      { group: "doorstroom", first_year: "2023-2024", years: 3, reason: "too_few_years" },
    ]);
  });
});

describe("girls_share of pupils who are counted twice", () => {
  it("counts those who come back a school year later only once in the interval of the change", async () => {
    const year = (school_year: string, first: number, second: number) => [
      ...group(school_year, "aso", "wetenschappen", first, 400),
      ...group(school_year, "aso", "wetenschappen", second, 400, { year_in_stage: 2 }),
    ];
    const warehouse = await girlsWarehouse(
      [...year("2020-2021", 100, 100), ...year("2021-2022", 140, 100), ...year("2022-2023", 140, 140)],
      [],
      [girlsShare],
    );
    const rows = await warehouse.rows<Record<string, number | string>>(
      `from analyses.girls_share where indicator_id = 'girls_share_in_stem' and breakdown = 'total' order by school_year`,
    );
    warehouse.close();
    // 25 % and 30 % of 800, of whom 400 the same: Wilson 0.2213-0.2812 and 0.2693-0.3327, correlation 0.5
    const reach = (a: number, b: number) => Math.sqrt(a ** 2 - a * b + b ** 2);
    const [then, now] = rows;
    const below = reach(0.3 - Number(now?.lower), Number(then?.upper) - 0.25);
    const above = reach(Number(now?.upper) - 0.3, 0.25 - Number(then?.lower));
    expect(Number(now?.since_last)).toBeCloseTo(0.05, 12);
    expect(Number(now?.since_last_lower)).toBeCloseTo(0.05 - below, 12);
    expect(Number(now?.since_last_upper)).toBeCloseTo(0.05 + above, 12);
    expect(Number(now?.since_last_lower)).toBeCloseTo(0.01905, 4);
    // two school years on nobody is left in the stage
    const last = rows.at(-1);
    expect(Number(last?.since_base_lower)).toBeCloseTo(
      0.1 - Math.hypot(0.35 - Number(last?.lower), Number(then?.upper) - 0.25),
      12,
    );
  });
});

describe("the line of the sample up to the year in which the coding came in", () => {
  it("leaves that year out, for it was coded by halves", async () => {
    const rows = makeEnrolments().filter(({ school_year }) => String(school_year) <= "2023-2024");
    const warehouse = await girlsWarehouse(rows, [target()], [girlsShareTargetYear, girlsShareGroupTrends]);
    const [row] = await warehouse.rows("from analyses.girls_share_target_year");
    const left = await warehouse.rows(
      "select distinct left_out, has_break, years from analyses.girls_share_group_trends where breakdown = 'domain'",
    );
    warehouse.close();
    expect(row).toMatchObject({ last_year: "2023-2024", left_out: "2023-2024", break_year: null, years: 7 });
    // the first year of the stage moved to finalities in one go
    expect(left).toEqual([{ left_out: null, has_break: true, years: 8 }]);
  });
});

describe("girls_share_group_trends", () => {
  const trends = async (rows: Parameters<typeof girlsWarehouse>[0]) => {
    const warehouse = await girlsWarehouse(rows, [], [girlsShareGroupTrends]);
    const found = await warehouse.rows<Record<string, number | string | boolean | null>>(
      `from analyses.girls_share_group_trends where indicator_id = 'girls_share_in_stem' and breakdown = 'domain'`,
    );
    warehouse.close();
    return found;
  };
  const coded = (girls: number[], broken: number[]) =>
    girls.flatMap((n, i) =>
      group(`${2015 + i}-${2016 + i}`, "aso", "wetenschappen", n, 10_000, broken.includes(i) ? { status: "b" } : {}),
    );

  it("takes no trend from the step at a break", async () => {
    // flat at 30 %, then flat at 40 %: across the break it would be a steep rise
    const [row] = await trends(coded([3000, 3010, 3000, 3010, 4000, 4010, 4000, 4010], [4]));
    expect(row).toMatchObject({ has_break: true, break_year: "2019-2020", left_out: null, years: 8, reason: null });
    expect(Number(row?.p)).toBeGreaterThan(0.05);
  });

  it("finds the trend beside a break, leaves out the year that was half coded, and takes the break for a step", async () => {
    const [row] = await trends(coded([3000, 3100, 3200, 3300, 3900, 3000, 3100, 3200], [4, 5]));
    expect(row).toMatchObject({ break_year: "2020-2021", left_out: "2019-2020", years: 7, direction: 1 });
    expect(Number(row?.p)).toBeLessThan(0.01);
  });

  it("says that too few years are left beside a break", async () => {
    const [row] = await trends(coded([3000, 3100, 3200, 3300, 3900], [3, 4]));
    expect(row).toMatchObject({ left_out: "2018-2019", years: 4, p: null, p_holm: null, reason: "too_few_years" });
  });

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
      // 40 % is above the target without any line
      ...[[null], ["too_few_years"], [], [], ["too_few_years"], ["target_reached"], ["one_year"]],
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
