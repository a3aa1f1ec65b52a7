import { yearTargetReached } from "../../../statistics/forecast/yearTargetReached.ts";
import { analysis, type Result } from "../analysis.ts";
import { answerOf, type Reason } from "../reasons.ts";
import { DRAWS, FEWEST_YEARS, type GirlsLine, girlsLine, LEVEL, leftOutOf, predictedCount, SEED } from "./girlsLine.ts";
import { type GirlsTarget, girlsByYear, girlsTargets, schoolYearFrom, type YearCount } from "./girlsSeries.ts";

/** Line and walk that name years further apart than this leave the year uncertain. */
const LARGEST_DIFFERENCE = 3;

const columns = {
  target: "DOUBLE",
  target_period: "VARCHAR",
  source: "VARCHAR",
  is_default: "BOOLEAN NOT NULL",
  first_year: "VARCHAR NOT NULL",
  last_year: "VARCHAR NOT NULL",
  share: "DOUBLE NOT NULL",
  share_when_due: "DOUBLE",
  /** First counted school year at or above the target, whatever came after. */
  met_year: "VARCHAR",
  /** Whether the last count is at or above the target. */
  is_met: "BOOLEAN",
  years: "INTEGER",
  break_year: "VARCHAR",
  left_out: "VARCHAR",
  slope: "DOUBLE",
  slope_se: "DOUBLE",
  step: "DOUBLE",
  step_se: "DOUBLE",
  dispersion: "DOUBLE",
  points_per_year: "DOUBLE",
  reached_year: "VARCHAR",
  earliest_year: "VARCHAR",
  latest_year: "VARCHAR",
  is_bounded: "BOOLEAN",
  /** First school years in which a count may, and in which it will, be at the target (95 %). */
  count_earliest_year: "VARCHAR",
  count_latest_year: "VARCHAR",
  /** Counts on the level of today that the line has, and those of them that are provisional. */
  counts_since_break: "INTEGER",
  provisional_since_break: "INTEGER",
  horizon_year: "VARCHAR",
  walk_year: "VARCHAR",
  walk_reason: "VARCHAR",
  difference: "DOUBLE",
  verdict: { oneOf: ["agree", "uncertain", "reached"] },
} as const;

type Row = Result<typeof columns>;

const noLine = {
  ...{ years: null, break_year: null, left_out: null, slope: null, slope_se: null, step: null, step_se: null },
  ...{ dispersion: null, points_per_year: null, horizon_year: null },
  ...{ counts_since_break: null, provisional_since_break: null },
};
const noYear = {
  ...{ reached_year: null, earliest_year: null, latest_year: null, is_bounded: null },
  ...{ count_earliest_year: null, count_latest_year: null },
  ...{ walk_year: null, walk_reason: null, difference: null, verdict: null },
};

function lineOf({ used, fit, breakYear, horizon, at }: GirlsLine, years: readonly YearCount[]) {
  const now = at((used.at(-1) as YearCount).start).share;
  const since = used.filter(({ start }) => breakYear !== null && start >= breakYear.start);
  return {
    ...{ years: used.length, break_year: breakYear?.school_year ?? null, dispersion: fit.dispersion },
    left_out: leftOutOf(years, used),
    counts_since_break: breakYear === null ? null : since.length,
    provisional_since_break: breakYear === null ? null : since.filter(({ status }) => status === "p").length,
    ...{ slope: fit.slope, slope_se: Math.sqrt(Math.max(0, fit.covariance[1][1])) },
    ...{ step: fit.step?.estimate ?? null, step_se: fit.step?.se ?? null },
    ...{ points_per_year: fit.slope * now * (1 - now), horizon_year: schoolYearFrom(horizon) },
  };
}

/** The school year of the first count at or after a time, as far as the horizon reaches. */
function countYear({ origin, horizon }: GirlsLine, time: number | null): string | null {
  if (time === null) return null;
  const start = origin + Math.ceil(time - 1e-9);
  return start > horizon ? null : schoolYearFrom(start);
}

/** The first school years in which a count may be at the target, and in which it is all but certain to be, as far as the horizon reaches. */
function countsAt(line: GirlsLine, target: number, last: YearCount) {
  const ahead = Array.from({ length: Math.max(0, line.horizon - last.start) }, (_, i) => last.start + i + 1);
  const limits = ahead.map((start) => ({ start, interval: predictedCount(line, start, DRAWS) }));
  const first = (limit: "lower" | "upper") => {
    const found = limits.find(({ interval }) => interval !== null && interval[limit] >= target);
    return found === undefined ? null : schoolYearFrom(found.start);
  };
  return { count_earliest_year: first("upper"), count_latest_year: first("lower") };
}

/** The year in which a target that the last count did not reach is reached: the next count at the earliest, wherever the line crossed it. */
function yearOf(line: GirlsLine, target: number, last: YearCount) {
  const { answer, reason } = answerOf(() => yearTargetReached(line.fit, target, LEVEL), "line_does_not_rise");
  if (answer === null) return { ...noYear, reason };
  const next = last.start + 1 - line.origin;
  const coming = (time: number | null) => (time === null ? null : Math.max(time, next));
  const [reached, walk] = [coming(answer.estimate), coming(line.walk?.timeReached(target) ?? null)];
  const [reached_year, walk_year] = [countYear(line, reached), countYear(line, walk)];
  const missing = (time: number | null, year: string | null): Reason | null =>
    time === null ? "line_does_not_rise" : year === null ? "beyond_horizon" : null;
  const difference = reached === null || walk === null ? null : Math.abs(reached - walk);
  const isAgreed = difference === null ? reached === walk : difference <= LARGEST_DIFFERENCE;
  return {
    ...{ reached_year, walk_year, difference },
    ...countsAt(line, target, last),
    ...{ earliest_year: countYear(line, coming(answer.lower)), latest_year: countYear(line, coming(answer.upper)) },
    ...{ is_bounded: answer.bounded, walk_reason: missing(walk, walk_year) },
    verdict: isAgreed ? ("agree" as const) : ("uncertain" as const),
    reason: missing(reached, reached_year),
  };
}

/** One row a target, the default first; without a target the line alone. */
export function targetYearRows(years: readonly YearCount[], targets: readonly GirlsTarget[]): Row[] {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { answer: line, reason } = girlsLine(years);
  const fitted = line === null ? noLine : lineOf(line, years);
  const share = last.girls / last.pupils;
  const standing = { first_year: first.school_year, last_year: last.school_year, share };
  if (targets.length === 0) {
    const none = { target: null, target_period: null, source: null, is_default: true, share_when_due: null };
    return [{ ...none, ...standing, ...fitted, ...noYear, met_year: null, is_met: null, reason: "no_target" }];
  }
  return targets.map(({ target, target_period, source }, place): Row => {
    const due = years.find(({ school_year }) => school_year === target_period);
    const met = years.find(({ girls, pupils }) => girls / pupils >= target);
    const head = {
      ...{ target, target_period, source, is_default: place === 0, ...standing, ...fitted },
      ...{ share_when_due: due === undefined ? null : due.girls / due.pupils, met_year: met?.school_year ?? null },
    };
    if (share >= target) return { ...head, ...noYear, is_met: true, verdict: "reached", reason: "target_reached" };
    return { ...head, is_met: false, ...(line === null ? { ...noYear, reason } : yearOf(line, target, last)) };
  });
}

export const girlsShareTargetYear = analysis({
  id: "girls_share_target_year",
  name: { nl: "Jaar waarin het doel bereikt wordt", en: "Year in which the target is reached" },
  method: {
    nl: "Staat de laatste telling op of boven het doel, dan is het gehaald: dan staat er in welk geteld schooljaar het voor het eerst gehaald werd, en geen jaar dat nog moet komen. Anders: het schooljaar van de eerste telling waarop de lijn uit de vorige tabel het doel haalt, met de grenzen van Fieller (1954), en nooit een jaar voor de volgende telling. Is de helling niet zeker genoeg, dan is er geen bovengrens, en dat staat er zo. Een telling ligt niet op de lijn: ernaast staat vanaf welk schooljaar een telling het doel kan halen en vanaf welk schooljaar ze dat bijna zeker doet, naar het voorspellingsinterval uit de vorige tabel. Waar de reeks breekt, staat er hoeveel tellingen er na de breuk zijn en hoeveel daarvan voorlopig. Een toevalswandeling met drift geeft een tweede jaar; liggen beide meer dan drie jaar uiteen, dan heet het jaar onzeker. Een jaar verder vooruit dan er jaren in de lijn zitten, wordt niet genoemd. Van twee doelen met een verschillend streefjaar is dat met het laatste schooljaar het gewone; het andere staat ernaast.",
    en: "Where the last count is at or above the target, it has been reached: then the first counted school year that reached it is given, and no year to come. Else: the school year of the first count on which the line of the table before reaches the target, with Fieller's limits (1954), and never a year before the next count. Where the slope is not certain enough there is no upper limit, and that is said. A count does not lie on the line: beside it stands from which school year on a count may reach the target and from which it is all but certain to, by the prediction interval of the table before. Where the series breaks, the number of counts after the break is given, and how many of them are provisional. A random walk with drift gives a second year; where both lie more than three years apart, the year is called uncertain. No year further ahead than the line has years is named. Of two targets with different due years the one with the latest school year is the default; the other stands beside it.",
  },
  evidence: "shift",
  codes: ["D6"],
  inputs: ["indicators.observations", "marts.stem_year_groups", "staging.stg_targets"],
  functions: ["yearTargetReached", "predictShare", "randomWalkForecast"],
  parameters: {
    level: LEVEL,
    draws: DRAWS,
    seed: SEED,
    fewest_years: FEWEST_YEARS,
    largest_difference_years: LARGEST_DIFFERENCE,
  },
  thresholds: [],
  columns,
  async run({ warehouse }) {
    return targetYearRows(await girlsByYear(warehouse), await girlsTargets(warehouse));
  },
});
