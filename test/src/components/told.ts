import type { Chart, Lang } from "../../../src/components/figure/chart.ts";
import { charts } from "../../../src/components/index.ts";
import type { Meaning } from "../../../src/data/rows.ts";

/** What a chart says, with plain spaces so that a test can be read. */
export const tell = (name: keyof typeof charts, rows: readonly unknown[], lang: Lang, meaning: Meaning | null) => {
  const told = (charts[name] as unknown as Chart<unknown>).tell(rows, lang, meaning);
  return JSON.parse(JSON.stringify(told).replaceAll("\u00a0", " ")) as typeof told;
};

export const titles = (name: keyof typeof charts, rows: readonly unknown[], meaning: Meaning | null) => [
  tell(name, rows, "nl", meaning).title,
  tell(name, rows, "en", meaning).title,
];
