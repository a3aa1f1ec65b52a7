import { parseHTML } from "linkedom";
import { serialiseSvg } from "../src/components/drawing/serialise.ts";
import type { Chart, Lang } from "../src/components/figure/chart.ts";
import { WIDE } from "../src/components/figure/figure.ts";
import type { Meaning, Source } from "../src/data/rows.ts";
import { sourceLine } from "./sources.ts";

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
    svg: serialiseSvg(chart.draw(rows, { width: WIDE, lang, document }, meaning)),
    figure: { picture: `${name}.svg`, title, subtitle, alternative, source: sourceLine(sources, asOf, lang) },
  };
}
