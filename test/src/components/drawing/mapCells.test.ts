import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapCells } from "../../../../src/components/drawing/mapCells.ts";

type Point = readonly [number, number];
const RADIUS = 40;
const distance = ([a, b]: Point, [x, y]: Point) => Math.hypot(a - x, b - y);
const corners = (path: string): Point[] =>
  path
    .slice(1, -1)
    .split("L")
    .map((pair) => pair.split(" ").map(Number) as unknown as Point);
const places = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 200 })), {
  minLength: 1,
  maxLength: 30,
  selector: ([x, y]) => `${x} ${y}`,
});

describe("mapCells(points, groups, radius)", () => {
  it("gives each place the area that is nearest to it and no further than the radius", () =>
    fc.assert(
      fc.property(places, (points) => {
        const { cells } = mapCells(
          points,
          points.map(() => "a"),
          RADIUS,
        );
        expect(cells).toHaveLength(points.length);
        cells.forEach((cell, i) => {
          const own = points[i] as Point;
          for (const corner of corners(cell)) {
            // corners are rounded to whole px
            expect(distance(corner, own)).toBeLessThanOrEqual(RADIUS + 1);
            for (const other of points) expect(distance(corner, own)).toBeLessThanOrEqual(distance(corner, other) + 2);
          }
        });
      }),
      { numRuns: 60 },
    ));

  it("draws a border where areas of two groups meet, and none within a group", () => {
    const points: Point[] = [
      [0, 0],
      [50, 0],
      [0, 50],
      [50, 50],
    ];
    expect(mapCells(points, ["a", "a", "a", "a"], RADIUS).borders).toBe("");
    const { borders } = mapCells(points, ["a", "b", "a", "b"], RADIUS);
    const ends = [...borders.matchAll(/(-?\d+) (-?\d+)/g)].map(([, x]) => Number(x));
    expect(ends.length).toBeGreaterThan(0);
    expect(new Set(ends)).toEqual(new Set([25]));
  });
});
