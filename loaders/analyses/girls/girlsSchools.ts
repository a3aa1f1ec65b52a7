import { group, sum } from "d3-array";
import type { StrataCluster } from "../../../statistics/decomposition/bootstrap.ts";
import { clusterDesignEffect } from "../../../statistics/proportion/effectiveTrials.ts";
import { type StemCell, type StrataKind, stratumOf } from "./girlsStrata.ts";

const isBySchool = (cells: readonly StemCell[]) =>
  cells.length > 0 && cells.every(({ school_id }) => school_id !== null);

function countsOf(cells: readonly StemCell[], kind: StrataKind): Map<string, StrataCluster["before"][number][]> {
  const schools = new Map<string, StrataCluster["before"][number][]>();
  for (const cell of cells) {
    const school = String(cell.school_id);
    const counts = schools.get(school) ?? [];
    counts.push({ stratum: stratumOf(cell, kind), successes: cell.girls, trials: cell.pupils });
    schools.set(school, counts);
  }
  return schools;
}

/** The counts of each school in both years; null where not every pupil of both was counted at a school. */
export function schoolClusters(
  before: readonly StemCell[],
  after: readonly StemCell[],
  kind: StrataKind,
): StrataCluster[] | null {
  if (!isBySchool(before) || !isBySchool(after)) return null;
  const [old, now] = [countsOf(before, kind), countsOf(after, kind)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .map((school) => ({ before: old.get(school) ?? [], after: now.get(school) ?? [] }));
}

/** By how much clustering in schools inflates the variance of the girls' share of a year; null without counts by school. */
export function designEffectOf(cells: readonly StemCell[]): number | null {
  if (!isBySchool(cells)) return null;
  const schools = group(cells, ({ school_id }) => school_id);
  return clusterDesignEffect(
    [...schools.values()].map((counts) => ({
      successes: sum(counts, ({ girls }) => girls),
      trials: sum(counts, ({ pupils }) => pupils),
    })),
  );
}
