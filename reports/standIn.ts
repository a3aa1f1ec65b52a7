import type { Chart } from "../src/components/chart.ts";
import { vector } from "../src/components/element.ts";
import type { FundingRow } from "../src/data/rows.ts";
export const fundingSplit: Chart<FundingRow> = {
  draw: (_rows, { document }) => vector(document, "svg", { viewBox: "0 0 640 300", width: 640, height: 300 }, vector(document, "rect", { width: 400, height: 260, fill: "#006c75" })),
  tell: () => ({ title: "De overheid brengt 70,4 % van het geld in", subtitle: "Ontvangen geld", alternative: "Staafgrafiek. De overheid brengt 70,4 % in.", table: { columns: [], rows: [] } }),
};
