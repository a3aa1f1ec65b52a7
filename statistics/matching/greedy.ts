import type { Offers } from "./offers.ts";
import type { Seats } from "./seats.ts";

/** What comes of taking requests one by one: how many found a lecturer, and their km and cost in all. */
export interface Greedy {
  matched: number;
  km: number;
  cost: number;
}

/** Each request in turn takes the nearest lecturer who has a slot left, nearest in km and penalties together; ties go to the lowest id. */
export function greedyNearest(offers: readonly (Offers | null)[], lecturers: readonly Seats[], loadKm: number): Greedy {
  const used = lecturers.map(() => 0);
  const found: Greedy = { matched: 0, km: 0, cost: 0 };
  for (const offer of offers) {
    if (offer === null) continue;
    let [best, least] = [-1, Number.POSITIVE_INFINITY];
    for (let j = 0; j < lecturers.length; j++) {
      const load = lecturers[j]?.loads[used[j] as number];
      if (load === undefined) continue;
      const cost = (offer.price[j] as number) + loadKm * load;
      if (cost < least) [best, least] = [j, cost];
    }
    if (best < 0) continue;
    used[best] = (used[best] as number) + 1;
    found.matched += 1;
    found.km += offer.km[best] as number;
    found.cost += least;
  }
  return found;
}
