import type { Row } from "./writeCsv.ts";

interface Mistake {
  table: string;
  column: string;
  /** The rule that the row breaks, as the load names it. */
  rule: string;
  why: string;
  /** A bad row out of a good one; `number` tells the bad rows of a table apart. */
  spoil(good: Row, number: number): Row;
}

export interface PlantedMistake {
  file: string;
  line: number;
  column: string;
  rule: string;
  why: string;
}

const lecture = (column: string, rule: string, why: string, cells: Row): Mistake => ({
  ...{ table: "lectures", column, rule, why },
  spoil: (good, number) => ({ ...good, lecture_id: `L${90_001 + number}`, ...cells }),
});

/** Rows as they turn up in real exports, each with a fault of its own; they come after the good rows. */
const MISTAKES: Mistake[] = [
  lecture("held_on", "unreadable", "30 February does not exist", { held_on: "2025-02-30" }),
  lecture("students", "unreadable", "words instead of a number", { students: "circa 40" }),
  lecture("school_id", "unknown_in_schools", "no such school", { school_id: "999999" }),
  lecture("girls", "girls_among_students", "more girls than students", { students: 20, girls: 31 }),
  lecture("held_on", "held_not_in_future", "held after the as-of date", { held_on: "2026-05-12", wrap_up_on: null }),
  lecture("programme", "missing", "a required cell is blank", { programme: null }),
  lecture("status", "unreadable", "not one of the words", { status: "afgewerkt" }),
  {
    ...{
      table: "lectures",
      column: "lecture_id",
      rule: "duplicate_key",
      why: "the number of an earlier row, with other values",
    },
    spoil: (good) => ({ ...good, students: 66, girls: 12 }),
  },
  {
    ...{ table: "lecturers", column: "postcode", rule: "unreadable", why: "a country before the postcode" },
    spoil: (good) => ({ ...good, lecturer_id: "G9001", postcode: "B-2000" }),
  },
  {
    ...{ table: "responses", column: "answer", rule: "not_allowed", why: "11 on a scale of 0 to 10" },
    spoil: (good) => ({ ...good, response_id: "R99001", answer: 11 }),
  },
  {
    ...{ table: "enrolments", column: "province", rule: "unreadable", why: "a province by its French name" },
    spoil: (good) => ({ ...good, province: "Anvers" }),
  },
  {
    ...{ table: "funding", column: "amount_eur", rule: "cash_has_amount", why: "cash without an amount" },
    spoil: (good) => ({ ...good, entry_id: "B99001", amount_eur: null }),
  },
  {
    ...{ table: "campaign_metrics", column: "value", rule: "unreadable", why: "a number in words" },
    spoil: (good) => ({ ...good, content_id: "SH-999", value: "1,2 mln" }),
  },
];

const canBeSpoiled: Record<string, (row: Row) => boolean> = {
  lectures: ({ status, girls }) => status === "held" && girls !== null,
  funding: ({ kind }) => kind === "cash",
  responses: ({ item_id }) => item_id === "recommend",
};

function spoilRows(table: string, rows: Row[]): { row: Row; mistake: Mistake }[] {
  const good = rows.filter(canBeSpoiled[table] ?? (() => true));
  return MISTAKES.filter((mistake) => mistake.table === table).flatMap((mistake, i) =>
    good
      .slice(-1 - i * 20)
      .slice(0, 1)
      .map((row) => ({ row: mistake.spoil(row, i), mistake })),
  );
}

/** Puts the bad rows after the good ones of their tables, and says where they stand. */
export function plantMistakes(tables: Record<string, Row[]>): {
  tables: Record<string, Row[]>;
  planted: PlantedMistake[];
} {
  const planted: PlantedMistake[] = [];
  const spoiled = Object.entries(tables).map(([table, rows]) => {
    const bad = spoilRows(table, rows);
    for (const [i, { mistake }] of bad.entries()) {
      const { column, rule, why } = mistake;
      planted.push({ file: `${table}.csv`, line: rows.length + 2 + i, column, rule, why });
    }
    return [table, [...rows, ...bad.map(({ row }) => row)]];
  });
  return { tables: Object.fromEntries(spoiled), planted };
}
