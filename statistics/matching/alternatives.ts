import type { Offers } from "./offers.ts";
import type { Seats } from "./seats.ts";

/** A lecturer who could come instead: `free` has a slot left, `proposed` has none left beside other proposals, `full` had none. */
export interface Alternative {
  lecturerId: string;
  km: number;
  state: "free" | "proposed" | "full";
}

const ORDER = { free: 0, proposed: 1, full: 2 };

/**
 * The next best lecturers for a request besides the one proposed (`chosen`, −1 for nobody): first who is free, then by km and
 * penalties, then by id.
 */
export function alternativesOf(
  { km, price }: Offers,
  lecturers: readonly Seats[],
  { chosen, left, loadKm, most }: { chosen: number; left: readonly number[]; loadKm: number; most: number },
): Alternative[] {
  if (most === 0) return [];
  const allowed = lecturers.flatMap(({ lecturerId, loads }, j) => {
    if (j === chosen || price[j] === Number.POSITIVE_INFINITY) return [];
    const state: Alternative["state"] = loads.length === 0 ? "full" : (left[j] as number) > 0 ? "free" : "proposed";
    const load = loads[loads.length - (left[j] as number)] ?? loads.at(-1) ?? 0;
    return [{ lecturerId, km: km[j] as number, state, cost: (price[j] as number) + loadKm * load }];
  });
  return allowed
    .sort((a, b) => ORDER[a.state] - ORDER[b.state] || a.cost - b.cost)
    .slice(0, most)
    .map(({ cost: _, ...alternative }) => alternative);
}
