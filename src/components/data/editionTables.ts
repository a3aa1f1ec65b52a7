import type { AbsentRow } from "../../data/absent.ts";
import type { HiddenRow } from "../../data/data/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { list } from "../words/nouns.ts";
import { tableName } from "../words/tableNames.ts";

/** What the public edition does not print, counted in words. */
export const hiddenCounts: Part<HiddenRow> = ([row], { document, lang }) => {
  const nl = lang === "nl";
  if (row === undefined)
    return html(
      document,
      "p",
      {},
      nl ? "Niets is verborgen: dit is de interne editie." : "Nothing is hidden: this is the internal edition.",
    );
  const { primaries, secondaries, withheld } = row;
  if (primaries + withheld === 0)
    return html(
      document,
      "p",
      {},
      nl
        ? "Geen enkel aantal is zo klein dat het verborgen moet worden."
        : "No count is so small that it must be hidden.",
    );
  const small = nl
    ? `${primaries} ${primaries === 1 ? "klein aantal staat" : "kleine aantallen staan"} als c in de tabellen en grafieken, met ${secondaries} ${secondaries === 1 ? "ander dat" : "andere die"} ${primaries === 1 ? "het" : "ze"} zou${secondaries === 1 ? "" : "den"} verraden`
    : `${primaries} small ${primaries === 1 ? "count stands" : "counts stand"} as c in tables and charts, with ${secondaries} ${secondaries === 1 ? "other that" : "others that"} would give ${primaries === 1 ? "it" : "them"} away`;
  const whole =
    withheld === 0
      ? ""
      : nl
        ? `; ${withheld} ${withheld === 1 ? "indeling staat" : "indelingen staan"} er helemaal niet`
        : `; ${withheld} ${withheld === 1 ? "breakdown is" : "breakdowns are"} left out as a whole`;
  return html(document, "p", {}, `${small}${whole}.`);
};

const tablesOf = ({ tables, needs }: AbsentRow, lang: Lang) => {
  const names = tables.map((table) => tableName(table, lang));
  return list(names, lang, needs === "all" ? "conjunction" : "disjunction");
};

/** Which pages are left out for want of a source, and which tables would bring each. */
export const absentPages: Part<AbsentRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  if (rows.length === 0)
    return html(
      document,
      "p",
      {},
      nl ? "Voor elke pagina is er iets ingelezen." : "There is something loaded for every page.",
    );
  const told = rows.map((row) => `${row.about[lang]} (${nl ? "met" : "with"} ${tablesOf(row, lang)})`);
  return html(
    document,
    "p",
    {},
    nl
      ? `Nog zonder cijfers, want er is niets voor ingelezen: ${told.join("; ")}.`
      : `Without figures yet, for nothing was loaded for it: ${told.join("; ")}.`,
  );
};
