import { StatisticsError } from "../errors.ts";
import { type Influence, standardError } from "./influence.ts";
import { balancedPanel, type Panel, type PanelRow } from "./panel.ts";

export interface GroupTimeOptions {
  /** Who is compared with: units never treated, or also those not treated yet (the default). */
  controlGroup?: "never" | "not-yet";
  /** Base of periods before treatment: the period before each (the default, as R `did`), or the last before treatment. */
  basePeriod?: "varying" | "universal";
}

export interface Cell {
  group: number;
  period: number;
  att: number;
  /** Null for the base period itself, where the effect is 0 by construction. */
  se: number | null;
  treated: number;
  controls: number;
}

export interface GroupTimeEffects {
  cells: Cell[];
  /** Cells without controls to compare with. */
  skipped: { group: number; period: number; reason: "no_controls" }[];
  /** Why there is no cell at all; null when there is one. */
  absent: "no_units" | "one_period" | "no_treated" | "no_controls" | null;
  units: number;
  dropped: Panel["dropped"];
  /** For aggregation: the panel, and each cell's influence in the order of `cells`. */
  panel: Panel;
  influences: Influence[];
}

/**
 * Effects by group and period, ATT(g, t), of Callaway & Sant'Anna (2021, Journal of Econometrics 225:200) without covariates, in the unit of
 * the outcome, with standard errors from the influence function. Units treated after the last period count as never treated, those
 * treated from the first on and those with gaps are left out; without treated units, controls or a second period `cells` is empty and
 * `absent` says why.
 */
export function groupTimeEffects(rows: readonly PanelRow[], options: GroupTimeOptions = {}): GroupTimeEffects {
  const { controlGroup = "not-yet", basePeriod = "varying" } = options;
  if (!["never", "not-yet"].includes(controlGroup)) {
    throw new StatisticsError("unknown_option", "controlGroup", controlGroup);
  }
  if (!["varying", "universal"].includes(basePeriod)) {
    throw new StatisticsError("unknown_option", "basePeriod", basePeriod);
  }
  const panel = balancedPanel(rows);
  const { periods, firstTreated } = panel;
  const groups = [...new Set(firstTreated)].filter((group) => group !== 0).sort((a, b) => a - b);
  const cells: Cell[] = [];
  const influences: Influence[] = [];
  const skipped: GroupTimeEffects["skipped"] = [];
  for (const group of groups) {
    const before = periods.findLastIndex((period) => period < group);
    for (const [t, period] of periods.entries()) {
      if (t === 0 && basePeriod === "varying") continue;
      const base = basePeriod === "universal" || period >= group ? before : t - 1;
      const horizon = Math.max(period, periods[base] as number);
      const isControl = (first: number) =>
        first === 0 || (controlGroup === "not-yet" && first !== group && first > horizon);
      const effect = compare(panel, group, t, base, isControl);
      if (effect === null) skipped.push({ group, period, reason: "no_controls" });
      else {
        cells.push({ group, period, ...effect.cell });
        influences.push(effect.influence);
      }
    }
  }
  const units = panel.units.length;
  const absent = cells.length > 0 ? null : reasonOf(units, periods.length, groups.length);
  return { cells, skipped, absent, units, dropped: panel.dropped, panel, influences };
}

function reasonOf(units: number, periods: number, groups: number): GroupTimeEffects["absent"] {
  if (periods === 1) return "one_period";
  if (units === 0) return "no_units";
  return groups === 0 ? "no_treated" : "no_controls";
}

function compare(panel: Panel, group: number, t: number, base: number, isControl: (first: number) => boolean) {
  const { firstTreated, weights } = panel;
  const [now, then] = [panel.outcomes[t] as Float64Array, panel.outcomes[base] as Float64Array];
  const n = firstTreated.length;
  const side = new Int8Array(n);
  const sums = { treated: 0, controls: 0, weightTreated: 0, weightControls: 0, meanTreated: 0, meanControls: 0 };
  for (let i = 0; i < n; i++) {
    const [first, weight] = [firstTreated[i] as number, weights[i] as number];
    const change = (now[i] as number) - (then[i] as number);
    if (first === group) {
      side[i] = 1;
      sums.treated++;
      sums.weightTreated += weight;
      sums.meanTreated += weight * change;
    } else if (isControl(first)) {
      side[i] = -1;
      sums.controls++;
      sums.weightControls += weight;
      sums.meanControls += weight * change;
    }
  }
  if (sums.controls === 0) return null;
  const meanTreated = sums.meanTreated / sums.weightTreated;
  const meanControls = sums.meanControls / sums.weightControls;
  const influence = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    if (side[i] === 0) continue;
    const change = (now[i] as number) - (then[i] as number);
    const weight = (weights[i] as number) * n;
    influence[i] =
      side[i] === 1
        ? (weight / sums.weightTreated) * (change - meanTreated)
        : (-weight / sums.weightControls) * (change - meanControls);
  }
  const { treated, controls } = sums;
  const se = t === base ? null : standardError(influence, panel);
  return { cell: { att: meanTreated - meanControls, se, treated, controls }, influence };
}
