import { dateOf, dayNumber, dayOf, firstYearOf, weekday } from "./dates.ts";
import { HOLIDAY_EXCEPTIONS, schoolHolidays } from "./holidays.ts";

/**
 * Teaching days of a school year as ISO dates in order: Monday to Friday from 1 September to 30 June, without school holidays and single
 * days off. The days that each school may choose itself are not known and count as teaching days.
 */
export function teachingDays(schoolYear: string, exceptions = HOLIDAY_EXCEPTIONS): string[] {
  const first = firstYearOf(schoolYear);
  const holidays = schoolHolidays(schoolYear, exceptions);
  const spans = [holidays.autumn, holidays.christmas, holidays.carnival, holidays.easter];
  const off = spans.map(([from, to]) => [dayNumber(from), dayNumber(to)] as const);
  const single = new Set(holidays.days);
  const days: string[] = [];
  for (let day = dayOf(first, 9, 1); day <= dayOf(first + 1, 6, 30); day++) {
    if (weekday(day) > 5 || off.some(([from, to]) => day >= from && day <= to)) continue;
    const date = dateOf(day);
    if (!single.has(date)) days.push(date);
  }
  return days;
}

/** Date of the yearly enrolment count: the first school day of February. */
export function enrolmentCountDate(schoolYear: string, exceptions = HOLIDAY_EXCEPTIONS): string {
  const february = `${firstYearOf(schoolYear) + 1}-02-01`;
  return teachingDays(schoolYear, exceptions).find((date) => date >= february) as string;
}
