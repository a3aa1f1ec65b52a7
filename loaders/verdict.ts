import { cleanSql, quoted } from "./cells.ts";
import type { Contract, Reference } from "./contract.ts";

const text = (name: string) => `"${name}.text"`;
const value = (name: string) => `"${name}"`;
/** A problem in SQL: the column and the rule, told apart by a bar that no column or rule holds. */
const problem = (column: string, rule: string) => quoted(`${column}|${rule}`);
const listed = (cases: string[]) =>
  cases.length === 0
    ? "cast([] as varchar[])"
    : `list_filter([${cases.join(", ")}], lambda problem: problem is not null)`;

const cellProblem = (contract: Contract, name: string): string => {
  const column = contract.columns[name];
  if (!column) throw new Error(`unknown column in contract ${contract.table}: ${name}`);
  const missing = column.required ? `when ${text(name)} is null then ${problem(name, "missing")}` : "";
  return `case ${missing} when ${text(name)} is not null and ${value(name)} is null then ${problem(name, "unreadable")}
    when ${value(name)} is not null and not (${column.cell.sqlAllowed(value(name))}) then ${problem(name, "not_allowed")} end`;
};

const referenceProblem = ({ columns, table, to }: Reference): string => {
  const filled = columns.map((name) => `checked.${value(name)} is not null`).join(" and ");
  const same = columns.map((name, i) => `known.${value(to[i] ?? name)} = checked.${value(name)}`).join(" and ");
  return `case when ${filled} and not exists (from raw.${table} as known where ${same})
    then ${problem(columns[0] ?? "", `unknown_in_${table}`)} end`;
};

/**
 * SQL that reads the text table `from` (`_line` and the contract's columns as text) into typed columns with `_problems`, a list of
 * `column|rule`, and `_first_line`, the line of the first sound row with the same key. Cells come first: rules, references and keys
 * are judged only over rows whose cells are sound.
 */
export function verdictSql(contract: Contract, from: string): string {
  const names = Object.keys(contract.columns);
  const cells = names.map((name) => cellProblem(contract, name));
  const rules = contract.rules.map(
    ({ id, columns, sql }) => `case when not (${sql}) then ${problem(columns[0] ?? "", id)} end`,
  );
  return `
    with cleaned as (select _line, ${names.map((name) => `${cleanSql(value(name))} as ${text(name)}`).join(", ")} from ${from}),
    valued as (select *, ${names.map((name) => `${contract.columns[name]?.cell.sqlValue(text(name))} as ${value(name)}`).join(", ")} from cleaned),
    sound as (select *, ${listed(cells)} as cell_problems from valued),
    checked as (select *, ${listed(rules)} as rule_problems from sound),
    referred as (select *, ${listed(contract.references.map(referenceProblem))} as reference_problems from checked),
    judged as (
      select *, case when len(cell_problems) > 0 then cell_problems else list_concat(reference_problems, rule_problems) end as found_problems
      from referred
    )
    select * exclude (cell_problems, rule_problems, reference_problems, found_problems), found_problems as _problems,
      case when len(found_problems) = 0 then
        first_value(_line) over (partition by len(found_problems) = 0, ${contract.key.map(value).join(", ")} order by _line)
      end as _first_line
    from judged`;
}
