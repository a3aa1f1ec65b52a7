import { parseHTML } from "linkedom";
import type { Chart, Lang } from "../src/components/chart.ts";
import { serialiseSvg } from "../src/components/serialise.ts";
import type { Meaning, Source } from "../src/data/rows.ts";
import { sourceLine } from "./sources.ts";

/** Charts are drawn at this width in px and set over the full width of the text. */
const WIDTH = 640;

interface Section<Row> {
  rows: Row[];
  meaning: Meaning | null;
  sources: Source[];
}

/** A chart of the site as a figure of a report: the picture, and what it says in words. */
export function drawFigure<Row>(
  name: string,
  chart: Chart<Row>,
  { rows, meaning, sources }: Section<Row>,
  asOf: string,
  lang: Lang,
) {
  const { document } = parseHTML("<!doctype html><html></html>");
  const { title, subtitle, alternative } = chart.tell(rows, lang, meaning);
  return {
    svg: serialiseSvg(chart.draw(rows, { width: WIDTH, lang, document }, meaning)),
    figure: { picture: `${name}.svg`, title, subtitle, alternative, source: sourceLine(sources, asOf, lang) },
  };
}
