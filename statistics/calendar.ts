export { isoWeek, schoolYearOf } from "./calendar/dates.ts";
export { easterSunday, HOLIDAY_EXCEPTIONS, type SchoolHolidays, schoolHolidays } from "./calendar/holidays.ts";
export { enrolmentCountDate, teachingDays } from "./calendar/teachingDays.ts";
