import type { Cell, Words } from "../contracts/cells.ts";
import type { Contract } from "../contracts/contract.ts";
import { type DateStyle, type NumberStyle, type Shaping, UNREADABLE } from "../formats/format.ts";
import type { Problem, RejectedRow } from "./problem.ts";

const told = (reason: Words, found: Words): Pick<Problem, "reason" | "message"> => ({
  reason,
  message: { nl: `${reason.nl}${found.nl}`, en: `${reason.en}${found.en}` },
});
const NOTHING = { nl: "", en: "" };

/** What a date or number looks like in a file that is declared to write it in another way than we do. */
const DECLARED_DATES: Partial<Record<DateStyle, Words>> = {
  dmy: { nl: "een bestaande datum dag/maand/jaar", en: "an existing date day/month/year" },
  mdy: { nl: "een bestaande datum maand/dag/jaar", en: "an existing date month/day/year" },
  month_name: {
    nl: "een bestaande datum zoals 2 maart 2026",
    en: "an existing date such as 2 March 2026",
  },
  compact: {
    nl: "een bestaande datum zoals 20260302",
    en: "an existing date such as 20260302",
  },
  excel: {
    nl: "een dagnummer van Excel zoals 46083",
    en: "a day number of Excel such as 46083",
  },
  no_year: {
    nl: "een dag en maand zonder jaar",
    en: "a day and month without a year",
  },
};
const DECLARED_NUMBERS: Partial<Record<NumberStyle, Words>> = {
  dutch: { nl: "; geschreven als 1.234,5", en: "; written as 1.234,5" },
  english: { nl: "; geschreven als 1,234.5", en: "; written as 1,234.5" },
};

/** How a file writes its dates and numbers: as the configuration says, or else as its format reads them. */
export interface Declared {
  dates: DateStyle;
  numbers: NumberStyle;
  writes?: Shaping["writes"];
  /** Names that were not found, with the candidates for each. */
  unnamed?: ReadonlyMap<string, string[]>;
}

/** A name that stands for a code and was not found, or fits more than one; null for any other cell. */
function unnamedProblem(
  column: string,
  text: string,
  unnamed: Declared["unnamed"],
): Omit<Problem, "column" | "value"> | null {
  const candidates = text.startsWith(UNREADABLE) ? unnamed?.get(shown(text)) : undefined;
  if (!candidates) return null;
  const found = { nl: `; gevonden: ${shown(text)}`, en: `; found: ${shown(text)}` };
  if (column === "lecturer_id")
    return {
      rule: "unknown_lecturer",
      ...told({ nl: "geen gastdocent met deze naam in de lijst", en: "no lecturer of this name in the list" }, found),
    };
  const best = candidates.join(" | ");
  return {
    rule: "unknown_school",
    ...told(
      { nl: "geen school die zo heet, of meer dan een", en: "no school of this name, or more than one" },
      { nl: `${found.nl}; kandidaten: ${best}`, en: `${found.en}; candidates: ${best}` },
    ),
  };
}

const and = (words: Words, nl: string, en = nl): Words => ({ nl: words.nl + nl, en: words.en + en });

/** What a cell must be, in the way that the file is declared to write it. */
function expectedOf({ kind, expects }: Cell<unknown>, { dates, numbers, writes = {} }: Declared): Words {
  if (kind === "date" || kind === "moment") {
    const date = DECLARED_DATES[writes.dates ?? dates];
    return date ? and(date, writes.dates ? "" : ` (dates: ${dates})`) : expects;
  }
  const number = DECLARED_NUMBERS[writes.numbers ?? numbers];
  if (!number || (kind !== "integer" && kind !== "decimal")) return expects;
  const whole = {
    nl: expects.nl.replace(" met een punt en ", " met "),
    en: expects.en.replace(" with a point and ", " with "),
  };
  const written = and(whole, number.nl, number.en);
  return writes.numbers
    ? and(written, ", of zeg numbers: dutch", ", or say numbers: dutch")
    : and(written, ` (numbers: ${numbers})`);
}

/** What is wrong, in one sentence in each language. */
function explain(contract: Contract, column: string, rule: string, row: Record<string, string>, declared: Declared) {
  const named = contract.rules.find(({ id }) => id === rule);
  if (named) return told({ nl: named.nl, en: named.en }, NOTHING);
  const table = /^unknown_in_(.+)$/.exec(rule)?.[1];
  if (table) {
    const reference = contract.references.find((other) => other.table === table && other.columns[0] === column);
    const key = (reference?.columns ?? [column]).map((name) => row[name] ?? "").join(" / ");
    return told({ nl: `niet gevonden in ${table}`, en: `not found in ${table}` }, { nl: `: ${key}`, en: `: ${key}` });
  }
  const cell = contract.columns[column]?.cell;
  const expects = cell ? expectedOf(cell, declared) : NOTHING;
  if (rule === "missing")
    return told(
      { nl: `verplichte cel is leeg; verwacht: ${expects.nl}`, en: `required cell is blank; expected ${expects.en}` },
      NOTHING,
    );
  const value = shown(row[column] ?? "");
  return told(
    { nl: `verwacht: ${expects.nl}`, en: `expected ${expects.en}` },
    { nl: `; gevonden: ${value}`, en: `; found: ${value}` },
  );
}

const shown = (text: string) => text.replaceAll(UNREADABLE, "").trim();

/** A listed new value is written as we load it, whatever the file does. */
const AS_LOADED: Declared = { dates: "iso", numbers: "plain" };

/**
 * The reasons as Zod gives them for the cells, or as SQL found them between cells; one at a corrected cell names the correction. A row that only
 * one of the two refuses is a fault of ours.
 */
export function problemsOf(
  contract: Contract,
  found: string[],
  row: Record<string, string>,
  declared: Declared,
  corrected: { column: string; place: Words }[] = [],
): Problem[] {
  const parsed = contract.record.safeParse(row);
  const split = found.map((problem) => problem.split("|") as [string, string]);
  const isCell = split.some(([, rule]) => ["missing", "unreadable", "not_allowed"].includes(rule));
  if (parsed.success === isCell)
    throw new Error(`Zod and SQL disagree on ${contract.table}: ${found.join(", ")} against ${JSON.stringify(row)}`);
  const reasons = parsed.success
    ? split
    : parsed.error.issues.map(({ path, message }) => [String(path[0]), message] as const);
  return reasons.map(([column, rule]) => {
    const unnamed = rule === "unreadable" ? unnamedProblem(column, row[column] ?? "", declared.unnamed) : null;
    if (unnamed) return { column, value: shown(row[column] ?? ""), ...unnamed };
    const place = corrected.find((one) => one.column === column)?.place;
    const { reason, message } = explain(contract, column, rule, row, place ? AS_LOADED : declared);
    const placed = place ? { nl: `${message.nl} (${place.nl})`, en: `${message.en} (${place.en})` } : message;
    return { column, rule, value: shown(row[column] ?? ""), reason, message: placed };
  });
}

export const misshapenProblem = (cells: number, width: number): Problem => ({
  column: "",
  value: String(cells),
  rule: "row_length",
  ...told(
    { nl: "de rij heeft niet evenveel cellen als de kop", en: "the row has not as many cells as the header" },
    { nl: ` (${cells} in plaats van ${width})`, en: ` (${cells} instead of ${width})` },
  ),
});

export const lostQuoteProblem = (line: number, lastLine: number): Problem => ({
  column: "",
  value: `${line}-${lastLine}`,
  rule: "lost_quote",
  ...told(
    {
      nl: "een aanhalingsteken is niet gesloten: een cel bevat de volgende rijen",
      en: "a quote is not closed: a cell holds the rows that follow",
    },
    { nl: ` (regel ${line} tot ${lastLine})`, en: ` (line ${line} to ${lastLine})` },
  ),
});

/** The same key elsewhere with other values, by where that is. */
const SAME_KEY = {
  duplicate_key: {
    nl: "dezelfde sleutel als een andere regel, met andere waarden",
    en: "same key as another line, with other values",
  },
  older_version: {
    nl: "een nieuwer bestand heeft dezelfde sleutel met andere waarden",
    en: "a newer file has the same key with other values",
  },
  other_version: {
    nl: "een ander bestand heeft dezelfde sleutel met andere waarden; geen datum zegt welk van de twee nieuwer is, dus geldt het laatste in de lijst",
    en: "another file has the same key with other values; no date says which of the two is newer, so the later in the list stands",
  },
};

/** A file with the day that it speaks of. */
type DatedFile = { file: string; dated: string | null };

/** The same key with other values on a line that stands: in the same file, or in `kept`, which comes after it in the list. */
export function sameKeyProblem(
  column: string,
  value: string,
  line: number,
  own: DatedFile,
  kept: DatedFile | null,
): Problem {
  const place = {
    nl: kept ? `${kept.file}, regel ${line}` : `regel ${line}`,
    en: kept ? `${kept.file}, line ${line}` : `line ${line}`,
  };
  const isNewer = kept?.dated && own.dated && kept.dated > own.dated;
  const rule = !kept ? "duplicate_key" : isNewer ? "older_version" : "other_version";
  return { column, value, rule, ...told(SAME_KEY[rule], { nl: `: ${place.nl}`, en: `: ${place.en}` }) };
}

/** True for a row that was read well, and stands elsewhere with other values. */
export const isRepeat = ({ problems }: Pick<RejectedRow, "problems">): boolean =>
  problems.some(({ rule }) => rule in SAME_KEY);
