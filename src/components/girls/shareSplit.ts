import * as Plot from "@observablehq/plot";
import { ticks } from "d3-array";
import type { SplitRow } from "../../data/girls/rows.ts";
import { vector } from "../drawing/element.ts";
import { label } from "../drawing/label.ts";
import { ink } from "../drawing/palette.ts";
import { drawPlot, emptyPicture, gridY, labelsY, type Place } from "../drawing/plot.ts";
import type { Chart } from "../figure/chart.ts";
import { textWidth } from "../words/text.ts";
import { shortYear, signedPoints } from "../words/words.ts";
import { hasFigures, names, type Split, tellSplit } from "./splitWords.ts";

type Effect = "within" | "between";
const EFFECTS: Effect[] = ["within", "between"];
const colours = { within: ink("girls"), between: ink("second") };

interface Bar {
  key: string;
  effect: Effect;
  value: number;
  lower: number | null;
  upper: number | null;
}

const barsOf = (row: Split, place: number): Bar[] =>
  EFFECTS.map((effect) => ({
    ...{ key: `${place}-${effect}`, effect, value: row[`${effect}_programmes`] },
    ...{ lower: row[`${effect}_lower`], upper: row[`${effect}_upper`] },
  }));

/** What happened within and between programmes as two bars for each year, and apart from them, at the right, from end to end. */
export const shareSplit: Chart<SplitRow> = {
  tell: tellSplit,
  draw(rows, surroundings) {
    const { width, lang, document } = surroundings;
    const nl = lang === "nl";
    const { title, alternative } = tellSplit(rows, lang, null);
    const years = rows.filter(({ span }) => span === "year");
    const whole = rows.filter(hasFigures).filter(({ span }) => span === "whole");
    const shown = [...years, ...whole.slice(0, 1)];
    const bars = shown.flatMap((row, place) => (hasFigures(row) ? barsOf(row, place) : []));
    if (bars.length === 0) return emptyPicture(title, surroundings);
    const isNarrow = width < 520;
    const ends = bars.flatMap(({ value, lower, upper }) => [value, lower ?? value, upper ?? value]);
    const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
    const room = Math.max(0.0005, 0.12 * (most - least));
    const [low, high] = [least - room * 0.6, most + room];
    const grid = ticks(low, high, 5);
    const decimals = high - low < 0.015 ? 2 : 1;
    const format = (tick: number) => signedPoints(tick, lang, "", decimals);
    const keys = shown.flatMap((row, place) => [
      ...(row.span === "whole" && place > 0 ? ["apart-1", "apart-2", "apart-3"] : []),
      ...EFFECTS.map((effect) => `${place}-${effect}`),
      ...(place < shown.length - 1 ? [`${place}-gap`] : []),
    ]);
    const wholeKeys = EFFECTS.map((effect) => `${shown.length - 1}-${effect}`);
    const height = isNarrow ? 320 : 360;
    const marginLeft = 14 + Math.max(...grid.map((tick) => textWidth(format(tick))));
    const [marginTop, marginBottom, marginRight] = [48, 36, isNarrow ? 26 : 40];
    const every = Math.max(1, Math.ceil((keys.length * 13) / Math.max(60, width - marginLeft - marginRight)));
    const marks = [
      gridY(grid),
      labelsY(grid, format),
      Plot.barY(bars, {
        x: "key",
        y: "value",
        fill: (bar: Bar) => colours[bar.effect],
        insetLeft: 0.5,
        insetRight: 0.5,
      }),
      Plot.ruleX(
        bars.filter(({ lower, upper }) => lower !== null && upper !== null),
        { x: "key", y1: "lower", y2: "upper", stroke: ink("text"), strokeWidth: 1.25 },
      ),
      Plot.ruleY([0], { stroke: ink("secondary") }),
    ];
    const over = (x: Place, y: Place) => {
      const floor = height - marginBottom;
      const middle = (place: number) => (x(`${place}-within`) + x(`${place}-between`)) / 2;
      const small = { fill: ink("secondary"), "text-anchor": "middle" };
      const start = marginLeft + 2;
      const step = textWidth(names.within[lang]) * 1.1 + 30;
      const heads = EFFECTS.flatMap((effect, i) => [
        vector(document, "rect", { x: start + i * step, y: 8, width: 11, height: 11, fill: colours[effect] }),
        label(document, start + i * step + 16, 18, names[effect][lang], { fill: colours[effect], "font-weight": 600 }),
      ]);
      const under = shown.flatMap((row, place) => {
        if (row.span === "whole") {
          const text = isNarrow ? (nl ? "alles" : "all") : nl ? "begin tot eind" : "end to end";
          return [label(document, middle(place), floor + 18, text, { ...small, "font-weight": 600 })];
        }
        const isTold = (years.length - 1 - place) % every === 0;
        const text = isTold ? `${shortYear(row.to_year)}${row.has_break ? "*" : ""}` : "";
        return [
          ...(text === "" ? [] : [label(document, middle(place), floor + 18, text, small)]),
          ...(hasFigures(row) ? [] : [label(document, middle(place), y(0) - 6, "–", small)]),
        ];
      });
      const ended = bars
        .filter(({ key }) => whole.length > 0 && wholeKeys.includes(key))
        .map(({ key, effect, value, lower, upper }) => {
          const isUp = value >= 0;
          const at = y(isUp ? Math.max(value, upper ?? value) : Math.min(value, lower ?? value));
          const text = signedPoints(value, lang, "", 1);
          const half = (x(`${shown.length - 1}-between`) - x(`${shown.length - 1}-within`)) / 2 - 1;
          const side = effect === "within" ? { anchor: "end", dx: half } : { anchor: "start", dx: -half };
          return label(
            document,
            x(key) + side.dx,
            at + (isUp ? -7 : 16),
            text,
            { fill: colours[effect], "font-weight": 600, "text-anchor": side.anchor },
            true,
          );
        });
      const apart = x("apart-2");
      const divide =
        whole.length > 0 && years.length > 0
          ? [
              vector(document, "path", {
                d: `M${apart},${marginTop - 16}V${floor}`,
                ...{ stroke: ink("hairline"), fill: "none" },
              }),
            ]
          : [];
      return [...divide, ...heads, ...under, ...ended];
    };
    const options: Plot.PlotOptions = {
      ...{ height, marginLeft, marginRight, marginTop, marginBottom, marks },
      x: { type: "band", domain: keys, axis: null, padding: 0 },
      y: { domain: [low, high], axis: null },
    };
    return drawPlot(options, surroundings, alternative, over);
  },
};
