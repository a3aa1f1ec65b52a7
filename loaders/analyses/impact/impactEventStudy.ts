import { simultaneousBand } from "../../../statistics/impact/band.ts";
import { preTrendMaxTest } from "../../../statistics/impact/preTrend.ts";
import { analysis, type Result } from "../analysis.ts";
import { withInterval } from "./impactEffects.ts";
import { type Estimate, IMPACT_PARAMETERS, impactOf } from "./impactEstimates.ts";

const { level, draws, seed, controlGroup, basePeriod, minTreated, minControls, minCell } = IMPACT_PARAMETERS;

const columns = {
  outcome: "VARCHAR",
  weighting: "VARCHAR",
  /** Counts since the first that can show the lecture; negative before. */
  event_time: "INTEGER",
  /** The count that the others are compared with: its effect is 0 by definition. */
  is_base: "BOOLEAN",
  att: "DOUBLE",
  se: "DOUBLE",
  lower: "DOUBLE",
  upper: "DOUBLE",
  band_lower: "DOUBLE",
  band_upper: "DOUBLE",
  pre_trend_p: "DOUBLE",
} as const;

function eventsOf({ outcome, weighting, dynamic, reason }: Estimate): Result<typeof columns>[] {
  if (dynamic === null) {
    const figures = { att: null, se: null, lower: null, upper: null, band_lower: null, band_upper: null };
    return [{ outcome, weighting, event_time: null, is_base: null, ...figures, pre_trend_p: null, reason }];
  }
  const band = simultaneousBand(dynamic.effects, dynamic, { level, draws, seed });
  const pre_trend_p = preTrendMaxTest(dynamic, { draws, seed })?.p ?? null;
  return dynamic.effects.map(({ key, ...effect }, i) => ({
    ...{ outcome, weighting, event_time: key, is_base: key < 0 && effect.se === null },
    ...withInterval(effect),
    band_lower: band?.intervals[i]?.lower ?? effect.att,
    band_upper: band?.intervals[i]?.upper ?? effect.att,
    pre_trend_p,
    reason: null,
  }));
}

export const impactEventStudy = analysis({
  id: "impact_event_study",
  name: { nl: "Effect naar tijd sinds de eerste gastles", en: "Effect by time since the first lecture" },
  method: {
    nl: "De effecten van Callaway & Sant'Anna (2021) worden gebundeld naar het aantal tellingen sinds de eerste die de gastles kan tonen; de telling daarvoor is voor alle jaren het vergelijkingspunt. Naast het interval per punt staat een band die met 95 % zekerheid alle punten tegelijk bevat (bootstrap met 1.000 trekkingen, vaste startwaarde). Punten voor de gastles horen rond nul te liggen: de toets daarop vergelijkt het grootste verschil met wat het toeval in dezelfde trekkingen geeft. Een hoge p-waarde bewijst niet dat de scholen zonder gastles even sterk zouden zijn veranderd.",
    en: "The effects of Callaway & Sant'Anna (2021) are grouped by the number of counts since the first that can show the lecture; for all years the count before it is the point of comparison. Beside the interval of each point stands a band that holds all points at once with 95% confidence (bootstrap with 1,000 draws, fixed seed). Points before the lecture should lie around zero: the test compares the largest difference with what chance gives in the same draws. A high p-value does not prove that the schools would have changed alike without the lecture.",
  },
  evidence: "attribution",
  codes: ["G1", "D2", "D3"],
  inputs: ["marts.school_panel"],
  functions: ["groupTimeEffects", "aggregateEffects", "simultaneousBand", "preTrendMaxTest", "publishRule"],
  parameters: { level, draws, seed, controlGroup, basePeriod, minTreated, minControls, minCell },
  thresholds: [],
  columns,
  run: async (context) => (await impactOf(context)).estimates.flatMap(eventsOf),
});
