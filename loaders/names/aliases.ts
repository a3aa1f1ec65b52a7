import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Config } from "../config/config.ts";
import { InputError } from "../errors.ts";
import { openTable } from "../read/open.ts";

/** What was decided of a written school: which one it is. */
export interface Alias {
  school: string;
  place: string;
  postcode: string;
  school_id: string;
  site_id: string;
}

/** The columns of the list of schools to name; `decision` is the one to fill in. */
export const TO_NAME = [
  ...["school", "place", "postcode", "times", "candidate_1", "candidate_2", "candidate_3"],
  "decision",
] as const;
type ToName = Record<(typeof TO_NAME)[number], string>;

/** The list at `path` as rows; none where there is no such file yet. */
export async function readToName(path: string, shown: string): Promise<ToName[]> {
  if (!existsSync(path)) return [];
  const table = await openTable(path, shown, (names) => TO_NAME.filter((name) => names.includes(name)).length, {});
  const at = TO_NAME.map((name) => table.header.indexOf(name));
  const missing = TO_NAME.find((name, i) => at[i] === -1 && (name === "school" || name === "decision"));
  if (missing) throw new InputError(`missing column: ${missing} (${shown}; found: ${table.header.join(", ")})`, 2);
  const rows: ToName[] = [];
  for await (const portion of table.records())
    for (const { cells } of portion)
      rows.push(Object.fromEntries(TO_NAME.map((name, i) => [name, cells[at[i] ?? -1]?.trim() ?? ""])) as ToName);
  return rows;
}

/** The school and site that a decision means: `1` to `3` is that candidate, `900101/1` a school and its site. */
function decided(row: ToName, line: number, shown: string): Pick<Alias, "school_id" | "site_id"> | null {
  if (row.decision === "") return null;
  const chosen = /^[123]$/.test(row.decision) ? row[`candidate_${row.decision}` as "candidate_1"] : row.decision;
  const [, school_id, site_id] = /^([A-Za-z0-9-]+)\s*\/\s*([A-Za-z0-9-]+)/.exec(chosen) ?? [];
  if (school_id && site_id) return { school_id, site_id };
  throw new InputError(
    `decision: ${row.decision}; give 1, 2 or 3, or school/site such as 900101/1 (${shown}, line ${line})`,
    2,
  );
}

/** The decisions of the list that the configuration names under `aliases`. Throws an `InputError` that names a decision it cannot read. */
export async function readAliases({ aliases, path }: Config): Promise<Alias[]> {
  if (!aliases) return [];
  const rows = await readToName(resolve(dirname(path), aliases), aliases);
  return rows.flatMap((row, i) => {
    const school = decided(row, i + 2, aliases);
    return school ? [{ school: row.school, place: row.place, postcode: row.postcode, ...school }] : [];
  });
}
