import type { ScoreRow, StatusWord } from "../../data/rows.ts";
import { html, vector } from "../drawing/element.ts";
import type { Lang } from "../figure/chart.ts";
import { statusWords } from "../words/words.ts";

type Stood = Pick<ScoreRow, "status" | "meaning">;

/** A rate of response has a threshold of reliability, which is not met but passed. */
export const isThreshold = ({ meaning }: Pick<ScoreRow, "meaning">): boolean => meaning.id === "response_rate";

/** The word for how an indicator stands. */
export const statusOf = (row: Stood): Record<Lang, string> =>
  isThreshold(row) && row.status === "met"
    ? { nl: "boven de drempel", en: "above the threshold" }
    : statusWords[row.status];

/** ● on course, ◐ uncertain, ▲ off course, ✓ met: drawn, so that no font can lack them. */
const shape = (status: StatusWord, document: Document): SVGElement[] => {
  const ring = { cx: 6, cy: 6, r: 4.75, fill: "none", stroke: "currentColor", "stroke-width": 1.5 };
  if (status === "on_course") return [vector(document, "circle", { cx: 6, cy: 6, r: 5.5, fill: "currentColor" })];
  if (status === "uncertain")
    return [
      vector(document, "circle", ring),
      vector(document, "path", { d: "M6,1.25A4.75,4.75 0 0 0 6,10.75Z", fill: "currentColor" }),
    ];
  if (status === "off_course") return [vector(document, "path", { d: "M6,0.5L12,11.5H0Z", fill: "currentColor" })];
  if (status === "met")
    return [
      vector(document, "path", { d: "M1,6.5L4.5,10L11,2", fill: "none", stroke: "currentColor", "stroke-width": 2 }),
    ];
  if (status === "past_due")
    return [
      vector(document, "path", { d: "M2,2L10,10M10,2L2,10", fill: "none", stroke: "currentColor", "stroke-width": 2 }),
    ];
  return [vector(document, "path", { d: "M2,6H10", stroke: "currentColor", "stroke-width": 1.5 })];
};

/** A status as its shape and its word; the colour only repeats them. */
export const statusMark = (row: Stood, lang: Lang, document: Document): HTMLSpanElement =>
  html(
    document,
    "span",
    { class: `status status-${row.status}` },
    vector(
      document,
      "svg",
      { viewBox: "0 0 12 12", width: 12, height: 12, "aria-hidden": "true", focusable: "false" },
      ...shape(row.status, document),
    ),
    ` ${statusOf(row)[lang]}`,
  );
