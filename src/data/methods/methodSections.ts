import { REASONS, type Reason } from "../../../loaders/analyses/reasons.ts";
import { type ThresholdId, thresholdNotes } from "../../../loaders/config/thresholds.ts";
import type { Words } from "../../../loaders/contracts/cells.ts";
import { contracts } from "../../../loaders/contracts/index.ts";
import { templateOf } from "../../../loaders/contracts/template.ts";
import { INTERVALS } from "../../../loaders/models/indicators.ts";
import type { Gate } from "../gate.ts";
import type { AnalysisRow, IndicatorRow, TableRow, ThresholdRow } from "./rows.ts";

type Texts<Name extends string> = Record<Name, string>;
const words = (row: Record<string, unknown>, name: string) =>
  ({ nl: row[`${name}_nl`], en: row[`${name}_en`] }) as Words;
const list = (text: string) => text.split(", ").filter((part) => part !== "");
const isThreshold = (name: string): name is ThresholdId => Object.hasOwn(thresholdNotes, name);

/** Every indicator of the catalogue, by code. */
export async function indicatorRows(gate: Gate): Promise<IndicatorRow[]> {
  const rows = await gate.rows<Texts<"id" | "codes" | "breakdowns" | "sources"> & Record<string, unknown>>(
    "from indicators.catalogue order by codes, id",
  );
  return rows.map((row) => ({
    id: row.id,
    codes: list(row.codes),
    name: words(row, "name"),
    definition: words(row, "definition"),
    numerator: words(row, "numerator"),
    denominator: row.denominator_nl === null ? null : words(row, "denominator"),
    unit: words(row, "unit"),
    evidence: row.evidence as IndicatorRow["evidence"],
    breakdowns: list(row.breakdowns),
    sources: list(row.sources),
    interval: INTERVALS[row.interval_method as keyof typeof INTERVALS],
    disclosure: words(row, "disclosure"),
    pitfalls: words(row, "pitfalls"),
  }));
}

interface CatalogueRow extends Texts<"id" | "codes" | "inputs" | "functions" | "parameters" | "absent" | "as_of"> {
  evidence: AnalysisRow["evidence"];
  result_rows: number;
  reason: Reason | null;
}

/** Every analysis in the order in which it ran; `indicators` are those that its codes may name. */
export async function analysisRows(gate: Gate, indicators: IndicatorRow[]): Promise<AnalysisRow[]> {
  const rows = await gate.rows<CatalogueRow & Record<string, unknown>>("from analyses.catalogue order by rowid");
  const described: AnalysisRow[] = [];
  for (const row of rows) {
    const absent = JSON.parse(row.absent) as { reason: Reason; results: number }[];
    const parameters = JSON.parse(row.parameters) as Record<string, number | string>;
    described.push({
      id: row.id,
      name: words(row, "name"),
      method: words(row, "method"),
      evidence: row.evidence,
      codes: list(row.codes).map((code) => ({
        code,
        indicator_id: indicators.find(({ codes }) => codes.includes(code))?.id ?? null,
      })),
      inputs: list(row.inputs),
      functions: list(row.functions),
      parameters: Object.entries(parameters)
        .filter(([name]) => !isThreshold(name))
        .map(([name, value]) => ({ name, value })),
      thresholds: Object.keys(parameters)
        .filter(isThreshold)
        .map((id) => ({ id, name: thresholdNotes[id].name })),
      results: row.result_rows,
      absent: absent.map(({ reason, results }) => ({ reason: REASONS[reason], results })),
      reason: row.reason === null ? null : REASONS[row.reason],
      as_of: row.as_of,
    });
  }
  return described;
}

/** The thresholds of this load; a default tells its source in both languages, the user's own as it was written. */
export async function thresholdRows(gate: Gate): Promise<ThresholdRow[]> {
  const rows = await gate.rows<{ id: ThresholdId; value: number; source: string }>(
    "select id, value, source from meta.thresholds order by id",
  );
  return rows.map(({ id, value, source }) => {
    const { name, unit, source: known } = thresholdNotes[id];
    return { id, name, unit, value, source: source === known.en ? known : { nl: source, en: source } };
  });
}

/** The canonical tables with their columns, from the contracts. */
export const tableRows = (): TableRow[] =>
  contracts.map((contract) => {
    const { table, title, columns } = templateOf(contract);
    return {
      table,
      title,
      columns: columns.map(({ name, meaning, expects, isKey, isRequired, isPersonal, refersTo }) => ({
        ...{ name, meaning, expects, refers_to: refersTo },
        ...{ is_key: isKey, is_required: isRequired, is_personal: isPersonal },
      })),
    };
  });
