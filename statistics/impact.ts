export { type AggregateKind, type Aggregates, aggregateEffects, type Effect } from "./impact/aggregateEffects.ts";
export { type Band, simultaneousBand } from "./impact/band.ts";
export { type GroupTimeEffects, type GroupTimeOptions, groupTimeEffects } from "./impact/groupTimeEffects.ts";
export type { PanelRow } from "./impact/panel.ts";
export { individualEffect, minimumDetectableEffect } from "./impact/power.ts";
export { preTrendMaxTest, preTrendMean, preTrendTest } from "./impact/preTrend.ts";
export { publishRule } from "./impact/publishRule.ts";
