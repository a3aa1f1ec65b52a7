import type { Cell, Words } from "./cells.ts";
import type { Contract } from "./contract.ts";
import { type DateStyle, type NumberStyle, UNREADABLE } from "./formats/format.ts";
import type { Problem } from "./quarantine.ts";

const told = (reason: Words, found: Words): Pick<Problem, "reason" | "message"> => ({
  reason,
  message: { nl: `${reason.nl}${found.nl}`, en: `${reason.en}${found.en}` },
});
const NOTHING = { nl: "", en: "" };

/** What a date or number looks like in a file that is declared to write it in another way than we do. */
const DECLARED_DATES: Partial<Record<DateStyle, Words>> = {
  dmy: { nl: "een bestaande datum dag/maand/jaar (dates: dmy)", en: "an existing date day/month/year (dates: dmy)" },
  mdy: { nl: "een bestaande datum maand/dag/jaar (dates: mdy)", en: "an existing date month/day/year (dates: mdy)" },
  month_name: {
    nl: "een bestaande datum zoals 2 maart 2026 (dates: month_name)",
    en: "an existing date such as 2 March 2026 (dates: month_name)",
  },
  compact: {
    nl: "een bestaande datum zoals 20260302 (dates: compact)",
    en: "an existing date such as 20260302 (dates: compact)",
  },
  excel: {
    nl: "een dagnummer van Excel zoals 46083 (dates: excel)",
    en: "a day number of Excel such as 46083 (dates: excel)",
  },
  no_year: {
    nl: "een dag en maand zonder jaar (dates: no_year)",
    en: "a day and month without a year (dates: no_year)",
  },
};
const DECLARED_NUMBERS: Partial<Record<NumberStyle, Words>> = {
  dutch: { nl: "; geschreven als 1.234,5 (numbers: dutch)", en: "; written as 1.234,5 (numbers: dutch)" },
  english: { nl: "; geschreven als 1,234.5 (numbers: english)", en: "; written as 1,234.5 (numbers: english)" },
};

/** How the configuration says that the file writes its dates and numbers. */
export interface Declared {
  dates: DateStyle;
  numbers: NumberStyle;
}

/** What a cell must be, in the way that the file is declared to write it. */
function expectedOf({ kind, expects }: Cell<unknown>, { dates, numbers }: Declared): Words {
  const date = DECLARED_DATES[dates];
  if (date && (kind === "date" || kind === "moment")) return date;
  const number = kind === "integer" || kind === "decimal" ? DECLARED_NUMBERS[numbers] : undefined;
  return number ? { nl: expects.nl + number.nl, en: expects.en + number.en } : expects;
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

/** The reasons as Zod gives them for the cells, or as SQL found them between cells. A row that only one of the two refuses is a fault of ours. */
export function problemsOf(
  contract: Contract,
  found: string[],
  row: Record<string, string>,
  declared: Declared,
): Problem[] {
  const parsed = contract.record.safeParse(row);
  const split = found.map((problem) => problem.split("|") as [string, string]);
  const isCell = split.some(([, rule]) => ["missing", "unreadable", "not_allowed"].includes(rule));
  if (parsed.success === isCell)
    throw new Error(`Zod and SQL disagree on ${contract.table}: ${found.join(", ")} against ${JSON.stringify(row)}`);
  const reasons = parsed.success
    ? split
    : parsed.error.issues.map(({ path, message }) => [String(path[0]), message] as const);
  return reasons.map(([column, rule]) => ({
    column,
    rule,
    value: shown(row[column] ?? ""),
    ...explain(contract, column, rule, row, declared),
  }));
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

/** The same key elsewhere with other values: in the same file, or in a newer one. */
export function sameKeyProblem(column: string, value: string, line: number, newer: string | null): Problem {
  const place = {
    nl: newer ? `${newer}, regel ${line}` : `regel ${line}`,
    en: newer ? `${newer}, line ${line}` : `line ${line}`,
  };
  return {
    column,
    value,
    rule: newer ? "older_version" : "duplicate_key",
    ...told(
      newer
        ? {
            nl: "een nieuwer bestand heeft dezelfde sleutel met andere waarden",
            en: "a newer file has the same key with other values",
          }
        : {
            nl: "dezelfde sleutel als een andere regel, met andere waarden",
            en: "same key as another line, with other values",
          },
      { nl: `: ${place.nl}`, en: `: ${place.en}` },
    ),
  };
}
