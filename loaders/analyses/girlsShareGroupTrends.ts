import { fUpper } from "../../statistics/distributions.ts";
import { fitLogitTrend } from "../../statistics/forecast.ts";
import { cochranArmitage, holm } from "../../statistics/trend.ts";
import { analysis, type Result } from "./analysis.ts";
import { byGroup, type GroupYear, groupYears, SHARES } from "./girlsGroups.ts";
import { baseOf, girlsByYear, girlsTargets } from "./girlsSeries.ts";
import { answerOf } from "./reasons.ts";

/** From fewer years the dispersion cannot be known. */
const FEWEST_YEARS = 5;

const columns = {
  indicator_id: "VARCHAR",
  breakdown: "VARCHAR",
  group: "VARCHAR",
  first_year: "VARCHAR",
  last_year: "VARCHAR",
  years: "INTEGER",
  has_break: "BOOLEAN",
  direction: "INTEGER",
  chi_squared: "DOUBLE",
  dispersion: "DOUBLE",
  p: "DOUBLE",
  p_holm: "DOUBLE",
} as const;

type Row = Result<typeof columns>;

/** Cochran-Armitage on the years of one series, divided by the dispersion around its logit line. */
function trendOf(series: readonly GroupYear[]) {
  const [times, girls, pupils] = [
    series.map(({ start }) => start),
    series.map(({ numerator }) => numerator),
    series.map(({ denominator }) => denominator),
  ];
  const test = cochranArmitage(girls, pupils, times);
  const fit = fitLogitTrend(times, girls, pupils);
  if (test === null || fit === null) return null;
  const { chiSquared, direction } = test;
  const p = fUpper(chiSquared / fit.dispersion, 1, fit.degreesOfFreedom);
  return { direction, chi_squared: chiSquared, dispersion: fit.dispersion, p };
}

function rowOf(all: readonly GroupYear[], baseStart: number): Row | null {
  const [one] = all;
  const used = all.filter(({ start, denominator, is_partial }) => start >= baseStart && denominator > 0 && !is_partial);
  const [first, last] = [used[0], used.at(-1)];
  if (one === undefined || first === undefined || last === undefined) return null;
  const head = {
    ...{ indicator_id: one.indicator_id, breakdown: one.breakdown, group: one.group, years: used.length },
    ...{ first_year: first.school_year, last_year: last.school_year, p_holm: null },
    has_break: used.slice(1).some(({ status }) => status === "b"),
  };
  const none = { direction: null, chi_squared: null, dispersion: null, p: null };
  if (used.length < FEWEST_YEARS) return { ...head, ...none, reason: "too_few_years" };
  const { answer, reason } = answerOf(() => trendOf(used), "share_never_moves");
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
    nl: "Voor elke onderwijsvorm, elk domein en elke provincie: de trendtest van Cochran en Armitage (1955) over de schooljaren sinds het basisjaar, gedeeld door de spreiding rond een logitlijn (F-toets op 1 en T − 2 vrijheidsgraden). Wie naar veel groepen kijkt, vindt er altijd een: de p-waarden zijn daarom per aandeel bijgesteld volgens Holm (1979). Jaren waarin maar een deel van de leerlingen bij een onderwijsvorm geteld is, blijven weg. Met minder dan vijf schooljaren is de spreiding niet te kennen en staat er geen p-waarde.",
    en: "For each track, domain and province: the trend test of Cochran and Armitage (1955) over the school years since the base year, divided by the dispersion around a logit line (F test on 1 and T − 2 degrees of freedom). Whoever looks at many groups always finds one: the p values of each share are therefore adjusted by Holm (1979). Years in which only part of the pupils were counted under a track are left out. With fewer than five school years the dispersion cannot be known and there is no p value.",
  },
  evidence: "shift",
  codes: ["D3", "D5"],
  inputs: ["indicators.observations", "staging.stg_targets"],
  functions: ["cochranArmitage", "fitLogitTrend", "holm"],
  parameters: { fewest_years: FEWEST_YEARS },
  thresholds: [],
  columns,
  async run({ warehouse }) {
    const base = baseOf(await girlsByYear(warehouse), await girlsTargets(warehouse));
    const series = byGroup(await groupYears(warehouse)).filter(([one]) => one?.breakdown !== "total");
    const rows = series.flatMap((one) => rowOf(one, base?.base.start ?? 0) ?? []);
    return SHARES.flatMap((id) => adjusted(rows.filter(({ indicator_id }) => indicator_id === id)));
  },
});
