export { type BackTestRow, backTestPace } from "./pace/backTest.ts";
export { paceForecast, type YearPassed } from "./pace/paceForecast.ts";
export { clumping, paceOfPastTotals, requiredPace } from "./pace/prior.ts";
export { type SeasonalProfile, seasonalProfile } from "./pace/seasonalProfile.ts";
export { averageForecast, type YearEndForecast, type YearSoFar, yearEndForecast } from "./pace/yearEndForecast.ts";
