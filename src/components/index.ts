import { answer } from "./answer.ts";
import { breakdownBars } from "./breakdownBars.ts";
import type { Chart, Part } from "./chart.ts";
import { cumulativeLine } from "./cumulativeLine.ts";
import { definitions } from "./definitions.ts";
import { freshness } from "./freshness.ts";
import { fundingSplit } from "./fundingSplit.ts";
import { held } from "./held.ts";
import {
  checksTable,
  filesTable,
  loadsTable,
  provenanceTable,
  publishedTable,
  reachTable,
  rejectedTable,
} from "./loadTables.ts";
import { publishedPoints } from "./publishedPoints.ts";
import { scorecard } from "./scorecard.ts";
import { shareLines } from "./shareLines.ts";

/** Charts by the name that a chart fence calls them. */
export const charts = {
  breakdownBars,
  cumulativeLine,
  fundingSplit,
  publishedPoints,
  shareLines,
} as const satisfies Record<string, Chart<never>>;

/** Blocks of HTML by the name that a part fence calls them. */
export const parts = {
  answer,
  checksTable,
  definitions,
  filesTable,
  freshness,
  held,
  loadsTable,
  provenanceTable,
  publishedTable,
  reachTable,
  rejectedTable,
  scorecard,
} as const satisfies Record<string, Part<never>>;
