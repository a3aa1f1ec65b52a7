export { cochranArmitage, type TrendTest } from "./trend/cochranArmitage.ts";
export { holm } from "./trend/holm.ts";
export { type ShiftOptions, type ShiftVerdict, type ShiftYear, shiftVerdict } from "./trend/shiftVerdict.ts";
