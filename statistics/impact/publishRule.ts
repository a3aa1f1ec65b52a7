import { count } from "../arguments.ts";
import type { GroupTimeEffects } from "./groupTimeEffects.ts";

/**
 * Whether an estimate may be published: at least ten treated and ten control units (in the cell that has most), and no cell
 * with fewer than five treated or control units. `reasons` is empty when it may.
 */
export function publishRule(
  result: GroupTimeEffects,
  { minTreated = 10, minControls = 10, minCell = 5 } = {},
): { publish: boolean; treated: number; controls: number; reasons: string[] } {
  for (const [name, value] of Object.entries({ minTreated, minControls, minCell })) count(name, value);
  let treated = 0;
  for (const first of result.panel.firstTreated) if (first !== 0) treated++;
  const controls = Math.max(0, ...result.cells.map((cell) => cell.controls));
  const reasons: string[] = [];
  if (result.absent !== null) reasons.push(result.absent);
  if (treated < minTreated) reasons.push("few_treated");
  if (controls < minControls) reasons.push("few_controls");
  if (result.cells.some((cell) => Math.min(cell.treated, cell.controls) < minCell)) reasons.push("small_cell");
  return { publish: reasons.length === 0, treated, controls, reasons };
}
