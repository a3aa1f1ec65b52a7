import type { Lang, Table } from "../../components/figure/chart.ts";
import { readNumber, unitOf } from "./numbers.ts";

/** Text that a spreadsheet would take for a formula gets an apostrophe in front. */
const safe = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quote = (text: string, separator: string) =>
  text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/**
 * A data table as CSV, in UTF-8 with its mark. Dutch has semicolons and decimal commas, as the spreadsheets of its readers
 * expect; numbers carry no separator of thousands, and a unit stands in the head of its column.
 */
export function writeCsv({ columns, rows }: Table, lang: Lang): string {
  const separator = lang === "nl" ? ";" : ",";
  const head = columns.map(({ label, isNumber }, index) => {
    const unit = isNumber
      ? unitOf(
          rows.map((row) => row[index] ?? ""),
          lang,
        )
      : null;
    return safe(unit ? `${label} (${unit})` : label);
  });
  const body = rows.map((row) =>
    row.map((text, index) => {
      const reading = columns[index]?.isNumber ? readNumber(text, lang) : null;
      if (reading === null) return safe(text);
      const digits = String(reading.value);
      return lang === "nl" ? digits.replace(".", ",") : digits;
    }),
  );
  return `\ufeff${[head, ...body].map((line) => `${line.map((text) => quote(text, separator)).join(separator)}\r\n`).join("")}`;
}
