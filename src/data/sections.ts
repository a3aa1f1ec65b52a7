import type { z } from "zod";
import { REASONS, type Reason } from "../../loaders/analyses/reasons.ts";
import { absentPages } from "./absent.ts";
import type { Gate } from "./gate.ts";
import type { Frame, Meaning, ScoreRow, Source } from "./rows.ts";

export const frame = async (gate: Gate): Promise<Frame> => {
  const [row] = await gate.rows<Frame>("select as_of, load_id, is_synthetic from meta.parameters");
  if (!row) throw new Error("the warehouse has no parameters");
  const absent = (await absentPages(gate)).map(({ page }) => page);
  return {
    ...row,
    ...(gate.edition === "internal" ? { is_internal: true as const } : {}),
    ...(absent.length === 0 ? {} : { absent }),
  };
};

type CatalogueRow = Record<
  | "id"
  | "name_nl"
  | "name_en"
  | "definition_nl"
  | "definition_en"
  | "unit_nl"
  | "unit_en"
  | "type"
  | "sources"
  | "breakdowns",
  string
> & {
  decimals: number;
};

const CATALOGUE =
  "select id, name_nl, name_en, definition_nl, definition_en, unit_nl, unit_en, type, sources, breakdowns, decimals from indicators.catalogue";

/** A programme, or null for all together. */
export type Programme = "stem_ovk" | "ovk" | null;

const meaningOf = (row: CatalogueRow, programme?: Programme): Meaning => ({
  id: row.id,
  name: { nl: row.name_nl, en: row.name_en },
  definition: { nl: row.definition_nl, en: row.definition_en },
  unit: { nl: row.unit_nl, en: row.unit_en },
  decimals: row.decimals,
  is_share: row.type === "share",
  ...(programme === undefined || !row.breakdowns.split(", ").includes("programme")
    ? {}
    : { programme: programme ?? "together" }),
});

async function catalogue(gate: Gate, ids?: readonly string[]): Promise<CatalogueRow[]> {
  const rows = await gate.rows<CatalogueRow>(`${CATALOGUE} order by id`);
  if (!ids) return rows;
  return ids.map((id) => {
    const row = rows.find((row) => row.id === id);
    if (!row) throw new Error(`unknown indicator: ${id}`);
    return row;
  });
}

/** What indicators mean, in the order of `ids`, or all of them. */
export const meanings = async (gate: Gate, ids?: readonly string[]): Promise<Meaning[]> =>
  (await catalogue(gate, ids)).map((row) => meaningOf(row));

interface FileSource {
  table_name: string;
  title_nl: string;
  title_en: string;
  url: string | null;
  is_synthetic: boolean;
  file: string;
  sha256: string;
  latest_day: string | null;
  rows_read: number;
  rows_rejected: number;
}

/** The loaded files that feed the tables. */
export async function fileSources(gate: Gate, tables: readonly string[]): Promise<Source[]> {
  const rows = await gate.rows<FileSource>(
    "select table_name, title_nl, title_en, url, is_synthetic, file, sha256, latest_day, rows_read, rows_rejected from meta.files order by source",
  );
  return rows
    .filter(({ table_name }) => tables.includes(table_name))
    .map(({ title_nl, title_en, url, is_synthetic, file, sha256, latest_day, rows_read, rows_rejected }) => ({
      label: { nl: title_nl, en: title_en },
      ...{ url, is_synthetic, file: { name: file, sha256, latest_day, rows_read, rows_rejected } },
    }));
}

const tablesOf = (rows: CatalogueRow[]) => [...new Set(rows.flatMap(({ sources }) => sources.split(", ")))];

/** Rows under one indicator, with its meaning and the files it was computed from; `$1` in the query is the first of `values`. */
export async function indicatorSection<Row>(
  gate: Gate,
  id: string,
  sql: string,
  values: (string | null)[] = [id],
  programme?: Programme,
) {
  const [definition] = await catalogue(gate, [id]);
  if (!definition) throw new Error(`unknown indicator: ${id}`);
  return {
    rows: await gate.rows<Row>(sql, values),
    meaning: meaningOf(definition, programme),
    sources: await fileSources(gate, tablesOf([definition])),
  };
}

/** A row as it stands in its result table: reasons are codes. */
type Stored<Row> = { [Name in keyof Row]: Name extends `${string}reason` ? Reason | null : Row[Name] };

/** The reasons of a row in words. */
export const inWords = <Row>(row: Stored<Row>): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) =>
      name.endsWith("reason") && value !== null ? [name, REASONS[value as Reason]] : [name, value],
    ),
  ) as Row;

const columnsOf = (row: z.ZodObject) =>
  Object.keys(row.shape)
    .map((name) => `"${name}"`)
    .join(", ");

/** Rows of that shape about one indicator, `from` an analysis and in the order given, with the reasons in words. */
export async function resultSection<Shape extends z.ZodRawShape>(
  gate: Gate,
  id: string,
  row: z.ZodObject<Shape>,
  from: string,
) {
  type Row = z.infer<z.ZodObject<Shape>>;
  const section = await indicatorSection<Stored<Row>>(gate, id, `select ${columnsOf(row)} from ${from}`, []);
  return { ...section, rows: section.rows.map(inWords<Row>) };
}

/** Rows of that shape `from` analyses that are of no one indicator, with the reasons in words and the loaded files of `tables`. */
export async function tableSection<Shape extends z.ZodRawShape>(
  gate: Gate,
  tables: readonly string[],
  row: z.ZodObject<Shape>,
  from: string,
) {
  type Row = z.infer<z.ZodObject<Shape>>;
  const stored = await gate.rows<Stored<Row>>(`select ${columnsOf(row)} from ${from}`);
  return { rows: stored.map(inWords<Row>), meaning: null, sources: await fileSources(gate, tables) };
}

type Scored = Omit<ScoreRow, "meaning" | "no_forecast"> & {
  indicator_id: string;
  programme: Programme;
  no_forecast: Reason | null;
};

/** Lines of the scorecard of one programme, or of all together, in the order of `ids`; an indicator that nothing was loaded for is left out. */
export async function scorecard(gate: Gate, ids: readonly string[], of: Programme = null) {
  const definitions = await catalogue(gate, ids);
  const scored = await gate.rows<Scored>("select * exclude (reason, last_reason, as_of) from analyses.scorecard");
  return {
    rows: definitions.flatMap((definition) =>
      scored
        .filter(({ indicator_id, programme }) => indicator_id === definition.id && programme === of)
        .map(({ indicator_id: _, programme, no_forecast, ...row }) => ({
          meaning: meaningOf(definition, programme),
          ...row,
          no_forecast: no_forecast && REASONS[no_forecast],
        })),
    ),
    meaning: null,
    sources: await fileSources(gate, tablesOf(definitions)),
  };
}

/** Lines of STEM-OvK first, then those of both programmes together and of what knows no programme. */
export async function stemFirst(gate: Gate, ofStem: readonly string[], ids: readonly string[]) {
  const [stem, all] = [await scorecard(gate, ofStem, "stem_ovk"), await scorecard(gate, ids)];
  return { ...all, rows: [...stem.rows, ...all.rows] };
}

/** Rows that are no indicator's: of the load itself, or published elsewhere. */
export const plainSection = async <Row>(gate: Gate, sql: string, sources: Source[] = []) => ({
  rows: await gate.rows<Row>(sql),
  meaning: null,
  sources,
});

/** Rows of an analysis about several indicators, in the order of `ids`, with their meaning and the reasons in words. */
export async function analysisSection(
  gate: Gate,
  ids: readonly string[],
  row: z.ZodObject,
  from: string,
  programme?: Programme,
) {
  const definitions = await catalogue(gate, ids);
  const stored = await gate.rows<{ indicator_id: string; reason: Reason | null }>(
    `select indicator_id, ${columnsOf(row)} from ${from}`,
  );
  return {
    rows: definitions.flatMap((definition) =>
      stored
        .filter(({ indicator_id }) => indicator_id === definition.id)
        .map(({ indicator_id: _, ...row }) => ({ meaning: meaningOf(definition, programme), ...inWords<object>(row) })),
    ),
    meaning: null,
    sources: await fileSources(gate, tablesOf(definitions)),
  };
}
