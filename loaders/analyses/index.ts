import type { Warehouse } from "../warehouse.ts";
import { writeScorecard } from "./scorecard.ts";

/** Runs every analysis over the marts and indicators; each writes one table in `analyses`. */
export async function runAnalyses(warehouse: Warehouse): Promise<void> {
  await writeScorecard(warehouse);
}
