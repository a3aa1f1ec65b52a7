import * as Plot from "@observablehq/plot";
import { nice, ticks } from "d3-array";
import type { PublishedRow } from "../../data/girls/rows.ts";
import { label } from "../drawing/label.ts";
import { ink } from "../drawing/palette.ts";
import { drawPlot, emptyPicture, gridY, labelsY, type Place } from "../drawing/plot.ts";
import type { Chart, Lang } from "../figure/chart.ts";
import { spread, textWidth, wrap } from "../words/text.ts";
import { formatShare } from "../words/words.ts";
import { type PublishedSeries, publishedSeries, stageWords, trackWords } from "./publishedSeries.ts";
import { publishedValue, tellPublished } from "./publishedWords.ts";

/** What stands at the end of a series: who and how much, then its stage and its source where there is room. */
const ending = ({ stage, track, points }: PublishedSeries, lang: Lang, isNarrow: boolean) => {
  const last = points.at(-1);
  if (last === undefined) return [];
  const head = `${trackWords(track, lang)} ${publishedValue(last, lang)}`;
  const notes = isNarrow ? [] : [stageWords(stage, lang), last.source.split(" | ")[0] ?? ""];
  const width = isNarrow ? 96 : 190;
  return [
    ...wrap(head, width).map((text) => ({ text, isHead: true })),
    ...notes.flatMap((note) => wrap(note, width, 12)).map((text) => ({ text, isHead: false })),
  ];
};

/** Published percentages as points, with a line only where the same thing was published more than once. */
export const publishedPoints: Chart<PublishedRow> = {
  tell: tellPublished,
  draw(rows, surroundings, meaning = null) {
    const { width, lang, document } = surroundings;
    const { title, alternative } = tellPublished(rows, lang, meaning);
    const { series, targets } = publishedSeries(rows, meaning?.id);
    const points = series.flatMap((one) => one.points);
    if (points.length === 0) return emptyPicture(title, surroundings);
    const isNarrow = width < 520;
    const years = [...points, ...targets].map(({ year }) => year);
    const [from, to] = [Math.min(...years) - 0.4, Math.max(...years) + 0.4];
    const values = [...points, ...targets].map(({ value }) => value);
    const [low, high] = nice(Math.min(0, ...values), Math.max(1, ...values), 5);
    const grid = ticks(low, high, 5);
    const format = (tick: number) => formatShare(tick / 100, lang, high < 5 ? 1 : 0);
    const labels = series.map((one) => ending(one, lang, isNarrow));
    const marginLeft = 16 + Math.max(...grid.map((tick) => textWidth(format(tick))));
    const marginRight = 24 + Math.max(...labels.flat().map(({ text }) => textWidth(text) * 1.04));
    const height = isNarrow ? 320 : 400;
    const marks = [
      gridY(grid),
      labelsY(grid, format),
      Plot.ruleY(targets, { y: "value", stroke: ink("text"), strokeDasharray: "6 4" }),
      ...series.map((one) =>
        Plot.lineY(one.points, { x: "year", y: "value", stroke: ink("girls"), strokeWidth: 2.25 }),
      ),
      Plot.dot(points, {
        x: "year",
        y: "value",
        r: 4.5,
        fill: ({ is_rounded }: PublishedRow) => ink(is_rounded ? "ground" : "girls"),
        stroke: ink("girls"),
        strokeWidth: 1.75,
      }),
    ];
    const over = (x: Place, y: Place) => {
      const floor = height - 30;
      const lineHeight = 15;
      const heights = labels.map((lines) => lines.length * lineHeight + 5);
      const wanted = series.map((one, index) => y(one.points.at(-1)?.value ?? 0) + (heights[index] ?? 0) / 2 - 10);
      const places = spread(wanted, heights, 10, floor + 8);
      const shown = [...new Set(points.map(({ year }) => year))].sort((a, b) => a - b);
      const periods = new Map(points.map(({ year, period }) => [year, period]));
      let free = -Infinity;
      const axis = shown.toReversed().flatMap((year) => {
        const text = /^\d{4}-\d{4}$/.test(periods.get(year) ?? "")
          ? `${String(year).slice(2)}-${String(year + 1).slice(2)}`
          : String(year);
        const at = x(year);
        if (free !== -Infinity && at > free) return [];
        free = at - textWidth(text) - 8;
        return [label(document, at, floor + 18, text, { "text-anchor": "middle", fill: ink("secondary") })];
      });
      const numbers = series.flatMap((one) =>
        one.points.slice(0, -1).map((point, index) => {
          const text = publishedValue(point, lang);
          const isNear = x(one.points[index + 1]?.year ?? to) - x(point.year) < textWidth(text);
          const anchor = x(point.year) - textWidth(text) / 2 < marginLeft ? "start" : isNear ? "end" : "middle";
          const shift = anchor === "start" ? -3 : anchor === "end" ? 4 : 0;
          const look = { "text-anchor": anchor, fill: ink("girls") };
          return label(document, x(point.year) + shift, y(point.value) - 10, text, look, true);
        }),
      );
      return [
        ...axis,
        ...targets.map((row) =>
          label(
            document,
            marginLeft + 2,
            y(row.value) - 6,
            `${lang === "nl" ? "doel" : "target"} ${publishedValue(row, lang)} (${row.period})`,
            {},
            true,
          ),
        ),
        ...numbers,
        ...labels.flatMap((lines, index) =>
          lines.map(({ text, isHead }, row) =>
            label(
              document,
              x(to) + 8,
              (places[index] ?? 0) + 4.5 + (row - (lines.length - 1) / 2) * lineHeight,
              text,
              isHead ? { fill: ink("girls"), "font-weight": 600 } : { fill: ink("secondary"), "font-size": 12 },
            ),
          ),
        ),
      ];
    };
    const options: Plot.PlotOptions = {
      height,
      marginLeft,
      marginRight,
      marginTop: 22,
      marginBottom: 30,
      x: { type: "linear", domain: [from, to], axis: null },
      y: { domain: [low, high], axis: null },
      marks,
    };
    return drawPlot(options, surroundings, alternative, over);
  },
};
