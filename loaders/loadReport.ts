import type { SourceFile } from "./sources.ts";

/** What one load did, in the shape that `ingest --json` prints. */
export interface LoadReport {
  load_id: string;
  as_of: string;
  sources: SourceReport[];
  checks: CheckReport[];
}

export interface SourceReport {
  source: string;
  table: string;
  file: string;
  sha256: string;
  encoding: string;
  rows_read: number;
  rows_accepted: number;
  rows_rejected: number;
  rows_unchanged: number;
  quarantine: string | null;
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
export function sourceLine({ source, rows_read, rows_accepted, rows_unchanged, rows_rejected }: SourceReport): string {
  const parts = [`${count(rows_read, "row")} read`, `${rows_accepted.toLocaleString("en-GB")} accepted`];
  if (rows_unchanged > 0) parts.push(`${rows_unchanged.toLocaleString("en-GB")} unchanged`);
  if (rows_rejected > 0) parts.push(`${rows_rejected.toLocaleString("en-GB")} in quarantine`);
  return `${source.padEnd(20)} ${parts.join(", ")}`;
}

/** Columns of a file that no contract column took: a note, for one of them may be misspelt. */
export const ignoredLine = ({ file, rows }: SourceFile): string | null =>
  rows.ignored.length === 0 ? null : `columns not used: ${rows.ignored.join(", ")} (${file})`;

/** The checks in words: how many passed, and each that did not. */
export function checkLines(checks: CheckReport[]): string[] {
  const passed = checks.filter(({ result }) => result === "pass").length;
  const others = checks.filter(({ result }) => result !== "pass");
  return [
    `${count(passed, "check")} passed`,
    ...others.map(({ id, result, message }) => `${result}: ${message} (${id})`),
  ];
}
