import type { ShareRow } from "../../data/girls/rows.ts";
import type { Meaning } from "../../data/rows.ts";
import type { Lang, Telling } from "../figure/chart.ts";
import { list, lowerFirst } from "../words/nouns.ts";
import { assumed, flagWords, formatCell, formatGap, formatValue } from "../words/values.ts";
import { formatNumber, formatShare } from "../words/words.ts";
import { axisStart, breaks, type Series, schoolYears, seriesOf, targetOf } from "./shareSeries.ts";

/** Rows without a definition are shares unless some value exceeds one or nothing was counted. */
export const shareMeaning = (rows: readonly ShareRow[], given: Meaning | null): Meaning => {
  if (given !== null) return given;
  const meaning = assumed(rows);
  return meaning.is_share ? meaning : { ...meaning, decimals: 2 };
};

const isKnown = (figure: number | null | undefined): figure is number => figure !== null && figure !== undefined;

/** The series that a title speaks of: the total. The only group of a breakdown is not the whole. */
const headline = (series: readonly Series[]) =>
  series.find(({ group, points }) => /^(total|all|totaal)$/.test(group) && points.length > 0);

export function tellShares(rows: readonly ShareRow[], lang: Lang, given: Meaning | null): Telling {
  const nl = lang === "nl";
  const meaning = shareMeaning(rows, given);
  const series = seriesOf(rows).filter(({ points }) => points.length > 0);
  const value = (number: number) => formatValue(number, meaning, lang);
  const aim = targetOf(rows);
  const name = meaning.name[lang];
  const title = finding();
  const broken = breaks(rows);
  const ends = [
    ...series.flatMap(({ points }) => points.map((point) => point.value)),
    ...(aim === null ? [] : [aim.value]),
  ];
  const start = ends.length === 0 ? 0 : axisStart(ends, meaning.is_share);
  const hidden = rows.filter(({ status }) => status === "c").length;
  const notes = [
    meaning.is_share
      ? nl
        ? `${name}, in procent`
        : `${name}, in percent`
      : nl
        ? `${name}; 1 betekent gelijk`
        : `${name}; 1 means equal`,
    start > 0
      ? nl
        ? `de as begint bij ${formatShare(start, lang, 0)}, niet bij nul`
        : `the axis starts at ${formatShare(start, lang, 0)}, not at zero`
      : "",
    broken.length > 0
      ? nl
        ? `breuk in de reeks in ${list(broken, lang)}`
        : `break in the series in ${list(broken, lang)}`
      : "",
    rows.some((row) => row.status === "p" || row.status === "e")
      ? nl
        ? "open bolletje: voorlopig of geschat"
        : "open dot: provisional or estimated"
      : "",
    hidden === 0
      ? ""
      : nl
        ? `${hidden} ${hidden === 1 ? "cijfer" : "cijfers"} niet getoond: ${flagWords("c", lang)}`
        : `${hidden} ${hidden === 1 ? "figure" : "figures"} not shown: ${flagWords("c", lang)}`,
  ];
  const paths = series.map(({ label, points }) => {
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return "";
    const subject = series.length === 1 ? "" : `${label[lang]}: `;
    if (first === last) return `${subject}${value(first.value)} in ${first.school_year}.`;
    return nl
      ? `${subject}${series.length === 1 ? "Van" : "van"} ${value(first.value)} in ${first.school_year} naar ${value(last.value)} in ${last.school_year}.`
      : `${subject}${series.length === 1 ? "From" : "from"} ${value(first.value)} in ${first.school_year} to ${value(last.value)} in ${last.school_year}.`;
  });
  const alternative = [`${nl ? "Lijngrafiek" : "Line chart"}. ${title}.`, ...paths].join(" ");
  return { title, subtitle: notes.filter((note) => note !== "").join("; "), alternative, table: table() };

  function finding(): string {
    if (series.length === 0)
      return nl
        ? `Geen cijfers om te tonen over ${lowerFirst(name)}${rows.length === 0 ? ": er is niets geteld" : ""}`
        : `No figures to show on ${lowerFirst(name)}${rows.length === 0 ? ": nothing was counted" : ""}`;
    const main = headline(series);
    const last = main?.points.at(-1);
    if (last !== undefined) return `${stated(last)}${against(last.value)}`;
    const lasts = series.flatMap(({ points }) => points.at(-1) ?? []).toSorted((a, b) => a.value - b.value);
    const year =
      lasts
        .map((point) => point.school_year)
        .toSorted()
        .at(-1) ?? "";
    const recent = lasts.filter((point) => point.school_year === year);
    const [low, high] = [recent[0], recent.at(-1)];
    if (low === undefined || high === undefined) return name;
    if (low === high) return `${name}: ${value(low.value)} ${nl ? "voor" : "for"} ${low.label[lang]} in ${year}`;
    return nl
      ? `${name} in ${year}: van ${value(low.value)} (${low.label.nl}) tot ${value(high.value)} (${high.label.nl})`
      : `${name} in ${year}: from ${value(low.value)} (${low.label.en}) to ${value(high.value)} (${high.label.en})`;
  }

  function stated(point: ShareRow & { value: number }): string {
    const provisional = point.status === null || point.status === "b" ? "" : ` (${flagWords(point.status, lang)})`;
    if (!/girls_share/.test(meaning.id)) return `${name}: ${value(point.value)} in ${point.school_year}${provisional}`;
    const isThird = /derde graad/i.test(`${meaning.name.nl} ${meaning.definition.nl}`);
    return nl
      ? `Meisjes zijn ${value(point.value)} van de STEM-leerlingen${isThird ? " in de derde graad" : ""} in ${point.school_year}${provisional}`
      : `Girls are ${value(point.value)} of STEM pupils${isThird ? " in the third stage" : ""} in ${point.school_year}${provisional}`;
  }

  function against(number: number): string {
    if (aim === null) return "";
    const gap = formatGap(number, aim.value, meaning, lang);
    if (gap === null) return nl ? `, precies op het doel` : `, exactly on the target`;
    const isUnder = number < aim.value;
    return nl
      ? `, ${gap} ${isUnder ? "onder" : "boven"} het doel`
      : `, ${gap} ${isUnder ? "below" : "above"} the target`;
  }

  function table() {
    const all = seriesOf(rows);
    const isSingle = all.length === 1 && rows.some((row) => row.denominator !== null);
    const labels = isSingle && headline(all) !== undefined ? [name] : all.map(({ label }) => label[lang]);
    const hasInterval = rows.some(({ lower, upper }) => isKnown(lower) && isKnown(upper));
    const parts = isSingle ? (nl ? ["Teller", "Noemer"] : ["Numerator", "Denominator"]) : [];
    // an index divides shares, everything else counts
    const isOfShares =
      !meaning.is_share && rows.every((row) => Math.max(row.numerator ?? 0, row.denominator ?? 0) <= 1);
    const part = (n: number | null | undefined) =>
      !isKnown(n) ? "–" : isOfShares ? formatShare(n, lang) : formatNumber(n, lang);
    const interval = (row: ShareRow | undefined) =>
      isKnown(row?.lower) && isKnown(row.upper) && row.status !== "c"
        ? `${value(row.lower)} ${nl ? "tot" : "to"} ${value(row.upper)}`
        : "–";
    const columns = [
      ...labels.flatMap((label) => [label, ...(hasInterval ? [nl ? "95%-interval" : "95% interval"] : [])]),
      ...parts,
    ];
    return {
      columns: [
        { label: nl ? "Schooljaar" : "School year", isNumber: false },
        ...columns.map((label) => ({ label, isNumber: true })),
      ],
      rows: schoolYears(rows).map((year) => {
        const cells = all.map(({ group }) => rows.findLast((row) => row.group === group && row.school_year === year));
        const [only] = cells;
        return [
          year,
          ...cells.flatMap((row) => [
            row === undefined ? "–" : formatCell(row.value, row.status, meaning, lang),
            ...(hasInterval ? [interval(row)] : []),
          ]),
          ...(isSingle ? [part(only?.numerator), part(only?.denominator)] : []),
        ];
      }),
    };
  }
}
