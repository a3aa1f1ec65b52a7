export { partBounds } from "./reach/partBounds.ts";
export { type ReachBounds, reachBounds } from "./reach/reachBounds.ts";
export {
  type CellProgramme,
  type CellSolver,
  MOST_CHANNELS,
  type SharpOptions,
  sharpReachBounds,
} from "./reach/sharpReachBounds.ts";
