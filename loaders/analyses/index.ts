import type { Thresholds } from "../config/thresholds.ts";
import type { Warehouse } from "../warehouse.ts";
import type { Analysis } from "./analysis.ts";
import { girlsWithinReach } from "./campaigns/girlsWithinReach.ts";
import { reachBounds } from "./campaigns/reachBounds.ts";
import { costPerContact } from "./funding/costPerContact.ts";
import { funderConcentration } from "./funding/funderConcentration.ts";
import { fundingSplit } from "./funding/fundingSplit.ts";
import { enrolmentRevisions } from "./girls/enrolmentRevisions.ts";
import { girlsShare } from "./girls/girlsShare.ts";
import { girlsShareGroupTrends } from "./girls/girlsShareGroupTrends.ts";
import { girlsShareSplit } from "./girls/girlsShareSplit.ts";
import { girlsShareSplitByStratum } from "./girls/girlsShareSplitByStratum.ts";
import { girlsShareTargetYear } from "./girls/girlsShareTargetYear.ts";
import { girlsShareThreeWay } from "./girls/girlsShareThreeWay.ts";
import { girlsShareTrend } from "./girls/girlsShareTrend.ts";
import { girlsShareVerdict } from "./girls/girlsShareVerdict.ts";
import { stemIntervals } from "./girls/stemIntervals.ts";
import { impactAttrition } from "./impact/impactAttrition.ts";
import { impactBalance } from "./impact/impactBalance.ts";
import { impactEffects } from "./impact/impactEffects.ts";
import { impactEventStudy } from "./impact/impactEventStudy.ts";
import { impactSummary } from "./impact/impactSummary.ts";
import { benchmarkBackTest } from "./lectures/benchmarkBackTest.ts";
import { benchmarkForecast } from "./lectures/benchmarkForecast.ts";
import { coverage } from "./lectures/coverage.ts";
import { coverageEquity } from "./lectures/coverageEquity.ts";
import { girlsInLectures } from "./lectures/girlsInLectures.ts";
import { lectureDistances } from "./lectures/lectureDistances.ts";
import { lectureDose } from "./lectures/lectureDose.ts";
import { matchingEfficiency } from "./lectures/matchingEfficiency.ts";
import { registrationDelays } from "./lectures/registrationDelays.ts";
import { questionnaireAgreement } from "./questionnaires/questionnaireAgreement.ts";
import { questionnaireResults } from "./questionnaires/questionnaireResults.ts";
import { questionnaireScales } from "./questionnaires/questionnaireScales.ts";
import { responseFlags } from "./questionnaires/responseFlags.ts";
import { scorecard } from "./scorecard.ts";
import { shareForecast } from "./shareForecast.ts";
import { createCatalogue, store } from "./store.ts";

/** Every analysis, after those whose results it reads. */
export const analyses: Analysis[] = [
  registrationDelays,
  benchmarkForecast,
  benchmarkBackTest,
  girlsShare,
  girlsShareGroupTrends,
  girlsShareSplit,
  girlsShareSplitByStratum,
  girlsShareThreeWay,
  enrolmentRevisions,
  girlsShareTrend,
  girlsShareTargetYear,
  girlsShareVerdict,
  stemIntervals,
  coverage,
  coverageEquity,
  lectureDistances,
  matchingEfficiency,
  girlsInLectures,
  lectureDose,
  questionnaireResults,
  questionnaireScales,
  responseFlags,
  questionnaireAgreement,
  reachBounds,
  girlsWithinReach,
  fundingSplit,
  costPerContact,
  funderConcentration,
  impactEffects,
  impactEventStudy,
  impactSummary,
  impactBalance,
  impactAttrition,
  shareForecast,
  scorecard,
];

/** The same warehouse, which answers a question that was asked before without asking it again: what analyses read stands still while they run. */
function remembering(warehouse: Warehouse): Warehouse {
  const answers = new Map<string, Promise<readonly unknown[]>>();
  return {
    ...warehouse,
    rows<T>(sql: string, values?: Parameters<Warehouse["rows"]>[1]) {
      const question = JSON.stringify([sql, values]);
      const answer = answers.get(question) ?? warehouse.rows(sql, values).then((rows) => Object.freeze(rows));
      answers.set(question, answer);
      return answer as Promise<T[]>;
    },
  };
}

/** Runs the analyses over marts and indicators: each writes `analyses.<id>`, and `analyses.catalogue` lists them. */
export async function runAnalyses(warehouse: Warehouse, thresholds: Thresholds): Promise<void> {
  const [parameters] = await warehouse.rows<{ as_of: string; current_school_year: string }>(
    "select as_of, current_school_year from staging.stg_parameters",
  );
  if (!parameters) throw new Error("the warehouse has no parameters");
  const context = {
    warehouse: remembering(warehouse),
    asOf: parameters.as_of,
    schoolYear: parameters.current_school_year,
    thresholds,
  };
  await createCatalogue(warehouse);
  for (const analysis of analyses) await store(analysis, context);
}
