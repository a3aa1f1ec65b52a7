import type { ForecastRow } from "../../data/lectures/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { nameOf } from "../words/nouns.ts";
import { formatTarget, formatValue } from "../words/values.ts";
import { formatChance, formatNumber, formatShare } from "../words/words.ts";

const heads: Record<Lang, string[]> = {
  nl: [
    ...[
      "Benchmark",
      "Geregistreerd",
      "Wellicht gegeven",
      "Deel van een jaar",
      "Verwacht jaartotaal",
      "80 % kans",
      "95 % kans",
    ],
    ...["Doel", "Kans op het doel", "Nodig per lesdag"],
  ],
  en: [
    ...[
      "Benchmark",
      "Registered",
      "Held, by estimate",
      "Part of a year",
      "Expected year total",
      "80% chance",
      "95% chance",
    ],
    ...["Target", "Chance of the target", "Needed per teaching day"],
  ],
};
const captions: Record<Lang, string> = {
  nl: "Waar het schooljaar naar verwachting eindigt",
  en: "Where the school year is expected to end",
};
const nothing: Record<Lang, string> = { nl: "Er is nog geen verwachting.", en: "There is no forecast yet." };

/** Two ends of a range; "409–484". */
const range = (low: number | null, high: number | null, text: (value: number) => string) =>
  low === null || high === null ? "–" : `${text(low)}–${text(high)}`;

function cells(row: ForecastRow, lang: Lang): string[] {
  const { meaning, target, probability, required_pace, share_elapsed, reason } = row;
  const text = (value: number) => formatValue(value, meaning, lang);
  const or = (value: number | null, format: (value: number) => string) => (value === null ? "–" : format(value));
  const none = reason === null ? "–" : `${lang === "nl" ? "geen cijfer" : "no figure"}: ${reason[lang]}`;
  return [
    nameOf(meaning, lang),
    or(row.value, text),
    row.held === null ? "–" : `${text(row.held)} (${range(row.held_lower, row.held_upper, text)})`,
    or(share_elapsed, (share) => formatShare(share, lang, 0)),
    row.mean === null ? none : text(row.mean),
    range(row.lower, row.upper, text),
    range(row.lower_95, row.upper_95, text),
    or(target, (aim) => formatTarget(aim, meaning, lang)),
    or(probability, (chance) => formatChance(chance, lang)),
    or(required_pace, (pace) => formatNumber(pace, lang, pace < 10 && pace > 0 ? 1 : 0)),
  ];
}

/** The forecast of each benchmark as a table: count so far, expected total with its intervals, chance and pace. */
export const benchmarkForecast: Part<ForecastRow> = (rows, { document, lang }) =>
  rows.length === 0
    ? html(document, "p", {}, nothing[lang])
    : dataTable(
        {
          columns: heads[lang].map((label, index) => ({ label, isNumber: index > 0 })),
          rows: rows.map((row) => cells(row, lang)),
        },
        captions[lang],
        document,
      );
