import { StatisticsError } from "../errors.ts";
import { total } from "../interval.ts";
import type { GroupTimeEffects } from "./groupTimeEffects.ts";
import { combine, type Influence, standardError } from "./influence.ts";
import type { Panel } from "./panel.ts";

export type AggregateKind = "simple" | "dynamic" | "group" | "calendar";

/** An effect in the unit of the outcome; `se` is null for a base period. */
export interface Effect {
  att: number;
  se: number | null;
}

export interface Aggregates {
  overall: Effect;
  /** `key` is the event time, the group or the period; empty for "simple". */
  effects: (Effect & { key: number })[];
  /** For bands: the panel, and each effect's influence in the order of `effects`. */
  panel: Panel;
  influences: Influence[];
}

interface Part {
  att: number;
  influence: Influence;
}

interface Share {
  group: number;
  share: number;
}

/**
 * Aggregates of the effects by group and period as in R `did::aggte`: "simple" and the keys of "dynamic" and "calendar" weight cells by the size of
 * their group, "group" averages a group's periods and weights the groups; the overall dynamic effect is the plain mean over
 * event times from 0. Null when there is no cell from treatment on.
 */
export function aggregateEffects(result: GroupTimeEffects, kind: AggregateKind): Aggregates | null {
  if (!["simple", "dynamic", "group", "calendar"].includes(kind))
    throw new StatisticsError("unknown_option", "kind", kind);
  const { panel } = result;
  const n = panel.firstTreated.length;
  const cells = result.cells.map((cell, k) => ({
    ...cell,
    influence: result.influences[k] as Influence,
    share: groupShare(panel, cell.group),
  }));
  const after = cells.filter((cell) => cell.period >= cell.group);
  if (after.length === 0) return null;
  const effectOf = (part: Part): Effect => {
    const se = standardError(part.influence, panel);
    return { att: part.att, se: se === 0 && part.att === 0 ? null : se };
  };
  const used = kind === "dynamic" ? cells : after;
  const keyOf = (cell: (typeof cells)[number]): number => {
    if (kind === "dynamic") return cell.period - cell.group;
    return kind === "group" ? cell.group : cell.period;
  };
  if (kind === "simple") {
    return { overall: effectOf(weighted(after, panel)), effects: [], panel, influences: [] };
  }
  const keys = [...new Set(used.map(keyOf))].sort((a, b) => a - b);
  const parts = keys.map((key) => {
    const members = used.filter((cell) => keyOf(cell) === key);
    const part = kind === "group" ? plainMean(members, n) : weighted(members, panel);
    return { key, group: key, share: groupShare(panel, key), ...part };
  });
  const counted = kind === "dynamic" ? parts.filter((part) => part.key >= 0) : parts;
  const overall = kind === "group" ? weighted(counted, panel) : plainMean(counted, n);
  return {
    overall: effectOf(overall),
    effects: parts.map((part) => ({ key: part.key, ...effectOf(part) })),
    panel,
    influences: parts.map((part) => part.influence),
  };
}

function groupShare({ firstTreated, weights }: Panel, group: number): number {
  let sum = 0;
  for (let i = 0; i < firstTreated.length; i++) if (firstTreated[i] === group) sum += weights[i] as number;
  return sum / firstTreated.length;
}

function plainMean(parts: readonly Part[], n: number): Part {
  const weights = parts.map(() => 1 / parts.length);
  const influences = parts.map((part) => part.influence);
  return { att: total(parts.map((part) => part.att)) / parts.length, influence: combine(influences, weights, n) };
}

/** Mean weighted by group size, with the influence of the sizes being estimated. */
function weighted(parts: readonly (Part & Share)[], panel: Panel): Part {
  const { firstTreated, weights } = panel;
  const n = firstTreated.length;
  const sum = total(parts.map((part) => part.share));
  const att = total(parts.map((part) => part.att * part.share)) / sum;
  const shares = parts.map((part) => part.share / sum);
  const influences = parts.map((part) => part.influence);
  const influence = combine(influences, shares, n);
  const slopes = new Map<number, number>();
  for (const { group, att: effect } of parts) slopes.set(group, (slopes.get(group) ?? 0) + (effect - att) / sum);
  const centre = total(parts.map((part) => (part.share * (part.att - att)) / sum));
  for (let i = 0; i < n; i++) {
    const slope = slopes.get(firstTreated[i] as number) ?? 0;
    influence[i] = (influence[i] as number) + (weights[i] as number) * slope - centre;
  }
  return { att, influence };
}
