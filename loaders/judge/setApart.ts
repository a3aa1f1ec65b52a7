import { quoted } from "../contracts/cells.ts";
import { InputError } from "../errors.ts";
import type { Shaping } from "../formats/format.ts";
import type { SourceFile } from "../sources/sources.ts";
import type { Warehouse } from "../warehouse.ts";
import { skipped, skipsOf } from "./verdict.ts";

/** Things worth a look that are no fault, with their amount: tracks without a class, by head count. */
export interface Tally {
  rule: string;
  label: string;
  amount: number;
}

/** How many records each rule of the format leaves out, over the text cells `from`. */
export async function skippedBy(
  warehouse: Warehouse,
  { shaping }: Pick<SourceFile, "shaping">,
  from: string,
): Promise<Record<string, number>> {
  const skips = skipsOf(shaping);
  if (skips.length === 0) return {};
  const cases = skips.map(({ rule, when }) => `when ${when} then ${quoted(rule)}`).join(" ");
  const rows = await warehouse.rows<{ rule: string; n: number }>(
    `select rule, count(*)::integer as n from (select case ${cases} end as rule from ${from} as records) where rule is not null group by rule order by rule`,
  );
  return Object.fromEntries(rows.map(({ rule, n }) => [rule, n]));
}

/** What the format asks to be told of the records that are not held, largest first; `judged` is the table of their rows. */
export async function tallied(
  warehouse: Warehouse,
  { shaping }: SourceFile,
  from: string,
  judged: string,
): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const { rule, when, label, amount } of shaping.tallies ?? [])
    tallies.push(
      ...(await warehouse.rows<Tally>(
        `select ${quoted(rule)} as rule, cast(${label} as varchar) as label, coalesce(sum(try_cast(${amount} as double)), 0) as amount
         from ${from} as records where (${when}) and not (${skipped(shaping)})
           and _line not in (select _line from ${judged} where _problems is not null) group by all order by amount desc, label`,
      )),
    );
  return tallies;
}

/** Throws the first of the refusals that the shaping finds in the text cells `from`, seen together. */
export async function refuseAsWhole(warehouse: Warehouse, { refusals = [] }: Shaping, from: string): Promise<void> {
  if (refusals.length === 0) return;
  const [found] = await warehouse.rows<{ refusal: string | null }>(
    `select coalesce(${[...refusals, "null"].join(", ")}) as refusal from ${from} as records`,
  );
  if (found?.refusal) throw new InputError(found.refusal, 2);
}
