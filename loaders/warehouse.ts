import { DuckDBInstance, type DuckDBValue, JsonDuckDBValueConverter } from "@duckdb/node-api";

/** A row as plain values: numbers, texts, booleans, null; days as `yyyy-mm-dd`, moments as `yyyy-mm-dd hh:mm:ss`. */
export type Row = Record<string, unknown>;

export interface Warehouse {
  /** Runs one or more statements; `values` fill `$1`, `$2` … of a single statement. */
  run(sql: string, values?: DuckDBValue[]): Promise<void>;
  rows<T = Row>(sql: string, values?: DuckDBValue[]): Promise<T[]>;
  /** A second connection, whose settings are its own; close it before this one. */
  connect(): Promise<Warehouse>;
  close(): void;
}

const plain = (value: unknown, type: string): unknown =>
  typeof value === "string" && /^(DECIMAL|HUGEINT|BIGINT|UBIGINT|UHUGEINT)/.test(type) ? Number(value) : value;

/** Adds rows to a table in one statement, by the names and SQL types of its columns. */
export const insertRows = (warehouse: Warehouse, table: string, types: Record<string, string>, rows: readonly Row[]) =>
  warehouse.run(`insert into ${table} by name select unnest(from_json($1, $2), recursive := true)`, [
    JSON.stringify(rows),
    JSON.stringify([types]),
  ]);

/** Opens (or makes) the DuckDB file at `path`; `:memory:` keeps it in memory. Close it before the file is moved. */
export async function openWarehouse(path: string, { readOnly = false } = {}): Promise<Warehouse> {
  const { STEMPEIL_THREADS: threads } = process.env;
  const instance = await DuckDBInstance.create(path, {
    ...(readOnly ? { access_mode: "READ_ONLY" } : {}),
    // where many loads run beside each other, as in tests, one thread each is the quickest
    ...(threads ? { threads } : {}),
  });
  const { close, ...warehouse } = await connectTo(instance);
  return {
    ...warehouse,
    close() {
      close();
      instance.closeSync();
    },
  };
}

async function connectTo(instance: DuckDBInstance): Promise<Warehouse> {
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  // A load of a million rows then holds a tenth less in memory, and takes no longer.
  await connection.run("set write_buffer_row_group_count = 1");
  return {
    async run(sql, values) {
      await connection.run(sql, values);
    },
    async rows<T>(sql: string, values?: DuckDBValue[]) {
      const reader = await connection.runAndReadAll(sql, values);
      const names = reader.columnNames();
      const types = reader.columnTypes().map(String);
      return reader
        .convertRows(JsonDuckDBValueConverter)
        .map((row) => Object.fromEntries(names.map((name, i) => [name, plain(row[i], types[i] ?? "")])) as T);
    },
    connect: () => connectTo(instance),
    close() {
      connection.closeSync();
    },
  };
}
