import * as Plot from "@observablehq/plot";
import { nice, ticks } from "d3-array";
import type { CumulativeRow } from "../../data/lectures/rows.ts";
import { vector } from "../drawing/element.ts";
import { label } from "../drawing/label.ts";
import { ink } from "../drawing/palette.ts";
import { drawPlot, emptyPicture, gridY, labelsY, type Place } from "../drawing/plot.ts";
import type { Chart, Lang } from "../figure/chart.ts";
import { band, type Course, courses, months } from "../words/schoolYears.ts";
import { spread, textWidth } from "../words/text.ts";
import { formatTick } from "../words/values.ts";
import { formatNumber, locale, shortYear } from "../words/words.ts";
import { tellCumulative } from "./cumulativeWords.ts";

/** More than this and the labels of past years no longer help; the table has them all. */
const LABELLED_YEARS = 8;
/** Teaching days of an ordinary school year, for an axis without a past year to go by. */
const SCHOOL_YEAR = 178;

const endLabel = ({ schoolYear, last, isClosed }: Course, lang: Lang, isNarrow: boolean): string => {
  const closed = isClosed && !isNarrow ? (lang === "nl" ? ", sluiting" : ", closure") : "";
  return `${shortYear(schoolYear)}: ${formatTick(last.value, lang)}${closed}`;
};

const monthName = (date: string, lang: Lang, width: number): string =>
  new Intl.DateTimeFormat(locale[lang], {
    month: width < 24 ? "narrow" : "short",
    timeZone: "UTC",
  })
    .format(new Date(`${date.slice(0, 7)}-15T00:00:00Z`))
    .replace(".", "");

/** The current school year as one strong line over the grey lines and the band of the past ones. */
export const cumulativeLine: Chart<CumulativeRow> = {
  tell: tellCumulative,
  draw(rows, surroundings, meaning = null) {
    const { width, lang } = surroundings;
    const { title, alternative } = tellCumulative(rows, lang, meaning);
    const { current, past } = courses(rows);
    if (current === null) return emptyPicture(title, surroundings);
    const all = [...past, current];
    const target = current.rows.findLast((row) => row.target !== null)?.target ?? null;
    const highest = Math.max(1, target ?? 0, ...rows.map((row) => row.value)) * 1.04;
    const lowest = Math.min(0, ...rows.map((row) => row.value));
    const [bottom, top] = nice(lowest, highest, 5);
    const grid = ticks(bottom, top, 5);
    const lastDay = Math.max(past.length === 0 ? SCHOOL_YEAR : 1, ...all.map((course) => course.last.teaching_day));
    const isNarrow = width < 520;
    const height = isNarrow ? 300 : 400;
    const labelled = past.slice(-LABELLED_YEARS);
    const labels = labelled.map((course) => endLabel(course, lang, isNarrow));
    const marginLeft = 14 + Math.max(...grid.map((tick) => textWidth(formatTick(tick, lang))));
    const marginRight = 22 + Math.max(24, ...labels.map((label) => textWidth(label)));
    const starts = months(past.findLast((course) => !course.isClosed) ?? past.at(-1) ?? current);
    const shade = (course: Course) => Math.max(0.3, 1 - 0.12 * (past.length - 1 - past.indexOf(course)));
    const line = (course: Course, options: Plot.LineYOptions) =>
      Plot.lineY([{ teaching_day: 0, value: 0 }, ...course.rows], { x: "teaching_day", y: "value", ...options });
    const marks = [
      gridY(grid),
      labelsY(grid, (tick) => formatTick(tick, lang)),
      Plot.areaY(band(past), { x: "day", y1: "low", y2: "high", fill: ink("secondary"), fillOpacity: 0.12 }),
      ...past.map((course) =>
        line(course, {
          stroke: ink("secondary"),
          strokeOpacity: shade(course),
          strokeWidth: 0.5 + shade(course),
          strokeDasharray: course.isClosed ? "2 3" : undefined,
        }),
      ),
      ...(target === null ? [] : [Plot.ruleY([target], { stroke: ink("text"), strokeDasharray: "6 4" })]),
      line(current, { stroke: ink("accent"), strokeWidth: 3 }),
      Plot.dot([current.last], { x: "teaching_day", y: "value", r: 4.5, fill: ink("accent") }),
    ];
    const over = (x: Place, y: Place) => {
      const { document } = surroundings;
      const floor = height - 30;
      const ends = labelled.map((course) => y(course.last.value));
      const places = spread(
        ends,
        labelled.map(() => 16),
        12,
        floor,
      );
      const pastLabels = labelled.flatMap((course, index) => {
        const [from, to] = [x(course.last.teaching_day), places[index] ?? 0];
        const leader = `M${from + 2},${y(course.last.value)}L${x(lastDay) + 12},${to}`;
        const colour = ink("secondary");
        return [
          vector(document, "path", {
            d: leader,
            stroke: colour,
            "stroke-opacity": 0.5,
            "stroke-width": 0.75,
            fill: "none",
          }),
          label(document, x(lastDay) + 16, to + 4.5, labels[index] ?? "", { fill: colour }),
        ];
      });
      const width = (0.8 * (x(lastDay) - x(0))) / 12;
      const axis = starts.flatMap(({ day, date }) => [
        vector(document, "path", { d: `M${x(day)},${floor}v5`, stroke: ink("secondary"), fill: "none" }),
        label(document, x(day) + 3, floor + 17, monthName(date, lang, width), { fill: ink("secondary") }),
      ]);
      const here = { x: x(current.last.teaching_day), y: y(current.last.value) };
      const stand = `${shortYear(current.schoolYear)}: ${formatTick(current.last.value, lang)}`;
      const isLeft = here.x - textWidth(stand, 15) - 12 > x(0);
      const aim =
        target === null
          ? ""
          : `${lang === "nl" ? "doel" : "target"} ${current.schoolYear}: ${formatNumber(target, lang)}`;
      return [
        ...axis,
        ...pastLabels,
        ...(target === null ? [] : [label(document, x(0) + 4, y(target) - 6, aim, { fill: ink("text") }, true)]),
        label(
          document,
          here.x + (isLeft ? -10 : 0),
          Math.max(16, here.y - 10),
          stand,
          { fill: ink("accent"), "font-size": 15, "font-weight": 600, "text-anchor": isLeft ? "end" : "start" },
          true,
        ),
      ];
    };
    const options = {
      height,
      marginLeft,
      marginRight,
      marginTop: 24,
      marginBottom: 30,
      x: { domain: [0, lastDay], axis: null },
      y: { domain: [bottom, top], axis: null },
      marks,
    };
    return drawPlot(options, surroundings, alternative, over);
  },
};
