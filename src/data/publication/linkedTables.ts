import type { CellSum, CountCell } from "../../../disclosure/moves.ts";

/** Where a count stands: in which set of tables, school year, breakdown (`total` for all) and group, and what of it is counted. */
export interface CellPlace {
  family: string;
  period: string;
  breakdown: string;
  group: string;
  counted: string;
}

/** A count as the warehouse holds it, with where it stands. */
export interface Placed extends CellPlace {
  value: number;
}

/** Tables that share cells, and are protected together. */
export interface LinkedTables {
  cells: CountCell[];
  sums: CellSum[];
  places: Map<string, CellPlace>;
}

export const TOTAL = "total";

export const keyOf = ({ family, period, breakdown, group, counted }: CellPlace): string =>
  [family, period, breakdown, group, counted].join("|");

/**
 * Links counts into one system: the groups of each breakdown add up to the total of what is counted, a rest that no group holds is known to
 * all, and what is counted adds up as `wholes` tell: `["in_stem", "girls_in_stem", "boys_in_stem"]`. A count from 1 to k − 1 is primary, but for
 * the total: that of all of Flanders names no school, and is always printed.
 */
export function linkTables(
  placed: readonly Placed[],
  {
    k,
    wholes = [],
    isOpen = () => false,
  }: {
    k: number;
    wholes?: readonly (readonly [whole: string, ...parts: string[]])[];
    /** Counts that tell of nobody, whatever their size. */
    isOpen?: (place: CellPlace) => boolean;
  },
): LinkedTables {
  const places = new Map<string, CellPlace>();
  const cells = new Map<string, CountCell>();
  const sums = new Map<string, CellSum>();
  const groups = new Map<string, string[]>();
  for (const { value, ...place } of placed) {
    const key = keyOf(place);
    const isTotal = place.breakdown === TOTAL;
    places.set(key, place);
    cells.set(key, { key, value, isKnown: isTotal, isPrimary: !isTotal && value > 0 && value < k && !isOpen(place) });
    if (isTotal) continue;
    const whole = keyOf({ ...place, breakdown: TOTAL, group: TOTAL });
    const list = `${whole}|${place.breakdown}`;
    groups.set(list, [...(groups.get(list) ?? []), key]);
  }
  for (const [list, parts] of groups) {
    const whole = list.slice(0, list.lastIndexOf("|"));
    const all = cells.get(whole);
    if (!all) continue;
    const rest = all.value - parts.reduce((sum, key) => sum + (cells.get(key)?.value ?? 0), 0);
    if (rest > 0) cells.set(`${list}|rest`, { key: `${list}|rest`, value: rest, isKnown: true });
    sums.set(list, { whole, parts: rest > 0 ? [...parts, `${list}|rest`] : parts });
  }
  for (const place of places.values())
    for (const [counted, ...of] of wholes) {
      const parts = of.map((part) => keyOf({ ...place, counted: part }));
      const whole = keyOf({ ...place, counted });
      if (cells.has(whole) && parts.every((key) => cells.has(key)))
        sums.set(`${whole}=${of.join("+")}`, { whole, parts });
    }
  return { cells: [...cells.values()], sums: [...sums.values()], places };
}

/** The same tables without one breakdown, of which then nothing is printed. */
export function withoutBreakdown({ cells, sums, places }: LinkedTables, breakdown: string): LinkedTables {
  const isOf = (key: string) => places.get(key)?.breakdown === breakdown || key.endsWith(`|${breakdown}|rest`);
  return {
    cells: cells.filter(({ key }) => !isOf(key)),
    sums: sums.filter(({ parts }) => !parts.some(isOf)),
    places: new Map([...places].filter(([key]) => !isOf(key))),
  };
}
