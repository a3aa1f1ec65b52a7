import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import type { Warehouse } from "../../loaders/warehouse.ts";
import { type Edition, type Gate, openGate } from "./gate.ts";
import type { Hidden } from "./publication/hidden.ts";
import type { Release } from "./publication/releases.ts";

/** What a page or a report shows: a schema and the queries that fill it. */
export interface PageData {
  name: string;
  schema: z.ZodType;
  load(gate: Gate): Promise<unknown>;
}

/** Writes `<folder>/<name>.json` for each page, read through the gate; what does not fit its schema is never written. Same warehouse, same bytes. */
export async function writePageData(
  warehouse: Warehouse,
  pages: PageData[],
  folder: string,
  edition: Edition = "public",
  releases: readonly Release[] = [],
): Promise<Hidden> {
  mkdirSync(folder, { recursive: true });
  const gate = await openGate(warehouse, edition, releases);
  try {
    for (const { name, schema, load } of pages) {
      const data = schema.parse(await load(gate));
      const path = join(folder, `${name}.json`);
      writeFileSync(`${path}.writing`, `${JSON.stringify(data)}\n`);
      renameSync(`${path}.writing`, path);
    }
    return gate.hidden;
  } finally {
    await gate.close();
  }
}
