import { breakdownBars } from "./breakdownBars.ts";
import type { Chart, Part } from "./chart.ts";
import { cumulativeLine } from "./cumulativeLine.ts";
import { scorecard } from "./scorecard.ts";
import { shareLines } from "./shareLines.ts";

/** Charts by the name that a chart fence calls them. */
export const charts = { breakdownBars, cumulativeLine, shareLines } as const satisfies Record<string, Chart<never>>;

/** Blocks of HTML by the name that a part fence calls them. */
export const parts = { scorecard } as const satisfies Record<string, Part<never>>;
