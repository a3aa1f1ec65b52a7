import { analysisList } from "./analysisList.ts";
import { answer } from "./answer.ts";
import { benchmarkBackTest } from "./benchmarkBackTest.ts";
import { benchmarkForecast } from "./benchmarkForecast.ts";
import { breakdownBars } from "./breakdownBars.ts";
import type { Chart, Part } from "./chart.ts";
import { cumulativeLine } from "./cumulativeLine.ts";
import { dataDictionary } from "./dataDictionary.ts";
import { definitions } from "./definitions.ts";
import { freshness } from "./freshness.ts";
import { functionList } from "./functionList.ts";
import { fundingSplit } from "./fundingSplit.ts";
import { held } from "./held.ts";
import { indicatorList } from "./indicatorList.ts";
import {
  checksTable,
  filesTable,
  loadsTable,
  provenanceTable,
  publishedTable,
  reachTable,
  rejectedTable,
} from "./loadTables.ts";
import { flagsTable, methodAnswer, originsTable, statusTable, thresholdsTable } from "./methodTables.ts";
import { publishedPoints } from "./publishedPoints.ts";
import { scorecard } from "./scorecard.ts";
import { shareForecast } from "./shareForecast.ts";
import { shareLines } from "./shareLines.ts";
import { sharePair } from "./sharePair.ts";
import { shareSplit } from "./shareSplit.ts";
import { shiftAnswer, shiftVerdict } from "./shiftVerdict.ts";
import { splitTable } from "./splitTable.ts";
import { targetYear } from "./targetYear.ts";

/** Charts by the name that a chart fence calls them. */
export const charts = {
  breakdownBars,
  cumulativeLine,
  fundingSplit,
  publishedPoints,
  shareForecast,
  shareLines,
  sharePair,
  shareSplit,
} as const satisfies Record<string, Chart<never>>;

/** Blocks of HTML by the name that a part fence calls them. */
export const parts = {
  analysisList,
  answer,
  benchmarkBackTest,
  benchmarkForecast,
  checksTable,
  dataDictionary,
  definitions,
  filesTable,
  flagsTable,
  freshness,
  functionList,
  held,
  indicatorList,
  loadsTable,
  methodAnswer,
  originsTable,
  provenanceTable,
  publishedTable,
  reachTable,
  rejectedTable,
  scorecard,
  shiftAnswer,
  shiftVerdict,
  splitTable,
  statusTable,
  targetYear,
  thresholdsTable,
} as const satisfies Record<string, Part<never>>;
