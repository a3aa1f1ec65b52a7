import { StatisticsError } from "../errors.ts";

const DAY = 86_400_000;

/** Days since 1 January 1970 of an ISO date; refuses what is no date. */
export function dayNumber(date: string): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const time = parts === null ? Number.NaN : Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) {
    throw new StatisticsError("not_a_date", "date", String(date));
  }
  return time / DAY;
}

/** ISO date of a day number. */
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Day number of a year, month (1 to 12) and day. */
export const dayOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY;

/** Day of the week, 1 Monday to 7 Sunday. */
export const weekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Monday of the week of a day. */
export const mondayOf = (day: number): number => day - weekday(day) + 1;

/** First calendar year of a school year such as 2024-2025; refuses another form. */
export function firstYearOf(schoolYear: string): number {
  const parts = /^(\d{4})-(\d{4})$/.exec(schoolYear);
  if (parts === null || Number(parts[2]) !== Number(parts[1]) + 1) {
    throw new StatisticsError("not_a_school_year", "schoolYear", String(schoolYear));
  }
  return Number(parts[1]);
}

/** School year of an ISO date, from 1 September to 31 August: 2024-09-01 is in 2024-2025. */
export function schoolYearOf(date: string): string {
  dayNumber(date);
  const year = Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) >= 9 ? 0 : 1);
  return `${year}-${year + 1}`;
}

/** ISO 8601 week of an ISO date: the week belongs to the year that holds its Thursday; weekday 1 is Monday. */
export function isoWeek(date: string): { year: number; week: number; weekday: number } {
  const day = dayNumber(date);
  const thursday = mondayOf(day) + 3;
  const year = Number(dateOf(thursday).slice(0, 4));
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1, weekday: weekday(day) };
}
