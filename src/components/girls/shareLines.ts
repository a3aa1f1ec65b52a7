import * as Plot from "@observablehq/plot";
import { nice, ticks } from "d3-array";
import type { ShareRow } from "../../data/girls/rows.ts";
import { vector } from "../drawing/element.ts";
import { label } from "../drawing/label.ts";
import { ink } from "../drawing/palette.ts";
import { drawPlot, emptyPicture, gridY, labelsY, type Place } from "../drawing/plot.ts";
import type { Chart } from "../figure/chart.ts";
import { spread, textWidth, wrap } from "../words/text.ts";
import { formatTarget, formatTick, formatValue } from "../words/values.ts";
import { formatShare, shortYear } from "../words/words.ts";
import { axisStart, breaks, type Point, type Series, schoolYears, seriesOf, targetOf } from "./shareSeries.ts";
import { shareMeaning, tellShares } from "./shareWords.ts";

const isWeak = ({ status }: Point) => status === "p" || status === "e" || status === "u";

/** A line for each group with its label at the end, a gap where the series broke, and the target as a dashed line. */
export const shareLines: Chart<ShareRow> = {
  tell: tellShares,
  draw(rows, surroundings, given = null) {
    const { width, lang, document } = surroundings;
    const nl = lang === "nl";
    const meaning = shareMeaning(rows, given);
    const { title, alternative } = tellShares(rows, lang, given);
    const series = seriesOf(rows).filter(({ points }) => points.length > 0);
    const points = series.flatMap((one) => one.points);
    if (points.length === 0) return emptyPicture(title, surroundings);
    const aim = targetOf(rows);
    const isOfGirls = given === null || /girls|parity/.test(meaning.id);
    const colour = ({ group }: Pick<Series, "group">) =>
      ink(/boys/.test(group) ? "boys" : isOfGirls ? "girls" : "accent");
    const lines = [
      ...(aim === null
        ? []
        : [
            {
              at: aim.value,
              text: `${nl ? "doel" : "target"} ${formatTarget(aim.value, meaning, lang)}${aim.period === null ? "" : ` (${aim.period})`}`,
            },
          ]),
      ...(meaning.is_share ? [] : [{ at: 1, text: nl ? "1 = gelijk" : "1 = equal" }]),
    ];
    const ends = [...points.map((point) => point.value), ...lines.map(({ at }) => at)];
    const start = axisStart(ends, meaning.is_share);
    const [low, high] = [
      start,
      nice(start, Math.max(...ends, start + 0.01) + 0.04 * Math.abs(Math.max(...ends)), 5)[1],
    ];
    const grid = ticks(low, high, 5);
    const decimals = high - low < 0.05 ? 1 : 0;
    const format = (tick: number) => (meaning.is_share ? formatShare(tick, lang, decimals) : formatTick(tick, lang));
    const isNarrow = width < 520;
    const years = schoolYears(rows);
    const ending = (one: Series) => {
      const last = one.points.at(-1) as Point;
      const name = series.length === 1 ? "" : `${one.label[lang]} `;
      const ended = last.school_year === years.at(-1) ? "" : ` (${shortYear(last.school_year)})`;
      const text = `${name}${formatValue(last.value, meaning, lang)}${ended}`;
      return { ...one, last, lines: wrap(text, isNarrow ? 92 : 190) };
    };
    const labelled = series.map(ending);
    const marginLeft = 16 + Math.max(...grid.map((tick) => textWidth(format(tick))));
    const marginRight = 22 + Math.max(...labelled.flatMap((one) => one.lines.map((line) => textWidth(line) * 1.08)));
    const height = Math.max(isNarrow ? 280 : 340, 60 + 20 * labelled.flatMap((one) => one.lines).length);
    const every = Math.max(1, Math.ceil((years.length * 46) / Math.max(46, width - marginLeft - marginRight)));
    const marks = [
      gridY(grid),
      labelsY(grid, format),
      Plot.ruleY(lines, { y: "at", stroke: ink("text"), strokeDasharray: "6 4" }),
      ...series.flatMap((one) =>
        one.runs.map((run) =>
          Plot.lineY(run, { x: "school_year", y: "value", stroke: colour(one), strokeWidth: 2.25 }),
        ),
      ),
      Plot.dot(points, {
        x: "school_year",
        y: "value",
        r: (point: Point) => (isWeak(point) ? 4 : 3),
        fill: (point: Point) => (isWeak(point) ? ink("ground") : colour(point)),
        stroke: colour,
        strokeWidth: 1.75,
      }),
    ];
    const over = (x: Place, y: Place) => {
      const floor = height - 30;
      const ends = labelled.map((one) => y(one.last.value));
      const places = spread(
        ends,
        labelled.map((one) => one.lines.length * 16 + 4),
        14,
        floor + 4,
      );
      const broke = breaks(rows);
      const broken = nl
        ? `${broke.length > 1 ? "breuken" : "breuk"} in de reeks`
        : `${broke.length > 1 ? "breaks" : "break"} in the series`;
      const small = { fill: ink("secondary"), "font-size": 12 };
      const right = width - marginRight + 12;
      return [
        ...years.flatMap((year, index) =>
          (years.length - 1 - index) % every === 0
            ? [
                label(document, x(year), floor + 18, shortYear(year), {
                  "text-anchor": "middle",
                  fill: ink("secondary"),
                }),
              ]
            : [],
        ),
        ...broke.flatMap((year, index) => {
          const before = years[years.indexOf(year) - 1];
          const at = before === undefined ? x(year) - 10 : (x(before) + x(year)) / 2;
          const side = at > width / 2 ? { anchor: "end", dx: -5 } : { anchor: "start", dx: 5 };
          return [
            vector(document, "path", {
              d: `M${at},16V${floor}`,
              stroke: ink("secondary"),
              "stroke-dasharray": "1 3",
              fill: "none",
            }),
            ...(index > 0 ? [] : [label(document, at + side.dx, 12, broken, { ...small, "text-anchor": side.anchor })]),
          ];
        }),
        ...labelled.flatMap(({ last }, index) => {
          const [from, to] = [y(last.value), places[index] ?? 0];
          if (last.school_year !== years.at(-1) || Math.abs(from - to) < 6) return [];
          const d = `M${x(last.school_year) + 7},${from}L${right - 4},${to}`;
          return [vector(document, "path", { d, stroke: ink("secondary"), "stroke-width": 0.75, fill: "none" })];
        }),
        ...lines.map(({ at, text }) => label(document, marginLeft + 2, y(at) - 6, text, {}, true)),
        ...labelled.flatMap((one, index) =>
          one.lines.map((line, row) =>
            label(document, right, (places[index] ?? 0) + 4.5 + row * 16 - (one.lines.length - 1) * 8, line, {
              fill: colour(one),
              "font-weight": 600,
            }),
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
      x: { type: "point", domain: years, axis: null, padding: 0.3 },
      y: { domain: [low, high], axis: null },
      marks,
    };
    return drawPlot(options, surroundings, alternative, over);
  },
};
