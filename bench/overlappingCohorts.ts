import type { GroupYear } from "../loaders/analyses/girls/girlsGroups.ts";
import { girlsLine, LEVEL } from "../loaders/analyses/girls/girlsLine.ts";
import { correlationOf, schoolYearFrom, type YearCount } from "../loaders/analyses/girls/girlsSeries.ts";
import { changeSince } from "../loaders/analyses/girls/girlsShare.ts";
import { trendOf } from "../loaders/analyses/girls/girlsShareGroupTrends.ts";
import { limitFactor } from "../statistics/forecast/logitTrend.ts";
import { drawBinomial, type Random, seededRandom } from "../statistics/random.ts";
import { shiftVerdict } from "../statistics/trend/shiftVerdict.ts";

const FIRST = 2016;

export interface Cohorts {
  years: number;
  /** Pupils in STEM in the first year of the stage. */
  pupils: number;
  share: number;
  /** Part of a cohort that is still there a year later; others take the place of who left. */
  stays: number;
}

interface Counts {
  /** First and second year of the stage together: half of the pupils come back a school year later. */
  both: YearCount[];
  /** First year alone. */
  entrants: YearCount[];
}

/** The counts of school years in which every pupil is as likely as in all others to be a girl. */
export function overlappingCounts(random: Random, { years, pupils, share, stays }: Cohorts): Counts {
  const staying = Math.round(pupils * stays);
  const cohorts = Array.from({ length: years + 1 }, () => {
    const kept = drawBinomial(random, staying, share);
    const first = kept + drawBinomial(random, pupils - staying, share);
    return { first, second: kept + drawBinomial(random, pupils - staying, share) };
  });
  const yearOf = (i: number, girls: number, all: number, shared: number): YearCount => ({
    ...{ school_year: schoolYearFrom(FIRST + i), start: FIRST + i, girls, pupils: all, status: null },
    ...{ is_transition: false, shared_with_last: shared },
  });
  const girlsOf = (i: number, year: "first" | "second") => (cohorts[i] as (typeof cohorts)[number])[year];
  const places = Array.from({ length: years }, (_, i) => i);
  return {
    both: places.map((i) => yearOf(i, girlsOf(i, "second") + girlsOf(i + 1, "first"), 2 * pupils, i > 0 ? pupils : 0)),
    entrants: places.map((i) => yearOf(i, girlsOf(i + 1, "first"), pupils, 0)),
  };
}

const groupYear = ({ girls, pupils, ...year }: YearCount): GroupYear => ({
  ...{ ...year, indicator_id: "girls_share_in_stem", breakdown: "total", group: "total" },
  ...{ numerator: girls, denominator: pupils, is_partial: false },
});
const independent = (year: YearCount): YearCount => ({ ...year, shared_with_last: 0 });

const trendAlarm = (years: readonly YearCount[]) => Number(trendOf(years.map(groupYear), null)?.p) < 1 - LEVEL;

function lineAlarm(years: readonly YearCount[]) {
  const fit = girlsLine(years).answer?.fit;
  return fit !== undefined && Math.abs(fit.slope) > limitFactor(fit, LEVEL) * Math.sqrt(fit.covariance[1][1]);
}

function changeAlarm(years: readonly YearCount[]) {
  const [then, now] = years.slice(-2).map(groupYear) as [GroupYear, GroupYear];
  const { lower, upper } = changeSince(now, then, "not_in_last_year");
  return Number(lower) > 0 || Number(upper) < 0;
}

function verdictOf({ both, entrants }: Counts) {
  const series = (years: readonly YearCount[]) =>
    years.map(({ start, girls, pupils }) => ({ time: start, successes: girls, trials: pupils }));
  const [first, last] = [both[0] as YearCount, both.at(-1) as YearCount];
  const correlation = correlationOf(last, first, [last.pupils, first.pupils]);
  return shiftVerdict(series(both), { base: FIRST, level: LEVEL, cohorts: series(entrants), correlation });
}

/** Part of the runs in which each test finds something where there is nothing; `counted_twice` as if all counts were independent. */
export function falseAlarms(cohorts: Cohorts, runs: number, seed = 1) {
  const random = seededRandom(seed);
  const found = { trend: 0, verdict: 0, line: 0, since_last: 0 };
  const counted_twice = { trend: 0, verdict: 0, line: 0, since_last: 0 };
  let shifts = 0;
  for (let run = 0; run < runs; run++) {
    const { both, entrants } = overlappingCounts(random, cohorts);
    const naive = both.map(independent);
    const verdict = verdictOf({ both, entrants });
    found.trend += trendAlarm(entrants) ? 1 : 0;
    found.verdict += Number(verdict?.significant.p) < 1 - LEVEL ? 1 : 0;
    found.line += lineAlarm(both) ? 1 : 0;
    found.since_last += changeAlarm(both) ? 1 : 0;
    shifts += verdict?.significant.met && verdict.large.met ? 1 : 0;
    counted_twice.trend += trendAlarm(naive) ? 1 : 0;
    counted_twice.verdict += Number(verdictOf({ both: naive, entrants: naive })?.significant.p) < 1 - LEVEL ? 1 : 0;
    counted_twice.line += lineAlarm(naive) ? 1 : 0;
    counted_twice.since_last += changeAlarm(naive) ? 1 : 0;
  }
  const part = (counts: typeof found) =>
    Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, n / runs])) as typeof found;
  return { found: part(found), counted_twice: part(counted_twice), shifts: shifts / runs };
}
