import type { Chart, Part } from "./chart.ts";
import { cumulativeLine } from "./cumulativeLine.ts";
import { scorecard } from "./scorecard.ts";

/** Charts by the name that a chart fence calls them. */
export const charts = { cumulativeLine } as const satisfies Record<string, Chart<never>>;

/** Blocks of HTML by the name that a part fence calls them. */
export const parts = { scorecard } as const satisfies Record<string, Part<never>>;
