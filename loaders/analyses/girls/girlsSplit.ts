import { group } from "d3-array";
import { kitagawa } from "../../../statistics/decomposition/kitagawa.ts";
import type { Warehouse } from "../../warehouse.ts";
import { answerOf } from "../reasons.ts";
import { baseOf, crossesBreak, girlsByYear, girlsTargets, type YearCount } from "./girlsSeries.ts";
import {
  comparability,
  isComparable,
  type StemCell,
  type StrataKind,
  stemCells,
  strataKindFor,
  strataOf,
} from "./girlsStrata.ts";

/** Up to this share of a year's pupils may be in strata that the other year lacks, or that merge programmes; beyond it two years are not compared. */
export const LARGEST_UNMATCHED = 0.05;

/** Two years to compare: `year` from each counted year to the next, `whole` from the base year to the last. */
export interface Pair {
  span: "year" | "whole";
  from: YearCount;
  to: YearCount;
  before: StemCell[];
  after: StemCell[];
}

export interface Pairs {
  pairs: Pair[];
  kind: StrataKind;
  has_break: (pair: Pair) => boolean;
}

/** Every pair of years since the base year, and the strata that all of them are compared in; no pairs with fewer than two years. */
export async function pairsOfYears(warehouse: Warehouse): Promise<Pairs> {
  const all = await girlsByYear(warehouse);
  const base = baseOf(all, await girlsTargets(warehouse))?.base;
  const years = all.filter(({ start }) => base !== undefined && start >= base.start);
  const cells = group(await stemCells(warehouse), ({ school_year }) => school_year);
  const pairOf = (span: Pair["span"], from: YearCount, to: YearCount): Pair => ({
    ...{ span, from, to },
    ...{ before: cells.get(from.school_year) ?? [], after: cells.get(to.school_year) ?? [] },
  });
  const steps = years.slice(1).map((to, i) => pairOf("year", years[i] as YearCount, to));
  const last = years.at(-1);
  const whole = base === undefined || last === undefined || last === base ? [] : [pairOf("whole", base, last)];
  const pairs = [...steps, ...whole];
  const kind = strataKindFor(
    pairs.map(({ before, after }) => [before, after] as const),
    LARGEST_UNMATCHED,
  );
  return { pairs, kind, has_break: ({ from, to }) => crossesBreak(all, from, to) };
}

/** The Kitagawa split of a pair, or the reason why its years cannot be compared. */
export function splitOf({ before, after }: Pair, kind: StrataKind) {
  const comparable = comparability(before, after, kind);
  if (!isComparable(comparable, LARGEST_UNMATCHED))
    return { ...comparable, answer: null, reason: "strata_not_comparable" as const };
  return { ...comparable, ...answerOf(() => kitagawa(strataOf(before, kind), strataOf(after, kind)), "no_pupils") };
}
