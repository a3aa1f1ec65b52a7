import { fitLogitTrend, fittedShare, type LogitTrend } from "../../../statistics/forecast/logitTrend.ts";
import { predictShare } from "../../../statistics/forecast/prediction.ts";
import { type RandomWalk, randomWalkForecast } from "../../../statistics/forecast/randomWalk.ts";
import type { Interval } from "../../../statistics/interval.ts";
import { answerOf } from "../reasons.ts";
import type { YearCount } from "./girlsSeries.ts";

/** From fewer years the dispersion cannot be known. */
export const FEWEST_YEARS = 5;
export const LEVEL = 0.95;
/** Of a predicted count. */
export const DRAWS = 4000;
export const SEED = 1;

/** The straight line through the years that can be compared, and the random walk beside it. */
export interface GirlsLine {
  used: YearCount[];
  origin: number;
  /** First school year at the level of today; null where the series has no break. */
  breakYear: YearCount | null;
  fit: LogitTrend;
  walk: RandomWalk | null;
  /** Last start year that a forecast may reach: as far ahead as the fitted years reach back. */
  horizon: number;
  /** Share on the line, with its interval, on the level that held in that year. */
  at(start: number): ReturnType<typeof fittedShare>;
}

interface Coded {
  start: number;
  status: string | null;
  is_transition: boolean;
}

/**
 * The years to fit and where the level steps. Where a coding came in by parts, only the first year counts in which it is complete: of
 * consecutive years with a break the last, and none whose pupils were still counted under both codings. Of several breaks, only the years
 * since the one before the last count.
 */
export function comparableYears<Year extends Coded>(years: readonly Year[]): { used: Year[]; breakYear: Year | null } {
  const isBroken = (place: number) => years[place]?.status === "b";
  const isHalf = (place: number) =>
    isBroken(place) && (years[place]?.is_transition || (place > 0 && isBroken(place + 1)));
  const settled = years.filter((_, place) => !isHalf(place));
  const breaks = settled.slice(1).filter((year) => {
    const place = years.indexOf(year);
    return isBroken(place) || isHalf(place - 1);
  });
  const [breakYear, earlier] = [breaks.at(-1) ?? null, breaks.at(-2)];
  return { used: settled.filter(({ start }) => earlier === undefined || start >= earlier.start), breakYear };
}

/** Where a count of a school year to come falls with 95 % probability, among as many pupils as the last one; seeded. */
export function predictedCount({ fit, used, origin }: GirlsLine, start: number, draws: number): Interval | null {
  const meanTrials = used.reduce((sum, { pupils }) => sum + pupils / used.length, 0);
  const { pupils } = used.at(-1) as YearCount;
  return predictShare(fit, start - origin, pupils, { level: LEVEL, draws, seed: SEED, meanTrials }).interval;
}

/** The school years that a line leaves out, as the reader is told; null without any. */
export const leftOutOf = <Year extends { school_year: string }>(years: readonly Year[], used: readonly Year[]) =>
  years.flatMap((year) => (used.includes(year) ? [] : year.school_year)).join(", ") || null;

/** Fits line and walk, or says why they cannot be fitted. */
export function girlsLine(years: readonly YearCount[]) {
  const { used, breakYear } = comparableYears(years);
  const [first, last] = [used[0], used.at(-1)];
  if (first === undefined || last === undefined) return { answer: null, reason: "no_rows" as const };
  if (used.length < FEWEST_YEARS) return { answer: null, reason: "too_few_years" as const };
  const origin = first.start;
  const times = used.map(({ start }) => start - origin);
  const [girls, pupils] = [used.map((year) => year.girls), used.map((year) => year.pupils)];
  const shared = used.map((year, i) => {
    const next = used[i + 1];
    return next !== undefined && next.start === year.start + 1 ? next.shared_with_last : 0;
  });
  const breakAt = breakYear === null ? undefined : breakYear.start - origin;
  return answerOf((): GirlsLine | null => {
    const fit = fitLogitTrend(times, girls, pupils, { breakAt, shared });
    // with time turned round, the level before the break is the one that the fit is centred on
    const turned =
      breakAt === undefined
        ? fit
        : fitLogitTrend(
            times.map((time) => -time),
            girls,
            pupils,
            { breakAt: 0.5 - breakAt, shared },
          );
    if (fit === null || turned === null) return null;
    return {
      ...{ used, origin, breakYear, fit, horizon: last.start + used.length },
      walk: randomWalkForecast(times, girls, pupils, { breakAt, step: fit.step?.estimate }),
      at: (start) =>
        breakYear !== null && start < breakYear.start
          ? fittedShare(turned, origin - start, LEVEL)
          : fittedShare(fit, start - origin, LEVEL),
    };
  }, "share_never_moves");
}
