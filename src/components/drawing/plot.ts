import * as Plot from "@observablehq/plot";
import type { Surroundings } from "../figure/chart.ts";
import { wrap } from "../words/text.ts";
import { vector } from "./element.ts";
import { ink } from "./palette.ts";

/** Where a value stands in px; the middle of its band on a scale of names. */
export type Place = (value: number | string) => number;

/**
 * The one call to Plot. Its own style sheet, inline styles and labels on groups are taken away: a content security policy,
 * a PDF and an accessibility check each refuse one of them.
 */
export function drawPlot(
  options: Plot.PlotOptions,
  { width, document }: Surroundings,
  alternative: string,
  over: (x: Place, y: Place) => SVGElement[] = () => [],
): SVGSVGElement {
  const drawn = Plot.plot({ ...options, width, document });
  const svg = drawn as unknown as SVGSVGElement;
  const place = (name: "x" | "y"): Place => {
    const scale = drawn.scale(name);
    return (value) => Number(scale?.apply(value)) + (scale?.bandwidth ?? 0) / 2;
  };
  for (const style of [...svg.querySelectorAll("style")]) style.remove();
  for (const element of [...svg.querySelectorAll("*")])
    for (const name of ["aria-label", "aria-description", "aria-hidden", "class", "style"])
      element.removeAttribute(name);
  svg.append(...over(place("x"), place("y")));
  return finish(svg, alternative);
}

/** A picture without marks that says why there is none. */
export function emptyPicture(text: string, { width, document }: Surroundings): SVGSVGElement {
  const lines = wrap(text, width - 32);
  const height = 64 + lines.length * 18;
  const svg = vector(
    document,
    "svg",
    { viewBox: `0 0 ${width} ${height}`, width, height },
    vector(document, "rect", { x: 0.5, y: 0.5, width: Math.max(0, width - 1), height: height - 1, fill: ink("wash") }),
    vector(
      document,
      "g",
      { fill: ink("secondary"), "text-anchor": "middle" },
      ...lines.map((line, index) => vector(document, "text", { x: width / 2, y: 44 + index * 18 }, line)),
    ),
  );
  return finish(svg, text);
}

/** What every picture has: its name for machines, its font and its colour. */
export const finish = (svg: SVGSVGElement, alternative: string): SVGSVGElement => {
  const attributes = {
    class: "plot",
    role: "img",
    "aria-label": alternative,
    "font-family": "'Source Sans 3', sans-serif",
    "font-size": "13",
    fill: ink("text"),
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  return svg;
};

export const gridY = (ticks: readonly number[]) =>
  Plot.ruleY(ticks, { stroke: (tick: number) => (tick === 0 ? ink("secondary") : ink("hairline")), strokeWidth: 1 });

/** Labels of a value axis, without strokes: the grid carries them. */
export const labelsY = (ticks: readonly number[], format: (value: number) => string) =>
  Plot.axisY(ticks as number[], {
    tickSize: 0,
    tickPadding: 8,
    tickFormat: (tick: number) => format(tick),
    fill: ink("secondary"),
    label: null,
  });
