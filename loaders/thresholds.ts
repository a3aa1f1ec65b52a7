import { z } from "zod";

/** A number that decides what is reported, with the place where it was decided. */
export interface Threshold {
  value: number;
  source: string;
}

const fraction = z.number().min(0).max(1);

/** Every threshold that a configuration may set: what values it may have, and what holds where it is left out. */
const KNOWN = {
  /** A lecture is registered in time within so many days (H2). */
  registration_days: {
    number: z.number().int().min(0).max(366),
    value: 14,
    source: "registered within two weeks (indicator H2)",
  },
  /** A response rate below this fraction is flagged as of low reliability (B2). */
  response_rate_low: {
    number: fraction,
    value: 0.6,
    source: "below 60 % a survey is of low reliability (indicator B2)",
  },
  /** A benchmark is on course when it is reached with at least this probability, and off course when it is missed with it (A7). */
  on_course_probability: { number: z.number().min(0.5).max(1), value: 0.8, source: "at least 80 % (indicator A7)" },
  /** A share has moved when its change is surely larger than this fraction (D9). */
  smallest_change: {
    number: fraction,
    value: 0.01,
    source: "smallest change of interest, 1 percentage point (indicator D9)",
  },
  /** No lecturer is proposed for a school farther away than so many km (C2). */
  caliper_km: {
    number: z.number().positive().max(500),
    value: 40,
    source: "no match beyond 40 km as the crow flies (indicator C2)",
  },
} satisfies Record<string, Threshold & { number: z.ZodNumber }>;

export type ThresholdId = keyof typeof KNOWN;
export type Thresholds = Record<ThresholdId, Threshold>;

const ids = Object.keys(KNOWN) as ThresholdId[];

/** The `thresholds` of a configuration; each has a source, and those left out have their default. */
export const ThresholdsConfig = z.strictObject(
  Object.fromEntries(
    ids.map((id) => {
      const { number, value, source } = KNOWN[id];
      return [id, z.strictObject({ value: number, source: z.string().min(1) }).default({ value, source })];
    }),
  ) as Record<ThresholdId, z.ZodDefault<z.ZodObject<{ value: z.ZodNumber; source: z.ZodString }>>>,
);

export const defaultThresholds: Thresholds = ThresholdsConfig.parse({});
