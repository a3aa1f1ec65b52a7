import type { InTurn } from "../../statistics/matching/inTurn.ts";
import type { UnmatchedReason } from "../../statistics/matching/unmatched.ts";
import type { Proposals } from "./matchProposals.ts";
import { alsoProposedFor, reasonWords } from "./matchRows.ts";

const grouped = (n: number, digits = 0) =>
  n.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const few = (n: number, one: string, more = `${one}s`) => `${grouped(n)} ${n === 1 ? one : more}`;
const kmOf = (km: number, lectures: number) =>
  lectures === 0 ? "no km" : `${grouped(km, 1)} km, ${grouped(km / lectures, 1)} a lecture`;

const inTurn = ({ matched, asked, fitting, km }: InTurn) =>
  `${grouped(matched)} matched, ${grouped(fitting)} of ${grouped(asked)} in the discipline asked for; ${kmOf(km, matched)}`;

/** What the proposals come to, in lines for a screen. */
export function matchSummary(proposals: Proposals): string[] {
  const { as_of, requests, lecturers, slots, withoutPlace, caliperKm, assignment } = proposals;
  const { pairs, unmatched, km, cost, nearestInTurn: nearest, cheapestInTurn: cheapest } = assignment;
  const asked = pairs.filter(({ fits }) => fits !== null);
  const fitting = asked.filter(({ fits }) => fits).length;
  const repeats = pairs.filter(({ isRepeat }) => isRepeat).length;
  const reasons = new Map<UnmatchedReason, number>();
  for (const { reason } of unmatched) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const late = requests.filter(({ preferred_until }) => preferred_until !== null && preferred_until < as_of).length;
  const twice = alsoProposedFor(proposals).size;
  return [
    `${few(requests.length, "open request")} on ${as_of}; ${few(lecturers.length, "active lecturer")}, who can still give ${few(slots, "lecture")} this school year`,
    ...(withoutPlace > 0 ? [`left out, since the place is not known: ${few(withoutPlace, "lecturer")}`] : []),
    ...(late > 0 ? [`the days that suited have passed: ${few(late, "request")}`] : []),
    `matched: ${grouped(pairs.length)}, ${grouped(fitting)} of ${grouped(asked.length)} in the discipline asked for, ${grouped(repeats)} to a school where the lecturer came before`,
    ...(twice > 0
      ? [`the same lecturer proposed for more than one request of a school: ${few(twice, "proposal")}`]
      : []),
    `unmatched: ${grouped(unmatched.length)}`,
    ...[...reasons]
      .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .map(([reason, n]) => `  ${grouped(n)}: ${reasonWords(reason, caliperKm).en}`),
    `distance: ${kmOf(km, pairs.length)}`,
    "for comparison, each request in turn:",
    `  the nearest lecturer, whatever the penalties: ${inTurn(nearest)}`,
    `  the cheapest lecturer, penalties counted as km: ${inTurn(cheapest)}`,
    `distance and penalties together: ${grouped(cost, 1)} km; nearest in turn ${grouped(nearest.cost, 1)} km, cheapest in turn ${grouped(cheapest.cost, 1)} km`,
  ];
}
