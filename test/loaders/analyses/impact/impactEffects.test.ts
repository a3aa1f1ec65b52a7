import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CheckResult } from "../../../../loaders/models/checks.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { makeTables } from "../../../../sample/generate/tables.ts";
import { effectAfter, firstTreated, trueSimpleEffect } from "../../../../sample/generate/trueEffects.ts";
import { SELECTION_ON_LEVEL } from "../../../../sample/generate/truths.ts";
import { impactWarehouse } from "./impactWarehouse.ts";

interface Size {
  outcome: string;
  first: number;
  year: number;
  schools: number;
  pupils: number;
  /** Mean over schools of pupils in STEM over girls: what turns an effect on D2 into one on D3. */
  perGirl: number;
  perGirlByPupils: number;
}
interface Found {
  key: number | null;
  att: number;
  se: number;
  lower: number;
  upper: number;
}

let warehouse: Warehouse;
let checks: CheckResult[];
let sizes: Size[];
const LAST = 2026;

beforeAll(async () => {
  const { schools = [], lectures = [], enrolments = [], enrolments_by_school = [] } = makeTables();
  // lecturers are left out: nothing here asks for them
  const tables = {
    schools,
    lectures: lectures.map((row) => ({ ...row, lecturer_id: null })),
    enrolments: [...enrolments, ...enrolments_by_school],
  };
  ({ warehouse, checks } = await impactWarehouse(tables, "reference"));
  sizes = await warehouse.rows<Size>(
    `with used as (
       select panel.*, outcome
       from marts.school_panel as panel join marts.school_panel_schools as schools using (school_id, site_id)
       cross join (values ('girls_stem_participation'), ('girls_share_in_stem')) as outcomes (outcome)
       where if(outcome = 'girls_share_in_stem', has_stem_always, has_girls_always)
     )
     select outcome, first_treated as first, year, count(*)::integer as schools, sum(baseline_pupils)::integer as pupils,
       avg(pupils_in_stem / girls) as "perGirl", sum(baseline_pupils * pupils_in_stem / girls) / sum(baseline_pupils) as "perGirlByPupils"
     from used where first_treated <= ${LAST} and year >= first_treated group by all order by all`,
  );
});
afterAll(() => warehouse.close());

/** The true effect that an aggregate is of: cells by first year and year, weighted as the aggregate weights them. */
function truth(outcome: string, weighting: string, aggregate: string, key: number | null): number {
  const isD2 = outcome === "girls_share_in_stem";
  const cells = sizes
    .filter((size) => size.outcome === outcome)
    .map((size) => {
      const factor = weighting === "pupils" ? size.perGirlByPupils : size.perGirl;
      return {
        ...{ first: size.first, year: size.year, weight: weighting === "pupils" ? size.pupils : size.schools },
        effect: effectAfter(size.year - size.first) * (isD2 ? 1 : factor),
      };
    });
  type Cell = (typeof cells)[number];
  const mean = (some: Cell[]) =>
    some.reduce((sum, { weight, effect }) => sum + weight * effect, 0) /
    some.reduce((sum, { weight }) => sum + weight, 0);
  const plain = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  if (aggregate === "simple") return mean(cells);
  const keyOf = ({ first, year }: Cell) => ({ group: first, calendar: year, dynamic: year - first })[aggregate] ?? 0;
  const groups = [...new Set(cells.map(keyOf))].map((one) => {
    const own = cells.filter((cell) => keyOf(cell) === one);
    const effect = aggregate === "group" ? plain(own.map((cell) => cell.effect)) : mean(own);
    return { key: one, first: 0, year: 0, weight: own[0]?.weight ?? 0, effect };
  });
  if (key !== null) return groups.find((one) => one.key === key)?.effect ?? 0;
  return aggregate === "group" ? mean(groups) : plain(groups.map(({ effect }) => effect));
}

const found = (outcome: string, weighting: string, aggregate: string) =>
  warehouse.rows<Found>(
    `from analyses.impact_effects where outcome = '${outcome}' and weighting = '${weighting}' and aggregate = '${aggregate}' order by key`,
  );

const OUTCOMES = ["girls_share_in_stem", "girls_stem_participation"];
const BOTH = OUTCOMES.flatMap((outcome) => ["schools", "pupils"].map((weighting) => [outcome, weighting] as const));

describe.each(BOTH)("the built-in effect on %s of the sample, by %s", (outcome, weighting) => {
  it("lies within the interval of every overall effect, and is told from none", async () => {
    for (const aggregate of ["simple", "group", "calendar", "dynamic"]) {
      const [overall] = (await found(outcome, weighting, aggregate)).filter(({ key }) => key === null);
      const effect = truth(outcome, weighting, aggregate, null);
      expect(Math.abs((overall?.att ?? 1) - effect) / (overall?.se ?? 0), aggregate).toBeLessThan(1.96);
      expect(overall?.lower, aggregate).toBeGreaterThan(0.01);
    }
  });

  it("lies within the simultaneous band at every event time, which before treatment holds 0", async () => {
    const events = await warehouse.rows<{
      event_time: number;
      band_lower: number;
      band_upper: number;
      is_base: boolean;
    }>(
      `from analyses.impact_event_study where outcome = '${outcome}' and weighting = '${weighting}' order by event_time`,
    );
    expect(events.map(({ event_time }) => event_time)).toEqual(Array.from({ length: 16 }, (_, i) => i - 9));
    for (const { event_time, band_lower, band_upper } of events) {
      const effect = event_time < 0 ? 0 : truth(outcome, weighting, "dynamic", event_time);
      expect(band_lower, String(event_time)).toBeLessThanOrEqual(effect);
      expect(band_upper, String(event_time)).toBeGreaterThanOrEqual(effect);
    }
  });

  it("comes with trends before it that are not told apart, and with what could have been found", async () => {
    const [summary] = await warehouse.rows<Record<string, number>>(
      `from analyses.impact_summary where outcome = '${outcome}' and weighting = '${weighting}'`,
    );
    expect(summary).toMatchObject({ schools: 716, is_published: true, reason: null, left_out_treated_from_start: 0 });
    expect(summary?.pre_trend_p).toBeGreaterThan(0.05);
    expect(summary?.mde).toBeCloseTo(2.801585 * (summary?.se ?? 0), 8);
    expect(summary?.usable_share).toBeGreaterThan(0.9);
    expect(summary?.usable_share).toBeLessThan(1);
    expect(summary?.exposed_share).toBeGreaterThan(0);
    expect(summary?.individual_mde).toBeGreaterThan(0.1);
  });
});

describe("what the schools of the sample were like before the lectures", () => {
  it("is a girls' share in STEM higher by what is built in for schools with a lecture, ever so late, and no other size", async () => {
    const [later] = await warehouse.rows<{ share: number }>(
      `select avg((first_treated is not null)::integer) as share from marts.school_baselines
       join marts.school_panel_schools using (school_id, site_id) where school_baselines.arm = 'others' and has_stem_first`,
    );
    const rows = await warehouse.rows<Record<string, number | string>>("from analyses.impact_balance");
    const row = (trait: string) => rows.find((one) => one.trait === trait);
    const built = SELECTION_ON_LEVEL * (1 - (later?.share ?? 0));
    expect(row("girls_share_in_stem")?.lower).toBeLessThan(built);
    expect(row("girls_share_in_stem")?.upper).toBeGreaterThan(built);
    for (const trait of ["pupils", "stem_share"]) {
      expect(row(trait)?.lower, trait).toBeLessThan(0);
      expect(row(trait)?.upper, trait).toBeGreaterThan(0);
    }
  });

  it("leaves out the schools that opened or closed, in both arms alike", async () => {
    const rows = await warehouse.rows<Record<string, number>>(
      "select arm, schools, not_every_year, began_stem, stopped_stem, lower, upper from analyses.impact_attrition",
    );
    expect(rows).toMatchObject([
      { arm: "reached", schools: 127, not_every_year: 2, began_stem: 0, stopped_stem: 0 },
      { arm: "others", schools: 589, not_every_year: 18, began_stem: 0, stopped_stem: 0 },
    ]);
    expect(rows[0]?.lower).toBeLessThan(0);
    expect(rows[0]?.upper).toBeGreaterThan(0);
  });
});

describe("the sample's enrolments by school", () => {
  it("agree with the totals, and count no pupil twice", async () => {
    expect(checks.find(({ id }) => id === "warn_enrolments_schools_add_up")?.rows).toBe(0);
    expect(checks.find(({ id }) => id === "check_girls_and_boys")?.rows).toBe(0);
    expect(await warehouse.rows("select * from marts.enrolments where school_id is not null")).toEqual([]);
  });

  it("have their effect from the count that the panel takes for the first treated, at every school", async () => {
    const built = firstTreated(makeTables().lectures ?? []);
    const panel = await warehouse.rows(
      "select distinct school_id || ' ' || site_id as site, first_treated from marts.school_panel",
    );
    const apart = panel.filter(
      ({ site, first_treated }) => (built.get(String(site))?.slice(5) ?? "null") !== String(first_treated),
    );
    expect([panel.length, apart]).toEqual([696, []]);
  });

  it("are from schools of which some are treated first in every year, by what the generator says", async () => {
    const byFirst = new Map(
      sizes
        .filter(({ outcome, first, year }) => outcome === "girls_share_in_stem" && first === year)
        .map(({ first, schools }) => [first, schools]),
    );
    expect([...byFirst.keys()]).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect(truth("girls_share_in_stem", "schools", "simple", null)).toBeCloseTo(trueSimpleEffect(byFirst, LAST), 12);
  });
});
