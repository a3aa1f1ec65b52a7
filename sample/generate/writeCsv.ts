export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

const written = (value: Value | undefined): string => {
  const text = value === null || value === undefined ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Canonical CSV: comma, LF, double quotes where needed; blank for null. */
export function writeCsv(columns: readonly string[], rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    for (const name in row) if (!columns.includes(name)) throw new Error(`unknown column: ${name}`);
    return columns.map((name) => written(row[name])).join(",");
  });
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}
