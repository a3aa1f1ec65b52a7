import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stemIntervals } from "../../../../loaders/analyses/girls/stemIntervals.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { makeEnrolments } from "../../../../sample/generate/girls/enrolments.ts";
import { girlsWarehouse, group } from "./girlsWarehouse.ts";

type Row = Record<string, number | string | null>;

describe("stem_intervals", () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await girlsWarehouse(
      [
        ...group("2020-2021", "aso", "wetenschappen", 40, 100),
        ...group("2020-2021", "aso", "talen", 160, 200, { stem_category: "no_stem" }),
        ...group("2020-2021", "kso", "kunst", 60, 100, { stem_category: "no_stem" }),
        ...group("2020-2021", "tso", "techniek", 0, 50),
        ...group("2020-2021", "tso", "handel", 30, 30, { stem_category: "no_stem" }),
        ...group("2020-2021", "aso", "wetenschappen", 10, 40, { stage: "2" }),
      ],
      [],
      [stemIntervals],
    );
  });
  afterAll(() => warehouse.close());
  const rows = (id: string) =>
    warehouse.rows<Row>(`from analyses.stem_intervals where indicator_id = '${id}' order by breakdown, "group"`);

  it("has Wilson's interval of the STEM share of the intake, in all and by stage", async () => {
    const found = await rows("stem_share_of_intake");
    expect(found.map(({ breakdown, group, value, reason }) => [breakdown, group, value, reason])).toEqual([
      ["stage", "2", 1, null],
      ["stage", "3", 150 / 480, null],
      ["total", "total", 190 / 520, null],
    ]);
    // of 40 out of 40: 1 / (1 + z²/40)
    expect(found[0]?.lower).toBeCloseTo(0.912378, 5);
    expect(found[0]?.upper).toBe(1);
    expect(found[1]?.adjusted).toBeNull();
  });

  it("has the log interval of the parity index from the pupils that it counts", async () => {
    const [total, aso, kso, tso] = await rows("stem_parity_index");
    // 40 of 200 girls against 60 of 100 boys: 1/3, and exp(±1.959964 × √(1/40 − 1/200 + 1/60 − 1/100))
    expect(aso?.value).toBeCloseTo(1 / 3, 12);
    const factor = Math.exp(1.959963984540054 * Math.sqrt(1 / 40 - 1 / 200 + 1 / 60 - 1 / 100));
    expect(aso?.lower).toBeCloseTo(1 / 3 / factor, 12);
    expect(aso?.upper).toBeCloseTo(factor / 3, 12);
    expect(aso?.adjusted).toBeCloseTo(1 / 3, 12);
    expect(total?.value).toBeCloseTo(40 / 290 / (110 / 190), 12);
    expect(kso).toMatchObject({ value: null, lower: null, upper: null, reason: "nobody_in_stem" });
    expect(tso).toMatchObject({ value: 0, lower: null, upper: null, reason: "nobody_in_stem" });
  });

  it("says that a group has no boys or no girls to compare", async () => {
    const alone = await girlsWarehouse(group("2020-2021", "aso", "wetenschappen", 9, 9), [], [stemIntervals]);
    const [row] = await alone.rows("from analyses.stem_intervals where indicator_id = 'stem_parity_index'");
    alone.close();
    expect(row).toMatchObject({ value: null, lower: null, reason: "nobody_in_stem" });
  });
});

describe("stem_intervals of the sample", () => {
  it("lie around the values of the indicators, row by row", async () => {
    const warehouse = await girlsWarehouse(makeEnrolments(), [], [stemIntervals]);
    const differing = await warehouse.rows(
      `select * from analyses.stem_intervals as intervals full outer join (
         select *, coalesce(track, stage, 'total') as "group" from indicators.observations
         where indicator_id in ('stem_parity_index', 'stem_share_of_intake')) as observed
       on intervals.indicator_id = observed.indicator_id and school_year = period and intervals."group" = observed."group"
       where intervals.value is distinct from observed.value or (intervals.reason is null and not intervals.value between lower and upper)
         or intervals.status is distinct from observed.status`,
    );
    const [parity] = await warehouse.rows<Row>(
      `from analyses.stem_intervals where indicator_id = 'stem_parity_index' and breakdown = 'total' and school_year = '2025-2026'`,
    );
    warehouse.close();
    expect(differing).toEqual([]);
    expect(parity?.reason).toBeNull();
  });
});
