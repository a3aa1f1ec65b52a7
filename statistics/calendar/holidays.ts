import { count } from "../arguments.ts";
import { dateOf, dayNumber, dayOf, firstYearOf, mondayOf, weekday } from "./dates.ts";

/** First and last day of a holiday as ISO dates. */
export type Span = readonly [first: string, last: string];

export interface SchoolHolidays {
  autumn: Span;
  christmas: Span;
  carnival: Span;
  easter: Span;
  /** Single days: Armistice, Easter Monday, Labour Day, Ascension with the Friday after it, Whit Monday. */
  days: readonly string[];
}

/** Years in which the government departed from the rule; 2020-2021: the autumn break was lengthened by a week. */
export const HOLIDAY_EXCEPTIONS: Readonly<Record<string, Partial<SchoolHolidays>>> = {
  "2020-2021": { autumn: ["2020-11-02", "2020-11-15"] },
};

/** Easter Sunday of a year as an ISO date, in the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterSunday(year: number): string {
  count("year", year);
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moon + 15) % 30;
  const day = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * day) / 451);
  const sum = epact + day - 7 * late + 114;
  return dateOf(dayOf(year, Math.floor(sum / 31), (sum % 31) + 1));
}

const weeks = (monday: number, number: number): Span => [dateOf(monday), dateOf(monday + 7 * number - 1)];

function easterBreak(year: number, easter: number): number {
  if (easter < dayOf(year, 4, 1)) return easter + 1;
  if (easter > dayOf(year, 4, 15)) return mondayOf(easter) - 7;
  return mondayOf(dayOf(year, 4, 7));
}

/**
 * Holidays of Flemish schools by the rule of the decree of 17 April 1991, with the exceptions given; `{}` gives the bare rule. Summer
 * runs from 1 July to 31 August and is left out.
 */
export function schoolHolidays(schoolYear: string, exceptions = HOLIDAY_EXCEPTIONS): SchoolHolidays {
  const first = firstYearOf(schoolYear);
  const last = first + 1;
  const saints = dayOf(first, 11, 1);
  const christmas = dayOf(first, 12, 25);
  const easter = dayNumber(easterSunday(last));
  return {
    autumn: weeks(weekday(saints) === 7 ? saints + 1 : mondayOf(saints), 1),
    christmas: weeks(weekday(christmas) >= 6 ? mondayOf(christmas) + 7 : mondayOf(christmas), 2),
    carnival: weeks(mondayOf(easter) - 42, 1),
    easter: weeks(easterBreak(last, easter), 2),
    days: [
      dateOf(dayOf(first, 11, 11)),
      dateOf(easter + 1),
      dateOf(dayOf(last, 5, 1)),
      dateOf(easter + 39),
      dateOf(easter + 40),
      dateOf(easter + 50),
    ],
    ...exceptions[schoolYear],
  };
}
