import type { PublishedRow } from "../../data/girls/rows.ts";
import type { Meaning } from "../../data/rows.ts";
import type { Lang, Table, Telling } from "../figure/chart.ts";
import { count, list, lowerFirst } from "../words/nouns.ts";
import { formatNumber, formatPoints, formatShare } from "../words/words.ts";
import { publishedSeries, stageWords, trackWords } from "./publishedSeries.ts";

const decimalsOf = (value: number, isRounded: boolean) =>
  isRounded ? 0 : Math.min(2, (String(value).split(".")[1] ?? "0").length);

/** A published figure as it was published: no more decimals than its source gave. */
export const publishedValue = ({ value, unit, is_rounded }: PublishedRow, lang: Lang): string => {
  const about = is_rounded ? (lang === "nl" ? "ongeveer " : "about ") : "";
  if (unit === "percent") return about + formatShare(value / 100, lang, decimalsOf(value, is_rounded));
  if (unit === "pupils") return about + count(value, lang === "nl" ? "leerlingen" : "pupils", lang);
  return `${about}${formatNumber(value, lang, decimalsOf(value, is_rounded))} ${unit}`;
};

const kinds: Record<PublishedRow["kind"], Record<Lang, string>> = {
  published: { nl: "gepubliceerd", en: "published" },
  target: { nl: "doel", en: "target" },
};

/** Every figure with its source; figures that disagree stand beside each other. */
export function publishedCells(rows: readonly PublishedRow[], lang: Lang): Table {
  const nl = lang === "nl";
  const labels = nl
    ? ["Wat", "Graad en onderwijsvorm", "Periode", "Waarde", "Soort", "Bron", "Opmerking"]
    : ["What", "Stage and track", "Period", "Value", "Kind", "Source", "Note"];
  return {
    columns: labels.map((label, index) => ({ label, isNumber: index === 3 })),
    rows: rows.map((row) => [
      figureWords(row.indicator_id, lang),
      `${stageWords(row.stage, lang)}, ${trackWords(row.track, lang)}`,
      row.period,
      publishedValue(row, lang),
      kinds[row.kind][lang],
      row.source,
      row.note ?? "",
    ]),
  };
}

const figures: Record<string, Record<Lang, string>> = {
  stem_intake: { nl: "STEM-leerlingen", en: "STEM pupils" },
  stem_share_of_intake: { nl: "STEM-aandeel van de instroom", en: "STEM share of intake" },
  girls_share_in_stem: { nl: "Aandeel meisjes in STEM", en: "Girls' share in STEM" },
  womens_share_in_stem: { nl: "Aandeel vrouwen in STEM", en: "Women's share in STEM" },
  stem_share_of_graduates: { nl: "STEM-aandeel van de uitstroom", en: "STEM share of leavers" },
  stem_share_of_intake_generation_students: {
    nl: "STEM-aandeel van de generatiestudenten",
    en: "STEM share of first-time students",
  },
  stem_share_unclear_base: { nl: "STEM-aandeel, noemer niet vermeld", en: "STEM share, base not stated" },
  stem_share_of_diplomas_isced_f: {
    nl: "STEM-aandeel van de diploma's (ISCED-F)",
    en: "STEM share of diplomas (ISCED-F)",
  },
};
export const figureWords = (indicator: string, lang: Lang): string =>
  figures[indicator]?.[lang] ?? indicator.replaceAll("_", " ");

export function tellPublished(rows: readonly PublishedRow[], lang: Lang, meaning: Meaning | null): Telling {
  const nl = lang === "nl";
  const { series, targets } = publishedSeries(rows, meaning?.id);
  const indicator = series[0]?.points[0]?.indicator_id ?? meaning?.id ?? "";
  const name = meaning?.name[lang] ?? figureWords(indicator, lang);
  const main =
    series.find((one) => one.track === "all" && one.points.length > 1) ??
    series.find((one) => one.points.length > 1) ??
    series[0];
  const [first, last] = [main?.points[0], main?.points.at(-1)];
  const aim = targets.at(-1);
  const title = finding();
  const isRounded = series.some(({ points }) => points.some((point) => point.is_rounded));
  const subtitle = [
    nl
      ? `${name} zoals gepubliceerd, in procent; een lijn alleen tussen cijfers van dezelfde graad en onderwijsvorm`
      : `${name} as published, in percent; a line only between figures of the same stage and track`,
    isRounded ? (nl ? "open bolletje: door de bron afgerond" : "open dot: rounded by the source") : "",
  ]
    .filter((part) => part !== "")
    .join("; ");
  const told = series.map(({ stage, track, points }) => {
    const values = points.map((point) => `${publishedValue(point, lang)} in ${point.period}`);
    return `${stageWords(stage, lang)}, ${trackWords(track, lang)}: ${list(values, lang)}`;
  });
  const aimed = targets.map((row) => `${nl ? "doel" : "target"}: ${publishedValue(row, lang)} in ${row.period}`);
  const sentences = [...told, ...aimed].map((text) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`);
  const alternative = [`${nl ? "Puntengrafiek" : "Dot chart"}. ${title}.`, ...sentences].join(" ");
  return { title, subtitle, alternative, table: publishedCells(rows, lang) };

  function finding(): string {
    if (main === undefined || first === undefined || last === undefined)
      return nl
        ? `Geen gepubliceerde cijfers om te tonen over ${lowerFirst(name)}`
        : `No published figures to show on ${lowerFirst(name)}`;
    const who =
      main.track === "all"
        ? stageWords(main.stage, lang)
        : `${trackWords(main.track, lang)}, ${stageWords(main.stage, lang)}`;
    const under =
      aim === undefined || main.track !== aim.track || main.stage !== aim.stage ? "" : distance(last.value, aim.value);
    if (first === last || first.period === last.period)
      return `${name} (${who}): ${publishedValue(last, lang)} in ${last.period}${under}`;
    return nl
      ? `${name} (${who}): van ${publishedValue(first, lang)} in ${first.period} naar ${publishedValue(last, lang)} in ${last.period}${under}`
      : `${name} (${who}): from ${publishedValue(first, lang)} in ${first.period} to ${publishedValue(last, lang)} in ${last.period}${under}`;
  }

  function distance(value: number, target: number): string {
    const gap = formatPoints((value - target) / 100, lang);
    if (value === target) return nl ? ", precies op het doel" : ", exactly on the target";
    return nl
      ? `, ${gap} ${value < target ? "onder" : "boven"} het doel`
      : `, ${gap} ${value < target ? "below" : "above"} the target`;
  }
}
