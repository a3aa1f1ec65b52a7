import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Words } from "../contracts/cells.ts";
import { insertRows, type Warehouse } from "../warehouse.ts";
import { keyOf } from "./columns.ts";

const STAGES = ["staging", "marts", "indicators"] as const;

export interface CheckResult {
  id: string;
  stage: (typeof STAGES)[number];
  severity: "blocking" | "warning";
  result: "pass" | "warning" | "fail";
  message: Words;
  /** How many rows offend. */
  rows: number;
}

interface Check extends Pick<CheckResult, "id" | "stage" | "severity"> {
  text: Words;
  query: string;
}

/** What stands behind `-- <key>:` in the head of a file. */
function headerOf(query: string, key: string, file: string): string {
  const found = new RegExp(`^-- ${key}: (.+)$`, "m").exec(query)?.[1];
  if (found === undefined) throw new Error(`check without a line "-- ${key}:": ${file}`);
  return found;
}

const textOf = (query: string, file: string): Words => ({
  nl: headerOf(query, "nl", file),
  en: headerOf(query, "en", file),
});

function read(folder: string, file: string): Check {
  const query = readFileSync(join(folder, file), "utf8");
  const named = headerOf(query, "stage", file);
  const stage = STAGES.find((name) => name === named);
  if (!stage) throw new Error(`unknown stage of a check: ${named} (${file})`);
  const severity = file.startsWith("check_") ? "blocking" : file.startsWith("warn_") ? "warning" : null;
  if (!severity) throw new Error(`a check is named check_… or warn_…: ${file}`);
  return { id: basename(file, ".sql"), stage, severity, text: textOf(query, file), query };
}

/** The check that follows from the head of a mart, `-- grain: one row …; key: a, b`: no two rows share a key. Throws where there is no key. */
export function keyCheck({ name, query }: { name: string; query: string }): Check {
  const key = keyOf({ name, query }).join(", ");
  const text = textOf(query, name);
  const repeated = `select ${key} from ${name} group by ${key} having count(*) > 1`;
  return { id: `check_${name.split(".")[1]}_unique`, stage: "marts", severity: "blocking", text, query: repeated };
}

/** `{n} lecture has … | {n} lectures have …` for a number of rows. */
function message(text: string, rows: number, locale: string): string {
  const [one = "", many = one] = text.split("|").map((part) => part.trim());
  return (rows === 1 ? one : many).replaceAll("{n}", rows.toLocaleString(locale));
}

async function countRows(warehouse: Warehouse, id: string, query: string): Promise<number> {
  try {
    const found = await warehouse.rows<{ rows: number }>(`select count(*) as rows from (\n${query}\n) as offending`);
    return found[0]?.rows ?? 0;
  } catch (error) {
    throw new Error(`check ${id} cannot be run: ${(error as Error).message.split("\n")[0]}`, { cause: error });
  }
}

const TEXTS = ["id", "stage", "severity", "result", "message_nl", "message_en"];
const COLUMNS = { ...Object.fromEntries(TEXTS.map((name) => [name, "VARCHAR"])), rows: "INTEGER" };

/**
 * Runs the checks of a folder and those of the keys of `marts` stage by stage, up to the first stage that fails; `meta.checks` keeps the results. A
 * mart that is not among the `filled` ones has no row, and its key passes.
 */
export async function runChecks(
  warehouse: Warehouse,
  folder: string,
  marts: readonly { name: string; query: string }[] = [],
  filled: readonly { name: string }[] = marts,
): Promise<CheckResult[]> {
  const passed = new Set(marts.filter((mart) => !filled.includes(mart)).map((mart) => keyCheck(mart).id));
  const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
  const checks = [...files.map((file) => read(folder, file)), ...marts.map(keyCheck)];
  checks.sort((a, b) => (a.id < b.id ? -1 : 1));
  const results: CheckResult[] = [];
  for (const stage of STAGES) {
    for (const { id, severity, text, query } of checks.filter((check) => check.stage === stage)) {
      const rows = passed.has(id) ? 0 : await countRows(warehouse, id, query);
      const result = rows === 0 ? "pass" : severity === "blocking" ? "fail" : "warning";
      const words = { nl: message(text.nl, rows, "nl-BE"), en: message(text.en, rows, "en-GB") };
      results.push({ id, stage, severity, result, message: words, rows });
    }
    if (results.some(({ result }) => result === "fail")) break;
  }
  const columns = Object.entries(COLUMNS).map((column) => column.join(" "));
  await warehouse.run(`create or replace table meta.checks (${columns.join(", ")})`);
  const stored = results.map(({ message: { nl, en }, ...check }) => ({ ...check, message_nl: nl, message_en: en }));
  await insertRows(warehouse, "meta.checks", COLUMNS, stored);
  return results;
}
