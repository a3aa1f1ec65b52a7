import type { ScoreRow } from "../../data/rows.ts";
import { vector } from "../drawing/element.ts";
import { ink } from "../drawing/palette.ts";

const WIDTH = 180;
const HEIGHT = 20;

type Marks = Pick<ScoreRow, "value" | "target" | "tolerance" | "last_value" | "expected_low" | "expected_high">;

/** Value as a bar, the range that the year total is expected in light behind it, the target as an upright stroke, last year as a hollow dot. */
export function bulletGraph(marks: Marks, document: Document): SVGSVGElement {
  const { value, target, tolerance, last_value, expected_low, expected_high } = marks;
  const ends = [value, target === null ? null : target + (tolerance ?? 0), last_value, expected_low, expected_high];
  const longest = Math.max(...ends.map((end) => end ?? 0)) * 1.08 || 1;
  const x = (end: number) => Math.max(0, Math.min(1, end / longest)) * (WIDTH - 2) + 1;
  const bar = (from: number, to: number, height: number, fill: string, opacity = 1) =>
    vector(document, "rect", {
      x: x(from),
      y: (HEIGHT - height) / 2,
      width: Math.max(0, x(to) - x(from)),
      height,
      fill,
      "fill-opacity": opacity,
    });
  const parts: SVGElement[] = [bar(0, longest, 14, ink("wash"))];
  if (target !== null && tolerance !== null)
    parts.push(bar(target - tolerance, target + tolerance, 14, ink("hairline")));
  if (expected_low !== null && expected_high !== null)
    parts.push(bar(expected_low, expected_high, 8, ink("accent"), 0.3));
  if (value !== null) parts.push(bar(0, value, 8, ink("accent")));
  if (target !== null)
    parts.push(
      vector(document, "path", {
        d: `M${x(target)},1V${HEIGHT - 1}`,
        stroke: ink("text"),
        "stroke-width": 2,
        fill: "none",
      }),
    );
  if (last_value !== null)
    parts.push(
      vector(document, "circle", {
        cx: x(last_value),
        cy: HEIGHT / 2,
        r: 3,
        fill: ink("ground"),
        stroke: ink("text"),
        "stroke-width": 1.25,
      }),
    );
  return vector(
    document,
    "svg",
    {
      class: "bullet",
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: WIDTH,
      height: HEIGHT,
      "aria-hidden": "true",
      focusable: "false",
    },
    ...parts,
  );
}
