import type { Gate } from "../gate.ts";
import { plainSection } from "../sections.ts";
import type { CheckRow, FileRow, LoadRow, ProvenanceRow, RejectedRow } from "./rows.ts";

export const files = (gate: Gate) =>
  plainSection<FileRow>(
    gate,
    `select source, table_name as "table", file, sha256, bytes, encoding, format, rows_read, rows_accepted, rows_rejected, rows_unchanged, latest_day, is_synthetic
     from meta.files order by source`,
  );

/** Held rows by table, column and rule: how many, never which. */
export const rejectedRows = (gate: Gate) =>
  plainSection<RejectedRow>(
    gate,
    `select table_name as "table", column_name as "column", rule, { nl: reason_nl, en: reason_en } as message,
       count(distinct source || line)::integer as rows
     from meta.rejected group by all order by table_name, column_name, rule`,
  );

export const checks = (gate: Gate) =>
  plainSection<CheckRow>(
    gate,
    "select id, stage, severity, result, { nl: message_nl, en: message_en } as message, rows from meta.checks order by stage, id",
  );

/** The loads that made this gate, the last ones first. */
export const loads = (gate: Gate) =>
  plainSection<LoadRow>(
    gate,
    `select load_id, as_of, version, files, rows_read, rows_accepted, rows_rejected, rows_unchanged
     from meta.loads order by loaded_at desc, load_id limit 12`,
  );

/** Which files fed each indicator that has a figure. */
export const provenance = (gate: Gate) =>
  plainSection<ProvenanceRow>(
    gate,
    `select { nl: any_value(catalogue.name_nl), en: any_value(catalogue.name_en) } as name, any_value(catalogue.codes) as codes,
       list(files.file order by files.file) as files, coalesce(sum(files.rows_accepted), 0)::integer as rows
     from indicators.catalogue as catalogue
     inner join meta.files as files on list_contains(string_split(catalogue.sources, ', '), files.table_name)
     where catalogue.id in (select indicator_id from indicators.observations)
     group by catalogue.id order by any_value(catalogue.codes)`,
  );
