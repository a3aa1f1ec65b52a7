import type { ScoreRow } from "../data/rows.ts";
import { bulletGraph } from "./bulletGraph.ts";
import type { Lang, Part } from "./chart.ts";
import { html } from "./element.ts";
import { scoreSentence } from "./scoreSentence.ts";
import { statusMark } from "./status.ts";
import { formatCell } from "./values.ts";

const heads: Record<Lang, string[]> = {
  nl: ["Indicator", "Beeld", "Waarde", "Stand", "Toelichting"],
  en: ["Indicator", "Picture", "Value", "Standing", "Note"],
};
const caption: Record<Lang, string> = {
  nl: "Stand van de indicatoren. Balk: waarde; lichte balk: waar het jaar met 80 % kans eindigt; streep: doel; open bol: vorig jaar.",
  en: "Standing of the indicators. Bar: value; light bar: where the year ends with a chance of 80%; stroke: target; open dot: last year.",
};
const nothing: Record<Lang, string> = { nl: "Er zijn nog geen indicatoren.", en: "There are no indicators yet." };

/** A line for each indicator; the roles are written out because a grid in the style sheet would take them from the table. */
export const scorecard: Part<ScoreRow> = (rows, { document, lang }) => {
  if (rows.length === 0) return html(document, "p", { class: "scorecard-empty" }, nothing[lang]);
  const cell = (name: string, ...children: (Node | string)[]) =>
    html(document, "td", { class: name, role: "cell" }, ...children);
  const lines = rows.map((row) =>
    html(
      document,
      "tr",
      { role: "row" },
      html(document, "th", { scope: "row", role: "rowheader", class: "label" }, row.meaning.name[lang]),
      cell("picture", bulletGraph(row, document)),
      cell("value number", formatCell(row.value, row.flag, row.meaning, lang)),
      cell("standing", statusMark(row.status, lang, document)),
      cell("sentence", scoreSentence(row, lang)),
    ),
  );
  const head = heads[lang].map((text) => html(document, "th", { scope: "col", role: "columnheader" }, text));
  return html(
    document,
    "table",
    { class: "scorecard", role: "table" },
    html(document, "caption", {}, caption[lang]),
    html(document, "thead", { role: "rowgroup" }, html(document, "tr", { role: "row" }, ...head)),
    html(document, "tbody", { role: "rowgroup" }, ...lines),
  );
};
