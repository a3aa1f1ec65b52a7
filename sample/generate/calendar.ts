import { readReference } from "./reference.ts";

export const AS_OF = "2026-03-02";
export const SCHOOL_YEARS = schoolYears(2018, 2025);

export function schoolYears(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => `${first + i}-${first + i + 1}`);
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const daysBetween = (from: string, until: string): number =>
  (Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;

export const schoolYearOf = (day: string): string => {
  const year = Number(day.slice(0, 4)) - (day.slice(5, 7) >= "09" ? 0 : 1);
  return `${year}-${year + 1}`;
};

export interface SchoolDay {
  day: string;
  /** 1 is Monday. */
  weekday: number;
  /** A day on which lessons would have been given, had the schools not been closed. */
  isClosed: boolean;
}

const holidays = readReference("holidays.csv").map(({ kind, from = "", until = "" }) => ({ kind, from, until }));
const within = (kind: string, day: string) => holidays.some((h) => h.kind === kind && h.from <= day && day <= h.until);

/** The days on which lessons were on the timetable, closures included. */
export function schoolDays(schoolYear: string): SchoolDay[] {
  const days: SchoolDay[] = [];
  const last = `${schoolYear.slice(5)}-06-30`;
  for (let day = `${schoolYear.slice(0, 4)}-09-01`; day <= last; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday === 0 || weekday === 6 || within("holiday", day)) continue;
    days.push({ day, weekday, isClosed: within("closure", day) });
  }
  return days;
}

/** Monday to Friday from 1 September to 30 June, outside every row of holidays.csv. */
export const teachingDays = (schoolYear: string): SchoolDay[] =>
  schoolDays(schoolYear).filter(({ isClosed }) => !isClosed);

/** The February count: the first school day of February. */
export const countDate = (schoolYear: string): string =>
  teachingDays(schoolYear).find(({ day }) => day >= `${schoolYear.slice(5)}-02-01`)?.day ?? "";
