import type { CellSum } from "../../../disclosure/moves.ts";
import { keyOf, type LinkedTables, TOTAL } from "./linkedTables.ts";
import type { Release } from "./releases.ts";

/** Tables as they were published before, tied to what is published now. */
export interface Earlier {
  sums: CellSum[];
  printed: Map<string, number>;
  /** Cells that were hidden then, by their keys in this system. */
  hidden: string[];
}

/** What follows from sums of which all but one number are known. */
function completed(known: ReadonlyMap<string, number>, sums: readonly CellSum[]): Map<string, number> {
  const all = new Map(known);
  for (const { parts, whole } of [...sums, ...sums]) {
    const open = [...parts, whole].filter((key) => !all.has(key));
    if (open.length !== 1) continue;
    const [key = ""] = open;
    const rest = parts.reduce((sum, part) => sum + (part === key ? 0 : (all.get(part) ?? 0)), 0);
    all.set(key, key === whole ? rest : (all.get(whole) ?? 0) - rest);
  }
  return all;
}

/** The group that a cell counts, whatever it counts of it. */
const groupOf = (key: string) => key.split("|").slice(0, 4).join("|");

/**
 * The tables of one school year as a release showed them, and the step of each cell since then. Whoever reads both takes it that all cells moved the
 * way their total did: pupils of whom one was struck off, lectures of which a few came in. Null where the release knew nothing of that year.
 */
export function earlierTables(
  { cells, sums, places }: LinkedTables,
  { label, counts, hidden }: Release,
): Earlier | null {
  const was = (key: string) => `${key}@${label}`;
  const keys = cells.map(({ key }) => key);
  if (!keys.some((key) => counts[key] !== undefined)) return null;
  const groupsThen = new Set([...Object.keys(counts), ...hidden].map(groupOf));
  const printed = new Map<string, number>();
  for (const key of keys) {
    const value = counts[key] ?? (places.has(key) && !groupsThen.has(groupOf(key)) ? 0 : undefined);
    if (value !== undefined) printed.set(was(key), value);
  }
  const old = sums.map(({ parts, whole }) => ({ parts: parts.map(was), whole: was(whole) }));
  const now = new Map(cells.map(({ key, value }) => [key, value]));
  const then = completed(printed, old);
  const steps = keys.flatMap((key): CellSum[] => {
    const place = places.get(key);
    const total = place ? keyOf({ ...place, breakdown: TOTAL, group: TOTAL }) : "";
    const [before, after] = [then.get(was(total)), now.get(total)];
    if (before === undefined || after === undefined) return [];
    const step = `${key}@${label}|step`;
    return [after >= before ? { parts: [was(key), step], whole: key } : { parts: [key, step], whole: was(key) }];
  });
  return { sums: [...old, ...steps], printed, hidden: hidden.filter((key) => now.has(key)).map(was) };
}
