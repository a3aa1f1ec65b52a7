import type { Thresholds } from "../thresholds.ts";
import type { Warehouse } from "../warehouse.ts";
import type { Analysis } from "./analysis.ts";
import { benchmarkBackTest } from "./benchmarkBackTest.ts";
import { benchmarkForecast } from "./benchmarkForecast.ts";
import { costPerContact } from "./costPerContact.ts";
import { coverage } from "./coverage.ts";
import { coverageEquity } from "./coverageEquity.ts";
import { funderConcentration } from "./funderConcentration.ts";
import { fundingSplit } from "./fundingSplit.ts";
import { girlsReached } from "./girlsReached.ts";
import { girlsShare } from "./girlsShare.ts";
import { girlsShareGroupTrends } from "./girlsShareGroupTrends.ts";
import { girlsShareSplit } from "./girlsShareSplit.ts";
import { girlsShareSplitByStratum } from "./girlsShareSplitByStratum.ts";
import { girlsShareTargetYear } from "./girlsShareTargetYear.ts";
import { girlsShareTrend } from "./girlsShareTrend.ts";
import { girlsShareVerdict } from "./girlsShareVerdict.ts";
import { impactEffects } from "./impactEffects.ts";
import { impactEventStudy } from "./impactEventStudy.ts";
import { impactSummary } from "./impactSummary.ts";
import { lectureDistances } from "./lectureDistances.ts";
import { matchingEfficiency } from "./matchingEfficiency.ts";
import { questionnaireAgreement } from "./questionnaireAgreement.ts";
import { questionnaireResults } from "./questionnaireResults.ts";
import { questionnaireScales } from "./questionnaireScales.ts";
import { reachBounds } from "./reachBounds.ts";
import { responseFlags } from "./responseFlags.ts";
import { scorecard } from "./scorecard.ts";
import { stemIntervals } from "./stemIntervals.ts";
import { createCatalogue, store } from "./store.ts";

/** Every analysis, after those whose results it reads. */
export const analyses: Analysis[] = [
  benchmarkForecast,
  benchmarkBackTest,
  girlsShare,
  girlsShareGroupTrends,
  girlsShareSplit,
  girlsShareSplitByStratum,
  girlsShareTrend,
  girlsShareTargetYear,
  girlsShareVerdict,
  stemIntervals,
  coverage,
  coverageEquity,
  lectureDistances,
  matchingEfficiency,
  questionnaireResults,
  questionnaireScales,
  responseFlags,
  questionnaireAgreement,
  reachBounds,
  girlsReached,
  fundingSplit,
  costPerContact,
  funderConcentration,
  impactEffects,
  impactEventStudy,
  impactSummary,
  scorecard,
];

/** Runs the analyses over marts and indicators: each writes `analyses.<id>`, and `analyses.catalogue` lists them. */
export async function runAnalyses(warehouse: Warehouse, thresholds: Thresholds): Promise<void> {
  const [parameters] = await warehouse.rows<{ as_of: string; current_school_year: string }>(
    "select as_of, current_school_year from staging.stg_parameters",
  );
  if (!parameters) throw new Error("the warehouse has no parameters");
  const context = { warehouse, asOf: parameters.as_of, schoolYear: parameters.current_school_year, thresholds };
  await createCatalogue(warehouse);
  for (const analysis of analyses) await store(analysis, context);
}
