import type { Config } from "../config/config.ts";
import type { Parameters } from "../models/schema.ts";
import type { SourceReport } from "../report/loadReport.ts";
import type { Correction } from "../sources/corrections.ts";
import { openSources, type SourceFile } from "../sources/sources.ts";
import type { Warehouse } from "../warehouse.ts";
import { isRepeat } from "./reasons.ts";
import { type Validation, validate } from "./validate.ts";

/** A file whose records were judged, and what is reported of it. */
export interface Judged extends Validation {
  report: SourceReport;
}

/**
 * True when not one row of a file could be read: its columns are most likely not what they seem. A row that stands elsewhere, in this file or in
 * another, with the same or other values, was read well.
 */
export const isLost = ({ report, rejected }: Judged): boolean =>
  rejected.length > 0 && report.rows_accepted + report.rows_unchanged === 0 && !rejected.some(isRepeat);

export const parametersOf = (
  { as_of, synthetic, thresholds, collective_funders }: Config,
  load_id: string,
): Parameters => ({
  as_of,
  load_id,
  is_synthetic: synthetic,
  thresholds,
  collective_funders,
});

/** Judges all files of one table together: the accepted rows are in `raw` afterwards. */
export async function judgeTable(warehouse: Warehouse, files: SourceFile[], load: string): Promise<Judged[]> {
  const [first] = files;
  if (!first) return [];
  const results = await validate(warehouse, first.contract, files, load);
  return results.map((result) => {
    const { source, config, file, format, table, note } = result.source;
    const report: SourceReport = {
      source,
      table: config.table,
      file,
      format: format.id,
      sha256: table.sha256,
      encoding: table.encoding,
      rows_read: result.read,
      rows_accepted: result.accepted,
      rows_rejected: result.rejected.length,
      rows_unchanged: result.unchanged,
      rows_skipped: result.skipped,
      tallies: result.tallies,
      quarantine: null,
      ...(note ? { note } : {}),
    };
    return { ...result, report };
  });
}

/** The files of a load in groups that fill the same table, each group after those it refers to. */
export async function filesByTable(config: Config, corrections: Correction[] = []): Promise<SourceFile[][]> {
  const groups = new Map<string, SourceFile[]>();
  for (const file of await openSources(config, corrections))
    groups.set(file.contract.table, [...(groups.get(file.contract.table) ?? []), file]);
  return [...groups.values()];
}
