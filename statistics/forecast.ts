export { fitLogit, type LogitFit } from "./forecast/logit.ts";
export { fitLogitTrend, fittedShare, type LogitTrend } from "./forecast/logitTrend.ts";
export { predictShare } from "./forecast/prediction.ts";
export { type RandomWalk, randomWalkForecast } from "./forecast/randomWalk.ts";
export { type YearReached, yearTargetReached } from "./forecast/yearTargetReached.ts";
