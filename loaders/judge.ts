import type { Config } from "./config.ts";
import type { SourceReport } from "./loadReport.ts";
import type { RejectedRow } from "./quarantine.ts";
import type { Parameters } from "./schema.ts";
import type { SourceFile } from "./sources.ts";
import { validate } from "./validate.ts";
import type { Warehouse } from "./warehouse.ts";

/** A source whose rows were judged; `rejected` keeps the held rows for the quarantine. */
export interface Judged {
  file: SourceFile;
  report: SourceReport;
  rejected: RejectedRow[];
}

export const parametersOf = ({ as_of, synthetic, thresholds }: Config, load_id: string): Parameters => ({
  as_of,
  load_id,
  is_synthetic: synthetic,
  registration_days: thresholds.registration_days.value,
  response_rate_low: thresholds.response_rate_low.value,
});

/** Runs the contract of a source over its rows: the accepted ones are in `raw` afterwards. */
export async function judge(warehouse: Warehouse, file: SourceFile, load: string): Promise<Judged> {
  const { rows, contract } = file;
  const { accepted, unchanged, rejected } = await validate(warehouse, contract, rows, {
    file: file.file,
    loadId: load,
  });
  return {
    file,
    rejected,
    report: {
      source: file.source,
      table: contract.table,
      file: file.file,
      sha256: file.sha256,
      encoding: file.encoding,
      rows_read: rows.records.length + rows.misshapen.length,
      rows_accepted: accepted,
      rows_rejected: rejected.length,
      rows_unchanged: unchanged,
      quarantine: null,
    },
  };
}
