import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { bulletGraph } from "../../../../src/components/scorecard/bulletGraph.ts";
import { scores } from "../../../fixtures/chartRows.ts";

const { document } = parseHTML("<html></html>");
const marks = (row: (typeof scores)[keyof typeof scores]) => {
  const svg = bulletGraph(row, document);
  return [
    svg.querySelectorAll("rect").length,
    svg.querySelectorAll("path").length,
    svg.querySelectorAll("circle").length,
  ];
};

describe("bulletGraph(marks, document)", () => {
  it("draws ground, expectation and value as bars, the target as a stroke, last year as a dot", () => {
    expect(marks(scores.lectures)).toEqual([3, 1, 1]);
  });

  it("draws the band of a target behind the value", () => {
    expect(marks(scores.publicShare)).toEqual([3, 1, 1]);
  });

  it("leaves the ground alone where there is no value", () => {
    expect(marks(scores.hidden)).toEqual([1, 0, 0]);
  });

  it("is not read out: the value stands beside it", () => {
    expect(bulletGraph(scores.lectures, document).getAttribute("aria-hidden")).toBe("true");
  });
});
