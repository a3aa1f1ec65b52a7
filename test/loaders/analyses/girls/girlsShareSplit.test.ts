import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { girlsShare } from "../../../../loaders/analyses/girls/girlsShare.ts";
import { girlsShareSplit, splitRows } from "../../../../loaders/analyses/girls/girlsShareSplit.ts";
import { girlsShareVerdict } from "../../../../loaders/analyses/girls/girlsShareVerdict.ts";
import { pairsOfYears } from "../../../../loaders/analyses/girls/girlsSplit.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { makeEnrolments } from "../../../../sample/generate/girls/enrolments.ts";
import { type ExpectedCell, trueSplit } from "../../../../sample/generate/girls/trueSplit.ts";
import { girlsWarehouse, group } from "./girlsWarehouse.ts";

type Row = Record<string, number | string | boolean | null>;
const split = (warehouse: Warehouse, where = "true") =>
  warehouse.rows<Row>(`from analyses.girls_share_split where ${where} order by span, from_year`);
const close = (row: Row | undefined, values: Record<string, number>) => {
  for (const [name, value] of Object.entries(values)) expect(Number(row?.[name]), name).toBeCloseTo(value, 12);
};

describe("girls_share_split", () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await girlsWarehouse([
      ...group("2020-2021", "aso", "wetenschappen", 40, 100),
      ...group("2020-2021", "tso", "techniek", 10, 100),
      ...group("2021-2022", "aso", "wetenschappen", 75, 150),
      ...group("2021-2022", "tso", "techniek", 5, 50),
      ...group("2022-2023", "aso", "wetenschappen", 60, 120),
      ...group("2022-2023", "tso", "techniek", 16, 80),
    ]);
  });
  afterAll(() => warehouse.close());

  it("parts the change of each year into what happened within and between programmes", async () => {
    const [first, second] = await split(warehouse, "span = 'year'");
    // (0.75 - 0.5) x 0.45 + (0.25 - 0.5) x 0.1, and 0.1 x 0.625
    close(first, { total: 0.15, between_programmes: 0.0875, within_programmes: 0.0625 });
    // (0.6 - 0.75) x 0.5 + (0.4 - 0.25) x 0.15, and 0.1 x 0.325
    close(second, { total: -0.02, between_programmes: -0.0525, within_programmes: 0.0325 });
    expect(first).toMatchObject({ strata: "track_domain_province", unmatched_share: 0, has_break: false });
  });

  it("sets the split from end to end beside the sum of the years, which differs", async () => {
    const [sum] = await split(warehouse, "span = 'sum_of_years'");
    const [whole] = await split(warehouse, "span = 'whole'");
    close(sum, { total: 0.13, between_programmes: 0.035, within_programmes: 0.095 });
    // (0.6 - 0.5) x 0.45 + (0.4 - 0.5) x 0.15, and 0.1 x 0.55 + 0.1 x 0.45
    close(whole, { total: 0.13, between_programmes: 0.03, within_programmes: 0.1 });
  });

  it("gives no interval where the counts name no schools", async () => {
    const rows = await split(warehouse);
    expect(rows.map((row) => row.within_lower)).toEqual([null, null, null, null]);
    expect(rows.map((row) => row.interval_reason)).toEqual([
      ...["sum_without_interval", "no_school_counts", "no_school_counts", "no_school_counts"],
    ]);
  });

  it("adds up from its domains", async () => {
    const rows = await warehouse.rows<Row>(
      `select * from analyses.girls_share_split_by_stratum where span = 'year' and from_year = '2020-2021' order by domain`,
    );
    expect(rows.map(({ track, domain }) => [track, domain])).toEqual([
      ["tso", "techniek"],
      ["aso", "wetenschappen"],
    ]);
    // against the mean share of both years, 0.325
    close(rows[0], {
      between_programmes: -0.25 * (0.1 - 0.325),
      within_programmes: 0,
      weight_before: 0.5,
      weight_after: 0.25,
    });
    close(rows[1], {
      between_programmes: 0.25 * (0.45 - 0.325),
      within_programmes: 0.0625,
      share_before: 0.4,
      share_after: 0.5,
    });
  });
});

describe("girls_share_split across a change of coding", () => {
  const before = [
    ...group("2022-2023", "aso", "wetenschappen", 50, 100),
    ...group("2022-2023", "tso", "techniek", 20, 100),
    ...group("2022-2023", "bso", "hout", 5, 100),
  ];

  it("groups tracks and finalities into what they have in common", async () => {
    const warehouse = await girlsWarehouse([
      ...before,
      ...group("2023-2024", "doorstroom", "wetenschappen", 60, 100, { status: "b" }),
      ...group("2023-2024", "dubbel", "techniek", 20, 100, { status: "b" }),
      ...group("2023-2024", "arbeidsmarkt", "hout", 5, 100, { status: "b" }),
    ]);
    const [row] = await split(warehouse, "span = 'year'");
    const parts = await warehouse.rows<Row>(
      "select track, domain, is_new_or_gone from analyses.girls_share_split_by_stratum where span = 'year' order by all",
    );
    warehouse.close();
    close(row, { total: 10 / 300, between_programmes: 0, within_programmes: 10 / 300 });
    expect(row).toMatchObject({ strata: "group_domain_province", unmatched_share: 0, has_break: true });
    expect(parts).toEqual([
      { track: "arbeidsmarkt_bso", domain: "hout", is_new_or_gone: false },
      { track: "doorstroom_dubbel", domain: "techniek", is_new_or_gone: false },
      { track: "doorstroom_dubbel", domain: "wetenschappen", is_new_or_gone: false },
    ]);
  });

  it("leaves domains out where each group of tracks had one before and has one after", async () => {
    const warehouse = await girlsWarehouse([
      ...group("2022-2023", "aso", "wetenschappen", 50, 100),
      ...group("2022-2023", "bso", "hout", 5, 100),
      ...group("2023-2024", "doorstroom", "STEM", 60, 100),
      ...group("2023-2024", "arbeidsmarkt", "STEM", 5, 100),
    ]);
    const [row] = await split(warehouse, "span = 'year'");
    warehouse.close();
    close(row, { total: 0.05, between_programmes: 0, within_programmes: 0.05, merged_share: 0 });
    expect(row).toMatchObject({ strata: "group_province", reason: null });
  });

  it("gives no figure where new names would turn what happened between programmes into what happened within them", async () => {
    const years = Array.from({ length: 6 }, (_, i) => `${2018 + i}-${2019 + i}`);
    const named = async (chemistry: string, mechanics: string) => {
      const warehouse = await girlsWarehouse(
        years.flatMap((year, i) =>
          i < 3
            ? [...group(year, "tso", "chemie", 5000, 10_000), ...group(year, "tso", "mechanica", 500, 10_000)]
            : [
                ...group(year, "doorstroom", chemistry, 6000, 12_000, i === 3 ? { status: "b" } : {}),
                ...group(year, "doorstroom", mechanics, 400, 8000, i === 3 ? { status: "b" } : {}),
              ],
        ),
        [],
        [girlsShareSplit, girlsShareVerdict],
      );
      const rows = await split(warehouse, "span <> 'sum_of_years'");
      const [verdict] = await warehouse.rows<Row>("from analyses.girls_share_verdict");
      warehouse.close();
      return { whole: rows.find(({ span }) => span === "whole"), rows, verdict };
    };
    const same = await named("chemie", "mechanica");
    // 0.1 x 0.5 - 0.1 x 0.05, in programmes whose share of girls stays
    close(same.whole, { total: 0.045, between_programmes: 0.045, within_programmes: 0, merged_share: 0 });
    expect(same.verdict).toMatchObject({ is_within_programmes: false, within_reason: null });
    const renamed = await named("natuurwetenschappen", "techniek");
    expect(renamed.whole).toMatchObject({
      between_programmes: null,
      within_programmes: null,
      reason: "strata_not_comparable",
    });
    expect(renamed.verdict).toMatchObject({
      ...{ verdict: "not_decided", is_large: true, is_within_programmes: null, within_programmes: null },
      within_reason: "strata_not_comparable",
    });
    // school years with the same names are still compared
    expect(renamed.rows.filter(({ reason }) => reason === null).map(({ to_year }) => to_year)).toEqual([
      ...["2019-2020", "2020-2021", "2022-2023", "2023-2024"],
    ]);
  });

  it("says so where the years cannot be compared at all", async () => {
    const warehouse = await girlsWarehouse([
      ...before,
      ...group("2023-2024", "dubbel", "STEM", 60, 100, { province: "Limburg" }),
    ]);
    const rows = await split(warehouse);
    const [verdict] = await warehouse.rows<Row>("from analyses.girls_share_verdict");
    const parts = await warehouse.rows("from analyses.girls_share_split_by_stratum");
    warehouse.close();
    expect(rows.map(({ total, reason }) => [total, reason])).toEqual(rows.map(() => [null, "strata_not_comparable"]));
    expect(verdict).toMatchObject({ is_within_programmes: null, within_reason: "strata_not_comparable" });
    expect(parts).toEqual([]);
  });
});

describe("girls_share_split with counts by school", () => {
  it("draws schools for its intervals, the same ones each time", async () => {
    const school = (id: number, more: number) => [
      ...group("2020-2021", "aso", "wetenschappen", 40 + id, 100, { school_id: `90000${id}` }),
      ...group("2021-2022", "aso", "wetenschappen", 40 + id + more, 100, { school_id: `90000${id}` }),
    ];
    const warehouse = await girlsWarehouse([...school(1, 8), ...school(2, 10), ...school(3, 9), ...school(4, 13)]);
    const found = await pairsOfYears(warehouse);
    const [row] = splitRows(found, 200);
    expect(splitRows(found, 200)).toEqual(splitRows(found, 200));
    const [verdict] = await warehouse.rows<Row>("from analyses.girls_share_verdict");
    warehouse.close();
    expect(row).toMatchObject({ schools: 4, interval_reason: null, between_programmes: 0, between_lower: 0 });
    expect(Number(row?.within_programmes)).toBeCloseTo(0.1, 12);
    // no draw of four schools changes by less than the least or by more than the most of them
    expect(Number(row?.within_lower)).toBeGreaterThanOrEqual(0.08);
    expect(Number(row?.within_lower)).toBeLessThan(0.1);
    expect(Number(row?.within_upper)).toBeGreaterThan(0.1);
    expect(Number(row?.within_upper)).toBeLessThanOrEqual(0.13);
    expect(verdict).toMatchObject({ design_effect: 1 });
  });
});

describe("girls_share_split with counts by school and a shift in composition", () => {
  it("has the limits that drawing two schools with replacement must give", async () => {
    const school = (school_id: string, year: string, aso: [number, number], tso: [number, number]) => [
      ...group(year, "aso", "wetenschappen", ...aso, { school_id }),
      ...group(year, "tso", "techniek", ...tso, { school_id }),
    ];
    const warehouse = await girlsWarehouse(
      [
        ...school("900001", "2020-2021", [40, 100], [10, 100]),
        ...school("900001", "2021-2022", [75, 150], [5, 50]),
        ...school("900002", "2020-2021", [60, 100], [20, 100]),
        ...school("900002", "2021-2022", [60, 100], [20, 100]),
      ],
      [],
      [girlsShareSplit],
    );
    const rows = await split(warehouse, "span <> 'sum_of_years'");
    warehouse.close();
    expect(rows.map(({ span }) => span)).toEqual(["whole", "year"]);
    for (const row of rows) {
      expect(row).toMatchObject({ schools: 2, interval_reason: null, strata: "track_domain_province" });
      // both schools: 0.125 x (0.52 - 0.158333), and 0.04 x 0.5625 + 0.016667 x 0.4375
      close(row, { total: 0.075, between_programmes: 0.0452083333333333, within_programmes: 0.0297916666666667 });
      // a quarter of the draws holds the first school twice, which shifts most, and a quarter the second twice, which does not shift
      close(row, { total_lower: 0, between_lower: 0, within_lower: 0 });
      close(row, { total_upper: 0.15, between_upper: 0.0875, within_upper: 0.0625 });
    }
  });
});

describe("the split of the sample", () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await girlsWarehouse(makeEnrolments(), [], [girlsShare, girlsShareSplit, girlsShareVerdict]);
  });
  afterAll(() => warehouse.close());
  const byDomainAndProvince = ({ domain, province }: ExpectedCell) => `${domain} ${province}`;

  it("finds what was built in within and between programmes, from end to end and year by year", async () => {
    const rows = await split(warehouse, "span <> 'sum_of_years'");
    expect(rows).toHaveLength(10);
    for (const row of rows) {
      const truth = trueSplit(String(row.from_year), String(row.to_year), byDomainAndProvince);
      // what is left is the rounding to whole pupils in some two thousand groups
      const found = [row.total, row.within_programmes, row.between_programmes].map(Number);
      for (const [place, effect] of [truth.total, truth.rate, truth.composition].entries())
        expect(Math.abs(Number(found[place]) - effect), `${place} to ${row.to_year}`).toBeLessThan(0.0002);
    }
  });

  it("finds a shift whose interval holds the true change", async () => {
    const [row] = await warehouse.rows<Row>("from analyses.girls_share_verdict");
    const { total, rate } = trueSplit("2016-2017", "2025-2026", byDomainAndProvince);
    expect(Number(row?.change_lower)).toBeLessThan(total);
    expect(Number(row?.change_upper)).toBeGreaterThan(total);
    expect(rate).toBeGreaterThan(total / 2);
    expect(row).toMatchObject({ verdict: "relevant_shift", strata: "group_domain_province", has_break: true });
  });
});
