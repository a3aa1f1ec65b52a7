import * as Plot from "@observablehq/plot";
import { nice, ticks } from "d3-array";
import type { Surroundings } from "../figure/chart.ts";
import { textWidth, wrap } from "../words/text.ts";
import { contentId, hatching } from "./hatching.ts";
import { label } from "./label.ts";
import { ink } from "./palette.ts";
import { drawPlot, emptyPicture, type Place } from "./plot.ts";

/** A named row with one bar, of a value from zero or of a range between two bounds; without ends it says why in its text. */
export interface RowBar {
  name: string;
  from: number | null;
  to: number | null;
  /** An interval around the end of the bar, drawn as a thin line. */
  lower?: number | null;
  upper?: number | null;
  text: string;
  /** Estimated or provisional: hatched. */
  isWeak?: boolean;
}

const LINE = 16;
const BAR = 18;

/** Bars of named rows in the order given, each with its value beside it, and a target as a dashed line. */
export function drawRowBars(
  given: readonly RowBar[],
  surroundings: Surroundings,
  {
    title,
    alternative,
    format,
    target = null,
  }: {
    title: string;
    alternative: string;
    format: (tick: number) => string;
    target?: { value: number; text: string } | null;
  },
): SVGSVGElement {
  const { width, document } = surroundings;
  const rows = given.map((row, index) => ({ ...row, place: String(index) }));
  const bars = rows.flatMap(({ from, to, ...row }) => (from === null || to === null ? [] : [{ ...row, from, to }]));
  if (bars.length === 0) return emptyPicture(title, surroundings);
  const whiskers = bars.flatMap(({ place, lower, upper }) =>
    lower == null || upper == null ? [] : [{ place, lower, upper }],
  );
  const ends = [
    ...bars.flatMap(({ from, to }) => [from, to]),
    ...whiskers.flatMap(({ lower, upper }) => [lower, upper]),
    ...(target === null ? [] : [target.value]),
  ];
  const [low, high] = nice(Math.min(0, ...ends), Math.max(0, ...ends) || 1, 4);
  const isNarrow = width < 520;
  const names = rows.map(({ name }) => wrap(name, isNarrow ? width - 12 : Math.min(300, width * 0.36)));
  const tallest = Math.max(...names.map((lines) => lines.length));
  const marginLeft = isNarrow ? 20 : 16 + Math.max(...names.flat().map((line) => textWidth(line)));
  const room = width - marginLeft - 60;
  const marginRight = Math.min(room, 16 + Math.max(...bars.map(({ text }) => textWidth(text)), 8));
  const step = isNarrow ? tallest * LINE + BAR + 10 : Math.max(30, tallest * LINE + 10);
  const [above, below] = isNarrow ? [tallest * LINE + 4, 6] : [(step - BAR) / 2, (step - BAR) / 2];
  const id = contentId("rows", [given, width]);
  const marks = [
    ...(low < 0 || !isNarrow ? [Plot.ruleX([0], { stroke: ink("secondary") })] : []),
    Plot.barX(bars, {
      ...{ x1: "from", x2: "to", y: "place", insetTop: above, insetBottom: below },
      fill: ({ isWeak }: RowBar) => (isWeak ? `url(#${id})` : ink("accent")),
    }),
    Plot.ruleY(whiskers, { x1: "lower", x2: "upper", y: "place", stroke: ink("text"), strokeWidth: 1.5 }),
    Plot.ruleX(target === null ? [] : [target.value], {
      stroke: ink("text"),
      strokeWidth: 1.5,
      strokeDasharray: "5 3",
    }),
    Plot.axisX(ticks(low, high, isNarrow ? 3 : 5), {
      ...{ tickSize: 0, fill: ink("secondary"), label: null, tickFormat: (tick: number) => format(tick) },
    }),
  ];
  const [marginTop, marginBottom] = [target === null ? 4 : 24, 26];
  const over = (x: Place, y: Place) => [
    ...(bars.some(({ isWeak }) => isWeak) ? [hatching(document, id, "accent")] : []),
    ...rows.flatMap((row, index) => {
      const centre = y(row.place) + (above - below) / 2;
      const lines = names[index] ?? [];
      const first = isNarrow
        ? centre - BAR / 2 - 4 - (lines.length - 1) * LINE
        : centre + 4.5 - ((lines.length - 1) * LINE) / 2;
      const [at, anchor] = isNarrow ? [4, "start"] : [marginLeft - 10, "end"];
      const name = lines.map((line, number) =>
        label(document, at, first + number * LINE, line, { "text-anchor": anchor }, true),
      );
      const isKnown = row.from !== null && row.to !== null;
      const end = isKnown ? Math.max(0, row.to ?? 0, row.from ?? 0, row.upper ?? 0) : 0;
      const look: Record<string, string | number> = isKnown ? { "font-weight": 600 } : { fill: ink("secondary") };
      const said = wrap(row.text, width - x(end) - 8)[0] ?? "";
      return [...name, label(document, x(end) + 6, centre + 4.5, said, look, true)];
    }),
    ...(target === null
      ? []
      : [
          label(document, x(target.value), 14, target.text, {
            "text-anchor": x(target.value) > width * 0.6 ? "end" : x(target.value) < width * 0.3 ? "start" : "middle",
            "font-size": 12,
            fill: ink("secondary"),
          }),
        ]),
  ];
  return drawPlot(
    {
      ...{ height: rows.length * step + marginTop + marginBottom, marginLeft, marginRight, marginTop, marginBottom },
      x: { domain: [low, high], axis: null },
      y: { domain: rows.map(({ place }) => place), axis: null, padding: 0 },
      marks,
    },
    surroundings,
    alternative,
    over,
  );
}
