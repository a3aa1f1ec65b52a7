import { notNegative } from "../arguments.ts";
import { haversineKm, type Point } from "../geo.ts";
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
  const known = new Map<string, Float64Array>();
  /** Several requests of one school lie equally far from everybody. */
  const kmFrom = (place: Point): Float64Array => {
    const key = `${place.lat} ${place.lon}`;
    const found = known.get(key);
    if (found) return found;
    const km = new Float64Array(lecturers.length);
    for (let j = 0; j < km.length; j++) km[j] = haversineKm(place, (lecturers[j] as Seats).place);
    known.set(key, km);
    return km;
  };
  return requests.map((request) => {
    const { id, place } = request;
    if (place === null) return null;
    const km = kmFrom(place);
    const price = km.slice();
    for (let j = 0; j < lecturers.length; j++) {
      const lecturer = lecturers[j] as Seats;
      if ((km[j] as number) > caliperKm) price[j] = Number.POSITIVE_INFINITY;
      else if (mismatchKm > 0 && fitsOf(request, lecturer) === false) price[j] = (km[j] as number) + mismatchKm;
      if (repeatKm > 0 && isRepeat?.(id, lecturer.lecturerId)) price[j] = (price[j] as number) + repeatKm;
    }
    return { km, price };
  });
}
