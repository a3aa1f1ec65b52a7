import type { SplitRow } from "../../data/girls/rows.ts";
import type { Meaning } from "../../data/rows.ts";
import type { Lang, Telling } from "../figure/chart.ts";
import { list } from "../words/nouns.ts";
import { signedPoints } from "../words/words.ts";
import { withoutFigure } from "./shiftWords.ts";

export type Split = SplitRow & { total: number; within_programmes: number; between_programmes: number };

export const hasFigures = (row: SplitRow): row is Split =>
  row.total !== null && row.within_programmes !== null && row.between_programmes !== null;

export const names: Record<"within" | "between", Record<Lang, string>> = {
  within: { nl: "binnen richtingen", en: "within programmes" },
  between: { nl: "tussen richtingen", en: "between programmes" },
};

const strata: Record<SplitRow["strata"], Record<Lang, string>> = {
  track_domain_province: { nl: "onderwijsvorm, domein en provincie", en: "track, domain and province" },
  group_domain_province: {
    nl: "onderwijsvorm (gegroepeerd tot wat voor en na de modernisering hetzelfde is), domein en provincie",
    en: "track (grouped into what is the same before and after the modernisation), domain and province",
  },
  group_province: {
    nl: "onderwijsvorm (gegroepeerd) en provincie, zonder domein, want de domeinen zijn niet te vergelijken",
    en: "track (grouped) and province, without domain, for the domains cannot be compared",
  },
};

/** Said of numbers as they are read, so that "half" is never of nothing. */
function finding(row: Split, lang: Lang): string {
  const nl = lang === "nl";
  const [total, within, between] = [row.total, row.within_programmes, row.between_programmes].map((n) =>
    signedPoints(n, lang),
  );
  return nl
    ? `Van ${row.from_year} tot ${row.to_year}: ${total}, waarvan ${within} binnen de richtingen en ${between} doordat richtingen groeiden of krompen`
    : `From ${row.from_year} to ${row.to_year}: ${total}, of which ${within} within programmes and ${between} because programmes grew or shrank`;
}

const limits = (lower: number | null, upper: number | null, lang: Lang) =>
  lower === null || upper === null
    ? "–"
    : `${signedPoints(lower, lang, "", 2)} ${lang === "nl" ? "tot" : "to"} ${signedPoints(upper, lang, "", 2)}`;

export function tellSplit(rows: readonly SplitRow[], lang: Lang, _meaning: Meaning | null): Telling {
  const nl = lang === "nl";
  const whole = rows.find(({ span }) => span === "whole");
  const missing = rows.filter((row) => !hasFigures(row) && row.span === "year");
  const title =
    whole === undefined
      ? rows.some(hasFigures)
        ? finding(rows.find(hasFigures) as Split, lang)
        : nl
          ? "Geen cijfer: er zijn geen twee schooljaren om te vergelijken"
          : "No figure: there are no two school years to compare"
      : hasFigures(whole)
        ? finding(whole, lang)
        : withoutFigure(whole.reason, lang).slice(0, -1);
  const [first] = rows;
  const broken = rows.filter(({ span, has_break }) => span === "year" && has_break).map(({ to_year }) => to_year);
  const hasIntervals = rows.some(({ within_lower }) => within_lower !== null);
  const why = rows.find(({ span, interval_reason }) => span !== "sum_of_years" && interval_reason !== null);
  const subtitle = [
    nl
      ? "Verandering van het aandeel meisjes in STEM in procentpunt, elk jaar tegen het getelde jaar ervoor"
      : "Change of the girls' share in STEM in percentage points, each year against the counted year before",
    ...(first === undefined ? [] : [`${nl ? "ingedeeld naar" : "by"} ${strata[first.strata][lang]}`]),
    ...(broken.length === 0
      ? []
      : [`* ${nl ? "over een breuk in de reeks heen" : "across a break in the series"} (${list(broken, lang)})`]),
    ...(hasIntervals
      ? [nl ? "streepjes: 95%-interval" : "bars: 95% interval"]
      : why?.interval_reason
        ? [`${nl ? "geen interval" : "no interval"}: ${why.interval_reason[lang]}`]
        : []),
    ...(missing.length === 0
      ? []
      : [
          `${nl ? "geen cijfer voor" : "no figure for"} ${list(
            missing.map((row) => row.to_year),
            lang,
          )}: ${missing[0]?.reason?.[lang] ?? (nl ? "niet te vergelijken" : "not comparable")}`,
        ]),
  ].join("; ");
  const alternative = `${nl ? "Staafgrafiek" : "Bar chart"}. ${title}. ${subtitle}.`;
  return { title, subtitle, alternative, table: table() };

  function table() {
    const spans: Record<SplitRow["span"], string> = {
      year: nl ? "jaar op jaar" : "year by year",
      sum_of_years: nl ? "som van de jaren" : "sum of the years",
      whole: nl ? "van begin tot eind" : "end to end",
    };
    const points = (value: number | null) => (value === null ? "–" : signedPoints(value, lang, "", 2));
    const interval = nl ? "95%-interval" : "95% interval";
    const labels = [
      nl ? "Verandering" : "Change",
      ...[
        nl ? "Binnen richtingen" : "Within programmes",
        interval,
        nl ? "Tussen richtingen" : "Between programmes",
        interval,
      ],
    ];
    return {
      columns: [
        { label: nl ? "Vergelijking" : "Comparison", isNumber: false },
        { label: nl ? "Soort" : "Kind", isNumber: false },
        ...labels.map((label) => ({ label: label === interval ? label : `${label} (pp)`, isNumber: true })),
      ],
      rows: rows.map((row) => [
        `${row.from_year} – ${row.to_year}${row.has_break ? " *" : ""}`,
        spans[row.span],
        points(row.total),
        points(row.within_programmes),
        limits(row.within_lower, row.within_upper, lang),
        points(row.between_programmes),
        limits(row.between_lower, row.between_upper, lang),
      ]),
    };
  }
}
