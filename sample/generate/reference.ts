import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** The rows of one file of reference/, as texts. */
export function readReference(file: string): Record<string, string>[] {
  return parse(readFileSync(new URL(`../../reference/${file}`, import.meta.url)), { columns: true });
}
