import type { PressRow } from "../../data/campaigns/rows.ts";
import { html } from "../drawing/element.ts";
import type { Part } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { folded } from "../figure/facts.ts";
import { columns, day } from "../figure/tablePart.ts";
import { formatNumber } from "../words/words.ts";

/** How much press there was in each calendar year, and every item behind a fold. */
export const pressTable: Part<PressRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  if (rows.length === 0)
    return html(document, "p", {}, nl ? "Er zijn geen persberichten geladen." : "No press items were loaded.");
  const years = [...new Set(rows.map(({ published_on }) => published_on.slice(0, 4)))].sort().reverse();
  const ofYear = (year: string) => rows.filter(({ published_on }) => published_on.startsWith(year));
  const national = (of: readonly PressRow[]) => of.filter(({ is_national }) => is_national === true).length;
  const table = {
    columns: columns(nl ? ["Jaar", "Berichten", "Nationale media"] : ["Year", "Items", "National media"], 1, 2),
    rows: years.map((year) => [
      year,
      formatNumber(ofYear(year).length, lang),
      formatNumber(national(ofYear(year)), lang),
    ]),
  };
  const items = {
    columns: columns(nl ? ["Dag", "Medium", "Titel"] : ["Day", "Outlet", "Title"]),
    rows: rows.map(({ published_on, outlet, title }) => [day(published_on, lang), outlet, title ?? "–"]),
  };
  return html(
    document,
    "div",
    {},
    dataTable(table, nl ? "Persberichten per kalenderjaar" : "Press items by calendar year", document),
    folded(
      document,
      nl ? "Elk persbericht" : "Each press item",
      dataTable(items, nl ? "Alle persberichten, nieuwste eerst" : "All press items, newest first", document),
    ),
  );
};
