import { count, notNegative } from "../arguments.ts";
import { StatisticsError } from "../errors.ts";
import { total } from "../interval.ts";
import { type Alternative, alternativesOf } from "./alternatives.ts";
import { cheapestSeats } from "./cheapestSeats.ts";
import { type InTurn, inTurn } from "./inTurn.ts";
import type { LectureRequest, LecturerSlot, Prices } from "./market.ts";
import { fitsOf, type Offers, offersOf } from "./offers.ts";
import { inOrder, type Seats, seatsOf } from "./seats.ts";
import { type Unmatched, unmatchedOf } from "./unmatched.ts";

/** The finest unit of cost, a billionth of a km, and the coarsest, a metre. */
const [FINEST, COARSEST] = [1e9, 1e3];
/** `cheapestSeats` adds whole numbers exactly while the dearest times the rows stays below this. */
const EXACT = 2 ** 50;

export interface AssignmentOptions extends Prices {
  /** Lecturers who have no slot left: they are named as alternatives, and tell "all full" from "nobody near". */
  full?: readonly LecturerSlot[];
  /** How many alternatives are given for a request. */
  alternatives?: number;
}

/** A lecturer proposed for a request: km as the crow flies, and the cost, which is km and penalties. */
export interface Pair {
  requestId: string;
  lecturerId: string;
  km: number;
  cost: number;
  /** Null where no discipline was asked for. */
  fits: boolean | null;
  isRepeat: boolean;
}

export interface Assignment {
  /** By request id. */
  pairs: Pair[];
  unmatched: Unmatched[];
  /** By request id, for matched and unmatched requests alike. */
  alternatives: Map<string, Alternative[]>;
  /** Sum over all pairs; 0 when there is none. */
  km: number;
  cost: number;
  /** Each request in turn with the nearest lecturer by km alone, in the same slots and within the same caliper. */
  nearestInTurn: InTurn;
  /** Each request in turn with the lecturer of the least cost. */
  cheapestInTurn: InTurn;
}

/**
 * Units of cost in a km, so that costs are whole numbers and their sums exact: the finest power of ten that large prices and many requests
 * leave room for. Prices beside which a metre would be lost are refused.
 */
function unitsPerKm(offers: readonly (Offers | null)[], lecturers: readonly Seats[], loadKm: number): number {
  let dearest = 0;
  for (const offer of offers)
    for (const price of offer?.price ?? []) if (price !== Number.POSITIVE_INFINITY) dearest = Math.max(dearest, price);
  dearest += loadKm * lecturers.reduce((most, { loads }) => Math.max(most, loads.at(-1) ?? 0), 0);
  let units = FINEST;
  while ((dearest * units + lecturers.length + 1) * (offers.length + 1) > EXACT) units /= 10;
  if (units < COARSEST) throw new StatisticsError("out_of_range", "prices in km", dearest);
  return units;
}

/** The lecturer of each request in the best assignment, −1 for nobody. Of lecturers who cost the same, the lowest id is taken. */
function bestLecturers(offers: readonly (Offers | null)[], lecturers: readonly Seats[], loadKm: number): Int32Array {
  const units = unitsPerKm(offers, lecturers, loadKm);
  const rows = offers.map((offer) => {
    const price = offer?.price ?? new Float64Array(0);
    const columns = new Int32Array(price.length);
    const costs = new Float64Array(price.length);
    let allowed = 0;
    for (let j = 0; j < price.length; j++) {
      if (price[j] === Number.POSITIVE_INFINITY) continue;
      columns[allowed] = j;
      costs[allowed++] = Math.round((price[j] as number) * units) + j;
    }
    return { columns: columns.subarray(0, allowed), costs: costs.subarray(0, allowed) };
  });
  const seats = lecturers.map(({ loads }) => loads.map((load) => Math.round(loadKm * load * units)));
  return cheapestSeats(rows, seats);
}

/**
 * Proposes lecturers for requests: as many requests as can be, then at the least cost in all, where cost is the great-circle distance in
 * km and penalties in km for another discipline, a repeat visit and each lecture that a lecturer already has (the linear assignment problem;
 * Kuhn 1955). A repeat is of visits known beforehand: two requests of one school may get the same lecturer without that penalty, since a
 * price on two pairs together is no assignment problem. No pair is farther apart than the caliper. The answer does not depend on the order
 * of requests and slots; equal costs go to the lowest id (a billionth of a km by rank, or more where prices are large). Beside it stands
 * what taking requests in turn would give, by id.
 */
export function assignLecturers(
  requests: readonly LectureRequest[],
  slots: readonly LecturerSlot[],
  options: AssignmentOptions = {},
): Assignment {
  const { full = [], alternatives: most = 3, loadKm = 0, caliperKm, isRepeat } = options;
  count("alternatives", most);
  notNegative("loadKm", loadKm);
  const asked = inOrder(requests);
  const lecturers: Seats[] = seatsOf(slots, full);
  const offers = offersOf(asked, lecturers, options);
  const best = bestLecturers(offers, lecturers, loadKm);
  const left = lecturers.map(({ loads }) => loads.length);
  for (const j of best) if (j >= 0) left[j] = (left[j] as number) - 1;
  const used = lecturers.map(() => 0);

  const pairs: Pair[] = [];
  const unmatched: Unmatched[] = [];
  const alternatives = new Map<string, Alternative[]>();
  for (const [i, request] of asked.entries()) {
    const [offer, chosen] = [offers[i] ?? null, best[i] as number];
    const lecturer = lecturers[chosen];
    alternatives.set(request.id, offer ? alternativesOf(offer, lecturers, { chosen, left, loadKm, most }) : []);
    if (offer === null || !lecturer) {
      unmatched.push(unmatchedOf(request.id, offer, lecturers, caliperKm));
      continue;
    }
    const place = used[chosen] as number;
    used[chosen] = place + 1;
    pairs.push({
      requestId: request.id,
      lecturerId: lecturer.lecturerId,
      km: offer.km[chosen] as number,
      cost: (offer.price[chosen] as number) + loadKm * (lecturer.loads[place] as number),
      fits: fitsOf(request, lecturer),
      isRepeat: isRepeat?.(request.id, lecturer.lecturerId) ?? false,
    });
  }
  return {
    pairs,
    unmatched,
    alternatives,
    km: total(pairs.map(({ km }) => km)),
    cost: total(pairs.map(({ cost }) => cost)),
    nearestInTurn: inTurn("km", asked, offers, lecturers, loadKm),
    cheapestInTurn: inTurn("cost", asked, offers, lecturers, loadKm),
  };
}
