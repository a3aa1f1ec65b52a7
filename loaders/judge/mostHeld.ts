import type { Contract } from "../contracts/contract.ts";
import { InputError } from "../errors.ts";
import type { TextRecord } from "../read/textTable.ts";
import type { SourceFile } from "../sources/sources.ts";
import type { Warehouse } from "../warehouse.ts";
import type { JudgedFile } from "./judgedFile.ts";
import { misshapenProblem, problemsOf } from "./reasons.ts";
import { MOST_HELD } from "./relation.ts";

const count = (n: number) => n.toLocaleString("en-GB");
const tooMany = ({ file, source }: SourceFile, rows: string, reason: string): InputError =>
  new InputError(
    `too many rows to hold: ${rows} (at most ${count(MOST_HELD)}); ${reason} (${file}, source ${source})`,
    3,
  );

/** Refuses a file of which too many records have more or fewer cells than the header; its reading ended there. */
export function refuseMisshapen(source: SourceFile, misshapen: readonly TextRecord[]): void {
  const [first] = misshapen;
  if (misshapen.length <= MOST_HELD || !first) return;
  const { message } = misshapenProblem(first.cells.length, source.table.header.length);
  throw tooMany(source, `${count(misshapen.length)} or more`, `line ${first.line}, ${message.en}`);
}

/** What is wrong most often in the broken rows of a file, with the first place where it is. */
async function mostOften(
  warehouse: Warehouse,
  contract: Contract,
  { broken, source: { config, shaping } }: JudgedFile,
): Promise<string | null> {
  const [found] = await warehouse.rows<{ problem: string; line: number }>(
    `select problem, min(_line)::integer as line from (select _line, unnest(_problems) as problem from ${broken})
     group by problem order by count(*) desc, line, problem limit 1`,
  );
  if (!found) return null;
  const [row] = await warehouse.rows<{ problems: string[]; texts: string[] }>(
    `select _problems as problems, _texts as texts from ${broken} where _line = $1 and list_contains(_problems, $2) limit 1`,
    [found.line, found.problem],
  );
  const texts = Object.keys(contract.columns).map((name, i) => [name, row?.texts[i] ?? ""]);
  const problems = problemsOf(contract, row?.problems ?? [], Object.fromEntries(texts), { ...config, ...shaping });
  const first = problems.find(({ column, rule }) => `${column}|${rule}` === found.problem) ?? problems[0];
  return `line ${found.line}, column ${first?.column}, ${first?.message.en}`;
}

/** Refuses the files of one table where more rows would be held than can be; `conflicts` of them repeat another row with other values. */
export async function refuseTooMany(
  warehouse: Warehouse,
  contract: Contract,
  files: JudgedFile[],
  conflicts: number,
): Promise<void> {
  const held: number[] = [];
  for (const { broken, relation, lost } of files) {
    const [rows] = await warehouse.rows<{ n: number }>(`select count(distinct _line)::integer as n from ${broken}`);
    held.push((rows?.n ?? 0) + relation.misshapen.length + lost.length);
  }
  const all = held.reduce((sum, n) => sum + n, conflicts);
  const worst = files[held.indexOf(Math.max(...held))];
  if (all <= MOST_HELD || !worst) return;
  const read = files.reduce((sum, { rowsRead }) => sum + rowsRead, 0);
  const often = (await mostOften(warehouse, contract, worst)) ?? "most of them in another form than the header";
  const repeats = `${count(conflicts)} have the same key as another row, with other values`;
  throw tooMany(worst.source, `${count(all)} of ${count(read)}`, conflicts > all / 2 ? repeats : `most often ${often}`);
}
