import type { ScoreRow } from "../../data/rows.ts";
import { html } from "../drawing/element.ts";
import { roundGeometry } from "../drawing/serialise.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { nameOf, upperFirst } from "../words/nouns.ts";
import { formatCell } from "../words/values.ts";
import { bulletGraph } from "./bulletGraph.ts";
import { scoreSentence } from "./scoreSentence.ts";
import { statusMark } from "./status.ts";

const heads: Record<Lang, string[]> = {
  nl: ["Indicator", "Beeld", "Waarde", "Stand", "Toelichting"],
  en: ["Indicator", "Chart", "Value", "Status", "Note"],
};
/** What the marks mean that are drawn in these rows. */
function caption(rows: readonly ScoreRow[], lang: Lang): string {
  const nl = lang === "nl";
  const has = (test: (row: ScoreRow) => boolean) => rows.some((row) => row.value !== null && test(row));
  const marks = [
    nl ? "balk: waarde" : "bar: value",
    has(({ expected_low }) => expected_low !== null) &&
      (nl
        ? "lichte balk: waar het jaar met 80\u00a0% kans eindigt"
        : "light bar: where the year has an 80% chance of ending"),
    has(({ target }) => target !== null) && (nl ? "streep: doel" : "stroke: target"),
    has(({ tolerance }) => tolerance !== null) && (nl ? "grijs: afgesproken band" : "grey: agreed band"),
    has(({ last_value }) => last_value !== null) && (nl ? "open bolletje: vorig jaar" : "open dot: last year"),
    has(({ flag }) => flag === "p") && (nl ? "(p): voorlopig" : "(p): provisional"),
  ].filter((mark) => mark !== false);
  return `${nl ? "Stand van de indicatoren" : "Status of the indicators"}. ${upperFirst(marks.join("; "))}.`;
}

const nothing: Record<Lang, string> = {
  nl: "Er zijn nog geen indicatoren: er is niets geladen waaruit ze te berekenen zijn.",
  en: "There are no indicators yet: nothing was loaded to compute them from.",
};

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
      html(document, "th", { scope: "row", role: "rowheader", class: "label" }, nameOf(row.meaning, lang)),
      cell("picture", roundGeometry(bulletGraph(row, document))),
      cell("value number", formatCell(row.value, row.flag, row.meaning, lang)),
      cell("standing", statusMark(row, lang, document)),
      cell("sentence", scoreSentence(row, lang)),
    ),
  );
  const head = heads[lang].map((text) => html(document, "th", { scope: "col", role: "columnheader" }, text));
  return html(
    document,
    "table",
    { class: "scorecard", role: "table" },
    html(document, "caption", {}, caption(rows, lang)),
    html(document, "thead", { role: "rowgroup" }, html(document, "tr", { role: "row" }, ...head)),
    html(document, "tbody", { role: "rowgroup" }, ...lines),
  );
};
