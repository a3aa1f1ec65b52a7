import { BLANKS } from "../contracts/cells.ts";
import type { Contract } from "../contracts/contract.ts";
import { named } from "../errors.ts";
import { cellOf } from "../formats/format.ts";
import type { SourceFile } from "../sources/sources.ts";
import type { Warehouse } from "../warehouse.ts";
import type { JudgedFile } from "./judgedFile.ts";
import { judgeFile } from "./judgeFile.ts";
import { refuseTooMany } from "./mostHeld.ts";
import type { Problem, RejectedRow } from "./problem.ts";
import { lostQuoteProblem, misshapenProblem, problemsOf, sameKeyProblem } from "./reasons.ts";
import type { Tally } from "./setApart.ts";

/** What became of the records of one file: read = accepted + rejected + unchanged + skipped. */
export interface Validation {
  source: SourceFile;
  /** Headers of the cells that `rejected` holds. */
  header: string[];
  read: number;
  accepted: number;
  /** Records that repeat an accepted one, here or in another file. */
  unchanged: number;
  rejected: RejectedRow[];
  skipped: Record<string, number>;
  tallies: Tally[];
}

const quotedNames = (names: string[]) => names.map((name) => `"${name}"`);

/** The sound rows of all files that share a key with another, each with the row that is kept: of the last file, and there the first. */
async function findRepeats(warehouse: Warehouse, { key, columns }: Contract, files: JudgedFile[]): Promise<boolean> {
  const keys = quotedNames(key);
  const all = files.map(({ sound }) => `select ${keys.join(", ")} from ${sound}`).join(" union all ");
  await warehouse.run(
    `create or replace table raw._twice as select ${keys.join(", ")} from (${all}) group by all having count(*) > 1`,
  );
  const [twice] = await warehouse.rows<{ n: number }>("select count(*)::integer as n from raw._twice");
  if (!twice?.n) return false;
  const same = keys.map((name) => `rows.${name} is not distinct from twice.${name}`).join(" and ");
  const values = quotedNames(Object.keys(columns))
    .map((name) => `rows.${name}`)
    .join(", ");
  const keyText = keys.map((name) => `coalesce(cast(rows.${name} as varchar), '')`).join(", ");
  const rows = files.map(
    ({ sound }, no) => `select ${no} as _no, rows._row, rows._line,
      [${keyText}] as _key, hash(${values}) as _hash from ${sound} as rows semi join raw._twice as twice on ${same}`,
  );
  await warehouse.run(`
    create or replace table raw._repeats as
      select *, first_value(_no) over kept as _first_no, first_value(_line) over kept as _first_line, _hash = first_value(_hash) over kept as _is_same
      from (${rows.join(" union all ")}) window kept as (partition by _key order by _no desc, _line, _row)
      qualify row_number() over kept > 1`);
  // All rows of a record share the fate of its conflicting one.
  for (const [no, { sound, source }] of files.entries())
    if (source.shaping.each)
      await warehouse.run(`
        insert into raw._repeats
          select ${no}, rows._row, rows._line, conflicts._key, null, conflicts._first_no, conflicts._first_line, false
          from ${sound} as rows join (select * from raw._repeats where _no = ${no} and not _is_same) as conflicts on conflicts._line = rows._line
          where rows._row not in (select _row from raw._repeats where _no = ${no})`);
  return true;
}

interface Conflict {
  line: number;
  key: string[];
  first_no: number;
  first_line: number;
}

/** Held rows without the names of teachers: a token stands for each; where a name may be in any cell, no cell is kept. */
function withoutNames(
  rows: RejectedRow[],
  { source, relation }: JudgedFile,
  tokens: Map<string, string>,
): RejectedRow[] {
  const isWhole = ({ cells, problems }: RejectedRow) =>
    cells.length === relation.inputs.length && !problems.some(({ rule }) => rule === "lost_quote");
  const at = relation.inputs.findIndex((input) => source.shaping.names?.teacher?.includes(cellOf(input)));
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, i) => (!isWhole(row) ? "" : i === at ? (tokens.get(cell.trim()) ?? "") : cell)),
  }));
}

async function rejectedRows(
  warehouse: Warehouse,
  contract: Contract,
  file: JudgedFile,
  files: JudgedFile[],
  no: number,
  hasRepeats: boolean,
) {
  const names = Object.keys(contract.columns);
  const rejected = new Map<number, RejectedRow>();
  const hold = (line: number, cells: string[], problems: Problem[], texts?: Record<string, string>) => {
    const row = rejected.get(line) ?? { line, cells, problems: [], ...(texts ? { texts } : {}) };
    for (const problem of problems)
      if (
        !row.problems.some(
          ({ column, rule, value }) => column === problem.column && rule === problem.rule && value === problem.value,
        )
      )
        row.problems.push(problem);
    rejected.set(line, row);
  };
  for (const { line, cells } of file.relation.misshapen)
    hold(
      line,
      cells.map((cell) => cell ?? ""),
      [misshapenProblem(cells.length, file.source.table.header.length)],
    );
  for (const { line, lastLine, cells } of file.lost) hold(line, cells, [lostQuoteProblem(line, lastLine)]);
  const broken = await warehouse.rows<{ line: number; problems: string[]; texts: string[]; cells: string[] }>(
    `select _line as line, _problems as problems, _texts as texts, _cells as cells from ${file.broken} order by 1`,
  );
  for (const { line, problems, texts, cells } of broken) {
    const row = Object.fromEntries(names.map((name, i) => [name, texts[i] ?? ""]));
    const corrected = file.corrected.filter((one) => one.line === line && one.value === row[one.column]);
    hold(
      line,
      cells,
      problemsOf(
        contract,
        problems,
        row,
        { ...file.source.config, ...file.source.shaping, unnamed: file.unnamed },
        corrected,
      ),
      row,
    );
  }
  if (hasRepeats) {
    const conflicts = await warehouse.rows<Conflict>(
      `select _line as line, _key as key, _first_no as first_no, _first_line as first_line from raw._repeats where _no = ${no} and not _is_same order by _line`,
    );
    const cells = await file.relation.cellsAt(conflicts.map(({ line }) => line));
    for (const { line, key, first_no, first_line } of conflicts) {
      const value = key.filter((cell) => !BLANKS.includes(cell)).join(" / ");
      const other = first_no === no ? null : (files[first_no]?.source ?? null);
      hold(line, cells.get(line) ?? [], [sameKeyProblem(contract.key[0] ?? "", value, first_line, file.source, other)]);
    }
  }
  const rows = [...rejected.values()].sort((a, b) => a.line - b.line);
  return file.teachers && rows.length > 0 ? withoutNames(rows, file, await file.teachers()) : rows;
}

/** Leaves in the raw table the sound rows of a file that repeat no other; returns SQL of them. `no` is null where nothing is repeated. */
async function accept(warehouse: Warehouse, contract: Contract, file: JudgedFile, no: number | null, loadId: string) {
  const { sound, isStored, source } = file;
  const repeated = `(select _row from raw._repeats where _no = ${no})`;
  if (isStored && no !== null)
    await warehouse.run(`delete from raw.${contract.table} where _file = $1 and _line in ${repeated}`, [source.file]);
  if (isStored) return sound;
  const kept = no === null ? sound : `${sound} where _row not in ${repeated}`;
  const names = quotedNames(Object.keys(contract.columns)).join(", ");
  await warehouse.run(`insert into raw.${contract.table} select ${names}, $1, _line, $2 from ${kept}`, [
    source.file,
    loadId,
  ]);
  return kept;
}

/** How many accepted rows hold a number that the file wrote as an estimate, where no column of its own says so. */
async function estimates(
  warehouse: Warehouse,
  { columns }: Contract,
  { shaping, config, table }: SourceFile,
  kept: string,
): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const [name, { counts }] of Object.entries(columns)) {
    const flag = counts?.estimated;
    if (!flag || !shaping.texts[flag] || config.columns[flag] || table.header.includes(flag)) continue;
    const [found] = await warehouse.rows<{ n: number }>(
      `select count(*)::integer as n from (select * from ${kept}) as kept where "${flag}"`,
    );
    if (found?.n) tallies.push({ rule: "estimated_numbers", label: name, amount: found.n });
  }
  return tallies;
}

/**
 * Runs a contract over all files of its table, oldest first: accepted rows go to `raw.<table>`, the others come back with their reasons.
 * A record that two files hold is loaded once; where they differ, the later file's stands and the other one's is rejected.
 */
export async function validate(
  warehouse: Warehouse,
  contract: Contract,
  sources: SourceFile[],
  loadId: string,
): Promise<Validation[]> {
  const files: JudgedFile[] = [];
  for (const [no, source] of sources.entries()) {
    const isAlone = sources.filter(({ file }) => file === source.file).length === 1;
    files.push(
      await named(source.source, () =>
        // What holds names of teachers stays out of the file of the warehouse.
        judgeFile(
          warehouse,
          source,
          `${source.shaping.names?.teacher ? "scratch" : "raw"}._judged_${no}`,
          loadId,
          isAlone,
        ),
      ),
    );
  }
  const hasRepeats = await findRepeats(warehouse, contract, files);
  const [conflicts] = hasRepeats
    ? await warehouse.rows<{ n: number }>("select count(*)::integer as n from raw._repeats where not _is_same")
    : [];
  await refuseTooMany(warehouse, contract, files, conflicts?.n ?? 0);
  const results: Validation[] = [];
  for (const [no, file] of files.entries()) {
    const { records, rowsRead, skipped, tallies, relation, source } = file;
    const kept = await accept(warehouse, contract, file, hasRepeats ? no : null, loadId);
    const count = source.shaping.each ? `count(distinct _line)` : `coalesce(sum(${records}), 0)`;
    const [accepted] = await warehouse.rows<{ n: number }>(`select (${count})::integer as n from ${kept}`);
    tallies.push(...(await estimates(warehouse, contract, source, kept)));
    const rejected = await rejectedRows(warehouse, contract, file, files, no, hasRepeats);
    const settled = (accepted?.n ?? 0) + rejected.length + Object.values(skipped).reduce((sum, n) => sum + n, 0);
    results.push({
      source,
      header: relation.inputs,
      read: rowsRead,
      accepted: accepted?.n ?? 0,
      unchanged: rowsRead - settled,
      rejected,
      skipped,
      tallies,
    });
  }
  for (const { tables, source } of files) {
    await warehouse.run(tables.map((name) => `drop table if exists ${name};`).join(" "));
    source.table.refuseChanged?.();
  }
  await warehouse.run("drop table raw._twice; drop table if exists raw._repeats");
  return results;
}
