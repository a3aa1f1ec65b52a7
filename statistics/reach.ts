export { type ReachBounds, reachBounds } from "./reach/reachBounds.ts";
