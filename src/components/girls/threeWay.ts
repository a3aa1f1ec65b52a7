import type { ThreeWayRow } from "../../data/girls/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { folded } from "../figure/facts.ts";
import { formatNumber, formatShare, signedPoints } from "../words/words.ts";
import { withoutFigure } from "./shiftWords.ts";

const from = (before: number | null, after: number | null, lang: Lang) => {
  const [old, now] = [before ?? 0, after ?? 0].map((share) => formatShare(share, lang));
  return lang === "nl" ? `van ${old} naar ${now}` : `from ${old} to ${now}`;
};

/** What girls, boys and the cohort did, of a comparison that has its figures. */
function finding(row: ThreeWayRow, lang: Lang): string {
  const nl = lang === "nl";
  const [total, girls, boys, ratio] = [row.total, row.girls_participation, row.boys_participation, row.sex_ratio].map(
    (points) => signedPoints(points ?? 0, lang),
  );
  const [old, now] = [row.girls_per_boy_before, row.girls_per_boy_after].map((n) =>
    formatNumber((n ?? 0) * 100, lang, 1),
  );
  return nl
    ? `Van ${row.from_year} tot ${row.to_year} veranderde het aandeel meisjes in STEM met ${total}. Daarvan komt ${girls} van meisjes (hun deelname ging ${from(row.girls_before, row.girls_after, lang)}), ${boys} van jongens (hun deelname ging ${from(row.boys_before, row.boys_after, lang)}) en ${ratio} van de lichting (${old} meisjes per 100 jongens, daarna ${now}).`
    : `From ${row.from_year} to ${row.to_year} the girls' share in STEM changed by ${total}. Of this ${girls} comes from girls (their participation went ${from(row.girls_before, row.girls_after, lang)}), ${boys} from boys (their participation went ${from(row.boys_before, row.boys_after, lang)}) and ${ratio} from the cohort (${old} girls for each 100 boys, then ${now}).`;
}

/** The shift of the girls' share by what moved it, in a sentence and a table: from end to end first, then year by year. */
export const threeWay: Part<ThreeWayRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  const whole = rows.find(({ span }) => span === "whole");
  if (whole === undefined || whole.total === null)
    return html(
      document,
      "p",
      {},
      whole === undefined
        ? nl
          ? "Geen cijfer: er zijn geen twee schooljaren om te vergelijken."
          : "No figure: there are no two school years to compare."
        : withoutFigure(whole.reason, lang),
    );
  const points = (value: number | null) => (value === null ? "–" : signedPoints(value, lang, "", 2));
  const spans = {
    whole: nl ? "van begin tot eind" : "end to end",
    year: nl ? "jaar op jaar" : "year by year",
    sum_of_years: nl ? "som van de jaren" : "sum of the years",
  };
  const labels = nl
    ? ["Verandering (pp)", "Meisjes (pp)", "Jongens (pp)", "Lichting (pp)"]
    : ["Change (pp)", "Girls (pp)", "Boys (pp)", "Cohort (pp)"];
  const table = {
    columns: [
      { label: nl ? "Vergelijking" : "Comparison", isNumber: false },
      { label: nl ? "Soort" : "Kind", isNumber: false },
      ...labels.map((label) => ({ label, isNumber: true })),
    ],
    rows: rows.map((row) => [
      `${row.from_year} – ${row.to_year}${row.has_break ? " *" : ""}`,
      spans[row.span],
      ...[row.total, row.girls_participation, row.boys_participation, row.sex_ratio].map(points),
    ]),
  };
  const broken = rows.some(({ has_break }) => has_break)
    ? nl
      ? "; * over een breuk in de reeks heen"
      : "; * across a break in the series"
    : "";
  const caption = nl
    ? `Verandering van het aandeel meisjes in STEM, in procentpunt (pp), naar deelname van meisjes, deelname van jongens en meisjes per jongen in de lichting${broken}`
    : `Change of the girls' share in STEM, in percentage points (pp), by girls' participation, boys' participation and girls for each boy in the cohort${broken}`;
  return html(
    document,
    "div",
    {},
    html(document, "p", {}, finding(whole, lang)),
    folded(document, nl ? "Elk schooljaar" : "Each school year", dataTable(table, caption, document)),
  );
};
