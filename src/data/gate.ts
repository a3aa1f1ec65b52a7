import type { ColumnKind } from "../../loaders/models/columns.ts";
import type { Warehouse } from "../../loaders/warehouse.ts";
import { applyRules, refuseLeaks } from "./publication/apply.ts";
import { findLeaks, printedCounts } from "./publication/audit.ts";
import { type Hidden, noteHidden } from "./publication/hidden.ts";
import type { Release } from "./publication/releases.ts";
import { RULES } from "./publication/rules.ts";

/** What page data are read from: tables under the names of the warehouse, of which only that is there which may leave it. */
export interface Gate {
  /** Public where it is not given. */
  edition?: Edition;
  /** How much was hidden; nothing is in the internal edition. */
  hidden?: Hidden;
  rows: Warehouse["rows"];
}

/** A gate that stands open, with what it hid and which counts it hands on. */
export interface OpenGate extends Gate {
  hidden: Hidden;
  /** Counts of linked tables that are handed on, by the keys of their cells, and the keys of those that are hidden. */
  published(): Promise<Pick<Release, "counts" | "hidden">>;
  close(): Promise<void>;
}

/** Who reads: everybody, or the programme's own staff behind a login. */
export type Edition = "public" | "internal";

/** Schemas of results, which pages may read whole but for these columns: cells of exports stand in them. */
const RESULTS = ["indicators", "analyses", "meta", "reference"];
const KEPT_INSIDE = ["meta.corrections.row_key", "meta.corrections.old_value", "meta.corrections.new_value"];
const TABLE_FUNCTIONS = ["unnest", "range", "generate_series"];

interface Declared {
  mart: string;
  column_name: string;
  kind: ColumnKind;
  is_key: boolean;
}

/**
 * Opens the one gate between a warehouse and what is printed: a database in memory of its own, with results, and with marts as far as their
 * heads declare their columns. Personal and undeclared columns are not in it, nor are marts with a personal key (rows about one person), nor
 * anything of `raw` and `staging`. In the public edition it holds only tables that have a rule of publication, made fit by it; `hidden` tells
 * how much that took. Close it before the warehouse.
 */
export async function openGate(
  warehouse: Warehouse,
  edition: Edition = "public",
  releases: readonly Release[] = [],
): Promise<OpenGate> {
  const inside = await warehouse.connect();
  const [names] = await inside.rows<{ own: string; gates: number }>(
    "select current_database() as own, count(*) filter (where starts_with(database_name, 'gate_'))::integer as gates from duckdb_databases()",
  );
  const gate = `gate_${(names?.gates ?? 0) + 1}`;
  const declared = await inside.rows<Declared>("from meta.columns");
  const columns = await inside.rows<{ schema: string; table: string; column: string }>(
    `select schema_name as schema, table_name as "table", column_name as "column" from duckdb_columns()
     where database_name = current_database() and not internal order by table_oid, column_index`,
  );
  const isHandedOn = ({ schema, table, column }: (typeof columns)[number]) =>
    edition === "public" && !Object.hasOwn(RULES, `${schema}.${table}`)
      ? false
      : schema === "marts"
        ? isOpenMart(`${schema}.${table}`, declared) &&
          declared.some((of) => of.mart === `marts.${table}` && of.column_name === column && of.kind !== "personal")
        : RESULTS.includes(schema) && !KEPT_INSIDE.includes(`${schema}.${table}.${column}`);
  const tables = new Map<string, string[]>();
  for (const { schema, table, column } of columns.filter(isHandedOn)) {
    const name = `"${schema}"."${table}"`;
    tables.set(name, [...(tables.get(name) ?? []), `"${column}"`]);
  }
  await inside.run(`attach ':memory:' as ${gate} (read_write)`);
  for (const schema of [...RESULTS, "marts"]) await inside.run(`create schema ${gate}.${schema}`);
  for (const [table, of] of tables) {
    await inside.run(`create table ${gate}.${table} as select ${of.join(", ")} from "${names?.own}".${table}`);
  }
  const own = names?.own ?? "";
  const noted = edition === "public" ? await noteHidden(inside, releases) : null;
  await inside.run(`use ${gate}`);
  if (noted) {
    await applyRules(inside, own, new Set([...tables.keys()].map((name) => name.replaceAll('"', ""))));
    const leaks = await findLeaks(inside, noted.linked, noted.k, releases);
    refuseLeaks(leaks, releases);
  }
  return {
    edition,
    hidden: noted?.hidden ?? { primaries: 0, secondaries: 0, withheld: 0 },
    async rows<T>(sql: string, values?: Parameters<Warehouse["rows"]>[1]) {
      for (const table of await tablesIn(inside, sql))
        if (!tables.has(`"${table.replace(".", '"."')}"`))
          throw new Error(`not handed on to pages: ${table} (${whyNot(table, declared, edition)})`);
      return inside.rows<T>(sql, values);
    },
    async published() {
      const known = noted?.linked.flatMap(({ cells }) => cells.filter(({ isKnown }) => isKnown)) ?? [];
      const rests = known.map(({ key, value }): [string, number] => [key, value]);
      const counts = Object.fromEntries(
        [...(await printedCounts(inside)), ...rests].sort(([a], [b]) => (a < b ? -1 : 1)),
      );
      return { counts, hidden: noted?.hiddenKeys ?? [] };
    },
    async close() {
      await inside.run(`use "${names?.own}"`);
      await inside.run(`detach ${gate}`);
      inside.close();
    },
  };
}

const isOpenMart = (mart: string, declared: readonly Declared[]): boolean =>
  !declared.some((of) => of.mart === mart && of.is_key && of.kind === "personal");

function whyNot(table: string, declared: readonly Declared[], edition: Edition): string {
  if (/^(raw|staging)\./.test(table)) return "only marts and results leave the warehouse: make or use a mart";
  if (!isOpenMart(table, declared)) return "its rows are about one person each";
  if (
    edition === "public" &&
    RESULTS.concat("marts").includes(table.split(".")[0] ?? "") &&
    !Object.hasOwn(RULES, table)
  )
    return "no rule says how it may be published: add one to src/data/publication/rules.ts";
  if (table.startsWith("marts."))
    return 'no such mart, or its head declares no column: "-- open: …", "-- count: …", "-- magnitude: …"';
  return `there are: marts, ${RESULTS.join(", ")}`;
}

/** The tables that a query reads, as DuckDB itself parses it: `marts.lecture_days`, with the database in front where one is named. */
export async function tablesIn({ rows }: Pick<Gate, "rows">, sql: string): Promise<string[]> {
  const [parsed] = await rows<{ tree: string }>("select json_serialize_sql($1::varchar) as tree", [sql]);
  const tree = JSON.parse(parsed?.tree ?? "{}");
  if (tree.error) throw new Error(`not a query: ${tree.error_message}`);
  const found = new Set<string>();
  const defined = new Set<string>();
  const walk = (node: unknown): void => {
    if (node === null || typeof node !== "object") return;
    if (!Array.isArray(node)) note(node as Record<string, unknown>);
    for (const part of Object.values(node)) walk(part);
  };
  const note = ({
    type,
    catalog_name,
    schema_name,
    table_name,
    cte_map,
    function: called,
  }: Record<string, unknown>) => {
    for (const { key } of (cte_map as { map: { key: string }[] } | undefined)?.map ?? []) defined.add(key);
    if (type === "BASE_TABLE") found.add([catalog_name, schema_name, table_name].filter(Boolean).join("."));
    if (type !== "TABLE_FUNCTION") return;
    const { function_name: name } = called as { function_name: string };
    if (!TABLE_FUNCTIONS.includes(name)) throw new Error(`not handed on to pages: what ${name}() reads`);
  };
  walk(tree);
  return [...found].filter((table) => !defined.has(table)).sort();
}
