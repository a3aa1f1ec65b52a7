import { group, sum } from "d3-array";
import type { Stratum } from "../../../statistics/decomposition/kitagawa.ts";
import type { Warehouse } from "../../warehouse.ts";

/** STEM pupils of a school year in one track, domain, province and school (null where the counts name no school). */
export interface StemCell {
  school_year: string;
  track: string;
  domain: string;
  province: string;
  school_id: string | null;
  girls: number;
  pupils: number;
}

/** How finely pupils are parted; `group` is a track that means the same before and after the modernisation. */
export type StrataKind = "track_domain_province" | "group_domain_province" | "group_province";

/** What the modernisation made of the tracks: bso became the labour-market finality; aso, tso and kso the two others, mixed. */
const GROUPS: Record<string, string> = {
  bso: "arbeidsmarkt_bso",
  arbeidsmarkt: "arbeidsmarkt_bso",
  aso: "doorstroom_dubbel",
  tso: "doorstroom_dubbel",
  kso: "doorstroom_dubbel",
  doorstroom: "doorstroom_dubbel",
  dubbel: "doorstroom_dubbel",
};
const groupOf = (track: string): string => GROUPS[track] ?? track;
const FINALITIES = new Set(["doorstroom", "dubbel", "arbeidsmarkt"]);

const KINDS: StrataKind[] = ["track_domain_province", "group_domain_province", "group_province"];

/** The track (or group of tracks) and the domain that a cell belongs to; no domain where strata leave it out. */
export const partOf = ({ track, domain }: StemCell, kind: StrataKind): { track: string; domain: string | null } => ({
  track: kind === "track_domain_province" ? track : groupOf(track),
  domain: kind === "group_province" ? null : domain,
});

export const stratumOf = (cell: StemCell, kind: StrataKind): string => {
  const { track, domain } = partOf(cell, kind);
  return JSON.stringify([track, domain, cell.province]);
};

export const stemCells = (warehouse: Warehouse): Promise<StemCell[]> =>
  warehouse.rows("from marts.stem_pupils where pupils > 0 order by all");

/** The strata of a year: their share of its pupils and the girls' share in each. */
export function strataOf(cells: readonly StemCell[], kind: StrataKind): Stratum[] {
  const sums = new Map<string, { girls: number; pupils: number }>();
  let all = 0;
  for (const cell of cells) {
    const stratum = stratumOf(cell, kind);
    const sum = sums.get(stratum) ?? { girls: 0, pupils: 0 };
    sums.set(stratum, { girls: sum.girls + cell.girls, pupils: sum.pupils + cell.pupils });
    all += cell.pupils;
  }
  return [...sums].map(([stratum, { girls, pupils }]) => ({ stratum, weight: pupils / all, rate: girls / pupils }));
}

/** The largest share of a year's pupils that are in strata which the other year does not have. */
export function unmatchedShare(before: readonly Stratum[], after: readonly Stratum[]): number {
  const missing = (strata: readonly Stratum[], other: readonly Stratum[]) => {
    const known = new Set(other.map(({ stratum }) => stratum));
    return strata.reduce((sum, { stratum, weight }) => sum + (known.has(stratum) ? 0 : weight), 0);
  };
  return Math.max(missing(before, after), missing(after, before));
}

/**
 * The share of a year's pupils in strata that hold more than one programme (track and domain) of the same coding. In such strata a programme that
 * grows cannot be told from one in which the girls' share rises. A programme in a year of transition, once by its old name and once by its new
 * one, is one programme.
 */
export function mergedShare(cells: readonly StemCell[], kind: StrataKind): number {
  const strata = group(cells, (cell) => stratumOf(cell, kind));
  const isMerged = (own: readonly StemCell[]) =>
    [true, false].some((isNew) => {
      const coded = own.filter(({ track }) => FINALITIES.has(track) === isNew);
      return new Set(coded.map(({ track, domain }) => JSON.stringify([track, domain]))).size > 1;
    });
  const merged = [...strata.values()].filter(isMerged).flat();
  return sum(merged, ({ pupils }) => pupils) / sum(cells, ({ pupils }) => pupils);
}

/** How far two years can be compared in these strata: the largest share of a year's pupils in strata that the other lacks, and in merged ones. */
export const comparability = (before: readonly StemCell[], after: readonly StemCell[], kind: StrataKind) => ({
  unmatched: unmatchedShare(strataOf(before, kind), strataOf(after, kind)),
  merged: Math.max(mergedShare(before, kind), mergedShare(after, kind)),
});

/** Whether in both years at most `largest` of the pupils are in strata that the other lacks, or that merge programmes. */
export const isComparable = ({ unmatched, merged }: ReturnType<typeof comparability>, largest: number): boolean =>
  unmatched <= largest && merged <= largest;

/**
 * The finest strata that can be compared in every pair of years: tracks as they were counted, else groups of tracks that hold across the
 * modernisation, else these without domains. Where none will do for all pairs, the finest of those that do for the most.
 */
export function strataKindFor(
  pairs: readonly (readonly [before: readonly StemCell[], after: readonly StemCell[]])[],
  largest: number,
): StrataKind {
  const fitting = (kind: StrataKind) =>
    pairs.filter(([before, after]) => isComparable(comparability(before, after, kind), largest)).length;
  return KINDS.reduce((best, kind) => (fitting(kind) > fitting(best) ? kind : best));
}
