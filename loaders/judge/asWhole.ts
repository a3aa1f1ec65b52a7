import { InputError } from "../errors.ts";
import type { Shaping } from "../formats/format.ts";
import type { Warehouse } from "../warehouse.ts";

/** SQL over the text cells `from` with a number for each record among its like, where the shaping asks for one. */
export function ranked(from: string, { rank }: Shaping): string {
  if (!rank) return from;
  return `(select *, row_number() over (partition by ${rank.within} order by ${[...rank.by, "_line"].join(", ")}) as _rank from ${from} as records)`;
}

/** Throws the first of the refusals that the shaping finds in the text cells `from`, seen together. */
export async function refuseAsWhole(warehouse: Warehouse, { refusals = [] }: Shaping, from: string): Promise<void> {
  if (refusals.length === 0) return;
  const [found] = await warehouse.rows<{ refusal: string | null }>(
    `select coalesce(${[...refusals, "null"].join(", ")}) as refusal from ${from} as records`,
  );
  if (found?.refusal) throw new InputError(found.refusal, 2);
}
