import type { Thresholds } from "../thresholds.ts";
import type { Warehouse } from "../warehouse.ts";
import type { Analysis } from "./analysis.ts";
import { writeScorecard } from "./scorecard.ts";
import { createCatalogue, store } from "./store.ts";

/** Every analysis, after those whose results it reads. */
export const analyses: Analysis[] = [];

/** Runs the analyses over marts and indicators: each writes `analyses.<id>`, and `analyses.catalogue` lists them. */
export async function runAnalyses(warehouse: Warehouse, thresholds: Thresholds): Promise<void> {
  const [parameters] = await warehouse.rows<{ as_of: string; current_school_year: string }>(
    "select as_of, current_school_year from staging.stg_parameters",
  );
  if (!parameters) throw new Error("the warehouse has no parameters");
  const context = { warehouse, asOf: parameters.as_of, schoolYear: parameters.current_school_year, thresholds };
  await createCatalogue(warehouse);
  for (const analysis of analyses) await store(analysis, context);
  await writeScorecard(warehouse);
}
