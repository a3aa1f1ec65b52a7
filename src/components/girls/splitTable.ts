import type { SplitPartRow } from "../../data/girls/rows.ts";
import { html } from "../drawing/element.ts";
import type { Part } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { formatShare, signedPoints } from "../words/words.ts";

/** What each domain adds to the change from the base year to the last, the largest first. */
export const splitTable: Part<SplitPartRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  const [first] = rows;
  if (first === undefined)
    return html(
      document,
      "p",
      {},
      nl
        ? "Geen cijfer per domein: er is geen splitsing van het basisjaar tot het laatste jaar."
        : "No figure by domain: there is no split from the base year to the last year.",
    );
  const years = [first.from_year, first.to_year];
  const share = (value: number | null) => (value === null ? "–" : formatShare(value, lang));
  const points = (value: number) => signedPoints(value, lang, "", 2);
  const labels = [
    ...years.map((year) => (nl ? `deel van STEM, ${year}` : `part of STEM, ${year}`)),
    ...years.map((year) => (nl ? `meisjes, ${year}` : `girls, ${year}`)),
    ...(nl ? ["binnen (pp)", "tussen (pp)"] : ["within (pp)", "between (pp)"]),
  ];
  const table = {
    columns: [
      { label: nl ? "Domein" : "Domain", isNumber: false },
      ...labels.map((label) => ({ label, isNumber: true })),
    ],
    rows: rows.map((row) => [
      row.label[lang],
      ...[row.weight_before, row.weight_after, row.share_before, row.share_after].map(share),
      points(row.within_programmes),
      points(row.between_programmes),
    ]),
  };
  const caption = nl
    ? `Wat elk domein bijdraagt aan de verandering van ${years[0]} tot ${years[1]}, binnen en tussen de richtingen, in procentpunt (pp)`
    : `What each domain adds to the change from ${years[0]} to ${years[1]}, within and between programmes, in percentage points (pp)`;
  return dataTable(table, caption, document);
};
