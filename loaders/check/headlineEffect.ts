import type { Contract } from "../contracts/contract.ts";
import type { RejectedRow } from "../judge/problem.ts";
import { isRepeat } from "../judge/reasons.ts";
import type { Validation } from "../judge/validate.ts";

/** What the held rows would add to one headline figure. */
export interface Change {
  figure: string;
  /** The figure as it reads behind the number 1. */
  one: string;
  unit?: "€" | undefined;
  amount: number;
  /** Held rows of which this cannot be told, since a cell that decides it cannot be read. */
  untold: number;
}

export interface HeadlineEffect {
  changes: Change[];
  /** Held rows that stand elsewhere with other values: they add nothing. */
  repeats: number;
}

/** Reads a cell of a held row: null when it is blank, undefined when it cannot be read. */
type Read = (column: string) => unknown;

/** The amount of a row that meets every condition, 0 for another, and null where a cell that decides it cannot be read. */
function amountWhere(read: Read, conditions: Record<string, string>, amount: () => unknown): number | null {
  const met = Object.entries(conditions).map(([column, wanted]) => {
    const value = read(column);
    return value === undefined || value === null ? null : value === wanted;
  });
  if (met.includes(false)) return 0;
  const value = met.includes(null) ? null : amount();
  return typeof value === "number" ? value : null;
}

interface Figure {
  figure: string;
  one: string;
  unit?: "€";
  amount(read: Read): number | null;
}

/** A blank answer is no opinion, and counts for none. */
const answers = (answer: unknown) => (answer === null ? 0 : answer === undefined ? null : 1);

const FIGURES: Record<string, Figure[]> = {
  lectures: [
    { figure: "lectures", one: "lecture", amount: (read) => amountWhere(read, { status: "held" }, () => 1) },
    {
      figure: "student contacts",
      one: "student contact",
      amount: (read) => amountWhere(read, { status: "held" }, () => read("students")),
    },
  ],
  enrolments: [
    { figure: "pupils", one: "pupil", amount: (read) => amountWhere(read, {}, () => read("headcount")) },
    {
      figure: "girls in STEM",
      one: "girl in STEM",
      amount: (read) => amountWhere(read, { sex: "f", stem_category: "stem" }, () => read("headcount")),
    },
  ],
  funding: [
    {
      figure: "cash received",
      one: "cash received",
      unit: "€",
      amount: (read) => amountWhere(read, { kind: "cash", phase: "received" }, () => read("amount_eur")),
    },
  ],
  responses: [
    {
      figure: "answers",
      one: "answer",
      amount: (read) => amountWhere(read, {}, () => answers(read("answer"))),
    },
  ],
};

function reader({ columns }: Contract, { texts }: RejectedRow): Read {
  return (column) => {
    const parsed = columns[column]?.cell.zod.safeParse(texts?.[column] ?? "");
    return texts && parsed?.success ? parsed.data : undefined;
  };
}

/** What the headline figures would gain if the held rows were accepted as they stand, or null for a table that feeds none of them. */
export function headlineEffect({ source, rejected }: Pick<Validation, "source" | "rejected">): HeadlineEffect | null {
  const { contract, shaping } = source;
  const figures = FIGURES[contract.table];
  if (!figures) return null;
  const rows = rejected.filter((row) => !isRepeat(row));
  const repeats = rejected.length - rows.length;
  // A form that is held, is held with all its answers.
  if (shaping.each)
    return {
      changes: [{ figure: "completed questionnaires", one: "completed questionnaire", amount: rows.length, untold: 0 }],
      repeats,
    };
  const changes = figures.map(({ figure, one, unit, amount }): Change => {
    const amounts = rows.map((row) => amount(reader(contract, row)));
    const told = amounts.filter((one) => one !== null);
    const sum = told.reduce((total, one) => total + Math.round(one * 100), 0) / 100;
    return { figure, one, unit, amount: sum, untold: amounts.length - told.length };
  });
  return { changes, repeats };
}
