/**
 * What is built into the sample, and what the analyses of it should find again within their intervals. All of it is invented. What follows
 * from these values stands in `trueEffects.ts`, `trueSplit.ts`, `trueSeason.ts`, `trueGirls.ts` and `trueAnswers.ts`, worked out from them and
 * not from the rows.
 */

/**
 * Fraction by which the girls' share in STEM of a school's entry year of the third stage is higher, by counts since the first that can show
 * it: the February count of the school year after the school's first held STEM-OvK lecture for pupils of the second stage, the next one, and
 * so on; the last value stays. Lectures for the third stage do nothing: their pupils had chosen. The STEM pupils of a school stay as many;
 * the girls come from its other programmes. All effects on other schools are 0. It is larger than the few pupils in a lecture could bring
 * about alone, so that a sample of this size can show it: no real effect should be read from it.
 */
export const EFFECT_ON_GIRLS_SHARE = [0.025, 0.035] as const;

/**
 * Fraction by which schools that are ever treated differ from the others in every year, before treatment too: no effect, and it leaves the
 * trends parallel, but whoever compares the two kinds of schools in one year finds it.
 */
export const SELECTION_ON_LEVEL = 0.02;

/**
 * Fractions of the girls and of the boys in STEM that the provisional count of a school year missed and the definitive one has. In most years girls
 * came in later, so that the share rose; in one it fell.
 */
export const LATE_ENROLMENTS: Record<string, { f: number; m: number }> = {
  "2021-2022": { f: 0.016, m: 0.009 },
  "2022-2023": { f: 0.014, m: 0.01 },
  "2023-2024": { f: 0.008, m: 0.012 },
  "2024-2025": { f: 0.013, m: 0.006 },
};

/** What a school's girls' share varies by from year to year, against what chance alone (binomial) would do. */
export const SCHOOL_NOISE = 1;

/**
 * By what the pupils of a STEM domain are multiplied between 2016-2017 and 2025-2026, evenly over the years and before the domains of a track
 * are brought back to its pupils. This is the shift in composition; `trueSplit.ts` gives what it adds to the girls' share.
 */
export const DOMAIN_GROWTH: Record<string, number> = {
  wetenschappen: 1.09,
  wiskunde: 1.06,
  "wetenschappen en techniek": 1.08,
  "mechanica, elektriciteit en bouw": 0.925,
  "mechanica en elektriciteit": 0.9,
  "hout, bouw en decoratie": 0.88,
};

/** How busy a teaching day of a month is with lectures, against the others; `trueSeason.ts` makes a year's profile of it. */
export const SEASON_BY_MONTH: Record<string, number> = {
  "09": 0.12,
  "10": 0.6,
  "11": 0.8,
  "12": 0.6,
  "01": 1.2,
  "02": 2.3,
  "03": 2.2,
  "04": 1.2,
  "05": 0.75,
  "06": 0.12,
};
/** The same by day of the week, from Sunday (0) to Friday (5). */
export const SEASON_BY_WEEKDAY = [0, 1, 1.2, 0.5, 1.2, 0.9] as const;
/** STEM-OvK lectures are this fraction of their usual number on days before the year's kick-off. */
export const STEM_BEFORE_KICKOFF = 0.6;

/** Of those invited, the fraction that answers, by role and school year from 2018-2019 on, except for `NON_RESPONSE`. */
export const RESPONSE_RATES = {
  teacher: [0.48, 0.46, 0.5, 0.55, 0.58, 0.62, 0.64, 0.66],
  lecturer: [0.66, 0.63, 0.67, 0.7, 0.72, 0.73, 0.76, 0.77],
};
/**
 * The one role and school year in which those who answer differ from those invited: teachers at schools of this network answer at
 * `rateInGroup`, all others at the rate above. What they answer does not depend on the network, so satisfaction stays as it is.
 */
export const NON_RESPONSE = {
  role: "teacher",
  schoolYear: "2023-2024",
  characteristic: "network",
  group: "vgo",
  rateInGroup: 0.3,
} as const;

/** How an item is answered: normal around `centre` plus the item's `lean`, by mood (shared by a person's answers) and by chance, then rounded. */
export const AGREEMENT = { centre: 4.3, byMood: 0.6, spread: 0.55 };
export const RECOMMENDATION = { centre: 8.3, byMood: 1.3, spread: 1 };
/** Fraction of the answers left blank, whatever they would have been. */
export const BLANK_ANSWERS = 0.025;

/**
 * The girls' share of the students in a lecture, by programme and track, which varies from lecture to lecture by this spread around it (and
 * never lies outside 0 to 1): `trueGirls.ts` gives what is expected of a lecture. It does not depend on the girls of the school.
 */
export const GIRLS_IN_LECTURES = {
  stem_ovk: { aso: 0.46, doorstroom: 0.4, tso: 0.14, dubbel: 0.1, bso: 0.07, arbeidsmarkt: 0.07, kso: 0.5 },
  ovk: { aso: 0.54, doorstroom: 0.54, tso: 0.45, dubbel: 0.45, bso: 0.42, arbeidsmarkt: 0.42, kso: 0.62 },
} as const;
export const GIRLS_SPREAD = 0.1;
