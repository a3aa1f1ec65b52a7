import { fUpper } from "../../../statistics/distributions/beta.ts";
import { fitLogitTrend } from "../../../statistics/forecast/logitTrend.ts";
import { cochranArmitage } from "../../../statistics/trend/cochranArmitage.ts";
import { holm } from "../../../statistics/trend/holm.ts";
import { analysis, type Result } from "../analysis.ts";
import { answerOf } from "../reasons.ts";
import { byGroup, entrantGroupYears, type GroupYear, SHARES } from "./girlsGroups.ts";
import { comparableYears, FEWEST_YEARS, leftOutOf } from "./girlsLine.ts";
import { baseOf, girlsByYear, girlsTargets } from "./girlsSeries.ts";

const columns = {
  indicator_id: "VARCHAR",
  breakdown: "VARCHAR",
  group: "VARCHAR",
  first_year: "VARCHAR",
  last_year: "VARCHAR",
  years: "INTEGER",
  has_break: "BOOLEAN",
  break_year: "VARCHAR",
  left_out: "VARCHAR",
  direction: "INTEGER",
  chi_squared: "DOUBLE",
  dispersion: "DOUBLE",
  p: "DOUBLE",
  p_holm: "DOUBLE",
} as const;

type Row = Result<typeof columns>;

/**
 * The trend of one series, divided by the dispersion around its logit line: Cochran-Armitage, and where the series breaks the slope of the line
 * with a step at the break.
 */
export function trendOf(series: readonly GroupYear[], breakYear: GroupYear | null) {
  const [times, girls, pupils] = [
    series.map(({ start }) => start),
    series.map(({ numerator }) => numerator),
    series.map(({ denominator }) => denominator),
  ];
  const test = cochranArmitage(girls, pupils, times);
  const fit = fitLogitTrend(times, girls, pupils, { breakAt: breakYear?.start });
  if (test === null || fit === null) return null;
  const { slope, scatter, degreesOfFreedom } = fit;
  const beside = { direction: Math.sign(slope), chiSquared: (slope ** 2 / fit.covariance[1][1]) * fit.dispersion };
  const { direction, chiSquared } = breakYear === null ? test : beside;
  return {
    direction,
    chi_squared: chiSquared,
    dispersion: scatter,
    p: fUpper(chiSquared / scatter, 1, degreesOfFreedom),
  };
}

function rowOf(all: readonly GroupYear[], baseStart: number): Row | null {
  const [one] = all;
  const counted = all.filter(
    ({ start, denominator, is_partial }) => start >= baseStart && denominator > 0 && !is_partial,
  );
  const { used, breakYear } = comparableYears(counted);
  const [first, last] = [used[0], used.at(-1)];
  if (one === undefined || first === undefined || last === undefined) return null;
  const head = {
    ...{ indicator_id: one.indicator_id, breakdown: one.breakdown, group: one.group, years: used.length },
    ...{ first_year: first.school_year, last_year: last.school_year, p_holm: null },
    ...{ has_break: breakYear !== null, break_year: breakYear?.school_year ?? null },
    left_out: leftOutOf(counted, used),
  };
  const none = { direction: null, chi_squared: null, dispersion: null, p: null };
  if (used.length < FEWEST_YEARS) return { ...head, ...none, reason: "too_few_years" };
  const { answer, reason } = answerOf(() => trendOf(used, breakYear), "share_never_moves");
  return { ...head, ...(answer ?? none), reason };
}

/** Holm's adjustment over all groups of one share that could be tested. */
function adjusted(rows: readonly Row[]): Row[] {
  const tested = rows.filter(({ p }) => p !== null);
  const pHolm = holm(tested.map(({ p }) => Number(p)));
  const found = new Map(tested.map((row, place) => [row, pHolm[place] ?? null]));
  return rows.map((row) => ({ ...row, p_holm: found.get(row) ?? null }));
}

export const girlsShareGroupTrends = analysis({
  id: "girls_share_group_trends",
  name: { nl: "Trend per onderwijsvorm, domein en provincie", en: "Trend by track, domain and province" },
  method: {
    nl: "Voor elke onderwijsvorm, elk domein en elke provincie: de trendtest van Cochran en Armitage (1955) over de schooljaren sinds het basisjaar, op de leerlingen in het eerste leerjaar van de graad: elk schooljaar zijn dat andere leerlingen, terwijl de helft van een telling over beide leerjaren er het jaar daarop weer in zit. De toets is gedeeld door de spreiding rond een logitlijn (F-toets op 1 en T − 2 vrijheidsgraden). Wie naar veel groepen kijkt, vindt er altijd een: de p-waarden zijn daarom per aandeel bijgesteld volgens Holm (1979). Waar de modernisering een reeks breekt, wordt er niet over de breuk heen gekeken: de logitlijn krijgt er een trap in het niveau, een half ingevoerd jaar valt weg, en getoetst wordt de helling naast de trap (F-toets op 1 en T − 3 vrijheidsgraden), zoals bij de lijn door heel STEM. Jaren waarin maar een deel van de leerlingen bij een onderwijsvorm geteld is, blijven weg. Met minder dan vijf bruikbare schooljaren is de spreiding niet te kennen en staat er geen p-waarde.",
    en: "For each track, domain and province: the trend test of Cochran and Armitage (1955) over the school years since the base year, on the pupils in the first year of the stage: these are other pupils each school year, while half of a count over both years is in it again the year after. The test is divided by the dispersion around a logit line (F test on 1 and T − 2 degrees of freedom). Whoever looks at many groups always finds one: the p values of each share are therefore adjusted by Holm (1979). Where the modernisation breaks a series, nothing is read across the break: the logit line gets a step in its level there, a year in which the coding was half introduced is left out, and what is tested is the slope beside the step (F test on 1 and T − 3 degrees of freedom), as for the line through all of STEM. Years in which only part of the pupils were counted under a track are left out. With fewer than five usable school years the dispersion cannot be known and there is no p value.",
  },
  evidence: "shift",
  codes: ["D3", "D5"],
  inputs: ["marts.stem_year_groups", "indicators.observations", "staging.stg_targets"],
  functions: ["cochranArmitage", "fitLogitTrend", "holm"],
  parameters: { fewest_years: FEWEST_YEARS },
  thresholds: [],
  columns,
  async run({ warehouse }) {
    const base = baseOf(await girlsByYear(warehouse), await girlsTargets(warehouse));
    const series = byGroup(await entrantGroupYears(warehouse)).filter(([one]) => one?.breakdown !== "total");
    const rows = series.flatMap((one) => rowOf(one, base?.base.start ?? 0) ?? []);
    return SHARES.flatMap((id) => adjusted(rows.filter(({ indicator_id }) => indicator_id === id)));
  },
});
