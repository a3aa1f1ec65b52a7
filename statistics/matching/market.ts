import type { Point } from "../geo.ts";

/** A request for one lecture. Where its place is unknown nobody can be proposed; where no discipline is asked for, every lecturer fits. */
export interface LectureRequest {
  id: string;
  place: Point | null;
  discipline: string | null;
}

/** One lecture that a lecturer can still give: who can give three stands three times, with a load that grows by one. */
export interface LecturerSlot {
  lecturerId: string;
  place: Point | null;
  disciplines: readonly string[];
  /** Lectures that the lecturer has before this one. */
  load: number;
}

/** What makes a lecturer dearer than the distance, in km; an infinite `mismatchKm` forbids another discipline. */
export interface Prices {
  /** No pair is farther apart; no limit where left out. */
  caliperKm?: number;
  /** For another discipline than was asked for. */
  mismatchKm?: number;
  /** For a lecturer who came to this school before. */
  repeatKm?: number;
  /** For each lecture that the lecturer has already. */
  loadKm?: number;
  isRepeat?: (requestId: string, lecturerId: string) => boolean;
}
