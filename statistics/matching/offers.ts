import { notNegative } from "../arguments.ts";
import { haversineKm } from "../geo.ts";
import type { LectureRequest, Prices } from "./market.ts";
import type { Seats } from "./seats.ts";

/** Whether a lecturer has the discipline that was asked for; null where none was. */
export const fitsOf = (request: LectureRequest, { disciplines }: Seats): boolean | null =>
  request.discipline === null ? null : disciplines.includes(request.discipline);

/** Distances and prices in km of one request to every lecturer; a price is infinite where the pair is not allowed. */
export interface Offers {
  km: Float64Array;
  /** Without the load, which differs by slot. */
  price: Float64Array;
}

/** Offers of all requests; null for a request whose place is unknown. */
export function offersOf(requests: LectureRequest[], lecturers: Seats[], prices: Prices): (Offers | null)[] {
  const { caliperKm = Number.POSITIVE_INFINITY, mismatchKm = 0, repeatKm = 0, isRepeat } = prices;
  if (caliperKm !== Number.POSITIVE_INFINITY) notNegative("caliperKm", caliperKm);
  if (mismatchKm !== Number.POSITIVE_INFINITY) notNegative("mismatchKm", mismatchKm);
  notNegative("repeatKm", repeatKm);
  return requests.map((request) => {
    const { id, place } = request;
    if (place === null) return null;
    const km = new Float64Array(lecturers.length);
    for (const [j, lecturer] of lecturers.entries()) km[j] = haversineKm(place, lecturer.place);
    const price = km.map((distance, j) => {
      const lecturer = lecturers[j] as Seats;
      if (distance > caliperKm) return Number.POSITIVE_INFINITY;
      const mismatch = fitsOf(request, lecturer) === false ? mismatchKm : 0;
      return distance + mismatch + (repeatKm > 0 && isRepeat?.(id, lecturer.lecturerId) ? repeatKm : 0);
    });
    return { km, price };
  });
}
