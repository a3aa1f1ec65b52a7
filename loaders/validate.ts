import type { Words } from "./cells.ts";
import { BLANKS } from "./cells.ts";
import type { Contract } from "./contract.ts";
import type { ContractRows } from "./formats/canonical.ts";
import type { Problem, RejectedRow } from "./quarantine.ts";
import { verdictSql } from "./verdict.ts";
import type { Warehouse } from "./warehouse.ts";

export interface Validation {
  accepted: number;
  /** Rows that repeat an accepted row to the letter. */
  unchanged: number;
  rejected: RejectedRow[];
}

interface Judged {
  _line: number;
  _problems: string[];
  _first_line: number | null;
}

const told = (reason: Words, found: Words): Pick<Problem, "reason" | "message"> => ({
  reason,
  message: { nl: `${reason.nl}${found.nl}`, en: `${reason.en}${found.en}` },
});

/** What is wrong, in one sentence in each language. */
function explain(contract: Contract, column: string, rule: string, row: Record<string, string>) {
  const named = contract.rules.find(({ id }) => id === rule);
  if (named) return told({ nl: named.nl, en: named.en }, { nl: "", en: "" });
  const table = /^unknown_in_(.+)$/.exec(rule)?.[1];
  if (table) {
    const reference = contract.references.find(
      (reference) => reference.table === table && reference.columns[0] === column,
    );
    const key = (reference?.columns ?? [column]).map((name) => row[name] ?? "").join(" / ");
    return told({ nl: `niet gevonden in ${table}`, en: `not found in ${table}` }, { nl: `: ${key}`, en: `: ${key}` });
  }
  const expects = contract.columns[column]?.cell.expects ?? { nl: "", en: "" };
  const value = row[column] ?? "";
  if (rule === "missing")
    return told(
      { nl: `verplichte cel is leeg; verwacht: ${expects.nl}`, en: `required cell is blank; expected ${expects.en}` },
      { nl: "", en: "" },
    );
  return told(
    { nl: `verwacht: ${expects.nl}`, en: `expected ${expects.en}` },
    { nl: `; gevonden: ${value}`, en: `; found: ${value}` },
  );
}

const misshapen = (width: number, { line, cells }: { line: number; cells: string[] }): RejectedRow => ({
  line,
  cells,
  problems: [
    {
      column: "",
      value: String(cells.length),
      rule: "row_length",
      ...told(
        { nl: "de rij heeft niet evenveel cellen als de kop", en: "the row has not as many cells as the header" },
        { nl: ` (${cells.length} in plaats van ${width})`, en: ` (${cells.length} instead of ${width})` },
      ),
    },
  ],
});

/** The reasons as Zod gives them for the cells, or as SQL found them between cells. A row that only one of the two refuses is a fault of ours. */
function problemsOf(contract: Contract, found: string[], row: Record<string, string>): Problem[] {
  const parsed = contract.record.safeParse(
    Object.fromEntries(Object.keys(contract.columns).map((name) => [name, row[name] ?? ""])),
  );
  const split = found.map((problem) => problem.split("|") as [string, string]);
  const isCell = split.some(([, rule]) => ["missing", "unreadable", "not_allowed"].includes(rule));
  if (parsed.success === isCell)
    throw new Error(`Zod and SQL disagree on ${contract.table}: ${found.join(", ")} against ${JSON.stringify(row)}`);
  const reasons = parsed.success
    ? split
    : parsed.error.issues.map(({ path, message }) => [String(path[0]), message] as const);
  return reasons.map(([column, rule]) => {
    return { column, rule, value: row[column] ?? "", ...explain(contract, column, rule, row) };
  });
}

const sameKey = (contract: Contract, row: Record<string, string>, first: number): Problem => ({
  column: contract.key[0] ?? "",
  value: contract.key
    .map((name) => row[name] ?? "")
    .filter((cell) => !BLANKS.includes(cell))
    .join(" / "),
  rule: "duplicate_key",
  ...told(
    {
      nl: "dezelfde sleutel als een andere regel, met andere waarden",
      en: "same key as another line, with other values",
    },
    { nl: `: regel ${first}`, en: `: line ${first}` },
  ),
});

/**
 * Runs a contract over the rows of one file: accepted rows go to `raw.<table>`, the others come back with their reasons.
 * accepted + unchanged + rejected = rows read.
 */
export async function validate(
  warehouse: Warehouse,
  contract: Contract,
  rows: ContractRows,
  origin: { file: string; loadId: string },
): Promise<Validation> {
  const names = Object.keys(contract.columns);
  const at = names.map((name) => rows.columns.indexOf(name));
  const list = names.map((name) => `"${name}"`).join(", ");
  await warehouse.run(
    `create or replace table raw._cells (_line INTEGER, ${names.map((name) => `"${name}" VARCHAR`).join(", ")})`,
  );
  await warehouse.appendTexts(
    "raw",
    "_cells",
    rows.records.map(({ line, values }) => [line, ...at.map((i) => (i < 0 ? null : (values[i] ?? null)))] as const),
  );
  await warehouse.run(`create or replace table raw._judged as ${verdictSql(contract, "raw._cells")}`);
  await warehouse.run(
    `insert into raw.${contract.table} select ${list}, $1, _line, $2 from raw._judged where _first_line = _line order by _line`,
    [origin.file, origin.loadId],
  );
  const judged = await warehouse.rows<Judged>(
    "select _line, _problems, _first_line from raw._judged where _first_line is distinct from _line order by _line",
  );
  const [count] = await warehouse.rows<{ accepted: number }>(
    "select count(*)::integer as accepted from raw._judged where _first_line = _line",
  );
  await warehouse.run("drop table raw._cells; drop table raw._judged");

  const byLine = new Map(rows.records.map((record) => [record.line, record]));
  const rowAt = (line: number) => {
    const values = byLine.get(line)?.values ?? [];
    return Object.fromEntries(rows.columns.map((name, i) => [name, values[i] ?? ""]));
  };
  let unchanged = 0;
  const rejected = rows.misshapen.map((record) => misshapen(rows.header.length, record));
  for (const { _line: line, _problems: found, _first_line: first } of judged) {
    const row = rowAt(line);
    if (first !== null && JSON.stringify(rowAt(first)) === JSON.stringify(row)) unchanged++;
    else
      rejected.push({
        line,
        cells: byLine.get(line)?.cells ?? [],
        problems: first === null ? problemsOf(contract, found, row) : [sameKey(contract, row, first)],
      });
  }
  rejected.sort((a, b) => a.line - b.line);
  return { accepted: count?.accepted ?? 0, unchanged, rejected };
}
