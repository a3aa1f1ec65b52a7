import { aggregateEffects } from "../../../statistics/impact/aggregateEffects.ts";
import { individualEffect, minimumDetectableEffect } from "../../../statistics/impact/power.ts";
import { preTrendMaxTest, preTrendMean } from "../../../statistics/impact/preTrend.ts";
import { analysis } from "../analysis.ts";
import { withInterval } from "./impactEffects.ts";
import { type Estimate, IMPACT_PARAMETERS, impactOf, type PanelYear, unitOf } from "./impactEstimates.ts";

const { level, draws, seed, controlGroup, basePeriod, minTreated, minControls, minCell } = IMPACT_PARAMETERS;
const POWER = 0.8;

const SCHOOLS = `
  select coalesce(sum(schools), 0)::integer as schools, coalesce(sum(not_every_year), 0)::integer as not_every_year
  from marts.school_panel_arms`;
type Schools = Record<"schools" | "not_every_year", number>;

/** Share of the pupils at the counts of schools reached, that sat in a lecture there if nobody sat in two: an upper bound. */
function exposedShare(years: readonly PanelYear[], { effects: { panel } }: Estimate): number | null {
  const used = new Set(panel.units);
  let [exposed, pupils] = [0, 0];
  for (const one of years) {
    if (one.first_treated === null || one.year < one.first_treated || !used.has(unitOf(one))) continue;
    exposed += Math.min(one.student_contacts, one.pupils);
    pupils += one.pupils;
  }
  return pupils === 0 ? null : exposed / pupils;
}

const NO_FIGURES = {
  ...{ att: null, se: null, lower: null, upper: null, mde: null },
  ...{ pre_trend_p: null, pre_trend_mde: null, individual_mde: null },
};

function figuresOf({ effects, dynamic }: Estimate, exposed: number | null) {
  const simple = aggregateEffects(effects, "simple");
  if (simple === null || dynamic === null) return NO_FIGURES;
  const mde = minimumDetectableEffect(simple.overall.se, { level, power: POWER });
  return {
    ...withInterval(simple.overall),
    mde,
    pre_trend_p: preTrendMaxTest(dynamic, { draws, seed })?.p ?? null,
    pre_trend_mde: minimumDetectableEffect(preTrendMean(dynamic)?.se ?? null, { level, power: POWER }),
    individual_mde: mde === null || exposed === null ? null : individualEffect(mde, exposed),
  };
}

export const impactSummary = analysis({
  id: "impact_summary",
  name: { nl: "Wat over het effect gezegd kan worden", en: "What can be said of the effect" },
  method: {
    nl: "Het gemiddelde effect over alle tellingen van bereikte scholen (Callaway & Sant'Anna 2021), met het kleinste ware effect dat in vier van de vijf gevallen gevonden zou worden (Bloom 1995), en hetzelfde voor de jaren voor de gastles. Een les bereikt maar een deel van de leerlingen: hun aandeel is geteld uit de aanwezigen op lessen aan de school in de schooljaren dat de getelde leerlingen in de tweede graad zaten (of in de eerste, voor lessen daar). Het is een bovengrens: het register zegt niet in welk jaar van de graad een les was, en wie er twee bijwoonde, telt twee keer. Het kleinste vindbare effect gedeeld door dat aandeel is dus wat een les voor een aanwezige leerling minstens moet uitmaken om gevonden te worden. Ook staat er hoeveel scholen wegvallen, en waarom. Gastlessen van voor het register begon, zijn niet bekend: bij de eerste telling die een les van het register kan tonen, telt maar één van de twee schooljaren, en kan de bovengrens zelf te laag zijn.",
    en: "The mean effect over all counts of schools reached (Callaway & Sant'Anna 2021), with the smallest true effect that would be found four times in five (Bloom 1995), and the same for the years before the lecture. A lecture reaches only part of the pupils: their share is counted from those present at lectures at the school in the school years when the pupils counted were in the second stage (or in the first, for lectures there). It is an upper bound: the register does not say for which year of the stage a lecture was, and who sat in two counts twice. The smallest detectable effect over that share is therefore what a lecture must at least do for a pupil who was there to be found. How many schools are left out is told as well, and why. Lectures from before the register began are not known: at the first count that can show a lecture of the register only one of the two school years counts, and the upper bound itself may be too low.",
  },
  evidence: "attribution",
  codes: ["G1", "G2", "D2", "D3"],
  inputs: ["marts.school_panel", "marts.school_panel_arms"],
  functions: [
    ...["groupTimeEffects", "aggregateEffects", "minimumDetectableEffect", "preTrendMaxTest", "preTrendMean"],
    ...["individualEffect", "publishRule"],
  ],
  parameters: { level, power: POWER, draws, seed, controlGroup, basePeriod, minTreated, minControls, minCell },
  thresholds: [],
  columns: {
    ...{ outcome: "VARCHAR", weighting: "VARCHAR" },
    ...{ schools: "INTEGER", usable_schools: "INTEGER", usable_share: "DOUBLE" },
    ...{
      left_out_not_every_year: "INTEGER",
      /** Counted every year, but once without girls (for the share of girls in STEM) or without STEM (for the girls' share). */
      left_out_no_denominator: "INTEGER",
      left_out_treated_from_start: "INTEGER",
    },
    ...{ treated: "INTEGER", controls: "INTEGER", is_published: "BOOLEAN" },
    ...{ att: "DOUBLE", se: "DOUBLE", lower: "DOUBLE", upper: "DOUBLE", mde: "DOUBLE" },
    ...{ pre_trend_p: "DOUBLE", pre_trend_mde: "DOUBLE", exposed_share: "DOUBLE", individual_mde: "DOUBLE" },
  },
  async run(context) {
    const { years, estimates } = await impactOf(context);
    const [counted] = await context.warehouse.rows<Schools>(SCHOOLS);
    const { schools = 0, not_every_year = 0 } = counted ?? {};
    return estimates.map((estimate) => {
      const { outcome, weighting, effects, treated, controls, reason } = estimate;
      const exposed_share = exposedShare(years, estimate);
      return {
        ...{ outcome, weighting, schools, usable_schools: effects.units },
        usable_share: schools === 0 ? null : effects.units / schools,
        left_out_not_every_year: not_every_year,
        left_out_no_denominator: effects.dropped.incomplete,
        left_out_treated_from_start: effects.dropped.treatedFromStart,
        ...{ treated, controls, is_published: reason === null },
        ...figuresOf(estimate, exposed_share),
        exposed_share,
        reason: schools === 0 ? ("no_school_counts" as const) : reason,
      };
    });
  },
});
