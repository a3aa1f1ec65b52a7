import type { PublishedRow } from "../../data/girls/rows.ts";
import type { Part } from "../figure/chart.ts";
import { folded } from "../figure/facts.ts";
import { tablePart } from "../figure/tablePart.ts";
import { formatNumber } from "../words/words.ts";
import { publishedCells } from "./publishedWords.ts";

const publishedFigures: Part<PublishedRow> = tablePart(
  { nl: "Gepubliceerde cijfers met hun bron", en: "Published figures with their source" },
  { nl: "Er zijn geen gepubliceerde cijfers.", en: "There are no published figures." },
  publishedCells,
);

/** Every published figure, behind one line that says how many there are. */
export const publishedTable: Part<PublishedRow> = (rows, surroundings) => {
  const { document, lang } = surroundings;
  const table = publishedFigures(rows, surroundings);
  if (rows.length === 0) return table;
  const number = formatNumber(rows.length, lang);
  const title = lang === "nl" ? `${number} cijfers met hun bron` : `${number} figures with their source`;
  return folded(document, title, table);
};
