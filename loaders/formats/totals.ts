import { cleanSql, quoted } from "../contracts/cells.ts";
import type { Contract } from "../contracts/contract.ts";
import { cellOf, type Shaping } from "./format.ts";

const KIND = "(?:sub|eind|tussen|jaar|maand|week|groot|grand|sous|alge?me[ei]ne?)";
const WORD =
  "(?:totaa?l|totals?|totalen|totaux|gesamt(?:summe|zahl|betrag)?|insgesamt|summe|zwischensumme|endsumme|som)";
/** A cell of a total row: the word, and at most three words or numbers about what of. */
const TOTAL = `^${KIND}?[ -]?${WORD}( generaal| général)?( [^ ]+){0,3}[ :]*$`;

/** SQL: true for a text that says `total` in Dutch, English, French or German. */
export const isTotal = (text: string): string => `regexp_matches(lower(${text}), ${quoted(TOTAL)})`;

/** Kinds of cell in which any text may stand, such as the name of a company. */
const isFree = (kind: string) => kind === "text";

/**
 * The rules that tell total rows from data, over the text cells. A total is told by its word in a column that holds no free text, or in any
 * column where a cell that every row must have is blank; and by sums that stand alone. `coded` are the columns of codes in which the word could pass.
 */
export function totalRules(
  header: readonly string[],
  { columns, key }: Contract,
  { texts, each, names = {} }: Shaping,
): Pick<Shaping, "totals"> {
  const cells = header.filter((name) => name !== "").map(cellOf);
  const usedBy = (cell: string) => Object.keys(texts).filter((name) => texts[name]?.includes(cell));
  const kindOf = (name: string) => columns[name]?.cell.kind ?? "text";
  if (each) {
    const [first] = cells;
    return first ? { totals: [{ rule: "total_row", when: isTotal(cleanSql(first)) }] } : {};
  }
  const plain = Object.keys(texts).filter(
    (name) => !/_rank|"name:/.test(texts[name] ?? "") && cells.some((cell) => texts[name]?.includes(cell)),
  );
  const numeric = (name: string) => ["integer", "decimal"].includes(kindOf(name));
  const needed = [
    ...plain
      .filter((name) => !numeric(name) && (columns[name]?.required || key.includes(name)))
      .map((name) => `(${texts[name]})`),
    ...(names.school ? [names.school] : []),
  ].map((cell) => `${cleanSql(cell)} is null`);
  const strict = cells.filter((cell) => usedBy(cell).some((name) => !isFree(kindOf(name))));
  const said = (list: string[]) =>
    list.length > 0 ? list.map((cell) => `coalesce(${isTotal(cleanSql(cell))}, false)`).join(" or ") : "false";
  const rules = [
    {
      rule: "total_row",
      when: `(${said(strict)}) or (${needed.length > 0 ? `(${needed.join(" or ")}) and (${said(cells)})` : "false"})`,
    },
  ];
  const counted = cells.filter((cell) => usedBy(cell).some(numeric));
  const others = cells.filter((cell) => !counted.includes(cell));
  if (needed.length > 0 && counted.length > 0 && others.length > 0)
    rules.push({
      rule: "only_sums",
      when: `${others.map((cell) => `${cleanSql(cell)} is null`).join(" and ")} and (${counted.map((cell) => `${cleanSql(cell)} is not null`).join(" or ")})`,
    });
  return { totals: rules };
}
