import type { LectureRequest } from "./market.ts";
import { fitsOf, type Offers } from "./offers.ts";
import type { Seats } from "./seats.ts";

/** What comes of taking requests one by one: how many found a lecturer, and their km and cost in all. */
export interface InTurn {
  matched: number;
  /** Of the matched, those that asked for a discipline, and of these, those that got it. */
  asked: number;
  fitting: number;
  km: number;
  cost: number;
}

/**
 * Each request in turn, by id, takes the lecturer who has a slot left and comes first by `by`: the nearest in km whatever the penalties, or
 * the cheapest in km and penalties together. Ties go to the lowest id. Pairs that are not allowed are not taken either way.
 */
export function inTurn(
  by: "km" | "cost",
  requests: readonly LectureRequest[],
  offers: readonly (Offers | null)[],
  lecturers: readonly Seats[],
  loadKm: number,
): InTurn {
  const used = lecturers.map(() => 0);
  const found: InTurn = { matched: 0, asked: 0, fitting: 0, km: 0, cost: 0 };
  for (const [i, request] of requests.entries()) {
    const offer = offers[i];
    if (!offer) continue;
    let [best, least, price] = [-1, Number.POSITIVE_INFINITY, 0];
    for (let j = 0; j < lecturers.length; j++) {
      const load = lecturers[j]?.loads[used[j] as number];
      if (load === undefined || offer.price[j] === Number.POSITIVE_INFINITY) continue;
      const cost = (offer.price[j] as number) + loadKm * load;
      const rank = by === "km" ? (offer.km[j] as number) : cost;
      if (rank < least) [best, least, price] = [j, rank, cost];
    }
    if (best < 0) continue;
    used[best] = (used[best] as number) + 1;
    found.matched += 1;
    found.asked += request.discipline === null ? 0 : 1;
    found.fitting += fitsOf(request, lecturers[best] as Seats) ? 1 : 0;
    found.km += offer.km[best] as number;
    found.cost += price;
  }
  return found;
}
