import type { ConcentrationRow } from "../../data/funding/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { columns } from "../figure/tablePart.ts";
import { formatEuro, formatNumber } from "../words/words.ts";

function concentrationSentence(last: ConcentrationRow, lang: Lang): string {
  const nl = lang === "nl";
  const { school_year, funders, herfindahl, is_safe, is_dominated } = last;
  if (!is_safe || funders === null)
    return nl
      ? `Het private geld van ${school_year} wordt niet getoond: ${last.reason?.nl ?? "het zou een financier verraden"}.`
      : `The private money of ${school_year} is not shown: ${last.reason?.en ?? "it would give a funder away"}.`;
  const head = nl
    ? `In ${school_year}${last.is_current_year ? " tot nu toe" : ""} rust het private geld op ${funders} financiers`
    : `In ${school_year}${last.is_current_year ? " so far" : ""} the private money rests on ${funders} funders`;
  const even =
    herfindahl === null || herfindahl <= 0
      ? ""
      : nl
        ? `, even gespreid als over ${formatNumber(1 / herfindahl, lang)} die elk evenveel geven`
        : `, spread as over ${formatNumber(1 / herfindahl, lang)} that each give as much`;
  const dominated = is_dominated
    ? nl
      ? " Eén of twee ervan geven bijna alles."
      : " One or two of them give nearly all of it."
    : nl
      ? " Geen enkele ervan overheerst."
      : " None of them dominates.";
  return `${head}${even}.${dominated}`;
}

/** On how many private funders the money rests: never who they are, nor what one of them gave. */
export const funderConcentration: Part<ConcentrationRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  const last = rows.at(-1);
  if (last === undefined)
    return html(document, "p", {}, nl ? "Er is geen privaat geld ontvangen." : "No private money was received.");
  const labels = nl
    ? ["Schooljaar", "Privaat geld", "Financiers", "Herfindahl-index"]
    : ["School year", "Private money", "Funders", "Herfindahl index"];
  const table = {
    columns: columns(labels, 1, 2, 3),
    rows: rows.map((row) => [
      row.is_current_year ? `${row.school_year} (p)` : row.school_year,
      row.private_eur === null ? "c" : formatEuro(Math.round(row.private_eur), lang),
      row.funders === null ? "–" : formatNumber(row.funders, lang),
      row.herfindahl === null ? "c" : formatNumber(row.herfindahl, lang, 2),
    ]),
  };
  const caption = nl
    ? "Ontvangen privaat geld en op hoeveel financiers het rust; c: vertrouwelijk, het zou een financier verraden"
    : "Private money received, and on how many funders it rests; c: confidential, it would give a funder away";
  return html(
    document,
    "div",
    {},
    html(document, "p", {}, concentrationSentence(last, lang)),
    dataTable(table, caption, document),
  );
};
