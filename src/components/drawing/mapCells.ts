import { Delaunay } from "d3-delaunay";

type Point = readonly [x: number, y: number];

/** How much nearer to `q` than to `p` a point is (squared); 0 on the line between their halves. */
const beyond = ([x, y]: Point, p: Point, q: Point) =>
  (x - p[0]) ** 2 + (y - p[1]) ** 2 - (x - q[0]) ** 2 - (y - q[1]) ** 2;

/** The part of a convex polygon that is nearer to `p` than to `q`. */
function nearer(polygon: readonly Point[], p: Point, q: Point): Point[] {
  return polygon.flatMap((here, index) => {
    const next = polygon[(index + 1) % polygon.length] as Point;
    const [a, b] = [beyond(here, p, q), beyond(next, p, q)];
    const kept = a <= 0 ? [here] : [];
    if (a <= 0 === b <= 0) return kept;
    const t = a / (a - b);
    return [...kept, [here[0] + t * (next[0] - here[0]), here[1] + t * (next[1] - here[1])] as const];
  });
}

/**
 * The area nearest to each point (Voronoi), no further from it than `radius`, as the data of a path; and the lines where areas of two groups
 * meet. A map of places of which only the middles are known.
 */
export function mapCells(
  points: readonly Point[],
  groups: readonly string[],
  radius: number,
): { cells: string[]; borders: string } {
  const { neighbors } = neighboursOf(points);
  const circle = Array.from({ length: 20 }, (_, i) => [Math.cos((i * Math.PI) / 10), Math.sin((i * Math.PI) / 10)]);
  const lines: string[] = [];
  const write = ([x, y]: Point) => `${Math.round(x)} ${Math.round(y)}`;
  const cells = points.map((p, i) => {
    const around = neighbors(i);
    let polygon: Point[] = circle.map(([x = 0, y = 0]) => [p[0] + radius * x, p[1] + radius * y]);
    for (const j of around) polygon = nearer(polygon, p, points[j] as Point);
    for (const j of around.filter((j) => j > i && groups[j] !== groups[i])) {
      const isOn = (point: Point) => Math.abs(beyond(point, p, points[j] as Point)) < 1e-6 * radius ** 2;
      const ends = polygon.filter(isOn);
      if (ends.length === 2) lines.push(`M${ends.map(write).join("L")}`);
    }
    return `M${polygon.map(write).join("L")}Z`;
  });
  return { cells, borders: lines.join("") };
}

/** Which points touch which: by Delaunay's triangles, where there are enough points for one. */
function neighboursOf(points: readonly Point[]): { neighbors(index: number): number[] } {
  const all = (index: number) => points.flatMap((_, other) => (other === index ? [] : [other]));
  if (points.length < 4) return { neighbors: all };
  const delaunay = Delaunay.from(points.map(([x, y]) => [x, y] as [number, number]));
  return {
    neighbors: (index) => [...delaunay.neighbors(index)].filter((other) => other >= 0 && other < points.length),
  };
}
