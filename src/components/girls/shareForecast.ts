import * as Plot from "@observablehq/plot";
import { ticks } from "d3-array";
import type { TrendRow } from "../../data/girls/rows.ts";
import { vector } from "../drawing/element.ts";
import { label } from "../drawing/label.ts";
import { ink } from "../drawing/palette.ts";
import { drawPlot, emptyPicture, gridY, labelsY, type Place } from "../drawing/plot.ts";
import type { Chart } from "../figure/chart.ts";
import { spread, textWidth } from "../words/text.ts";
import { formatShare, shortYear } from "../words/words.ts";
import { axisOf, inOrder, tellForecast } from "./forecastWords.ts";

/** Counted shares, the line through them and beyond with its interval, the random walk, and the year that reaches the target. */
export const shareForecast: Chart<TrendRow> = {
  tell: tellForecast,
  draw(given, surroundings) {
    const { width, lang, document } = surroundings;
    const nl = lang === "nl";
    const { title, alternative } = tellForecast(given, lang, null);
    const rows = inOrder(given);
    const counted = rows.filter(({ share, status }) => share !== null && status !== "c");
    if (counted.length === 0) return emptyPicture(title, surroundings);
    const aim = rows[0]?.aim ?? null;
    const latest = counted.at(-1);
    const years = [...new Set(rows.map(({ school_year }) => school_year))];
    const ahead = rows.filter(({ is_forecast }) => is_forecast);
    const lastUsed = rows.findLast(({ is_used }) => is_used);
    const broke = aim?.break_year ?? null;
    const fitted = rows.filter((row) => row.fitted !== null && !row.is_forecast);
    const runs = [
      fitted.filter(({ school_year }) => broke === null || school_year < broke),
      fitted.filter(({ school_year }) => broke !== null && school_year >= broke),
    ];
    const onward = [...(lastUsed === undefined ? [] : [lastUsed]), ...ahead];
    const walk = [
      ...(lastUsed?.share == null ? [] : [{ school_year: lastUsed.school_year, walk: lastUsed.share }]),
      ...ahead.filter((row) => row.walk !== null),
    ];
    const [low, high] = axisOf(rows);
    const grid = ticks(low, high, 6);
    const format = (tick: number) => formatShare(tick, lang, high - low < 0.05 ? 1 : 0);
    const isNarrow = width < 520;
    const end = (
      rowsOf: readonly { school_year: string }[],
      value: number | null | undefined,
      name: string,
      fill: string,
    ) =>
      rowsOf.length === 0 || value === null || value === undefined
        ? []
        : [{ at: value, text: isNarrow ? formatShare(value, lang) : `${name} ${formatShare(value, lang)}`, fill }];
    const endings = [
      ...end(ahead, ahead.at(-1)?.fitted, nl ? "lijn" : "line", ink("girls")),
      ...end(walk, walk.at(-1)?.walk, nl ? "toevalswandeling" : "random walk", ink("secondary")),
      ...(ahead.length === 0 ? end(counted, counted.at(-1)?.share, "", ink("girls")) : []),
    ];
    const marginLeft = 16 + Math.max(...grid.map((tick) => textWidth(format(tick))));
    const marginRight = 20 + Math.max(0, ...endings.map(({ text }) => textWidth(text) * 1.05));
    const height = isNarrow ? 300 : 380;
    const every = Math.max(1, Math.ceil((years.length * 46) / Math.max(46, width - marginLeft - marginRight)));
    // a year to come: the counts themselves show one that has passed
    const reached = ahead.find(({ school_year }) => school_year === aim?.reached_year)?.school_year ?? null;
    const goal = aim?.target ?? null;
    const line = { x: "school_year", y: "fitted", stroke: ink("girls"), strokeWidth: 2.25 };
    const marks = [
      gridY(grid),
      labelsY(grid, format),
      Plot.areaY(
        ahead.filter(({ predicted_lower, predicted_upper }) => predicted_lower !== null && predicted_upper !== null),
        { x: "school_year", y1: "predicted_lower", y2: "predicted_upper", fill: ink("girls"), fillOpacity: 0.18 },
      ),
      Plot.ruleY(goal === null ? [] : [goal], { stroke: ink("text"), strokeDasharray: "6 4" }),
      Plot.lineY(walk, { x: "school_year", y: "walk", stroke: ink("secondary"), strokeWidth: 1 }),
      ...runs.map((run) => Plot.lineY(run, line)),
      Plot.lineY(
        onward.filter((row) => row.fitted !== null),
        { ...line, strokeDasharray: "5 4" },
      ),
      Plot.dot(counted, {
        ...{ x: "school_year", y: "share", stroke: ink("girls"), strokeWidth: 1.75, r: 3.5 },
        fill: (row: TrendRow) => (row.is_used || ahead.length === 0 ? ink("girls") : ink("ground")),
      }),
    ];
    const over = (x: Place, y: Place) => {
      const floor = height - 30;
      const before = broke === null ? undefined : years[years.indexOf(broke) - 1];
      const at = broke === null || before === undefined ? null : (x(before) + x(broke)) / 2;
      const small = { fill: ink("secondary"), "font-size": 12 };
      const places = spread(
        endings.map((ending) => y(ending.at)),
        endings.map(() => 18),
        14,
        floor,
      );
      const limit = (year: string | null | undefined, otherwise: string | undefined) =>
        year && years.includes(year) ? x(year) : otherwise === undefined ? null : x(otherwise);
      const [from, to] =
        reached === null || goal === null
          ? [null, null]
          : [limit(aim?.earliest_year, reached), limit(aim?.latest_year, years.at(-1))];
      return [
        ...years.flatMap((year, i) =>
          i % every === 0
            ? [
                label(document, x(year), floor + 18, shortYear(year), {
                  "text-anchor": "middle",
                  fill: ink("secondary"),
                }),
              ]
            : [],
        ),
        ...(at === null
          ? []
          : [
              vector(document, "path", {
                d: `M${at},16V${floor}`,
                ...{ stroke: ink("secondary"), "stroke-dasharray": "1 3", fill: "none" },
              }),
              label(document, at + 5, floor - 8, nl ? "breuk in de reeks" : "break in the series", small, true),
            ]),
        ...(goal === null
          ? []
          : [
              label(
                document,
                marginLeft + 2,
                y(goal) - 6,
                `${nl ? "doel" : "target"} ${formatShare(goal, lang, 2)}${aim?.target_period ? ` (${aim.target_period})` : ""}`,
                {},
                true,
              ),
            ]),
        ...(goal === null || reached === null
          ? []
          : [
              ...(from === null || to === null
                ? []
                : [
                    vector(document, "path", {
                      d: `M${from},${y(goal) - 5}V${y(goal) + 5}M${from},${y(goal)}H${to}${aim?.latest_year ? `M${to},${y(goal) - 5}V${y(goal) + 5}` : ""}`,
                      ...{ stroke: ink("text"), "stroke-width": 2, fill: "none" },
                    }),
                  ]),
              vector(document, "circle", { cx: x(reached), cy: y(goal), r: 5, fill: ink("text") }),
              label(document, x(reached) + 7, y(goal) + 20, shortYear(reached), { "font-weight": 600 }, true),
            ]),
        ...(ahead.length === 0 || latest === undefined || latest.share === null
          ? []
          : [
              label(
                document,
                x(latest.school_year) + 2,
                y(latest.share) + 22,
                formatShare(latest.share, lang),
                { fill: ink("girls"), "font-weight": 600 },
                true,
              ),
            ]),
        ...endings.map(({ text, fill }, i) =>
          label(document, width - marginRight + 10, (places[i] ?? 0) + 4.5, text, { fill, "font-weight": 600 }),
        ),
      ];
    };
    const options: Plot.PlotOptions = {
      ...{ height, marginLeft, marginRight, marginTop: 22, marginBottom: 30, marks },
      x: { type: "point", domain: years, axis: null, padding: 0.3 },
      y: { domain: [low, high], axis: null },
    };
    return drawPlot(options, surroundings, alternative, over);
  },
};
