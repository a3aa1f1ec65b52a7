import { vector } from "./element.ts";
import { ink } from "./palette.ts";

/** A text in the picture; over lines it gets a border in the colour of the ground, so that it stays readable. */
export const label = (
  document: Document,
  x: number,
  y: number,
  text: string,
  attributes: Record<string, string | number> = {},
  isOverLines = false,
): SVGTextElement =>
  vector(
    document,
    "text",
    {
      x,
      y,
      "text-anchor": "start",
      ...(isOverLines
        ? { stroke: ink("ground"), "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" }
        : {}),
      ...attributes,
    },
    text,
  );
