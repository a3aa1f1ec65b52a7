import { type Aggregates, aggregateEffects } from "../../../statistics/impact/aggregateEffects.ts";
import { type GroupTimeEffects, groupTimeEffects } from "../../../statistics/impact/groupTimeEffects.ts";
import type { PanelRow } from "../../../statistics/impact/panel.ts";
import { publishRule } from "../../../statistics/impact/publishRule.ts";
import type { Context } from "../analysis.ts";
import type { Reason } from "../reasons.ts";

/**
 * What a school is followed on: the share of its girls that is in STEM (D3), the girls' share of its pupils in STEM (D2), and whether it has
 * pupils in STEM at all: D2 exists only where it has, so that a school that begins with STEM shows in the first and the last alone.
 */
export const OUTCOMES = ["girls_stem_participation", "girls_share_in_stem", "has_stem_pupils"] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** Whether each school weighs the same, or as many times as it had pupils at the first count. */
export type Weighting = "schools" | "pupils";

export interface PanelYear {
  year: number;
  school_id: string;
  site_id: string | null;
  nis: string | null;
  first_treated: number | null;
  girls_in_stem: number;
  pupils_in_stem: number;
  girls: number;
  pupils: number;
  baseline_pupils: number;
  /** Students at the lectures that the cohort can have sat in, each as often as they sat in one. */
  student_contacts: number;
}

/** The effects of one outcome and weighting; without `dynamic` nothing may be said, and `reason` tells why. */
export interface Estimate {
  outcome: Outcome;
  weighting: Weighting;
  effects: GroupTimeEffects;
  dynamic: Aggregates | null;
  treated: number;
  controls: number;
  reason: Reason | null;
}

export const IMPACT_PARAMETERS = {
  level: 0.95,
  draws: 1000,
  seed: 1,
  controlGroup: "not-yet",
  basePeriod: "universal",
  minTreated: 10,
  minControls: 10,
  minCell: 5,
} as const;

const REASON_OF: Record<string, Reason> = {
  one_period: "one_year",
  no_units: "no_usable_schools",
  no_treated: "no_treated_schools",
  no_controls: "no_control_schools",
  few_treated: "few_treated_schools",
  few_controls: "few_control_schools",
  small_cell: "small_school_groups",
};

export const unitOf = ({ school_id, site_id }: PanelYear) => `${school_id} ${site_id ?? ""}`;

/** A school's outcome at one count; null where nobody is there to take a share of. */
function outcomeOf(one: PanelYear, outcome: Outcome): number | null {
  if (outcome === "has_stem_pupils") return one.pupils_in_stem > 0 ? 1 : 0;
  const all = outcome === "girls_share_in_stem" ? one.pupils_in_stem : one.girls;
  return all === 0 ? null : one.girls_in_stem / all;
}

function panelRow(one: PanelYear, outcome: Outcome, weighting: Weighting): PanelRow {
  return {
    unit: unitOf(one),
    period: one.year,
    outcome: outcomeOf(one, outcome),
    firstTreated: one.first_treated ?? 0,
    weight: weighting === "pupils" ? one.baseline_pupils : 1,
    // schools of a municipality share more than chance
    cluster: one.nis ?? unitOf(one),
  };
}

/** How many schools of the panel do not have the same outcome at every count. */
const changed = ({ panel: { units, outcomes } }: GroupTimeEffects): number =>
  units.filter((_, i) => outcomes.some((count) => count[i] !== outcomes[0]?.[i])).length;

/** The effects for every outcome, by school and by pupil, or why there are none. */
export function estimatesOf(years: readonly PanelYear[]): Estimate[] {
  const { controlGroup, basePeriod, minTreated, minControls, minCell } = IMPACT_PARAMETERS;
  return OUTCOMES.flatMap((outcome) =>
    (["schools", "pupils"] as const).map((weighting): Estimate => {
      const rows = years.map((one) => panelRow(one, outcome, weighting));
      const effects = groupTimeEffects(rows, { controlGroup, basePeriod });
      const rule = publishRule(effects, { minTreated, minControls, minCell });
      const { treated, controls } = rule;
      const [broken] = rule.reasons;
      // an interval around a yes or no of a few schools would say more than they can
      const isMoving = outcome !== "has_stem_pupils" || changed(effects) >= minCell;
      const dynamic = rule.publish && isMoving ? aggregateEffects(effects, "dynamic") : null;
      const unbroken = isMoving ? "no_usable_schools" : "few_schools_changed";
      const reason = broken === undefined ? unbroken : (REASON_OF[broken] ?? "not_computable");
      return { outcome, weighting, effects, dynamic, treated, controls, reason: dynamic === null ? reason : null };
    }),
  );
}

interface Impact {
  years: PanelYear[];
  estimates: Estimate[];
}

const known = new WeakMap<Context, Promise<Impact>>();

async function compute({ warehouse }: Context): Promise<Impact> {
  const years = await warehouse.rows<PanelYear>("from marts.school_panel order by year, school_id, site_id");
  return { years, estimates: estimatesOf(years) };
}

/** The panel of schools and its estimates, computed once a run: several analyses show them. */
export function impactOf(context: Context): Promise<Impact> {
  const impact = known.get(context) ?? compute(context);
  known.set(context, impact);
  return impact;
}
