import type { BreakdownRow, Meaning } from "../../data/rows.ts";
import type { Lang, Telling } from "../figure/chart.ts";
import { count, list, lowerFirst, ofProgramme, things, upperFirst } from "../words/nouns.ts";
import { assumed, decimalsOf, flagWords, formatCell, formatGap, formatValue } from "../words/values.ts";
import { formatNumber } from "../words/words.ts";

/** A row whose value may be drawn. */
export type Shown = BreakdownRow & { value: number };
export const isShown = (row: BreakdownRow): row is Shown => row.value !== null && row.status !== "c";

/** The flag that all shown values bear: said once in words instead of on every bar. */
export const commonFlag = (rows: readonly BreakdownRow[]): BreakdownRow["status"] => {
  const [first, ...others] = rows.filter(isShown);
  return first !== undefined && others.every(({ status }) => status === first.status) ? first.status : null;
};

export function tellBreakdown(rows: readonly BreakdownRow[], lang: Lang, given: Meaning | null): Telling {
  const nl = lang === "nl";
  const meaning = given ?? assumed(rows);
  const value = (number: number) => formatValue(number, meaning, lang);
  const shown = rows.filter(isShown).toSorted((a, b) => b.value - a.value);
  const known = shown.filter(({ group }) => group !== "unknown");
  const [first, last] = [known[0] ?? shown[0], known.at(-1) ?? shown.at(-1)];
  const hidden = rows.filter((row) => !isShown(row));
  const name = meaning.name[lang];
  const amount = (number: number) =>
    meaning.is_share ? value(number) : count(number, things(meaning, lang), lang, decimalsOf(meaning));
  const title = finding();
  const hasLast = shown.some((row) => row.last_year !== null);
  const day = meaning.is_share ? "" : nl ? "dezelfde lesdag " : "same teaching day ";
  const tick = hasLast ? (nl ? `; streepje: ${day}vorig jaar` : `; tick: ${day}last year`) : "";
  const common = commonFlag(rows);
  const flagged = shown.filter(({ status }) => status !== null);
  const weak =
    common !== null
      ? `; ${nl ? "alle cijfers" : "all figures"}: ${flagWords(common, lang)}`
      : flagged.length > 0
        ? `; ${nl ? "gearceerd" : "hatched"}: ${list([...new Set(flagged.map((row) => flagWords(row.status, lang)))], lang)}`
        : "";
  const by = / (per|by) /.test(name) ? "" : nl ? " per groep" : " by group";
  const bases = meaning.is_share ? shown.flatMap(({ denominator }) => denominator ?? []) : [];
  const [least, most] = [Math.min(...bases), Math.max(...bases)].map((n) => formatNumber(n, lang));
  const range = least === most ? least : `${least} ${nl ? "tot" : "to"} ${most}`;
  const base = bases.length === 0 ? "" : `; ${nl ? "noemer" : "denominator"}: ${range}`;
  const subtitle = `${name}${ofProgramme(meaning, lang)}${by}${base}${tick}${weak}`;
  const told = shown.map((row) => {
    const flag = common === null && row.status !== null ? ` (${flagWords(row.status, lang)})` : "";
    return `${named(row)} ${value(row.value)}${flag}`;
  });
  const untold = hidden.map((row) => `${named(row)} (${flagWords(row.status, lang)})`);
  const parts = [
    `${nl ? "Staafdiagram" : "Bar chart"}. ${title}.`,
    told.length > 1 ? `${upperFirst(list(told, lang))}.` : "",
    untold.length > 0 ? `${nl ? "Niet getoond" : "Not shown"}: ${list(untold, lang)}.` : "",
  ];
  return { title, subtitle, alternative: parts.filter((part) => part !== "").join(" "), table: table() };

  function named(row: BreakdownRow): string {
    return row.label[lang].replace(/[.\s]+$/, "");
  }

  /** "(aso)", or "voor ‘Ik leerde bij’ (omgekeerd geteld)" where the label is a sentence. */
  function spoken(rows: Shown[]): string {
    const parts = rows.map((row) => /^(.+?)[.?!]\s*(\([^)]*\))?$/.exec(row.label[lang]));
    if (parts.some((part) => part === null)) return `(${list(rows.map(named), lang)})`;
    const quoted = parts.map((part) => `‘${part?.[1]}’${part?.[2] === undefined ? "" : ` ${part[2]}`}`);
    return `${nl ? "voor" : "for"} ${list(quoted, lang)}`;
  }

  function finding(): string {
    if (first === undefined || last === undefined)
      return nl
        ? `Geen cijfers om te tonen over ${lowerFirst(name)}${rows.length === 0 ? ": er is niets geteld" : ""}`
        : `No figures to show on ${lowerFirst(name)}${rows.length === 0 ? ": nothing was counted" : ""}`;
    if (/gross_reach/.test(meaning.id))
      return nl
        ? `${name}, elk volgens de definitie van dat kanaal: niet op te tellen en niet te vergelijken`
        : `${name}, each by that channel's own definition: not to be added up or compared`;
    if (shown.length === 1) return `${upperFirst(named(first))}: ${amount(first.value)}`;
    const tops = known.filter((row) => row.value === first.value);
    const top = tops.map(named);
    if (top.length === shown.length)
      return nl ? `Alle groepen gelijk: ${amount(first.value)}` : `All groups alike: ${amount(first.value)}`;
    if (top.length > 3)
      return nl
        ? `${top.length} groepen staan bovenaan met ${amount(first.value)}`
        : `${top.length} groups lead with ${amount(first.value)}`;
    if (meaning.is_share)
      return nl
        ? `${name}: van ${value(last.value)} ${spoken([last])} tot ${value(first.value)} ${spoken(tops)}`
        : `${name}: from ${value(last.value)} ${spoken([last])} to ${value(first.value)} ${spoken(tops)}`;
    const change = top.length === 1 ? changed(first) : "";
    const verb = nl ? (top.length === 1 ? "telt" : "tellen elk") : top.length === 1 ? "has" : "each have";
    return nl
      ? `${upperFirst(list(top, lang))} ${verb} de meeste ${things(meaning, lang)}${ofProgramme(meaning, lang)}: ${value(first.value)}${change}`
      : `${upperFirst(list(top, lang))} ${verb} the most ${things(meaning, lang)}${ofProgramme(meaning, lang)}: ${value(first.value)}${change}`;
  }

  function changed(row: Shown): string {
    if (row.last_year === null) return "";
    const gap = formatGap(row.value, row.last_year, meaning, lang);
    const then = nl ? "op dezelfde lesdag vorig jaar" : "on the same teaching day last year";
    if (gap === null) return nl ? `, evenveel als ${then}` : `, the same as ${then}`;
    return row.value > row.last_year
      ? `, ${gap} ${nl ? "meer dan" : "more than"} ${then}`
      : `, ${gap} ${nl ? "minder dan" : "fewer than"} ${then}`;
  }

  function table() {
    const hasCounts = rows.some((row) => row.denominator !== null);
    const labels = nl
      ? ["Groep", "Waarde", "Vorig jaar", "Teller", "Noemer"]
      : ["Group", "Value", "Last year", "Numerator", "Denominator"];
    const number = (n: number | null, row: BreakdownRow) =>
      row.status === "c" ? "c" : n === null ? "–" : formatNumber(n, lang);
    return {
      columns: labels.slice(0, hasCounts ? 5 : 3).map((label, index) => ({ label, isNumber: index > 0 })),
      rows: rows.map((row) =>
        [
          row.label[lang],
          formatCell(row.value, row.status, meaning, lang),
          row.last_year === null ? "–" : value(row.last_year),
          number(row.numerator, row),
          number(row.denominator, row),
        ].slice(0, hasCounts ? 5 : 3),
      ),
    };
  }
}
