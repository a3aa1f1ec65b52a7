import { finite, positive } from "../arguments.ts";
import { StatisticsError } from "../errors.ts";
import { total } from "../interval.ts";

/** One unit (school) in one period; `firstTreated` is the first period a treatment can show in, 0 for never. */
export interface PanelRow {
  unit: string | number;
  period: number;
  /** Null where it was not observed; the unit is then left out. */
  outcome: number | null;
  firstTreated: number;
  /** Weight of the unit, taken from its first period; 1 when not given. */
  weight?: number;
  /** Group of units (municipality, school board) that vary together; the unit itself when not given. */
  cluster?: string | number;
}

/** A balanced panel: `outcomes[period][unit]`. Units treated after the last period count as never treated. */
export interface Panel {
  periods: readonly number[];
  units: readonly (string | number)[];
  outcomes: readonly Float64Array[];
  firstTreated: Float64Array;
  /** Weights with mean 1. */
  weights: Float64Array;
  clusters: Int32Array;
  clusterCount: number;
  /** Units left out, by reason. */
  dropped: { incomplete: number; treatedFromStart: number };
}

function checked(rows: readonly PanelRow[]): Map<string | number, Map<number, PanelRow>> {
  const units = new Map<string | number, Map<number, PanelRow>>();
  for (const row of rows) {
    finite("period", row.period);
    finite("firstTreated", row.firstTreated);
    if (row.outcome !== null) finite("outcome", row.outcome);
    if (row.weight !== undefined) positive("weight", row.weight);
    const unit = units.get(row.unit) ?? new Map<number, PanelRow>();
    const [other] = unit.values();
    if (unit.has(row.period)) throw new StatisticsError("duplicate", "unit, period", [row.unit, row.period]);
    if (other !== undefined && other.firstTreated !== row.firstTreated) {
      throw new StatisticsError("contradictory", "firstTreated of unit", row.unit);
    }
    units.set(row.unit, unit.set(row.period, row));
  }
  return units;
}

/** Lays rows out as a balanced panel; units with a missing outcome or treated from the first period on are left out and counted. */
export function balancedPanel(rows: readonly PanelRow[]): Panel {
  const found = checked(rows);
  const periods = [...new Set(rows.map((row) => row.period))].sort((a, b) => a - b);
  const dropped = { incomplete: 0, treatedFromStart: 0 };
  const first = periods[0] ?? 0;
  const last = periods.at(-1) ?? 0;
  const kept = [...found].flatMap(([unit, byPeriod]) => {
    const line = periods.map((period) => byPeriod.get(period));
    const full = line.filter((row): row is PanelRow & { outcome: number } => row !== undefined && row.outcome !== null);
    const [start] = full;
    if (start === undefined || full.length < periods.length) dropped.incomplete++;
    else if (start.firstTreated !== 0 && start.firstTreated <= first) dropped.treatedFromStart++;
    else return [{ unit, start, outcomes: full.map((row) => row.outcome) }];
    return [];
  });
  const weights = kept.map(({ start }) => start.weight ?? 1);
  const mean = total(weights) / weights.length;
  const names = new Map<string | number, number>();
  const clusters = kept.map(({ unit, start }) => {
    const name = start.cluster === undefined ? `unit ${unit}` : `cluster ${start.cluster}`;
    const place = names.get(name) ?? names.size;
    names.set(name, place);
    return place;
  });
  return {
    periods,
    units: kept.map(({ unit }) => unit),
    outcomes: periods.map((_, t) => Float64Array.from(kept, ({ outcomes }) => outcomes[t] as number)),
    firstTreated: Float64Array.from(kept, ({ start }) => (start.firstTreated > last ? 0 : start.firstTreated)),
    weights: Float64Array.from(weights, (weight) => weight / mean),
    clusters: Int32Array.from(clusters),
    clusterCount: names.size,
    dropped,
  };
}
