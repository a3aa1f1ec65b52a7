import { cleanSql, quoted } from "../../../loaders/contracts/cells.ts";
import type { Contract } from "../../../loaders/contracts/contract.ts";
import type { Warehouse } from "../../../loaders/warehouse.ts";

/** The ids of the rules of a contract that one row of text cells breaks; columns that are not given are blank. */
export async function brokenRules(
  warehouse: Warehouse,
  { columns, rules }: Contract,
  row: Record<string, string>,
): Promise<string[]> {
  for (const name in row) if (!columns[name]) throw new Error(`unknown column: ${name}`);
  const cells = Object.entries(columns).map(([name, { cell }]) => {
    const text = `(${cleanSql(`${quoted(row[name] ?? "")}`)})`;
    return `cast(${cell.sqlValue(text)} as ${cell.sqlType}) as "${name}"`;
  });
  if (rules.length === 0) return [];
  const [kept = {}] = await warehouse.rows<Record<string, boolean | null>>(
    `select ${rules.map(({ id, sql }) => `(${sql}) as "${id}"`).join(", ")} from (select ${cells.join(", ")})`,
  );
  return rules.map(({ id }) => id).filter((id) => kept[id] === false);
}
