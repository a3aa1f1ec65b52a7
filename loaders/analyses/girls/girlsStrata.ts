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
 * The finest strata in which, for every pair of years, at most `largestUnmatched` of the pupils are in strata that one of the two does not have:
 * tracks as they were counted, else groups of tracks that hold across the modernisation, else these without domains. The coarsest when none
 * will do.
 */
export function strataKindFor(
  pairs: readonly (readonly [before: readonly StemCell[], after: readonly StemCell[]])[],
  largestUnmatched: number,
): StrataKind {
  const fits = (kind: StrataKind) =>
    pairs.every(([before, after]) => unmatchedShare(strataOf(before, kind), strataOf(after, kind)) <= largestUnmatched);
  return KINDS.find(fits) ?? "group_province";
}
