import * as Plot from "@observablehq/plot";
import { nice, ticks } from "d3-array";
import type { EventStudyRow } from "../../data/impact/rows.ts";
import { label } from "../drawing/label.ts";
import { ink } from "../drawing/palette.ts";
import { drawPlot, emptyPicture, gridY, labelsY, type Place } from "../drawing/plot.ts";
import type { Chart, Lang, Telling } from "../figure/chart.ts";
import { signedPoints } from "../words/words.ts";

interface Point {
  time: number;
  att: number;
  low: number;
  high: number;
  isBase: boolean;
}

const pointsOf = (rows: readonly EventStudyRow[]): Point[] =>
  rows
    .flatMap(({ event_time, att, band_lower, band_upper, is_base }) =>
      event_time === null || att === null
        ? []
        : [
            {
              time: event_time,
              att,
              low: Math.min(att, band_lower ?? att),
              high: Math.max(att, band_upper ?? att),
              isBase: is_base === true,
            },
          ],
    )
    .sort((a, b) => a.time - b.time);

const signed = (value: number, lang: Lang, decimals = 1) => signedPoints(value, lang, "", decimals);

/** How many counts lie wholly above or below zero, of so many. */
const clear = (points: readonly Point[]) => points.filter(({ low, high }) => low > 0 || high < 0).length;

function tell(rows: readonly EventStudyRow[], lang: Lang): Telling {
  const nl = lang === "nl";
  const points = pointsOf(rows);
  const [before, after] = [
    points.filter(({ time, isBase }) => time < 0 && !isBase),
    points.filter(({ time }) => time >= 0),
  ];
  const title =
    after.length === 0
      ? nl
        ? `Er is geen effect te tonen: ${rows[0]?.reason?.nl ?? "er zijn te weinig tellingen"}`
        : `There is no effect to show: ${rows[0]?.reason?.en ?? "there are too few counts"}`
      : nl
        ? `Na de eerste gastles ligt de band bij ${clear(after)} van ${after.length} tellingen helemaal aan één kant van nul, ervoor bij ${clear(before)} van ${before.length}`
        : `After the first lecture the band lies wholly on one side of zero at ${clear(after)} of ${after.length} counts, before it at ${clear(before)} of ${before.length}`;
  return {
    title,
    subtitle: nl
      ? "Verschil tussen scholen met en zonder gastles, in procentpunt, naar het aantal jaarlijkse tellingen sinds de eerste gastles; vlak: band die met 95 % voor alle tellingen samen geldt"
      : "Difference between schools with and without a lecture, in percentage points, by the number of yearly counts since the first lecture; area: band that holds with 95% for all counts together",
    alternative: [
      `${nl ? "Lijn met band" : "Line with band"}. ${title}.`,
      ...points.map(({ time, att }) => `${nl ? "Telling" : "Count"} ${time}: ${signed(att, lang)}.`),
    ].join(" "),
    table: {
      columns: (nl
        ? ["Telling", "Verschil (pp)", "Band van", "Band tot"]
        : ["Count", "Difference (pp)", "Band from", "Band to"]
      ).map((label) => ({ label, isNumber: true })),
      rows: points.map(({ time, att, low, high, isBase }) => [
        isBase ? `${time} (${nl ? "vergelijkingspunt" : "point of comparison"})` : String(time),
        ...[att, low, high].map((value) => signed(value, lang, 2)),
      ]),
    },
  };
}

/** The difference between schools reached and others, count by count, before and after the first lecture. */
export const eventStudy: Chart<EventStudyRow> = {
  tell,
  draw(rows, surroundings) {
    const { width, lang, document } = surroundings;
    const nl = lang === "nl";
    const { title, alternative } = tell(rows, lang);
    const points = pointsOf(rows);
    if (points.length === 0) return emptyPicture(title, surroundings);
    const [low, high] = nice(
      Math.min(0, ...points.map((point) => point.low)),
      Math.max(0, ...points.map((point) => point.high)) || 0.01,
      5,
    );
    const times = points.map(({ time }) => time);
    const [first, last] = [Math.min(...times, -1), Math.max(...times, 0)];
    const [marginTop, marginBottom, marginLeft, marginRight] = [26, 46, 48, 16];
    const height = 300;
    const grid = ticks(low, high, 5);
    const marks = [
      gridY(grid),
      labelsY(grid, (tick) => signed(tick, lang, Math.abs(high - low) < 0.05 ? 1 : 0)),
      Plot.ruleX([-0.5], { stroke: ink("text"), strokeDasharray: "4 3" }),
      Plot.areaY(points, { x: "time", y1: "low", y2: "high", fill: ink("accent"), fillOpacity: 0.18 }),
      Plot.lineY(points, { x: "time", y: "att", stroke: ink("accent"), strokeWidth: 2 }),
      Plot.dot(points, {
        ...{ x: "time", y: "att", r: 4, stroke: ink("accent"), strokeWidth: 2 },
        fill: ({ isBase }: Point) => (isBase ? ink("ground") : ink("accent")),
      }),
    ];
    const step = Math.max(1, Math.ceil((last - first + 1) / (width < 520 ? 6 : 16)));
    const named = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
      (time) => time % step === 0,
    );
    const over = (x: Place, _: Place) => [
      ...named.map((time) =>
        label(document, x(time), height - marginBottom + 18, String(time).replace("-", "−"), {
          "text-anchor": "middle",
          fill: ink("secondary"),
        }),
      ),
      label(document, x(-0.5), 14, nl ? "eerste gastles" : "first lecture", {
        "text-anchor": x(-0.5) > width / 2 ? "end" : "start",
        "font-size": 12,
      }),
      label(
        document,
        marginLeft,
        height - 8,
        nl ? "jaarlijkse tellingen voor en na" : "yearly counts before and after",
        { fill: ink("secondary"), "font-size": 12 },
      ),
    ];
    return drawPlot(
      {
        ...{ height, marginLeft, marginRight, marginTop, marginBottom },
        x: { domain: [first - 0.3, last + 0.3], axis: null, type: "linear" },
        y: { domain: [low, high], axis: null },
        marks,
      },
      surroundings,
      alternative,
      over,
    );
  },
};
