import type { DelayRow } from "../../data/lectures/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { columns } from "../figure/tablePart.ts";
import { count } from "../words/nouns.ts";
import { formatNumber, formatShare } from "../words/words.ts";

const nothing: Record<Lang, string> = {
  nl: "Er zijn nog geen gastlessen van voorbije jaren geladen.",
  en: "No lectures of past years were loaded yet.",
};
const heads: Record<Lang, string[]> = {
  nl: ["Na de les", "Geregistreerd"],
  en: ["After the lecture", "Registered"],
};

/** "binnen 14 dagen"; "op de dag zelf". */
function within(days: number, lang: Lang): string {
  if (days === 0) return lang === "nl" ? "op de dag zelf" : "on the day itself";
  const number = count(days, lang === "nl" ? "dagen" : "days", lang);
  return lang === "nl" ? `binnen ${number}` : `within ${number}`;
}

function caption({ dated, longest_days, past_years }: DelayRow, lang: Lang): string {
  const [lectures, years] = [formatNumber(dated ?? 0, lang), (past_years ?? "").split(", ").length];
  return lang === "nl"
    ? `Hoe snel een gastles in het register staat: ${lectures} gastlessen uit ${years} voorbije schooljaren, de laatste na ${longest_days} dagen`
    : `How soon a lecture stands in the register: ${lectures} lectures of ${years} past school years, the last after ${longest_days} days`;
}

/** The share of past lectures registered within so many days, or why it is not known. */
export const registrationDelay: Part<DelayRow> = (rows, { document, lang }) => {
  const [first] = rows;
  if (first === undefined) return html(document, "p", {}, nothing[lang]);
  if (first.reason !== null)
    return html(document, "p", {}, `${lang === "nl" ? "Geen cijfer" : "No figure"}: ${first.reason[lang]}.`);
  const cells = rows.map(({ days, share }) => [
    within(days ?? 0, lang),
    share === null ? "–" : formatShare(share, lang, 0),
  ]);
  return dataTable({ columns: columns(heads[lang], 1), rows: cells }, caption(first, lang), document);
};
