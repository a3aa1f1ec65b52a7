import { broadcastTable, pressTable } from "./campaigns/broadcastTable.ts";
import { campaignTimeline } from "./campaigns/campaignTimeline.ts";
import { campaignAnswer, girlsReached, waveReach } from "./campaigns/reachRanges.ts";
import { reachTable } from "./campaigns/reachTable.ts";
import { checksTable, rejectedTable } from "./data/checkTables.ts";
import { freshness } from "./data/freshness.ts";
import { held } from "./data/held.ts";
import { filesTable, loadsTable, provenanceTable } from "./data/loadTables.ts";
import type { Chart, Part } from "./figure/chart.ts";
import { costPerContact } from "./funding/costPerContact.ts";
import { fundingSplit } from "./funding/fundingSplit.ts";
import { funderConcentration, planActual } from "./funding/planActual.ts";
import { publishedPoints } from "./girls/publishedPoints.ts";
import { publishedTable } from "./girls/publishedTable.ts";
import { revisions } from "./girls/revisions.ts";
import { shareForecast } from "./girls/shareForecast.ts";
import { shareLines } from "./girls/shareLines.ts";
import { sharePair } from "./girls/sharePair.ts";
import { shareSplit } from "./girls/shareSplit.ts";
import { shiftAnswer, shiftVerdict } from "./girls/shiftVerdict.ts";
import { splitTable } from "./girls/splitTable.ts";
import { targetYear } from "./girls/targetYear.ts";
import { threeWay } from "./girls/threeWay.ts";
import { benchmarkBackTest } from "./lectures/benchmarkBackTest.ts";
import { benchmarkForecast } from "./lectures/benchmarkForecast.ts";
import { breakdownBars } from "./lectures/breakdownBars.ts";
import { cumulativeLine } from "./lectures/cumulativeLine.ts";
import { girlsInLectures } from "./lectures/girlsInLectures.ts";
import { lectureDose } from "./lectures/lectureDose.ts";
import { registrationDelay } from "./lectures/registrationDelay.ts";
import { analysisList } from "./methods/analysisList.ts";
import { dataDictionary } from "./methods/dataDictionary.ts";
import { definitions } from "./methods/definitions.ts";
import { functionList } from "./methods/functionList.ts";
import { indicatorList } from "./methods/indicatorList.ts";
import { flagsTable, methodAnswer, originsTable, statusTable, thresholdsTable } from "./methods/methodTables.ts";
import { initiativeTable, planAnswer, planGoals } from "./plan/planGoals.ts";
import { answer } from "./scorecard/answer.ts";
import { scorecard } from "./scorecard/scorecard.ts";

/** Charts by the name that a chart fence calls them. */
export const charts = {
  breakdownBars,
  campaignTimeline,
  costPerContact,
  cumulativeLine,
  fundingSplit,
  girlsReached,
  publishedPoints,
  shareForecast,
  shareLines,
  sharePair,
  shareSplit,
  waveReach,
} as const satisfies Record<string, Chart<never>>;

/** Blocks of HTML by the name that a part fence calls them. */
export const parts = {
  analysisList,
  answer,
  benchmarkBackTest,
  benchmarkForecast,
  broadcastTable,
  campaignAnswer,
  checksTable,
  dataDictionary,
  definitions,
  filesTable,
  flagsTable,
  freshness,
  funderConcentration,
  functionList,
  girlsInLectures,
  held,
  indicatorList,
  initiativeTable,
  lectureDose,
  loadsTable,
  methodAnswer,
  originsTable,
  planActual,
  planAnswer,
  planGoals,
  pressTable,
  provenanceTable,
  publishedTable,
  reachTable,
  registrationDelay,
  rejectedTable,
  revisions,
  scorecard,
  shiftAnswer,
  shiftVerdict,
  splitTable,
  statusTable,
  targetYear,
  threeWay,
  thresholdsTable,
} as const satisfies Record<string, Part<never>>;
