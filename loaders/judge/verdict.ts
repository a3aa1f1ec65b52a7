import { cleanSql, quoted } from "../contracts/cells.ts";
import type { Contract, Reference } from "../contracts/contract.ts";
import { cellOf, type Shaping } from "../formats/format.ts";
import { isTotal } from "../formats/totals.ts";

const text = (name: string) => `"${name}.text"`;
const value = (name: string) => `"${name}"`;
/** A problem in SQL: the column and the rule, told apart by a bar that no column or rule holds. */
const problem = (column: string, rule: string) => quoted(`${column}|${rule}`);

function cellProblem({ columns }: Contract, name: string, isGiven: boolean): string | null {
  const column = columns[name];
  if (!column) throw new Error(`unknown column: ${name}`);
  const { cell, required } = column;
  if (!isGiven) return required ? problem(name, "missing") : null;
  const allowed = cell.sqlAllowed(value(name));
  return `case when ${value(name)} is not null then ${allowed === "true" ? "null" : `case when not (${allowed}) then ${problem(name, "not_allowed")} end`}
    when ${cleanSql(text(name))} is null then ${required ? problem(name, "missing") : "null"} else ${problem(name, "unreadable")} end`;
}

function referenceProblem({ columns, table, to }: Reference): string {
  const filled = columns.map((name) => `valued.${value(name)} is not null`).join(" and ");
  const own = columns.map((name) => `valued.${value(name)}`).join(", ");
  const others = to.map((name) => `known.${value(name)}`);
  // A plain `in` is looked up row by row; a correlated `exists` would keep every row with all its columns in memory.
  return `case when ${filled} and (${own}) not in (select (${others.join(", ")}) from raw.${table} as known where ${others.map((other) => `${other} is not null`).join(" and ")})
    then ${problem(columns[0] ?? "", `unknown_in_${table}`)} end`;
}

const listed = (cases: string[]) => `list_filter([${cases.join(", ")}], lambda problem: problem is not null)`;
/** The list of problems where there is any, else null; the list is made for broken rows alone. */
const firstOf = (...groups: string[][]) => {
  const whens = groups
    .filter((cases) => cases.length > 0)
    .map((cases) => `when coalesce(${cases.join(", ")}) is not null then ${listed(cases)}`);
  return whens.length === 0 ? "cast(null as varchar[])" : `case ${whens.join(" ")} end`;
};

/** SQL that is true for a record which a rule of the format skips. */
export const skipped = (shaping: Shaping): string =>
  skipsOf(shaping)
    .map(({ when }) => `coalesce((${when}), false)`)
    .join(" or ") || "false";

/** The records that are no data: by the rules of the format, then totals. */
export const skipsOf = ({ skips = [], totals = [] }: Shaping) => [...skips, ...totals];

const ruleProblems = ({ rules }: Contract): string[] =>
  rules.map(({ id, columns, sql }) => `case when not (${sql}) then ${problem(columns[0] ?? "", id)} end`);

interface Judging {
  /** SQL of each column's value, named. */
  values: string[];
  /** SQL of each column's problem, null where its cell is sound. */
  cellCases: string[];
  /** SQL of the text of each column that the shaping gives, named. */
  shaped: string[];
  given: string[];
}

function judging(contract: Contract, { texts }: Shaping): Judging {
  const names = Object.keys(contract.columns);
  const given = names.filter((name) => texts[name] !== undefined);
  return {
    given,
    cellCases: names.flatMap((name) => cellProblem(contract, name, given.includes(name)) ?? []),
    shaped: given.map((name) => `${texts[name]} as ${text(name)}`),
    values: names.map((name) => {
      const cell = contract.columns[name]?.cell;
      return `${given.includes(name) ? cell?.sqlValue(text(name)) : `cast(null as ${cell?.sqlType})`} as ${value(name)}`;
    }),
  };
}

/** SQL that reads text cells `from` into typed columns, in their order, with `_is_broken` where some cell is; references and rules come after. */
export function cellsSql(contract: Contract, from: string, shaping: Shaping): string {
  const { values, cellCases, shaped } = judging(contract, shaping);
  const names = Object.keys(contract.columns).map(value);
  return `
    with shaped as (select ${shaped.join(", ")} from ${from} as records),
    valued as (select *, ${values.join(", ")} from shaped)
    select ${names.join(", ")}, coalesce(${[...cellCases, "null"].join(", ")}) is not null as _is_broken from valued`;
}

/** SQL that is true for a row of typed columns (`valued`) of which a reference or a rule is broken; its cells are sound. */
export const breaksSql = (contract: Contract): string =>
  `(coalesce(${[...contract.references.map(referenceProblem), ...ruleProblems(contract), "null"].join(", ")}) is not null${codesOf(
    contract,
  )
    // A word can be a code too; a total is told from data where its texts are read again.
    .map((name) => ` or (${value(name)} >= 'A' and coalesce(${isTotal(value(name))}, false))`)
    .join("")})`;

const codesOf = ({ columns }: Contract): string[] =>
  Object.keys(columns).filter((name) => ["code", "school_number"].includes(columns[name]?.cell.kind ?? ""));

/**
 * SQL that reads text cells into typed columns with `_problems`, a list of `column|rule` or null. A broken row brings its texts (`_texts`, by
 * the contract's columns) and its cells (`_cells`) along. Cells come first: rules and references are judged only where the cells are sound.
 */
export function verdictSql(contract: Contract, relation: { from: string; inputs: string[] }, shaping: Shaping): string {
  const names = Object.keys(contract.columns);
  const { values, cellCases, shaped, given } = judging(contract, shaping);
  const cells = relation.inputs.map(cellOf);
  const references = contract.references.map(referenceProblem);
  return `
    with shaped as (
      select ${[...cells, ...shaped].join(", ")}, _line from ${ranked(relation.from, shaping)} as records ${shaping.each ? `, ${shaping.each}` : ""}
      where not (${skipped(shaping)})
    ),
    valued as (select *, ${values.join(", ")} from shaped),
    judged as (select *, ${firstOf(cellCases, [...references, ...ruleProblems(contract)])} as _problems from valued)
    select _line, ${names.map(value).join(", ")}, _problems,
      case when _problems is not null then [${names.map((name) => (given.includes(name) ? `coalesce(${text(name)}, '')` : "''")).join(", ")}] end as _texts,
      case when _problems is not null then [${cells.map((cell) => `coalesce(${cell}, '')`).join(", ")}] end as _cells
    from judged`;
}

/** SQL over the text cells `from` with a number for each record among its like, where the shaping asks for one. */
export function ranked(from: string, { rank }: Shaping): string {
  if (!rank) return from;
  return `(select *, row_number() over (partition by ${rank.within} order by ${[...rank.by, "_line"].join(", ")}) as _rank from ${from} as records)`;
}
