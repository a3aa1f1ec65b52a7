import { InputError } from "../../../loaders/errors.ts";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import type { Leak } from "./audit.ts";
import type { Release } from "./releases.ts";
import type { Rule } from "./rules/conditions.ts";
import { RULES } from "./rules.ts";

/** Nothing is published that gives a small count away: the user is told which, and beside which release. */
export function refuseLeaks(leaks: readonly Leak[], releases: readonly Release[]): void {
  if (leaks.length === 0) return;
  const told = leaks.slice(0, 5).map(({ place, lower, upper }) => {
    const [cell = "", then] = place.split("@");
    const [family, period, breakdown, group, counted] = cell.split("|");
    const when = then ? `, as hidden in release ${then}` : "";
    const found = lower === upper ? `is ${lower}` : `lies between ${lower} and ${upper}`;
    return `${family} ${period}, ${breakdown} ${group}, ${counted} ${found}${when}`;
  });
  const more = leaks.length > told.length ? ` and ${leaks.length - told.length} more` : "";
  const beside =
    releases.length > 0 ? `, beside what was published as ${releases.map(({ label }) => label).join(", ")}` : "";
  throw new InputError(`not published, for small counts could be worked out${beside}: ${told.join("; ")}${more}`, 3);
}

/** Takes out of the gate's own copies what the public edition does not print; `own` is the database of the warehouse, `tables` those that were copied. */
export async function applyRules(inside: Warehouse, own: string, tables: ReadonlySet<string>): Promise<void> {
  for (const [table, { without, blanks = [], rounds }] of Object.entries(RULES) as [string, Rule][]) {
    if (!tables.has(table)) continue;
    const within = (sql: string) => sql.replaceAll("{inside}", `"${own}"`);
    if (rounds) {
      const rounded = rounds.columns.map((name) => `"${name}" = round("${name}", ${rounds.decimals})`);
      await inside.run(`update ${table} set ${rounded.join(", ")}`);
    }
    if (without) await inside.run(`delete from ${table} as own where ${within(without)}`);
    for (const { columns, set = {}, where } of blanks) {
      const changes = [
        ...columns.map((name) => `"${name}" = null`),
        ...Object.entries(set).map(([name, to]) => `"${name}" = ${to}`),
      ];
      await inside.run(`update ${table} as own set ${changes.join(", ")} where ${within(where)}`);
    }
  }
}
