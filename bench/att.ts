import { aggregateEffects } from "../statistics/impact/aggregateEffects.ts";
import { simultaneousBand } from "../statistics/impact/band.ts";
import { groupTimeEffects } from "../statistics/impact/groupTimeEffects.ts";
import { preTrendTest } from "../statistics/impact/preTrend.ts";
import { seededRandom } from "../statistics/random.ts";
import { simulatedPanel } from "./panel.ts";

const rows = simulatedPanel(seededRandom(1), { schools: 1000, years: 10, effect: 0.02 });
const started = performance.now();
const result = groupTimeEffects(rows, { basePeriod: "universal" });
const varying = groupTimeEffects(rows);
const aggregates = (["simple", "dynamic", "group", "calendar"] as const).map((kind) => aggregateEffects(result, kind));
preTrendTest(varying);
const estimated = performance.now();
const [, dynamic] = aggregates;
const cellBand = simultaneousBand(result.cells, result, { draws: 1000 });
const eventBand = dynamic && simultaneousBand(dynamic.effects, dynamic, { draws: 1000 });
const ended = performance.now();
console.log(
  `ATT, 1,000 schools × 10 years: ${result.cells.length} cells and aggregates ${Math.round(estimated - started)} ms, ` +
    `bands of cells (${cellBand?.critical.toFixed(2)}) and event times (${eventBand?.critical.toFixed(2)}) ` +
    `with 1,000 draws ${Math.round(ended - estimated)} ms, together ${Math.round(ended - started)} ms`,
);
