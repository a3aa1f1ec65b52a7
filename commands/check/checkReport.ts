import type { CheckedFile } from "../../loaders/check/checkFile.ts";
import type { Change } from "../../loaders/check/headlineEffect.ts";
import { isLost } from "../../loaders/judge/judge.ts";
import type { Problem } from "../../loaders/judge/problem.ts";
import { notes } from "../../loaders/report/loadReport.ts";
import { screenTable } from "../screenTable.ts";

const SHOWN = 20;
const grouped = (n: number) => n.toLocaleString("en-GB", { maximumFractionDigits: 2 });
const rowsOf = (n: number) => `${grouped(n)} ${n === 1 ? "row" : "rows"}`;

/** The reason without the value that stands beside it. */
const reasonOf = ({ message, value }: Problem) =>
  message.en.endsWith(`; found: ${value}`) ? message.en.slice(0, -`; found: ${value}`.length) : message.en;

/** Never rounded to all or none: one held row in a million is told too. */
function share(loads: number, of: number): string {
  if (loads === of || loads === 0) return `${loads === 0 ? 0 : 100} %`;
  return `${Math.min(99.9, Math.max(0.1, (loads / of) * 100)).toFixed(1)} %`;
}

/** The other files of its table, since what they hold decides on a row that repeats. */
function otherLines({ others, report }: CheckedFile, config: string): string[] {
  if (others.refused !== undefined)
    return [`not compared with other files of ${report.table}: ${others.refused} (${config})`];
  const [file, ...more] = others.files;
  if (!file) return [];
  return more.length === 0
    ? [`compared with another file of ${report.table}: ${file}`]
    : [`compared with ${more.length + 1} other files of ${report.table}: ${file} … ${more.at(-1)}`];
}

/** `99.8 % of 3,683 rows would load`, and what becomes of the others. */
function shareLines(checked: CheckedFile): string[] {
  const { rows_read, rows_unchanged, rows_rejected, rows_skipped } = checked.report;
  const skipped = Object.entries(rows_skipped);
  const data = rows_read - skipped.reduce((sum, [, n]) => sum + n, 0);
  const parts = [
    ...(rows_rejected > 0 ? [`${grouped(rows_rejected)} would be held`] : []),
    ...(rows_unchanged > 0 ? [`${grouped(rows_unchanged)} repeat another row and load once`] : []),
  ];
  const head = data === 0 ? "no row would load" : `${share(data - rows_rejected, data)} of ${rowsOf(data)} would load`;
  return [
    [head, ...parts].join("; "),
    ...skipped.map(([rule, n]) => `skipped, since they are no data: ${rowsOf(n)} (${rule.replaceAll("_", " ")})`),
    ...(isLost(checked)
      ? [
          "a load would refuse this file as a whole: not one row is sound, so its columns are most likely not what they seem",
        ]
      : []),
  ];
}

function problemLines({ rejected }: CheckedFile, width: number): string[] {
  const problems = rejected.flatMap(({ line, problems }) => problems.map((problem) => ({ line, problem })));
  if (problems.length === 0) return [];
  const rules = new Map<string, { column: string; rule: string; times: number }>();
  for (const { column, rule } of problems.map(({ problem }) => problem)) {
    const key = `${column}|${rule}`;
    rules.set(key, { column, rule, times: (rules.get(key)?.times ?? 0) + 1 });
  }
  const counts = [...rules.values()].sort((a, b) => b.times - a.times);
  return [
    "",
    ...screenTable(
      ["line", "column", "found", "reason"],
      problems
        .slice(0, SHOWN)
        .map(({ line, problem }) => [String(line), problem.column, problem.value || "(blank)", reasonOf(problem)]),
      { width, numbers: [0] },
    ),
    ...(problems.length > SHOWN ? [`  … and ${grouped(problems.length - SHOWN)} more`] : []),
    "",
    ...screenTable(
      ["times", "column", "rule"],
      counts.map(({ column, rule, times }) => [grouped(times), column, rule.replaceAll("_", " ")]),
      { width, numbers: [0] },
    ),
  ];
}

const changeText = ({ figure, one, unit, amount, untold }: Change) =>
  `${amount < 0 ? "-" : "+"}${unit ?? ""}${grouped(Math.abs(amount))} ${Math.abs(amount) === 1 ? one : figure}${untold > 0 ? ` (${rowsOf(untold)} cannot be told)` : ""}`;

/** `+14 lectures, +312 student contacts if the held rows were accepted`. */
function effectLines({ effect, rejected }: CheckedFile): string[] {
  if (!effect || rejected.length === 0) return [];
  const { changes, repeats } = effect;
  const held = rejected.length - repeats;
  return [
    "",
    ...(held > 0 ? [`if the held rows were accepted: ${changes.map(changeText).join(", ")}`] : []),
    ...(repeats > 0 ? [`the same key as a row that is kept: ${rowsOf(repeats)}, which would add nothing`] : []),
  ];
}

/** What one export would do in a load, in lines for a screen of `width` signs. */
export function checkReport(checked: CheckedFile, { config, width }: { config: string; width: number }): string[] {
  const { report, how, snippet, source, unfilled } = checked;
  return [
    `${report.file}: read as ${report.format} (${how}), table ${report.table}, ${report.encoding}`,
    ...notes(source, report),
    ...unfilled.map((table) => `no source fills ${table}: a row that refers to it is held (${config})`),
    ...otherLines(checked, config),
    ...shareLines(checked),
    ...problemLines(checked, width),
    ...effectLines(checked),
    ...(snippet ? ["", ...snippetLines(config, snippet)] : []),
  ];
}

export const snippetLines = (config: string, snippet: string): string[] => [
  `no source reads this file yet; put this under "sources:" in ${config}:`,
  "",
  snippet,
];
