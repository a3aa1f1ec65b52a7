import type { PairRow } from "../../data/girls/rows.ts";
import type { Meaning } from "../../data/rows.ts";
import type { Lang, Telling } from "../figure/chart.ts";
import { list, lowerFirst } from "../words/nouns.ts";
import { flagWords } from "../words/values.ts";
import { formatShare, signedPoints } from "../words/words.ts";
import { withoutFigure } from "./shiftWords.ts";

export type PairPoint = PairRow & { share: number };

/** One of the shares: its points, and its runs between breaks in the series. */
export interface Panel {
  id: string;
  label: PairRow["label"];
  points: PairPoint[];
  runs: PairPoint[][];
}

/** A panel for each indicator that has a figure, the first as it comes. */
export function panelsOf(rows: readonly PairRow[]): Panel[] {
  return [...new Set(rows.map(({ indicator_id }) => indicator_id))].flatMap((id) => {
    const points = rows
      .filter((row): row is PairPoint => row.indicator_id === id && row.share !== null && row.status !== "c")
      .toSorted((a, b) => (a.school_year < b.school_year ? -1 : a.school_year > b.school_year ? 1 : 0));
    const [first] = points;
    if (first === undefined) return [];
    const runs: PairPoint[][] = [];
    for (const point of points) {
      const run = runs.at(-1);
      if (run === undefined || point.status === "b") runs.push([point]);
      else run.push(point);
    }
    return [{ id, label: first.label, points, runs }];
  });
}

/** "29,9 tot 30,7 %" */
const range = (lower: number, upper: number, lang: Lang) =>
  lang === "nl"
    ? `${formatShare(lower, lang)} tot ${formatShare(upper, lang)}`
    : `${formatShare(lower, lang)} to ${formatShare(upper, lang)}`;

const isSure = ({ since_base_lower, since_base_upper }: PairRow) =>
  since_base_lower !== null && since_base_upper !== null && (since_base_lower > 0 || since_base_upper < 0);

export function tellPair(rows: readonly PairRow[], lang: Lang, _meaning: Meaning | null): Telling {
  const nl = lang === "nl";
  const panels = panelsOf(rows);
  const lasts = panels.flatMap(({ points }) => points.at(-1) ?? []);
  const base = lasts.find(({ base_year }) => base_year !== null)?.base_year ?? null;
  const moves = lasts.flatMap((last) =>
    last.since_base === null
      ? []
      : [
          `${lowerFirst(last.label[lang])} ${signedPoints(last.since_base, lang)}${isSure(last) ? "" : nl ? " (kan toeval zijn)" : " (may be chance)"}`,
        ],
  );
  const title =
    panels.length === 0
      ? withoutFigure(null, lang).slice(0, -1)
      : moves.length === 0 || base === null
        ? lasts.map((last) => `${last.label[lang]}: ${formatShare(last.share, lang)}`).join("; ")
        : nl
          ? `Sinds ${base}: ${list(moves, lang)}`
          : `Since ${base}: ${list(moves, lang)}`;
  const broken = [...new Set(rows.filter(({ status }) => status === "b").map((row) => row.school_year))].sort();
  const subtitle = [
    nl
      ? "Derde graad, in procent, elk op een eigen as die niet bij nul begint, met even grote stappen; band en streepjes: 95%-interval"
      : "Third stage, in percent, each on an axis of its own that does not start at zero, with steps of the same size; band and bars: 95% interval",
    ...(broken.length === 0 ? [] : [`${nl ? "breuk in de reeks in" : "break in the series in"} ${list(broken, lang)}`]),
    ...(rows.some(({ status }) => status === "p" || status === "e")
      ? [nl ? "open bolletje: voorlopig of geschat" : "open dot: provisional or estimated"]
      : []),
  ].join("; ");
  const paths = panels.flatMap(({ label, points }) => {
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return [];
    if (first === last) return `${label[lang]}: ${formatShare(last.share, lang)} in ${last.school_year}.`;
    return nl
      ? `${label.nl}: van ${formatShare(first.share, lang)} in ${first.school_year} naar ${formatShare(last.share, lang)} in ${last.school_year}.`
      : `${label.en}: from ${formatShare(first.share, lang)} in ${first.school_year} to ${formatShare(last.share, lang)} in ${last.school_year}.`;
  });
  const alternative = [`${nl ? "Twee lijngrafieken" : "Two line charts"}. ${title}.`, ...paths].join(" ");
  return { title, subtitle, alternative, table: table() };

  function table() {
    const interval = nl ? "95%-interval" : "95% interval";
    const since = base === null ? (nl ? "Verandering" : "Change") : nl ? `Sinds ${base}` : `Since ${base}`;
    const unit = nl ? "procentpunt" : "percentage points";
    return {
      columns: [
        { label: nl ? "Cijfer" : "Figure", isNumber: false },
        { label: nl ? "Schooljaar" : "School year", isNumber: false },
        ...[nl ? "Aandeel" : "Share", interval, `${since} (${unit})`, interval].map((label) => ({
          label,
          isNumber: true,
        })),
      ],
      rows: panels.flatMap(({ label, points }) =>
        points.map((point) => [
          label[lang],
          `${point.school_year}${point.status === null ? "" : ` (${flagWords(point.status, lang)})`}`,
          formatShare(point.share, lang),
          point.lower === null || point.upper === null ? "–" : range(point.lower, point.upper, lang),
          point.since_base === null ? "–" : signedPoints(point.since_base, lang, ""),
          point.since_base_lower === null || point.since_base_upper === null
            ? "–"
            : nl
              ? `${signedPoints(point.since_base_lower, lang, "")} tot ${signedPoints(point.since_base_upper, lang, "")}`
              : `${signedPoints(point.since_base_lower, lang, "")} to ${signedPoints(point.since_base_upper, lang, "")}`,
        ]),
      ),
    };
  }
}
