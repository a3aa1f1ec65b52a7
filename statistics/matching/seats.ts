import { notNegative } from "../arguments.ts";
import { StatisticsError } from "../errors.ts";
import type { Point } from "../geo.ts";
import type { LectureRequest, LecturerSlot } from "./market.ts";

/** A lecturer with the loads of the slots, lowest first; none where all are taken. */
export interface Seats {
  lecturerId: string;
  place: Point;
  disciplines: readonly string[];
  loads: number[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Requests in the order of their ids, so that the order in which they came decides nothing. */
export function inOrder(requests: readonly LectureRequest[]): LectureRequest[] {
  const sorted = [...requests].sort((a, b) => byText(a.id, b.id));
  const twice = sorted.find(({ id }, i) => id === sorted[i + 1]?.id);
  if (twice) throw new StatisticsError("duplicate", "requests", twice.id);
  return sorted;
}

const aboutOf = ({ place, disciplines }: LecturerSlot): string => JSON.stringify([place?.lat, place?.lon, disciplines]);

/** Lecturers whose place is known, in the order of their ids, from their slots and from those who have none left. */
export function seatsOf(slots: readonly LecturerSlot[], full: readonly LecturerSlot[]): Seats[] {
  const lecturers = new Map<string, { slot: LecturerSlot; loads: number[] }>();
  for (const [slot, isFree] of [...slots.map((s) => [s, true] as const), ...full.map((s) => [s, false] as const)]) {
    notNegative("load", slot.load);
    const known = lecturers.get(slot.lecturerId) ?? { slot, loads: [] };
    if (aboutOf(known.slot) !== aboutOf(slot)) throw new StatisticsError("contradictory", "slots", slot.lecturerId);
    if (isFree) known.loads.push(slot.load);
    lecturers.set(slot.lecturerId, known);
  }
  return [...lecturers.values()]
    .flatMap(({ slot: { lecturerId, place, disciplines }, loads }) =>
      place ? [{ lecturerId, place, disciplines, loads: loads.sort((a, b) => a - b) }] : [],
    )
    .sort((a, b) => byText(a.lecturerId, b.lecturerId));
}
