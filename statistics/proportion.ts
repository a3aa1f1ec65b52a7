export { shareRatio, twoProportionTest } from "./proportion/comparison.ts";
export { clusterDesignEffect, effectiveTrials } from "./proportion/effectiveTrials.ts";
export { type DifferenceOptions, newcombeInterval } from "./proportion/newcombe.ts";
export { type WilsonOptions, wilsonInterval } from "./proportion/wilson.ts";
