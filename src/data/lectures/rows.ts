import { z } from "zod";
import { benchmarkBackTest } from "../../../loaders/analyses/lectures/benchmarkBackTest.ts";
import { benchmarkForecast } from "../../../loaders/analyses/lectures/benchmarkForecast.ts";
import { coverage } from "../../../loaders/analyses/lectures/coverage.ts";
import { coverageEquity } from "../../../loaders/analyses/lectures/coverageEquity.ts";
import { girlsInLectures } from "../../../loaders/analyses/lectures/girlsInLectures.ts";
import { lectureDistances } from "../../../loaders/analyses/lectures/lectureDistances.ts";
import { lectureDose } from "../../../loaders/analyses/lectures/lectureDose.ts";
import { matchingEfficiency } from "../../../loaders/analyses/lectures/matchingEfficiency.ts";
import { registrationDelays } from "../../../loaders/analyses/lectures/registrationDelays.ts";
import { Meaning, resultRow } from "../rows.ts";

/** Cumulative count at the end of every fifth teaching day (and the last) of a school year. */
export const CumulativeRow = z.strictObject({
  school_year: z.string(),
  teaching_day: z.number(),
  date: z.string(),
  value: z.number(),
  is_current: z.boolean(),
  /** Schools were closed for part of this year: drawn, but left out of the band of past years. */
  is_closure_year: z.boolean(),
  /** The benchmark of that school year, null where none was set. */
  target: z.number().nullable(),
});
export type CumulativeRow = z.infer<typeof CumulativeRow>;

/** Where a benchmark of the current school year will end; null figures have a reason. */
export const ForecastRow = resultRow(
  benchmarkForecast,
  ...(["value", "share_elapsed", "mean", "lower", "upper", "lower_95", "upper_95", "target", "probability"] as const),
  ...(["required_pace", "held", "held_lower", "held_upper", "reason"] as const),
).extend({ meaning: Meaning });
export type ForecastRow = z.infer<typeof ForecastRow>;

/** What share of past years' lectures stood in the register within so many days. */
export const DelayRow = resultRow(
  registrationDelays,
  ...(["days", "share", "lectures", "dated", "longest_days", "past_years", "reason"] as const),
);
export type DelayRow = z.infer<typeof DelayRow>;

/** How forecasts made in one month (09, 10 …; null for all) of past years did; errors are fractions of the true total. */
export const BackTestRow = resultRow(
  benchmarkBackTest,
  ...(["month", "years", "cases", "covered", "error", "error_of_line", "reason"] as const),
).extend({ meaning: Meaning });
export type BackTestRow = z.infer<typeof BackTestRow>;

/** How many lectures the schools of a programme got in a school year, and how they were given (null: too few to tell); a blank programme is all together. */
export const DoseRow = resultRow(
  lectureDose,
  ...(["school_year", "programme", "is_current_year", "reached_schools", "median_lectures"] as const),
  ...(["once_reached_schools", "returning_schools", "stage_known", "third_stage"] as const),
  ...(["format_known", "online", "wrapped_up", "wrap_ups_due"] as const),
).extend({
  once_reached_schools: z.number().nullable(),
  third_stage: z.number().nullable(),
  online: z.number().nullable(),
});
export type DoseRow = z.infer<typeof DoseRow>;

/** Girls among the students of lectures, and what the schools that hosted them would give; shares and differences are fractions. */
export const GirlsRow = resultRow(
  girlsInLectures,
  ...(["school_year", "is_current_year", "programme", "lectures", "filled", "filled_share", "girls_share"] as const),
  ...(["compared", "compared_share", "host_share", "difference", "lower", "upper", "host_reason", "reason"] as const),
);
export type GirlsRow = z.infer<typeof GirlsRow>;

const OF_YEAR = { school_year: z.string(), is_current_year: z.boolean() };

/** Schools reached in an area in a school year, of those that count. */
export const CoverageRow = resultRow(
  coverage,
  ...(["province", "eligible_schools", "reached_schools", "share", "lower", "upper"] as const),
  ...(["eligible_municipalities", "white_spots", "reason"] as const),
).extend(OF_YEAR);
export type CoverageRow = z.infer<typeof CoverageRow>;

/** A municipality on the map: whether a school of it was reached in the last school year that is over. Degrees. */
export const PlaceRow = z.strictObject({
  ...{ school_year: z.string(), name: z.string(), province: z.string(), lat: z.number(), lon: z.number() },
  state: z.enum(["reached", "white_spot", "no_school", "hidden"]),
});
export type PlaceRow = z.infer<typeof PlaceRow>;

/** The lowest and the highest share of schools reached among the provinces. */
export const EquityRow = resultRow(
  coverageEquity,
  ...(["lowest_province", "lowest_share", "highest_province", "highest_share", "ratio"] as const),
  ...(["reason"] as const),
).extend(OF_YEAR);
export type EquityRow = z.infer<typeof EquityRow>;

/** How far lecturers travelled to a lecture, in km as the crow flies. */
export const DistanceRow = resultRow(
  lectureDistances,
  ...(["province", "median_km", "p90_km", "near_share", "lower", "upper", "reason"] as const),
).extend(OF_YEAR);
export type DistanceRow = z.infer<typeof DistanceRow>;

/** The kilometres that the best matching would have taken, of those that were travelled. */
export const MatchingRow = resultRow(
  matchingEfficiency,
  ...(["lecturers", "actual_km", "optimal_km", "efficiency"] as const),
  ...(["same_discipline_efficiency", "reason"] as const),
).extend(OF_YEAR);
export type MatchingRow = z.infer<typeof MatchingRow>;
