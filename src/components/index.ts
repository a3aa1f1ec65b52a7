import { broadcastTable } from "./campaigns/broadcastTable.ts";
import { campaignTimeline } from "./campaigns/campaignTimeline.ts";
import { pressTable } from "./campaigns/pressTable.ts";
import { campaignAnswer, girlsReached, waveReach } from "./campaigns/reachRanges.ts";
import { reachTable } from "./campaigns/reachTable.ts";
import { checksTable, rejectedTable } from "./data/checkTables.ts";
import { absentPages, hiddenCounts } from "./data/editionTables.ts";
import { freshness, freshnessLine } from "./data/freshness.ts";
import { held } from "./data/held.ts";
import { filesTable, loadsTable, provenanceTable } from "./data/loadTables.ts";
import type { Chart, Part } from "./figure/chart.ts";
import { costPerContact } from "./funding/costPerContact.ts";
import { funderConcentration } from "./funding/funderConcentration.ts";
import { fundingSplit } from "./funding/fundingSplit.ts";
import { planActual } from "./funding/planActual.ts";
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
import { eventStudy } from "./impact/eventStudy.ts";
import { dilution, impactAnswer } from "./impact/impactParts.ts";
import { balanceTable, impactTable } from "./impact/impactTables.ts";
import { benchmarkBackTest } from "./lectures/benchmarkBackTest.ts";
import { benchmarkForecast } from "./lectures/benchmarkForecast.ts";
import { breakdownBars } from "./lectures/breakdownBars.ts";
import { coverageAnswer, coverageBars, equitySentence } from "./lectures/coverageBars.ts";
import { cumulativeLine } from "./lectures/cumulativeLine.ts";
import { distanceBars, matchingTable } from "./lectures/distanceBars.ts";
import { girlsInLectures } from "./lectures/girlsInLectures.ts";
import { lectureDose } from "./lectures/lectureDose.ts";
import { morePublished } from "./lectures/morePublished.ts";
import { municipalityMap } from "./lectures/municipalityMap.ts";
import { registrationDelay } from "./lectures/registrationDelay.ts";
import { analysisList } from "./methods/analysisList.ts";
import { dataDictionary } from "./methods/dataDictionary.ts";
import { definitions } from "./methods/definitions.ts";
import { functionList } from "./methods/functionList.ts";
import { indicatorList } from "./methods/indicatorList.ts";
import { flagsTable, methodAnswer, originsTable, statusTable, thresholdsTable } from "./methods/methodTables.ts";
import { initiativeTable } from "./plan/initiativeTable.ts";
import { planAnswer, planGoals } from "./plan/planGoals.ts";
import { likert } from "./questionnaires/likert.ts";
import { agreementTable, openAnswers } from "./questionnaires/openAnswers.ts";
import { nonResponse, qualityAnswer, scaleTable } from "./questionnaires/qualityParts.ts";
import { answer } from "./scorecard/answer.ts";
import { attention } from "./scorecard/attention.ts";
import { scorecard } from "./scorecard/scorecard.ts";

/** Charts by the name that a chart fence calls them. */
export const charts = {
  breakdownBars,
  campaignTimeline,
  costPerContact,
  coverageBars,
  cumulativeLine,
  distanceBars,
  eventStudy,
  fundingSplit,
  girlsReached,
  likert,
  municipalityMap,
  publishedPoints,
  shareForecast,
  shareLines,
  sharePair,
  shareSplit,
  waveReach,
} as const satisfies Record<string, Chart<never>>;

/** Blocks of HTML by the name that a part fence calls them. */
export const parts = {
  absentPages,
  agreementTable,
  analysisList,
  answer,
  attention,
  balanceTable,
  benchmarkBackTest,
  benchmarkForecast,
  broadcastTable,
  campaignAnswer,
  checksTable,
  coverageAnswer,
  dataDictionary,
  definitions,
  dilution,
  equitySentence,
  filesTable,
  flagsTable,
  freshness,
  freshnessLine,
  funderConcentration,
  functionList,
  girlsInLectures,
  held,
  hiddenCounts,
  impactAnswer,
  impactTable,
  indicatorList,
  initiativeTable,
  lectureDose,
  loadsTable,
  matchingTable,
  methodAnswer,
  morePublished,
  nonResponse,
  openAnswers,
  originsTable,
  planActual,
  planAnswer,
  planGoals,
  pressTable,
  provenanceTable,
  publishedTable,
  qualityAnswer,
  reachTable,
  registrationDelay,
  rejectedTable,
  revisions,
  scaleTable,
  scorecard,
  shiftAnswer,
  shiftVerdict,
  splitTable,
  statusTable,
  targetYear,
  threeWay,
  thresholdsTable,
} as const satisfies Record<string, Part<never>>;
