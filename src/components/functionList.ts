import type { FunctionRow } from "../data/methodRows.ts";
import type { Part } from "./chart.ts";
import { html } from "./element.ts";
import { withCode } from "./facts.ts";
import { folded } from "./folded.ts";
import { count } from "./nouns.ts";

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
