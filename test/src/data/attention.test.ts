import { describe, expect, it } from "vitest";
import { attention } from "../../../src/data/attention.ts";
import type { Gate } from "../../../src/data/gate.ts";
import { scores } from "../../fixtures/chartRows.ts";

/** A gate of two answers: the movement of the girls' share, and the number of held rows. */
const gate = (moved: object[], held: number): Gate => ({
  rows: async <T>(sql: string) => (sql.includes("meta.files") ? [{ rows: held }] : moved) as T[],
});
const off = (probability: number) => ({ ...scores.girls, status: "off_course" as const, probability });

describe("attention(gate, scores)", () => {
  it("puts what is least likely to be reached first, then what moved, what is held, and what is past", async () => {
    const scored = [off(0.2), { ...scores.girls, status: "past_due" as const }, off(0.05)];
    const moved = { school_year: "2025-2026", change: 0.01, lower: 0.002, upper: 0.02 };
    expect((await attention(gate([moved], 4), scored)).map(({ kind, score }) => [kind, score?.probability])).toEqual([
      ["off_course", 0.05],
      ["off_course", 0.2],
      ["moved", undefined],
    ]);
    expect((await attention(gate([], 4), scored.slice(1, 2))).map(({ kind }) => kind)).toEqual(["held", "past_due"]);
    expect(await attention(gate([], 0), [])).toEqual([]);
  });
});
