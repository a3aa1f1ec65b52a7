import type { Meaning } from "../../data/rows.ts";
import { html } from "../drawing/element.ts";
import type { Part } from "../figure/chart.ts";

/** Each indicator once, with its definition and its unit; its name leads to the page on methods, in the same folder. */
export const definitions: Part<Meaning> = (rows, { document, lang }) => {
  if (rows.length === 0)
    return html(document, "p", {}, lang === "nl" ? "Er zijn nog geen definities." : "There are no definitions yet.");
  const once = rows.filter((row, index) => rows.findIndex(({ id }) => id === row.id) === index);
  return html(
    document,
    "dl",
    { class: "definitions" },
    ...once.flatMap(({ id, name, definition, unit }) => [
      html(document, "dt", {}, html(document, "a", { href: `methods.html#${id}` }, name[lang])),
      html(
        document,
        "dd",
        {},
        `${definition[lang].replace(/[.\s]+$/, "")}. ${lang === "nl" ? "Eenheid" : "Unit"}: ${unit[lang]}.`,
      ),
    ]),
  );
};
