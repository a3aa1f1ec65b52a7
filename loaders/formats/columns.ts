import { z } from "zod";
import { cleanSql, quoted } from "../contracts/cells.ts";
import type { Contract } from "../contracts/contract.ts";
import { contracts } from "../contracts/index.ts";
import type { Format, ShapeOptions, TextHead } from "./format.ts";
import { readOptions } from "./formatOptions.ts";
import { hasAll, headersOf } from "./headers.ts";
import { dateText, isoOr, numberText } from "./styles.ts";

const Options = z.strictObject({ period_end: z.iso.date({ error: "not a day yyyy-mm-dd" }).optional() });

/** A text with the mapping's extra words for nothing taken out, and its own words put in the contract's. */
const translated = (cell: string, blanks: string[], values: Record<string, string> | undefined) => {
  if (blanks.length === 0 && values === undefined) return cell;
  const text = cleanSql(cell);
  const cases = [
    ...(blanks.length > 0 ? [`when ${text} in (${blanks.map(quoted).join(", ")}) then null`] : []),
    ...Object.entries(values ?? {}).map(([from, to]) => `when ${text} = ${quoted(from)} then ${quoted(to)}`),
  ];
  return cases.length > 0 ? `case ${cases.join(" ")} else ${text} end` : text;
};

function shapeColumns(id: string, head: TextHead, { columns }: Contract, options: ShapeOptions) {
  const { period_end: end } = readOptions(Options, options.options, id, head);
  if (options.dates === "no_year" && !end) readOptions(Options.required(), options.options, id, head);
  const headers = headersOf(head);
  const texts: Record<string, string> = {};
  for (const [name, { cell, required }] of Object.entries(columns)) {
    const constant = options.constants[name];
    const header = options.columns[name] ?? name;
    if (constant !== undefined) {
      texts[name] = quoted(constant);
      continue;
    }
    if (!required && !options.columns[name] && !headers.has(header)) continue;
    const text = translated(headers.cell(header), options.blanks, options.values[name]);
    const grain = { grain: cell.kind === "moment" ? ("moment" as const) : ("day" as const), ...(end ? { end } : {}) };
    if (cell.kind === "integer" || cell.kind === "decimal") texts[name] = numberText(text, options.numbers);
    else if ((cell.kind === "date" || cell.kind === "moment") && options.dates !== "iso")
      texts[name] = isoOr(text, dateText(text, options.dates, grain), grain);
    else texts[name] = text;
  }
  return { texts };
}

const tables = contracts.map(({ table }) => table);

/** Any table, by the mapping of the configuration: headers, constants, words, and the style of its numbers and dates. */
export const columns: Format = {
  id: "columns",
  tables,
  recognises: () => false,
  shape: (head, contract, options) => shapeColumns("columns", head, contract, options),
};

/** Our own CSV: plain numbers and ISO dates under the contract's names, or what the mapping calls them. */
export const canonicalFormat: Format = {
  id: "canonical",
  tables,
  recognises: (header) =>
    contracts.some(({ columns }) => hasAll(header, ...Object.keys(columns).filter((name) => columns[name]?.required))),
  shape: (head, contract, options) => ({
    ...shapeColumns("canonical", head, contract, { ...options, numbers: "plain", dates: "iso" }),
    writes: { numbers: "plain", dates: "iso" },
  }),
};
