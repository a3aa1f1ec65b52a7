export type { Alternative } from "./matching/alternatives.ts";
export { type Assignment, type AssignmentOptions, assignLecturers, type Pair } from "./matching/assignLecturers.ts";
export type { InTurn } from "./matching/inTurn.ts";
export type { LectureRequest, LecturerSlot } from "./matching/market.ts";
export { minimumAssignment } from "./matching/minimumAssignment.ts";
export type { Unmatched, UnmatchedReason } from "./matching/unmatched.ts";
