import type { FileRow } from "../../data/data/rows.ts";
import { html } from "../drawing/element.ts";
import type { Part } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { count } from "../words/nouns.ts";
import { tableName } from "../words/tableNames.ts";
import { formatDay } from "../words/words.ts";

const isDay = (day: string) => !Number.isNaN(Date.parse(`${day}T00:00:00Z`));
const age = (day: string, asOf: string) =>
  Math.round((Date.parse(`${asOf}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 86_400_000);

/** The latest day that each table speaks of, and how old that is on the day of the page. */
export const freshness: Part<FileRow> = (rows, { document, lang, frame }) => {
  const nl = lang === "nl";
  if (rows.length === 0)
    return html(
      document,
      "p",
      { class: "freshness" },
      nl ? "Er is nog niets geladen." : "Nothing has been loaded yet.",
    );
  const latest = new Map<string, string | null>();
  for (const { table, latest_day } of rows) {
    const known = latest.get(table) ?? null;
    const day = latest_day !== null && isDay(latest_day) ? latest_day : null;
    latest.set(table, known === null || (day !== null && day > known) ? day : known);
  }
  const table = {
    columns: [
      { label: nl ? "Tabel" : "Table", isNumber: false },
      { label: nl ? "Laatste dag" : "Latest day", isNumber: true },
      { label: nl ? "Ouderdom" : "Age", isNumber: true },
    ],
    rows: [...latest].map(([name, day]) => {
      if (day === null || !isDay(frame.as_of))
        return [tableName(name, lang), nl ? "zonder datum" : "without dates", "–"];
      const days = age(day, frame.as_of);
      const old =
        days < 0
          ? nl
            ? `${count(-days, "dagen", lang)} vooruit`
            : `${count(-days, "days", lang)} ahead`
          : count(days, nl ? "dagen" : "days", lang);
      return [tableName(name, lang), formatDay(day, lang), old];
    }),
  };
  const on = isDay(frame.as_of) ? formatDay(frame.as_of, lang) : frame.as_of;
  return dataTable(table, nl ? `Hoe recent de gegevens zijn op ${on}` : `How recent the data are on ${on}`, document);
};

/** The latest day in all files and how many rows are held, in one line. */
export const freshnessLine: Part<FileRow> = (rows, { document, lang, frame }) => {
  const nl = lang === "nl";
  const days = rows.flatMap(({ latest_day }) =>
    latest_day !== null && isDay(latest_day) && latest_day <= frame.as_of ? [latest_day] : [],
  );
  const latest = days.toSorted().at(-1);
  const [read, held] = [
    rows.reduce((sum, row) => sum + row.rows_read, 0),
    rows.reduce((sum, row) => sum + row.rows_rejected, 0),
  ];
  if (rows.length === 0 || latest === undefined)
    return html(
      document,
      "p",
      { class: "freshness" },
      nl ? "Er is nog niets geladen." : "Nothing has been loaded yet.",
    );
  const text = nl
    ? `De jongste rij is van ${formatDay(latest, lang)}. Van ${count(read, "rijen", lang)} ${held === 1 ? "wacht" : "wachten"} er ${held} in quarantaine; alles daarover staat bij `
    : `The latest row is of ${formatDay(latest, lang)}. Of ${count(read, "rows", lang)}, ${held} ${held === 1 ? "waits" : "wait"} in quarantine; all about it is at `;
  return html(
    document,
    "p",
    { class: "freshness" },
    text,
    html(document, "a", { href: "./data.html" }, nl ? "Gegevens" : "Data"),
    ".",
  );
};
