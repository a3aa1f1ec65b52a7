import { fUpper } from "../../../statistics/distributions/beta.ts";
import { shiftVerdict } from "../../../statistics/trend/shiftVerdict.ts";
import { analysis, type Result } from "../analysis.ts";
import { answerOf } from "../reasons.ts";
import { girlsLine } from "./girlsLine.ts";
import { designEffectOf } from "./girlsSchools.ts";
import { baseOf, correlationOf, entrantsByYear, girlsByYear, girlsTargets, type YearCount } from "./girlsSeries.ts";
import { pairsOfYears, splitOf } from "./girlsSplit.ts";
import { strataOf } from "./girlsStrata.ts";

const LEVEL = 0.95;

const columns = {
  base_year: "VARCHAR",
  base_rule: { oneOf: ["target_baseline", "first_loaded"] },
  last_year: "VARCHAR",
  years: "INTEGER",
  has_break: "BOOLEAN",
  verdict: { oneOf: ["no_shift_shown", "between_programmes_only", "relevant_shift", "not_decided"] },
  base_share: "DOUBLE",
  last_share: "DOUBLE",
  is_significant: "BOOLEAN",
  chi_squared: "DOUBLE",
  dispersion: "DOUBLE",
  p: "DOUBLE",
  is_large: "BOOLEAN",
  change: "DOUBLE",
  change_lower: "DOUBLE",
  change_upper: "DOUBLE",
  smallest_change: "DOUBLE",
  design_effect: "DOUBLE",
  design_effect_reason: "VARCHAR",
  is_within_programmes: "BOOLEAN",
  within_programmes: "DOUBLE",
  between_programmes: "DOUBLE",
  strata: "VARCHAR",
  within_reason: "VARCHAR",
  beside_break_p: "DOUBLE",
  break_reason: "VARCHAR",
} as const;

const none = {
  ...{ verdict: null, is_significant: null, chi_squared: null, dispersion: null, p: null, is_large: null },
  ...{ change: null, change_lower: null, change_upper: null, design_effect: null, is_within_programmes: null },
  ...{
    within_programmes: null,
    between_programmes: null,
    strata: null,
    within_reason: null,
    design_effect_reason: null,
  },
  ...{ beside_break_p: null, break_reason: null },
};

/** Chance of so steep a rise beside the step at the break if there were none (F on 1 and T − 3, or T − 2 while no complete year of the new coding was loaded); 1 for a fall, null where there is no line. */
function besideBreak(entrants: readonly YearCount[]): number | null {
  const fit = girlsLine(entrants).answer?.fit;
  if (fit === undefined || fit.degreesOfFreedom <= 0) return null;
  return fit.slope > 0
    ? fUpper(((fit.slope ** 2 / fit.covariance[1][1]) * fit.dispersion) / fit.scatter, 1, fit.degreesOfFreedom)
    : 1;
}

export const girlsShareVerdict = analysis({
  id: "girls_share_verdict",
  name: { nl: "Is er een verschuiving?", en: "Has there been a shift?" },
  method: {
    nl: "Eén oordeel per jaar, op het aandeel meisjes in STEM alleen. Een relevante verschuiving vraagt drie dingen tegelijk: de trend sinds het basisjaar is significant bij de leerlingen in het eerste leerjaar van de graad, die elk schooljaar andere zijn (Cochran en Armitage 1955, gedeeld door de spreiding rond een logitlijn; met minder dan vijf jaren door het effect van de clustering in scholen), de ondergrens van de verandering (Newcombe 1998) ligt boven de kleinste verandering die ertoe doet, en minstens de helft van de verandering gebeurde binnen de richtingen, en niet doordat richtingen groeiden of krompen (Kitagawa 1955). De kleinste verandering is een drempel en het basisjaar is de nulmeting van het doel; beide liggen vooraf vast. Is er geen nulmeting geladen, dan is het eerste geladen schooljaar het basisjaar, en dat lag niet vooraf vast. Zijn de leerlingen per school geladen, dan verbreedt hun clustering het interval. De drie voorwaarden kijken over een breuk in de reeks heen. Ligt er een, dan is er alleen van een verschuiving sprake als het aandeel ook naast de trap op de breuk stijgt (dezelfde logitlijn met een trap, F-toets); anders valt er niets te besluiten. Een verschuiving zegt niet waardoor ze komt.",
    en: "One verdict a year, on the girls' share in STEM alone. A relevant shift asks for three things at once: the trend since the base year is significant among the pupils in the first year of the stage, who are others each school year (Cochran and Armitage 1955, divided by the dispersion around a logit line; with fewer than five years by the effect of clustering in schools), the lower limit of the change (Newcombe 1998) lies above the smallest change of interest, and at least half of the change happened within programmes, and not because programmes grew or shrank (Kitagawa 1955). The smallest change is a threshold, and the base year the baseline of the target, both fixed beforehand; where no baseline was loaded, the first school year loaded is the base year, which then was not fixed beforehand. Where pupils were loaded by school, their clustering widens the interval. The three conditions look across a break in the series. Where there is one, a shift is spoken of only when the share rises beside the step at the break too (the same logit line with a step, F test); otherwise nothing can be decided. A shift does not say what caused it.",
  },
  evidence: "shift",
  codes: ["D9"],
  inputs: ["indicators.observations", "marts.stem_pupils", "marts.stem_year_groups", "staging.stg_targets"],
  functions: ["shiftVerdict", "clusterDesignEffect", "fitLogitTrend"],
  parameters: { level: LEVEL },
  thresholds: ["smallest_change"],
  columns,
  async run({ warehouse, thresholds }): Promise<Result<typeof columns>[]> {
    const all = await girlsByYear(warehouse);
    const found = baseOf(all, await girlsTargets(warehouse));
    const years = all.filter(({ start }) => found !== null && start >= found.base.start);
    const last = years.at(-1);
    if (found === null || last === undefined) return [];
    const { base, rule } = found;
    const entrants = (await entrantsByYear(warehouse)).filter(({ start }) => start >= base.start);
    const smallestChange = thresholds.smallest_change.value;
    const { pairs, kind, has_break } = await pairsOfYears(warehouse);
    const whole = pairs.find(({ span }) => span === "whole");
    const head = {
      ...{ base_year: base.school_year, base_rule: rule, last_year: last.school_year, years: years.length },
      ...{ base_share: base.girls / base.pupils, last_share: last.girls / last.pupils },
      ...{ has_break: whole === undefined ? false : has_break(whole), smallest_change: smallestChange },
    };
    if (whole === undefined) return [{ ...head, ...none, reason: "one_year" }];
    const split = splitOf(whole, kind);
    const effects = [whole.before, whole.after].map(designEffectOf);
    const designEffect = effects.includes(null) ? undefined : Math.max(1, ...effects.map(Number));
    const strata = new Map(
      split.answer === null
        ? []
        : [
            [base, strataOf(whole.before, kind)],
            [last, strataOf(whole.after, kind)],
          ],
    );
    const series = years.map((year) => ({
      ...{ time: year.start, successes: year.girls, trials: year.pupils, strata: strata.get(year) },
    }));
    const cohorts = entrants.map((year) => ({ time: year.start, successes: year.girls, trials: year.pupils }));
    const correlation = correlationOf(last, base, [last.pupils, base.pupils]);
    const { answer, reason } = answerOf(
      () =>
        shiftVerdict(series, { base: base.start, smallestChange, level: LEVEL, designEffect, cohorts, correlation }),
      "share_never_moves",
    );
    if (answer === null) return [{ ...head, ...none, reason }];
    const { significant, large, rateDriven } = answer;
    const beside_break_p = head.has_break ? besideBreak(entrants) : null;
    const isShift = answer.verdict === "relevant_shift" || answer.verdict === "between_programmes_only";
    const isBreakAlone = isShift && head.has_break && (beside_break_p === null || beside_break_p >= 1 - LEVEL);
    const verdict = isBreakAlone ? "not_decided" : answer.verdict;
    return [
      {
        ...{ ...head, verdict, beside_break_p, break_reason: isBreakAlone ? "shift_not_told_from_break" : null },
        ...{ is_significant: significant.met, chi_squared: significant.chiSquared },
        ...{ dispersion: significant.dispersion, p: significant.p, is_large: large.met, change: large.change },
        ...{ change_lower: large.interval.lower, change_upper: large.interval.upper },
        design_effect_reason: designEffect === undefined ? ("no_school_counts" as const) : null,
        ...{ design_effect: designEffect ?? null, is_within_programmes: rateDriven.met, strata: kind },
        within_programmes: rateDriven.decomposition?.rate ?? null,
        between_programmes: rateDriven.decomposition?.composition ?? null,
        ...{ within_reason: split.reason, reason },
      },
    ];
  },
});
