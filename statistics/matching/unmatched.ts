import type { Offers } from "./offers.ts";
import type { Seats } from "./seats.ts";

/** Why nobody is proposed: the first that holds. */
export type UnmatchedReason =
  /** Where the request comes from is not known. */
  | "no_place"
  /** There is no lecturer whose place is known. */
  | "no_lecturer"
  | "none_within_caliper"
  /** There are lecturers within the caliper, but another discipline is forbidden and none has this one. */
  | "none_fits"
  /** Every lecturer who could come has no slot left, or is proposed elsewhere. */
  | "all_full";

export interface Unmatched {
  requestId: string;
  reason: UnmatchedReason;
  /** Distance to the nearest lecturer, however far; null when none is known. */
  nearestKm: number | null;
}

/** Why a request has no lecturer, and how far the nearest one is. */
export function unmatchedOf(
  requestId: string,
  offers: Offers | null,
  lecturers: readonly Seats[],
  caliperKm = Number.POSITIVE_INFINITY,
): Unmatched {
  if (offers === null) return { requestId, reason: "no_place", nearestKm: null };
  if (lecturers.length === 0) return { requestId, reason: "no_lecturer", nearestKm: null };
  const nearestKm = offers.km.reduce((least, km) => Math.min(least, km));
  if (nearestKm > caliperKm) return { requestId, reason: "none_within_caliper", nearestKm };
  const isAllowed = offers.price.some((price) => price !== Number.POSITIVE_INFINITY);
  return { requestId, reason: isAllowed ? "all_full" : "none_fits", nearestKm };
}
