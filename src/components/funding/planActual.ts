import type { PlanRow } from "../../data/funding/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { columns } from "../figure/tablePart.ts";
import { formatEuro, formatShare } from "../words/words.ts";

const money = (value: number | null, lang: Lang) => (value === null ? "–" : formatEuro(Math.round(value), lang));

function planSentence(rows: readonly PlanRow[], lang: Lang): string {
  const nl = lang === "nl";
  const last = rows.findLast(({ is_over, planned_eur, received_eur }) => is_over && planned_eur && received_eur);
  if (!last?.planned_eur || last.received_eur === null)
    return nl
      ? "Er is geen voorbij schooljaar waarvan plan en ontvangst allebei getoond kunnen worden."
      : "There is no past school year of which plan and receipts can both be shown.";
  const [planned, received, share] = [
    money(last.planned_eur, lang),
    money(last.received_eur, lang),
    formatShare(last.received_eur / last.planned_eur, lang),
  ];
  const spent =
    last.spent_eur === null
      ? ""
      : nl
        ? ` Daarvan is ${money(last.spent_eur, lang)} besteed.`
        : ` Of this ${money(last.spent_eur, lang)} was spent.`;
  return nl
    ? `In ${last.school_year} was ${planned} gepland en werd ${received} ontvangen: ${share} van het plan.${spent}`
    : `In ${last.school_year}, ${planned} was planned and ${received} received: ${share} of the plan.${spent}`;
}

/** Plan beside actual, in a sentence on the last school year that is over and a table of all. */
export const planActual: Part<PlanRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  if (rows.length === 0)
    return html(document, "p", {}, nl ? "Er is geen financiering geladen." : "No funding was loaded.");
  const labels = nl
    ? ["Schooljaar", "Gepland", "Toegezegd", "Ontvangen", "Besteed", "Ontvangen van plan"]
    : ["School year", "Planned", "Committed", "Received", "Spent", "Received of plan"];
  const table = {
    columns: columns(labels, 1, 2, 3, 4, 5),
    rows: rows.map((row) => [
      row.is_over ? row.school_year : `${row.school_year} (p)`,
      ...[row.planned_eur, row.committed_eur, row.received_eur, row.spent_eur].map((value) => money(value, lang)),
      row.planned_eur && row.received_eur !== null ? formatShare(row.received_eur / row.planned_eur, lang) : "–",
    ]),
  };
  const caption = nl
    ? "Geld van overheid en bedrijven samen, per fase; (p): voorlopig, het schooljaar is niet voorbij; –: niet geboekt of niet te tonen"
    : "Cash of government and companies together, by phase; (p): provisional, the school year is not over; –: not booked or not to be shown";
  return html(
    document,
    "div",
    {},
    html(document, "p", {}, planSentence(rows, lang)),
    dataTable(table, caption, document),
  );
};
