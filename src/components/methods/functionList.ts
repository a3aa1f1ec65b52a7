import type { FunctionRow } from "../../data/methods/rows.ts";
import { html } from "../drawing/element.ts";
import type { Part } from "../figure/chart.ts";
import { folded, withCode } from "../figure/facts.ts";
import { count } from "../words/nouns.ts";

/** The formulas in the words of the code, which are English on every page. */
export const functionList: Part<FunctionRow> = (rows, { document, lang }) => {
  if (rows.length === 0)
    return html(
      document,
      "p",
      {},
      lang === "nl" ? "Geen enkele analyse rekende met een formule." : "No analysis computed with a formula.",
    );
  const list = html(
    document,
    "dl",
    { class: "formulas" },
    ...rows.flatMap(({ name, file, text }) => [
      html(
        document,
        "dt",
        { id: `function-${name}` },
        html(document, "code", {}, name),
        " ",
        html(document, "span", { class: "code" }, file),
      ),
      html(document, "dd", { lang: lang === "en" ? undefined : "en" }, ...withCode(document, text)),
    ]),
  );
  const number = count(rows.length, lang === "nl" ? "formules" : "formulas", lang);
  return folded(document, lang === "nl" ? `${number}, op naam` : `${number}, by name`, list);
};
