import { z } from "zod";
import { cleanSql, quoted } from "../contracts/cells.ts";
import type { Column, Contract } from "../contracts/contract.ts";
import { contracts } from "../contracts/index.ts";
import { KEY_PARTS, nameColumnsOf } from "../contracts/nameColumns.ts";
import type { Format, NameCells, ShapeOptions, Shaping, TextHead } from "./format.ts";
import { readOptions } from "./formatOptions.ts";
import { type Headers, hasAll, headersOf } from "./headers.ts";
import { roughText, sumText } from "./rough.ts";
import { dateText, isoOr, moneyText, numberText, swappedRefusals } from "./styles.ts";

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

/** The cells that hold names in the place of codes: under the header of the mapping, or under their own name where no code stands there. */
function namesIn(
  headers: Headers,
  contract: Contract,
  { columns, constants, blanks, values }: ShapeOptions,
): NameCells {
  const found: Record<string, string> = {};
  for (const [name, { stands }] of Object.entries(nameColumnsOf(contract))) {
    if (stands.some((code) => columns[code] || constants[code] !== undefined || headers.has(code))) continue;
    const header = columns[name] ?? name;
    const constant = constants[name];
    if (constant !== undefined) found[name] = quoted(constant);
    else if (columns[name] || headers.has(header)) found[name] = translated(headers.cell(header), blanks, values[name]);
  }
  const { school, place, postcode, lecturer_name: lecturer, company, teacher_name: teacher } = found;
  return {
    ...(school ? { school, ...(place ? { place } : {}), ...(postcode ? { postcode } : {}) } : {}),
    ...(lecturer ? { lecturer, ...(company ? { company } : {}) } : {}),
    ...(teacher ? { teacher } : {}),
  };
}

/** The texts of the codes that names stand for. A teacher is known within the school. */
function codeTexts(names: NameCells, texts: Shaping["texts"]): Shaping["texts"] {
  const school = names.school ? `"name:school_id"` : texts.school_id;
  return {
    ...(names.school ? { school_id: `"name:school_id"`, site_id: `"name:site_id"` } : {}),
    ...(names.lecturer ? { lecturer_id: `"name:lecturer_id"` } : {}),
    ...(names.teacher && school
      ? {
          teacher_id: `case when regexp_full_match(${cleanSql(school)}, '[A-Za-z0-9-]+([.]0+)?') then ${cleanSql(school)} || ':' || "name:teachers" end`,
        }
      : {}),
  };
}

/** A number for rows that have none: the same in each load, from what they are known by; a second row of the like gets `-2`. */
function keyFrom({ key }: Contract, parts: string[], texts: Shaping["texts"]): Pick<Shaping, "texts" | "rank"> {
  const [column] = key;
  if (parts.length === 0 || !column) return { texts };
  const cells = parts
    .flatMap((part) => KEY_PARTS[part] ?? [part])
    .map((name) => texts[name] ?? "cast(null as varchar)");
  const within = `concat_ws('|', ${cells.map((cell) => `coalesce(${cleanSql(cell)}, '')`).join(", ")})`;
  const own = `'k' || left(md5(${within}), 16) || case when _rank > 1 then '-' || _rank else '' end`;
  return { texts: { ...texts, [column]: own }, rank: { within, by: [] } };
}

/** A count of people: a sum and a rough number are read where the cell is no plain number; a rough one is flagged in the column that says so. */
function counted(
  name: string,
  cell: string,
  texts: Shaping["texts"],
  { estimated }: NonNullable<Column["counts"]>,
): Shaping["texts"] {
  const other = (then: string) =>
    `case when ${cell} is not null and try_cast(${cell} as integer) is null then ${then} end`;
  const rough = estimated ? [other(roughText(cell))] : [];
  return {
    [name]: `coalesce(${[other(sumText(cell)), ...rough, texts[name] ?? cell].join(", ")})`,
    ...(estimated ? { [estimated]: other(`if(${roughText(cell)} is not null, 'true', null)`) } : {}),
  };
}

function shapeColumns(id: string, head: TextHead, contract: Contract, options: ShapeOptions) {
  const { columns } = contract;
  const { period_end: end } = readOptions(Options, options.options, id, head);
  if (options.dates === "no_year" && !end) readOptions(Options.required(), options.options, id, head);
  const headers = headersOf(head);
  const names = namesIn(headers, contract, options);
  const byName = codeTexts(names, { school_id: "''", site_id: "''" });
  const texts: Record<string, string> = {};
  const refusals: string[] = [];
  for (const [name, { cell, required, counts }] of Object.entries(columns)) {
    if (byName[name] !== undefined || ((options.key_from ?? []).length > 0 && name === contract.key[0])) continue;
    const constant = options.constants[name];
    const header = options.columns[name] ?? name;
    if (constant !== undefined) {
      texts[name] = quoted(constant);
      continue;
    }
    if (!required && !options.columns[name] && !headers.has(header)) continue;
    const text = translated(headers.cell(header), options.blanks, options.values[name]);
    const grain = {
      grain: cell.kind === "moment" ? ("moment" as const) : ("day" as const),
      ...(end ? { end } : {}),
      ...(head.from1904 ? { from1904: true } : {}),
    };
    if (cell.kind === "integer") texts[name] = numberText(text, options.numbers);
    else if (cell.kind === "decimal") texts[name] = moneyText(text, options.numbers);
    else if ((cell.kind === "date" || cell.kind === "moment") && options.dates !== "iso") {
      texts[name] = isoOr(text, dateText(text, options.dates, grain), grain);
      if (options.dates === "dmy" || options.dates === "mdy") refusals.push(...swappedRefusals(text, head.file));
    } else texts[name] = texts[name] ? `coalesce(${cleanSql(text)}, ${texts[name]})` : text;
    if (counts) Object.assign(texts, counted(name, text, texts, counts));
  }
  Object.assign(texts, codeTexts(names, texts));
  return {
    ...(Object.keys(names).length > 0 ? { names } : {}),
    ...(refusals.length > 0 ? { refusals } : {}),
    ...keyFrom(contract, options.key_from ?? [], texts),
  };
}

const MAPPING = { columns: true, constants: true, values: true, blanks: true, key_from: true } as const;
const tables = contracts.map(({ table }) => table);

/** Any table, by the mapping of the configuration: headers, constants, words, and the style of its numbers and dates. */
export const columns: Format = {
  id: "columns",
  tables,
  uses: { ...MAPPING, numbers: true, dates: true },
  recognises: () => false,
  shape: (head, contract, options) => shapeColumns("columns", head, contract, options),
};

/** Our own CSV: plain numbers and ISO dates under the contract's names, or what the mapping calls them. */
export const canonicalFormat: Format = {
  id: "canonical",
  tables,
  uses: MAPPING,
  recognises: (header) =>
    contracts.some(({ columns }) => hasAll(header, ...Object.keys(columns).filter((name) => columns[name]?.required))),
  shape: (head, contract, options) => ({
    ...shapeColumns("canonical", head, contract, { ...options, numbers: "plain", dates: "iso" }),
    writes: { numbers: "plain", dates: "iso" },
  }),
};
