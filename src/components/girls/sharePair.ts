import * as Plot from "@observablehq/plot";
import { ticks } from "d3-array";
import type { PairRow } from "../../data/girls/rows.ts";
import { vector } from "../drawing/element.ts";
import { label } from "../drawing/label.ts";
import { ink } from "../drawing/palette.ts";
import { drawPlot, emptyPicture, type Place } from "../drawing/plot.ts";
import type { Chart } from "../figure/chart.ts";
import { textWidth, wrap } from "../words/text.ts";
import { formatShare, shortYear } from "../words/words.ts";
import { type Panel, panelsOf, tellPair } from "./pairWords.ts";

/** Height of a panel against the space between two panels that stand under each other. */
const GAP = 0.42;

interface Drawn extends Panel {
  low: number;
  high: number;
  grid: number[];
}

/** Axes of their own whose steps are equally large, so that the slopes compare. */
function scaled(panels: readonly Panel[]): Drawn[] {
  const ends = panels.map(({ points }) => {
    const values = points.flatMap(({ share, lower, upper }) => [share, lower ?? share, upper ?? share]);
    return { low: Math.floor(Math.min(...values) * 100 - 0.2) / 100, most: Math.max(...values) };
  });
  const span = Math.ceil(Math.max(...ends.map(({ low, most }) => most - low), 0.01) * 100 + 0.2) / 100;
  return panels.map((panel, place) => {
    const low = ends[place]?.low ?? 0;
    return { ...panel, low, high: low + span, grid: ticks(low, low + span, 4) };
  });
}

/** Two shares beside each other, each on its own axis: a line with its interval as a band. */
export const sharePair: Chart<PairRow> = {
  tell: tellPair,
  draw(rows, surroundings) {
    const { width, lang, document } = surroundings;
    const { title, alternative } = tellPair(rows, lang, null);
    const panels = scaled(panelsOf(rows));
    if (panels.length === 0) return emptyPicture(title, surroundings);
    const isNarrow = width < 520;
    const years = [...new Set(panels.flatMap(({ points }) => points.map((point) => point.school_year)))].sort();
    const format = (tick: number) => formatShare(tick, lang, 0);
    const across = isNarrow ? 1 : panels.length;
    const down = isNarrow ? panels.length : 1;
    const marginLeft = 14 + Math.max(...panels.flatMap(({ grid }) => grid.map((tick) => textWidth(format(tick)))));
    const marginRight = 58;
    const inner = isNarrow ? 0 : marginLeft + marginRight;
    const panelWidth = (width - marginLeft - marginRight - inner * (across - 1)) / across;
    const top = 34;
    const panelHeight = 210;
    const height = top + down * panelHeight + (down - 1) * panelHeight * GAP + 30;
    const left = (place: number) => marginLeft + (isNarrow ? 0 : place * (panelWidth + inner));
    const floor = (place: number) => top + panelHeight + (isNarrow ? place * panelHeight * (1 + GAP) : 0);
    const x = (place: number, year: string) => left(place) + ((years.indexOf(year) + 0.5) / years.length) * panelWidth;
    const y = (place: number, share: number) => {
      const { low, high } = panels[place] as Drawn;
      return floor(place) - ((share - low) / (high - low || 1)) * panelHeight;
    };
    const every = Math.max(1, Math.ceil((years.length * 40) / Math.max(40, panelWidth)));
    const over = (_x: Place, _y: Place) =>
      panels.flatMap((panel, place) => {
        const colour = ink(place === 0 ? "girls" : "accent");
        const last = panel.points.at(-1);
        const path = (points: readonly { at: string; share: number }[]) =>
          points.map(({ at, share }, i) => `${i === 0 ? "M" : "L"}${x(place, at)},${y(place, share)}`).join("");
        const lines = wrap(panel.label[lang], panelWidth + marginRight, 13);
        return [
          ...panel.grid.flatMap((tick) => [
            vector(document, "path", {
              d: `M${left(place)},${y(place, tick)}H${left(place) + panelWidth}`,
              stroke: ink(tick === 0 ? "secondary" : "hairline"),
              fill: "none",
            }),
            label(document, left(place) - 8, y(place, tick) + 4.5, format(tick), {
              "text-anchor": "end",
              fill: ink("secondary"),
            }),
          ]),
          ...lines.map((line, i) =>
            label(document, left(place), floor(place) - panelHeight - 12 - (lines.length - 1 - i) * 15, line, {
              "font-weight": 600,
              fill: colour,
            }),
          ),
          ...panel.runs.flatMap((run) => {
            const band = run.filter(({ lower, upper }) => lower !== null && upper !== null);
            const around = [
              ...band.map((point) => ({ at: point.school_year, share: point.upper ?? point.share })),
              ...band.toReversed().map((point) => ({ at: point.school_year, share: point.lower ?? point.share })),
            ];
            return [
              ...(band.length > 1
                ? [vector(document, "path", { d: `${path(around)}Z`, fill: colour, "fill-opacity": 0.18 })]
                : []),
              vector(document, "path", {
                d: path(run.map((point) => ({ at: point.school_year, share: point.share }))),
                ...{ stroke: colour, "stroke-width": 2.25, fill: "none" },
              }),
            ];
          }),
          ...panel.points.flatMap((point) => {
            const cx = x(place, point.school_year);
            const isWeak = point.status === "p" || point.status === "e" || point.status === "u";
            const whisker =
              point.lower === null || point.upper === null
                ? []
                : [
                    vector(document, "path", {
                      d: `M${cx},${y(place, point.lower)}V${y(place, point.upper)}`,
                      ...{ stroke: colour, "stroke-width": 1, fill: "none" },
                    }),
                  ];
            const dot = { cx, cy: y(place, point.share), r: isWeak ? 4 : 3, stroke: colour, "stroke-width": 1.75 };
            return [...whisker, vector(document, "circle", { ...dot, fill: isWeak ? ink("ground") : colour })];
          }),
          ...(last === undefined
            ? []
            : [
                label(
                  document,
                  x(place, last.school_year) + 9,
                  y(place, last.share) + 4.5,
                  formatShare(last.share, lang),
                  {
                    fill: colour,
                    "font-weight": 600,
                  },
                ),
              ]),
          ...years.flatMap((year, i) =>
            (years.length - 1 - i) % every === 0
              ? [
                  label(document, x(place, year), floor(place) + 20, shortYear(year), {
                    "text-anchor": "middle",
                    fill: ink("secondary"),
                  }),
                ]
              : [],
          ),
        ];
      });
    const marks = [Plot.frame({ stroke: "none" })];
    const scales = { x: { domain: [0, 1], axis: null }, y: { domain: [0, 1], axis: null } } as const;
    const margins = { marginLeft: 0, marginRight: 0, marginTop: 0, marginBottom: 0 };
    return drawPlot({ height, ...margins, ...scales, marks }, surroundings, alternative, over);
  },
};
