import type { ShareRow } from "../../data/girls/rows.ts";

export type Point = ShareRow & { value: number };

/** One group over the school years; `runs` are its points between breaks, missing years and hidden values. */
export interface Series {
  group: string;
  label: ShareRow["label"];
  points: Point[];
  runs: Point[][];
}

const startYear = (schoolYear: string) => Number(schoolYear.slice(0, 4));

/** Every school year from the first to the last, so that a missing one leaves its place open. */
export function schoolYears(rows: readonly ShareRow[]): string[] {
  const present = [...new Set(rows.map((row) => row.school_year))].sort();
  if (present.length === 0) return [];
  const [first, last] = [startYear(present[0] ?? ""), startYear(present.at(-1) ?? "")];
  if (!present.every((year) => /^\d{4}-\d{4}$/.test(year)) || last - first > 60) return present;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => `${first + index}-${first + index + 1}`);
}

/** The rows by group in the order in which the groups come; a point with flag `b` begins a new run. */
export function seriesOf(rows: readonly ShareRow[]): Series[] {
  const years = schoolYears(rows);
  const groups = new Map<string, ShareRow[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return [...groups].map(([group, members]) => {
    const sorted = members.toSorted((a, b) =>
      a.school_year < b.school_year ? -1 : a.school_year > b.school_year ? 1 : 0,
    );
    const points = sorted.filter((row): row is Point => row.value !== null && row.status !== "c");
    const runs: Point[][] = [];
    for (const point of points) {
      const run = runs.at(-1);
      const before = run?.at(-1);
      const follows =
        before !== undefined &&
        years.indexOf(point.school_year) - years.indexOf(before.school_year) <= 1 &&
        point.status !== "b";
      if (run !== undefined && follows) run.push(point);
      else runs.push([point]);
    }
    return { group, label: sorted[0]?.label ?? { nl: group, en: group }, points, runs };
  });
}

/** School years that begin a new run in some group because the series broke. */
export const breaks = (rows: readonly ShareRow[]): string[] =>
  [...new Set(rows.filter((row) => row.status === "b").map((row) => row.school_year))].sort();

/** The target that stands last in the rows. */
export const targetOf = (rows: readonly ShareRow[]): { value: number; period: string | null } | null => {
  const row = rows
    .toSorted((a, b) => (a.school_year < b.school_year ? -1 : 1))
    .findLast(({ target }) => target !== null);
  return row === undefined || row.target === null ? null : { value: row.target, period: row.target_period };
};

/** Where the axis begins: at zero, unless all values lie so close together that their movement would be lost. */
export function axisStart(values: readonly number[], isShare: boolean): number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (!isShare) return Math.min(0, low);
  if (low <= 0.1 || high - low > 0.4 * high) return Math.min(0, low);
  return Math.floor((low - 0.25 * (high - low)) * 20 - 1e-9) / 20;
}
