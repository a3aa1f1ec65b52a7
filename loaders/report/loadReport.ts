import type { CorrectionReport } from "../judge/correctRows.ts";
import type { Tally } from "../judge/setApart.ts";
import { ignoredHeaders, type SourceFile } from "../sources/sources.ts";

/** What one load did, in the shape that `ingest --json` prints. */
export interface LoadReport {
  load_id: string;
  as_of: string;
  sources: SourceReport[];
  corrections: CorrectionReport;
  checks: CheckReport[];
}

export interface SourceReport {
  source: string;
  table: string;
  file: string;
  format: string;
  sha256: string;
  encoding: string;
  rows_read: number;
  rows_accepted: number;
  rows_rejected: number;
  rows_unchanged: number;
  /** Records that are no data (a total row, an unfinished form), by the rule that left them out. */
  rows_skipped: Record<string, number>;
  /** Texts that no reference table classes, by the amount behind them. */
  tallies: Tally[];
  quarantine: string | null;
  /** Why an earlier copy was taken. */
  note?: string;
}

export interface CheckReport {
  id: string;
  stage: string;
  severity: "blocking" | "warning";
  result: "pass" | "warning" | "fail";
  message: string;
  rows: number;
}

const count = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;

/** One line on a source: what was read, and what became of it. */
export function sourceLine({
  source,
  rows_read,
  rows_accepted,
  rows_unchanged,
  rows_rejected,
  rows_skipped,
}: SourceReport): string {
  const parts = [`${count(rows_read, "row")} read`, `${rows_accepted.toLocaleString("en-GB")} accepted`];
  if (rows_unchanged > 0) parts.push(`${rows_unchanged.toLocaleString("en-GB")} unchanged`);
  for (const [rule, rows] of Object.entries(rows_skipped))
    parts.push(`${rows.toLocaleString("en-GB")} skipped (${rule})`);
  if (rows_rejected > 0) parts.push(`${rows_rejected.toLocaleString("en-GB")} in quarantine`);
  return `${source.padEnd(20)} ${parts.join(", ")}`;
}

/** What should be known of a file: columns that no contract column took, for one may be misspelt, and where an older copy was taken. */
export function notes(source: SourceFile, { tallies }: SourceReport): string[] {
  const ignored = ignoredHeaders(source);
  return [
    ...(ignored.length === 0 ? [] : [`columns not used: ${ignored.join(", ")} (${source.file})`]),
    ...(source.note ? [source.note] : []),
    ...tallies
      .slice(0, 10)
      .map(
        ({ rule, label, amount }) =>
          `${rule.replaceAll("_", " ")}: ${label || "(blank)"} (${amount.toLocaleString("en-GB")})`,
      ),
    ...(tallies.length > 10 ? [`and ${tallies.length - 10} more`] : []),
  ];
}

/** How many corrections were put in, those that can be taken off the list, and those that are about no row. */
export const correctionLine = ({ applied, spent, no_row }: CorrectionReport): string =>
  [
    `${count(applied, "correction")} applied`,
    ...spent.map((name) => `spent, its old value no longer stands: ${name}`),
    ...no_row.map((name) => `no row has its key: ${name}`),
  ].join("; ");

/** The checks in words: how many passed, and each that did not. */
export function checkLines(checks: CheckReport[]): string[] {
  const passed = checks.filter(({ result }) => result === "pass").length;
  const others = checks.filter(({ result }) => result !== "pass");
  return [
    `${count(passed, "check")} passed`,
    ...others.map(({ id, result, message }) => `${result}: ${message} (${id})`),
  ];
}
