import * as Plot from "@observablehq/plot";
import { nice, ticks } from "d3-array";
import type { BreakdownRow } from "../../data/rows.ts";
import { contentId, hatching } from "../drawing/hatching.ts";
import { label } from "../drawing/label.ts";
import { ink } from "../drawing/palette.ts";
import { drawPlot, emptyPicture, type Place } from "../drawing/plot.ts";
import type { Chart } from "../figure/chart.ts";
import { textWidth, wrap } from "../words/text.ts";
import { assumed, flagWords, formatCell, formatTick } from "../words/values.ts";
import { formatShare } from "../words/words.ts";
import { commonFlag, isShown, type Shown, tellBreakdown } from "./breakdownWords.ts";

const LINE = 16;
const BAR = 18;

/** Bars from zero, the largest first, each with its value and with last year as a tick; what is hidden keeps its place. */
export const breakdownBars: Chart<BreakdownRow> = {
  tell: tellBreakdown,
  draw(given, surroundings, meant = null) {
    const { width, lang, document } = surroundings;
    const meaning = meant ?? assumed(given);
    const { title, alternative } = tellBreakdown(given, lang, meant);
    if (given.length === 0) return emptyPicture(title, surroundings);
    const known = given.filter(isShown).toSorted((a, b) => b.value - a.value);
    const rows = [...known, ...given.filter((row) => !isShown(row))].map((row, index) => ({
      ...row,
      place: String(index),
    }));
    const bars = rows.filter((row): row is Shown & { place: string } => isShown(row));
    const past = bars.flatMap(({ place, last_year }) => (last_year === null ? [] : [{ place, last_year }]));
    const ends = [...bars.map((row) => row.value), ...past.map((row) => row.last_year)];
    const [low, high] = nice(Math.min(0, ...ends), Math.max(0, ...ends) || 1, 4);
    const format = (tick: number) =>
      meaning.is_share ? formatShare(tick, lang, high < 0.04 ? 1 : 0) : formatTick(tick, lang);
    const isNarrow = width < 520;
    const names = rows.map((row) => wrap(row.label[lang], isNarrow ? width - 24 : Math.min(300, width * 0.36)));
    const tallest = Math.max(...names.map((lines) => lines.length));
    const common = commonFlag(given);
    const values = rows.map((row) =>
      formatCell(row.value, row.status === common && isShown(row) ? null : row.status, meaning, lang),
    );
    const marginLeft = isNarrow ? 16 : 16 + Math.max(...names.flat().map((line) => textWidth(line)));
    const marginRight = 14 + Math.max(...bars.map((row) => textWidth(values[Number(row.place)] ?? "")), 8);
    const step = isNarrow ? tallest * LINE + BAR + 10 : Math.max(30, tallest * LINE + 10);
    const [above, below] = isNarrow ? [tallest * LINE + 4, 6] : [(step - BAR) / 2, (step - BAR) / 2];
    const id = contentId("hatch", [given, width, lang]);
    const isHatched = ({ status }: Shown) => status !== null && status !== "b" && status !== common;
    const bar = (row: Shown) => (isHatched(row) ? `url(#${id})` : ink("accent"));
    const tick = { x: "last_year", y: "place", insetTop: isNarrow ? above : above - 3, insetBottom: below - 3 };
    const marks = [
      Plot.barX(bars, { x: "value", y: "place", fill: bar, insetTop: above, insetBottom: below }),
      ...(isNarrow ? [] : [Plot.ruleX([0], { stroke: ink("secondary") })]),
      Plot.tickX(past, { ...tick, stroke: ink("ground"), strokeWidth: 5 }),
      Plot.tickX(past, { ...tick, stroke: ink("text"), strokeWidth: 2 }),
      ...(bars.length === 0
        ? []
        : [
            Plot.axisX(ticks(low, high, isNarrow ? 3 : 5), {
              tickSize: 0,
              tickFormat: format,
              fill: ink("secondary"),
              label: null,
            }),
          ]),
    ];
    const over = (x: Place, y: Place) => [
      ...(bars.some(isHatched) ? [hatching(document, id, "accent")] : []),
      ...rows.flatMap((row, index) => {
        const centre = y(row.place) + (above - below) / 2;
        const lines = names[index] ?? [];
        const first = isNarrow
          ? centre - BAR / 2 - 4 - (lines.length - 1) * LINE
          : centre + 4.5 - ((lines.length - 1) * LINE) / 2;
        const [at, anchor] = isNarrow ? [x(Math.max(0, low)), "start"] : [marginLeft - 10, "end"];
        const name = lines.map((line, number) =>
          label(document, at, first + number * LINE, line, { "text-anchor": anchor }),
        );
        if (!isShown(row)) {
          const text = `${values[index]} (${flagWords(row.status, lang)})`;
          return [...name, label(document, x(0) + 6, centre + 4.5, text, { fill: ink("secondary") })];
        }
        const text = values[index] ?? "";
        const end = x(Math.max(0, row.value));
        const tick = row.last_year === null ? 0 : x(row.last_year);
        const start = tick > end - 2 && tick < end + textWidth(text) + 10 ? tick : end;
        return [...name, label(document, start + 6, centre + 4.5, text, { "font-weight": 600 })];
      }),
      ...past
        .filter(({ place }) => place === "0" && !isNarrow)
        .map(({ place, last_year }) =>
          label(document, x(last_year), y(place) - BAR / 2 - 9, lang === "nl" ? "vorig jaar" : "last year", {
            "text-anchor": x(last_year) > width - 60 ? "end" : "middle",
            "font-size": 12,
            fill: ink("secondary"),
          }),
        ),
    ];
    const [marginTop, marginBottom] = [isNarrow ? 4 : 20, bars.length === 0 ? 4 : 26];
    const options: Plot.PlotOptions = {
      height: rows.length * step + marginTop + marginBottom,
      marginLeft,
      marginRight,
      marginTop,
      marginBottom,
      x: { domain: [low, high], axis: null },
      y: { domain: rows.map((row) => row.place), axis: null, padding: 0 },
      marks,
    };
    return drawPlot(options, surroundings, alternative, over);
  },
};
