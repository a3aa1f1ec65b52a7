import { groups } from "d3-array";
import { UnprotectableCell } from "../../../disclosure/errors.ts";
import { protectCells } from "../../../disclosure/protectCells.ts";
import { loadSolver } from "../../../disclosure/solver.ts";
import { defaultThresholds } from "../../../loaders/config/thresholds.ts";
import { insertRows, type Warehouse } from "../../../loaders/warehouse.ts";
import { type SafetyRule, sumIsSafe } from "../../../statistics/concentration.ts";
import { enrolmentTables } from "./enrolments.ts";
import { lectureTables, requestTables } from "./lectures.ts";
import { type CellPlace, keyOf, type LinkedTables, withoutBreakdown } from "./linkedTables.ts";
import { classRows, classSteps } from "./oneClass.ts";
import type { Release } from "./releases.ts";

/** Every set of tables of counts that is protected together. */
export const linkedTables = async (warehouse: Pick<Warehouse, "rows">, k: number): Promise<LinkedTables[]> =>
  (await Promise.all([lectureTables, requestTables, enrolmentTables].map((read) => read(warehouse, k)))).flat();

/** The smallest count of a group that is published. */
async function fewestCounted(warehouse: Pick<Warehouse, "rows">): Promise<number> {
  const [threshold] = await warehouse.rows<{ value: number }>(
    "select value from meta.thresholds where id = 'fewest_counted'",
  );
  return threshold?.value ?? defaultThresholds.fewest_counted.value;
}

/** What was hidden: cells of too few, cells that would give those away, and tables by one trait of which nothing can be published. */
export interface Hidden {
  primaries: number;
  secondaries: number;
  withheld: number;
}

interface Noted {
  hidden: Hidden;
  hiddenKeys: string[];
  linked: LinkedTables[];
  k: number;
}

/** What a sum of private money must meet to be shown. */
const MONEY: SafetyRule = { contributors: 3, p: 10, one: 0.85, two: 0.9 };

interface Given {
  school_year: string;
  phase: string;
  kind: "cash" | "in_kind";
  amount: number;
  is_collective: boolean;
}

/** School years and phases of which the money, or what was given in kind, would give a private funder away. */
async function unsafeMoney(warehouse: Warehouse): Promise<Pick<Given, "school_year" | "phase" | "kind">[]> {
  const given = await warehouse.rows<Given>(
    `select school_year, phase, kind, sum(value_eur)::double as amount, funder_id in (from meta.collective_funders) as is_collective
     from marts.funding where funder_type = 'private' or kind = 'in_kind' group by school_year, phase, kind, funder_id order by all`,
  );
  return groups(given, ({ school_year, phase, kind }) => JSON.stringify([school_year, phase, kind])).flatMap(
    ([, own]) => {
      // what several gave together is taken as of as many as hide each of them
      const amounts = own.flatMap(({ amount, is_collective }) =>
        is_collective ? Array<number>(MONEY.contributors).fill(amount / MONEY.contributors) : [amount],
      );
      const [{ amount: _, is_collective: __, ...place }] = own as [Given, ...Given[]];
      return amounts.some((amount) => amount > 0) && !sumIsSafe(amounts, MONEY).isSafe ? [place] : [];
    },
  );
}

/**
 * Notes in temporary tables of this connection what the public edition does not print: `hidden_cells` of counts in linked tables, `withheld_tables`,
 * `unsafe_money`, and school years in which a sum of pupils would tell the class of one lecture (`single_classes`, `told_days`).
 */
export async function noteHidden(warehouse: Warehouse, releases: readonly Release[] = []): Promise<Noted> {
  const k = await fewestCounted(warehouse);
  const solve = await loadSolver();
  const found: Hidden = { primaries: 0, secondaries: 0, withheld: 0 };
  const hidden: CellPlace[] = [];
  const withheld: Pick<CellPlace, "family" | "period" | "breakdown">[] = [];
  const note = (tables: LinkedTables): LinkedTables => {
    try {
      const pattern = protectCells(tables.cells, tables.sums, { k, solve });
      found.primaries += pattern.primaries.length;
      found.secondaries += pattern.secondaries.length;
      hidden.push(...[...pattern.hidden].flatMap((key) => tables.places.get(key) ?? []));
      return tables;
    } catch (error) {
      const place = error instanceof UnprotectableCell ? tables.places.get(error.key) : undefined;
      if (!place) throw error;
      found.withheld += 1;
      withheld.push({ family: place.family, period: place.period, breakdown: place.breakdown });
      return note(withoutBreakdown(tables, place.breakdown));
    }
  };
  const linked = (await linkedTables(warehouse, k)).map(note);
  const { single_classes, told_days } = await classRows(warehouse);
  const text = (...names: string[]) => Object.fromEntries(names.map((name) => [name, "VARCHAR"]));
  const tables = [
    ["hidden_cells", text("family", "period", "breakdown", "group", "counted"), hidden],
    ["withheld_tables", text("family", "period", "breakdown"), withheld],
    ["unsafe_money", text("school_year", "phase", "kind"), await unsafeMoney(warehouse)],
    ["single_classes", text("school_year", "scope"), [...single_classes, ...classSteps(linked, releases)]],
    ["told_days", { school_year: "VARCHAR", teaching_day: "INTEGER" }, told_days],
  ] as const;
  for (const [name, columns, rows] of tables) {
    const typed = Object.entries(columns).map(([column, type]) => `"${column}" ${type}`);
    await warehouse.run(`create or replace temp table ${name} (${typed.join(", ")})`);
    await insertRows(
      warehouse,
      name,
      { ...columns },
      rows.map((row) => ({ ...row })),
    );
  }
  return { hidden: found, hiddenKeys: hidden.map(keyOf).sort(), linked, k };
}
