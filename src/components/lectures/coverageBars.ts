import type { CoverageRow, EquityRow } from "../../data/lectures/rows.ts";
import { html } from "../drawing/element.ts";
import { drawRowBars } from "../drawing/rowBars.ts";
import type { Chart, Lang, Part, Telling } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { folded } from "../figure/facts.ts";
import { columns } from "../figure/tablePart.ts";
import { count } from "../words/nouns.ts";
import { formatNumber, formatShare, schoolYearName } from "../words/words.ts";
import { share, whole, why } from "./shownOrHidden.ts";

function sentence(row: CoverageRow, lang: Lang): string {
  const { share: part, reached_schools, eligible_schools, white_spots, eligible_municipalities } = row;
  const year = row.is_current_year ? `${row.school_year} ${lang === "nl" ? "tot nu toe" : "so far"}` : row.school_year;
  if (part === null)
    return lang === "nl"
      ? `Hoeveel scholen in ${year} een gastles kregen, is niet te zeggen: ${why(row, lang)}.`
      : `How many schools had a lecture in ${year} cannot be told: ${why(row, lang)}.`;
  const schools = count(eligible_schools ?? 0, lang === "nl" ? "scholen" : "schools", lang);
  if (lang === "nl")
    return `In ${year} kreeg ${formatShare(part, lang, 0)} van de scholen minstens één gastles (${whole(reached_schools, lang)} van ${schools}); ${whole(white_spots, lang)} van de ${whole(eligible_municipalities, lang)} gemeenten met een school ${row.is_current_year ? "zijn nog" : "bleven"} een witte vlek.`;
  return `In ${year}, ${formatShare(part, lang, 0)} of the schools had at least one lecture (${whole(reached_schools, lang)} of ${schools}); ${whole(white_spots, lang)} of the ${whole(eligible_municipalities, lang)} municipalities with a school ${row.is_current_year ? "still are" : "remained"} a white spot.`;
}

/** Schools reached in the last school year that is over, and in the running one so far; all years behind a fold. */
export const coverageAnswer: Part<CoverageRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  const last = rows.findLast(({ is_current_year }) => !is_current_year) ?? rows.at(-1);
  if (last === undefined)
    return html(
      document,
      "p",
      { class: "answer" },
      nl ? "Er is geen scholenlijst geladen." : "No list of schools was loaded.",
    );
  const running = rows.findLast((row) => row.is_current_year && row !== last);
  const labels = nl
    ? ["Schooljaar", "Scholen", "Bereikt", "Aandeel", "95%-interval", "Gemeenten", "Witte vlekken"]
    : ["School year", "Schools", "Reached", "Share", "95% interval", "Municipalities", "White spots"];
  const table = {
    columns: columns(labels, 1, 2, 3, 4, 5, 6),
    rows: rows.map((row) => [
      schoolYearName(row, lang),
      whole(row.eligible_schools, lang),
      whole(row.reached_schools, lang),
      share(row.share, lang),
      row.lower === null || row.upper === null ? "–" : `${share(row.lower, lang)} – ${share(row.upper, lang)}`,
      whole(row.eligible_municipalities, lang),
      whole(row.white_spots, lang),
    ]),
  };
  return html(
    document,
    "div",
    {},
    html(document, "p", { class: "answer" }, sentence(last, lang)),
    ...(running === undefined ? [] : [html(document, "p", {}, sentence(running, lang))]),
    folded(
      document,
      nl ? "Alle schooljaren" : "All school years",
      dataTable(
        table,
        nl ? "Scholen met minstens één gastles, per schooljaar" : "Schools with at least one lecture, by school year",
        document,
      ),
    ),
  );
};

function tellCoverage(rows: readonly CoverageRow[], lang: Lang): Telling {
  const nl = lang === "nl";
  const known = rows.filter(({ share: part }) => part !== null).toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0));
  const [best, worst] = [known[0], known.at(-1)];
  const year = rows[0]?.school_year ?? "";
  const title =
    best === undefined || worst === undefined
      ? nl
        ? "Per provincie is geen aandeel te tonen"
        : "No share can be shown by province"
      : nl
        ? `${best.province ?? ""} bereikte in ${year} ${share(best.share, lang)} van zijn scholen, ${worst.province ?? ""} ${share(worst.share, lang)}`
        : `${best.province ?? ""} reached ${share(best.share, lang)} of its schools in ${year}, ${worst.province ?? ""} ${share(worst.share, lang)}`;
  const text = (row: CoverageRow) => (row.share === null ? `c (${why(row, lang)})` : share(row.share, lang));
  return {
    title,
    subtitle: nl
      ? "Scholen met minstens één gastles, in procent van de scholen met een tweede of derde graad; dunne lijn: 95%-interval"
      : "Schools with at least one lecture, in percent of the schools with a second or third stage; thin line: 95% interval",
    alternative: [
      `${nl ? "Balken per provincie" : "Bars by province"}. ${title}.`,
      ...rows.map((row) => `${row.province ?? ""}: ${text(row)}.`),
    ].join(" "),
    table: {
      columns: columns(
        nl
          ? ["Provincie", "Scholen", "Bereikt", "Aandeel", "95%-interval"]
          : ["Province", "Schools", "Reached", "Share", "95% interval"],
        ...[1, 2, 3, 4],
      ),
      rows: rows.map((row) => [
        row.province ?? "–",
        whole(row.eligible_schools, lang),
        whole(row.reached_schools, lang),
        text(row),
        row.lower === null || row.upper === null ? "–" : `${share(row.lower, lang)} – ${share(row.upper, lang)}`,
      ]),
    },
  };
}

/** The share of schools reached in each province, with its interval. */
export const coverageBars: Chart<CoverageRow> = {
  tell: tellCoverage,
  draw(rows, surroundings) {
    const { lang } = surroundings;
    const { title, alternative, table } = tellCoverage(rows, lang);
    const bars = rows.map((row, index) => ({
      ...{ name: row.province ?? "–", from: row.share === null ? null : 0, to: row.share },
      ...{ lower: row.lower, upper: row.upper, text: table.rows[index]?.[3] ?? "" },
    }));
    return drawRowBars(bars, surroundings, { title, alternative, format: (tick) => formatShare(tick, lang, 0) });
  },
};

/** How evenly provinces are reached, in one sentence. */
export const equitySentence: Part<EquityRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  const last = rows.findLast(({ is_current_year, ratio }) => !is_current_year && ratio !== null) ?? rows.at(-1);
  if (last === undefined || last.ratio === null || last.lowest_province === null || last.highest_province === null)
    return html(
      document,
      "p",
      {},
      nl
        ? `Hoe gelijk de provincies bereikt zijn, is niet te zeggen: ${last === undefined ? "er is niets geladen" : why(last, lang)}.`
        : `How evenly the provinces are reached cannot be told: ${last === undefined ? "nothing was loaded" : why(last, lang)}.`,
    );
  const ratio = formatNumber(last.ratio, lang, 2);
  return html(
    document,
    "p",
    {},
    nl
      ? `In ${schoolYearName(last, lang)} was de kans op een gastles voor een school in ${last.lowest_province} ${ratio} keer die van een school in ${last.highest_province}. Bij 1 zouden alle provincies evenveel bereikt zijn.`
      : `In ${schoolYearName(last, lang)} a school in ${last.lowest_province} was ${ratio} times as likely to have a lecture as one in ${last.highest_province}. At 1 all provinces would be reached alike.`,
  );
};
