import type { BackTestRow } from "../../data/lectures/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part, Table } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { list, lowerFirst } from "../words/nouns.ts";
import { formatNumber, formatShare, locale } from "../words/words.ts";

/** An interval of 80 % has kept its word when it held the total in this part of the cases; few years leave much to chance. */
const KEPT = { lower: 0.65, upper: 0.95 };

type Tested = BackTestRow & { covered: number; error: number; error_of_line: number };
const isTested = (row: BackTestRow): row is Tested =>
  row.covered !== null && row.error !== null && row.error_of_line !== null && row.cases > 0;

const monthName = (month: string, lang: Lang): string => {
  const day = Date.parse(`2025-${month}-15T00:00:00Z`);
  if (Number.isNaN(day)) return month;
  return new Intl.DateTimeFormat(locale[lang], { month: "long", timeZone: "UTC" }).format(day);
};

/** "4 %", or "3 tot 5 %" where rows differ. */
function spanOf(shares: number[], lang: Lang): string {
  const [low, high] = [Math.min(...shares), Math.max(...shares)].map((share) => formatShare(share, lang, 0)) as [
    string,
    string,
  ];
  return low === high ? low : `${low.replace(/\s?%$/, "")} ${lang === "nl" ? "tot" : "to"} ${high}`;
}

/** Whether the intervals held, in words: all of them, or which were too narrow or too wide. */
function verdict(totals: Tested[], years: string, lang: Lang): string {
  const names = (rows: Tested[]) =>
    list(
      rows.map(({ meaning }) => lowerFirst(meaning.name[lang])),
      lang,
    );
  const narrow = totals.filter(({ covered, cases }) => covered / cases < KEPT.lower);
  const wide = totals.filter(({ covered, cases }) => covered / cases > KEPT.upper);
  const nl = lang === "nl";
  const subject = narrow.length > 0 ? (nl ? "Ze" : "It") : nl ? "De marge" : "The margin";
  const said = [
    ...(narrow.length > 0
      ? [nl ? `De marge was te krap voor ${names(narrow)}.` : `The margin was too narrow for ${names(narrow)}.`]
      : []),
    ...(wide.length > 0
      ? [
          nl
            ? `${subject} was ruimer dan nodig voor ${names(wide)}.`
            : `${subject} was wider than needed for ${names(wide)}.`,
        ]
      : []),
  ];
  if (said.length > 0) return said.join(" ");
  return nl
    ? `Dat strookt tot nu toe met 80\u00a0%, in ${years} schooljaren.`
    : `That is in line with 80% so far, in ${years} school years.`;
}

function sentence(totals: Tested[], lang: Lang): string {
  const years = formatNumber(Math.max(...totals.map((row) => row.years)), lang);
  const held = spanOf(
    totals.map(({ covered, cases }) => covered / cases),
    lang,
  );
  const off = spanOf(
    totals.map(({ error }) => error),
    lang,
  );
  const line = spanOf(
    totals.map(({ error_of_line }) => error_of_line),
    lang,
  );
  return lang === "nl"
    ? `Nagerekend op ${years} voorbije schooljaren, elk voorspeld uit de andere: het echte jaartotaal lag in ${held} van de gevallen binnen de marge van 80 %. De verwachting zat er gemiddeld ${off} naast; een rechte lijn door de stand van de dag zat er ${line} naast. ${verdict(totals, years, lang)}`
    : `Tested on ${years} past school years, each forecast from the others: the true year total lay within the 80% margin in ${held} of the cases. The forecast was off by ${off} on average; a straight line through the day's count was off by ${line}. ${verdict(totals, years, lang)}`;
}

function table(rows: Tested[], lang: Lang): Table {
  const ids = [...new Set(rows.map(({ meaning }) => meaning.id))];
  const names = ids.map((id) => rows.find(({ meaning }) => meaning.id === id)?.meaning.name[lang] ?? id);
  const months = [...new Set(rows.map(({ month }) => month))];
  const nl = lang === "nl";
  return {
    columns: [
      { label: nl ? "Verwachting gemaakt in" : "Forecast made in", isNumber: false },
      ...names.map((label) => ({ label, isNumber: true })),
    ],
    rows: months.map((month) => [
      month === null ? (nl ? "alle maanden" : "all months") : monthName(month, lang),
      ...ids.map((id) => {
        const row = rows.find((row) => row.meaning.id === id && row.month === month);
        if (row === undefined) return "–";
        const held = `${formatNumber(row.covered, lang)} ${nl ? "van" : "of"} ${formatNumber(row.cases, lang)}`;
        return `${held}; ${formatShare(row.error, lang)}`;
      }),
    ]),
  };
}

const captions: Record<Lang, string> = {
  nl: "Hoe vaak het echte jaartotaal binnen de marge van 80 % lag, en hoe ver de verwachting er gemiddeld naast zat",
  en: "How often the true year total lay within the 80% margin, and how far the forecast was off on average",
};

/** How forecasts of past years did, in a few sentences and a table by month. */
export const benchmarkBackTest: Part<BackTestRow> = (rows, { document, lang }) => {
  const tested = rows.filter(isTested);
  const totals = tested.filter(({ month }) => month === null);
  const why = rows.find(({ reason }) => reason !== null)?.reason?.[lang];
  if (totals.length === 0) {
    const none =
      lang === "nl"
        ? "Hoe goed de verwachting het doet, is niet na te gaan"
        : "How well the forecast does cannot be told";
    return html(document, "p", {}, `${none}${why === undefined ? "" : `: ${why}`}.`);
  }
  return html(
    document,
    "div",
    { class: "back-test" },
    html(document, "p", {}, sentence(totals, lang)),
    dataTable(table(tested, lang), captions[lang], document),
  );
};
