import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Words } from "../contracts/cells.ts";
import type { Warehouse } from "../warehouse.ts";

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

function read(folder: string, file: string): Check {
  const query = readFileSync(join(folder, file), "utf8");
  const header = (key: string) => {
    const found = new RegExp(`^-- ${key}: (.+)$`, "m").exec(query)?.[1];
    if (found === undefined) throw new Error(`check without a line "-- ${key}:": ${file}`);
    return found;
  };
  const stage = STAGES.find((name) => name === header("stage"));
  if (!stage) throw new Error(`unknown stage of a check: ${header("stage")} (${file})`);
  const severity = file.startsWith("check_") ? "blocking" : file.startsWith("warn_") ? "warning" : null;
  if (!severity) throw new Error(`a check is named check_… or warn_…: ${file}`);
  return { id: basename(file, ".sql"), stage, severity, text: { nl: header("nl"), en: header("en") }, query };
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

/** Runs the checks of a folder stage by stage, up to the first stage that fails, and keeps the results in `meta.checks`. */
export async function runChecks(warehouse: Warehouse, folder: string): Promise<CheckResult[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
  const checks = files.sort().map((file) => read(folder, file));
  const results: CheckResult[] = [];
  for (const stage of STAGES) {
    for (const { id, severity, text, query } of checks.filter((check) => check.stage === stage)) {
      const rows = await countRows(warehouse, id, query);
      const result = rows === 0 ? "pass" : severity === "blocking" ? "fail" : "warning";
      const words = { nl: message(text.nl, rows, "nl-BE"), en: message(text.en, rows, "en-GB") };
      results.push({ id, stage, severity, result, message: words, rows });
    }
    if (results.some(({ result }) => result === "fail")) break;
  }
  await warehouse.run(
    `create or replace table meta.checks (id VARCHAR, stage VARCHAR, severity VARCHAR, result VARCHAR, message_nl VARCHAR,
     message_en VARCHAR, rows INTEGER)`,
  );
  for (const { id, stage, severity, result, message, rows } of results)
    await warehouse.run("insert into meta.checks values ($1, $2, $3, $4, $5, $6, $7)", [
      ...[id, stage, severity, result, message.nl, message.en, rows],
    ]);
  return results;
}
