import type { StrandRow } from "../../data/plan/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { columns } from "../figure/tablePart.ts";
import { formatNumber } from "../words/words.ts";

const audiences: Record<string, Record<Lang, string>> = {
  primary: { nl: "lager onderwijs", en: "primary school" },
  secondary: { nl: "secundair onderwijs", en: "secondary school" },
  higher: { nl: "hoger onderwijs", en: "higher education" },
  teachers: { nl: "leerkrachten", en: "teachers" },
  families: { nl: "gezinnen", en: "families" },
  public: { nl: "iedereen", en: "everybody" },
};

/** Initiatives of the hub: a row an audience, a column a strand, with their sums. */
export const initiativeTable: Part<StrandRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  if (rows.length === 0)
    return html(document, "p", {}, nl ? "Er zijn geen initiatieven geladen." : "No initiatives were loaded.");
  const strands = [...new Set(rows.map(({ strand }) => strand))].sort();
  const groups = [...new Set(rows.map(({ audience }) => audience))].sort();
  const sum = (isIn: (row: StrandRow) => boolean) =>
    rows.filter(isIn).reduce((total, { initiatives }) => total + initiatives, 0);
  const strandName = (strand: string) =>
    strand === "" ? (nl ? "Zonder krachtlijn" : "No strand") : `${nl ? "Krachtlijn" : "Strand"} ${strand}`;
  const table = {
    columns: columns(
      [nl ? "Doelgroep" : "Audience", ...strands.map(strandName), nl ? "Samen" : "Together"],
      ...strands.map((_, index) => index + 1),
      strands.length + 1,
    ),
    rows: [
      ...groups.map((audience) => [
        audiences[audience]?.[lang] ?? audience.replaceAll("_", " "),
        ...strands.map((strand) =>
          formatNumber(
            sum((row) => row.audience === audience && row.strand === strand),
            lang,
          ),
        ),
        formatNumber(
          sum((row) => row.audience === audience),
          lang,
        ),
      ]),
      [
        nl ? "Samen" : "Together",
        ...strands.map((strand) =>
          formatNumber(
            sum((row) => row.strand === strand),
            lang,
          ),
        ),
        formatNumber(
          sum(() => true),
          lang,
        ),
      ],
    ],
  };
  const caption = nl
    ? "Aantal initiatieven naar doelgroep en krachtlijn"
    : "Number of initiatives by audience and strand";
  return dataTable(table, caption, document);
};
