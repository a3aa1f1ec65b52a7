import type { GirlsRow } from "../../data/lectures/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part, Table } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { folded } from "../figure/facts.ts";
import { columns } from "../figure/tablePart.ts";
import { programmeTitle } from "../words/nouns.ts";
import { formatNumber, formatPoints, formatShare, schoolYearName } from "../words/words.ts";

const signed = (share: number, lang: Lang) => `${share < 0 ? "−" : "+"}${formatNumber(Math.abs(share) * 100, lang, 1)}`;
const margin = ({ lower, upper }: GirlsRow, lang: Lang) =>
  lower === null || upper === null
    ? ""
    : `${signed(lower, lang)} ${lang === "nl" ? "tot" : "to"} ${signed(upper, lang)}`;

/** "19,8 procentpunt minder", or that the difference may be chance. */
function comparison(row: GirlsRow, lang: Lang): string {
  const nl = lang === "nl";
  const { host_share, compared_share, difference, lower, upper } = row;
  if (host_share === null || compared_share === null || difference === null || lower === null || upper === null) {
    const why = row.host_reason?.[lang];
    return `${nl ? "Met de scholen is dat niet te vergelijken" : "This cannot be compared with the schools"}${why === undefined ? "" : `: ${why}`}.`;
  }
  const [here, there] = [formatShare(compared_share, lang), formatShare(host_share, lang)];
  const same = row.compared === row.filled;
  const basis = same
    ? ""
    : nl
      ? `In de ${formatNumber(row.compared, lang)} lessen die te vergelijken zijn, was dat ${here}. `
      : `In the ${formatNumber(row.compared, lang)} lectures that can be compared it was ${here}. `;
  const gap = formatPoints(difference, lang);
  const isClear = lower > 0 || upper < 0;
  const more = nl
    ? difference < 0
      ? "minder"
      : "meer"
    : difference < 0
      ? "fewer girls in the lectures"
      : "more girls in the lectures";
  const said = isClear
    ? nl
      ? `in de lessen ${gap} ${more}`
      : `${gap} ${more}`
    : nl
      ? "een verschil dat toeval kan zijn"
      : "a difference that may be chance";
  return nl
    ? `${basis}Op de scholen die ze ontvingen, was het ${there}: ${said} (95 %-interval ${margin(row, lang)}).`
    : `${basis}In the schools that hosted them it was ${there}: ${said} (95% interval ${margin(row, lang)}).`;
}

function sentence(row: GirlsRow, lang: Lang): string {
  const nl = lang === "nl";
  const year = `${row.school_year}${row.is_current_year ? (nl ? " tot nu toe" : " so far") : ""}`;
  const filled = nl
    ? `Het aantal meisjes is ingevuld bij ${formatNumber(row.filled, lang)} van de ${formatNumber(row.lectures, lang)} lessen.`
    : `The number of girls was filled in for ${formatNumber(row.filled, lang)} of the ${formatNumber(row.lectures, lang)} lectures.`;
  if (row.girls_share === null) return `${programmeTitle(row.programme, lang)}, ${year}. ${filled}`;
  const share = formatShare(row.girls_share, lang);
  return nl
    ? `${programmeTitle(row.programme, lang)} in ${year}: ${share} van de leerlingen in de gastlessen is een meisje. ${comparison(row, lang)} ${filled}`
    : `${programmeTitle(row.programme, lang)} in ${year}: ${share} of the students in the lectures are girls. ${comparison(row, lang)} ${filled}`;
}

function table(rows: readonly GirlsRow[], lang: Lang): Table {
  const nl = lang === "nl";
  const labels = nl
    ? [
        "Schooljaar",
        "Ingevuld",
        "Meisjes in de lessen",
        "In de vergeleken lessen",
        "Op hun scholen",
        "Verschil",
        "Marge",
      ]
    : ["School year", "Filled in", "Girls in the lectures", "In the lectures compared", "In their schools"].concat(
        ...["Difference", "Margin"],
      );
  const share = (value: number | null) => (value === null ? "–" : formatShare(value, lang));
  return {
    columns: columns(labels, 1, 2, 3, 4, 5, 6),
    rows: rows.map((row) => [
      schoolYearName(row, lang),
      share(row.filled_share),
      share(row.girls_share),
      share(row.compared_share),
      share(row.host_share),
      row.difference === null ? "–" : signed(row.difference, lang),
      margin(row, lang) || "–",
    ]),
  };
}

/** How many of the students in lectures are girls, in the latest school year in words and in every year in a table. */
export const girlsInLectures: Part<GirlsRow> = (rows, { document, lang }) => {
  const last = rows.at(-1);
  if (last === undefined)
    return html(document, "p", {}, lang === "nl" ? "Er zijn geen gastlessen geladen." : "No lectures were loaded.");
  const caption =
    lang === "nl"
      ? `${programmeTitle(last.programme, lang)}: meisjes in de gastlessen en op de scholen die ze ontvingen, verschil in procentpunt`
      : `${programmeTitle(last.programme, lang)}: girls in the lectures and in the schools that hosted them, difference in percentage points`;
  return html(
    document,
    "div",
    {},
    html(document, "p", {}, sentence(last, lang)),
    folded(
      document,
      lang === "nl" ? "Alle schooljaren" : "All school years",
      dataTable(table(rows, lang), caption, document),
    ),
  );
};
