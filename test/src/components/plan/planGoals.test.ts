import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { parts } from "../../../../src/components/index.ts";
import { goalState } from "../../../../src/components/plan/planGoals.ts";
import type { GoalRow } from "../../../../src/data/plan/rows.ts";
import { meanings } from "../../../fixtures/chartRows.ts";

const { document } = parseHTML("<html></html>");
const frame = { as_of: "2026-03-02", load_id: "test", is_synthetic: true };
const at = { width: 760, lang: "nl", document, frame } as const;
const text = (element: Element | null) => (element?.textContent ?? "").replaceAll("\u00a0", " ");

const goal: GoalRow = {
  ...{ plan: "2012-2020", text: { nl: "Een derde meisjes", en: "One third girls" }, target: 0.3333 },
  ...{
    target_period: "2020-2021",
    source: "EU STEM Coalition",
    meaning: meanings.girls,
    value: 0.301,
    period: "2024-2025",
  },
  ...{ flag: null, current_school_year: "2025-2026" },
};
const goals: GoalRow[] = [
  goal,
  { ...goal, value: 0.34, flag: "p" },
  { ...goal, target_period: "2029-2030" },
  { ...goal, meaning: null, value: null, period: null, target: 0.335, target_period: "2020" },
  { ...goal, value: null, flag: "c" },
];

describe("goals of the plans", () => {
  it("stand by their last figure and by whether their year has passed", () =>
    expect(goals.map(goalState)).toEqual(["missed", "met", "open", "unknown", "unknown"]));

  it("are told with what is short, or why nothing can be told", () => {
    const rows = [...parts.planGoals(goals, at).querySelectorAll("tbody tr")].map((row) =>
      text(row.children[4] ?? null),
    );
    expect(rows).toEqual([
      "niet gehaald, het streefjaar is voorbij: 30,1 % in 2024-2025, 3,2 procentpunt te weinig",
      "gehaald: 34,0 % in 2024-2025 (p)",
      "nog niet gehaald: 30,1 % in 2024-2025, 3,2 procentpunt te weinig",
      "niet te zeggen: geen indicator in deze gegevens meet dit",
      "niet te zeggen: vertrouwelijk, te kleine groep",
    ]);
  });

  it("are counted in one sentence", () =>
    expect(text(parts.planAnswer(goals, at))).toBe(
      "5 doelstellingen: 1 gehaald; 1 niet gehaald, het streefjaar is voorbij; 1 nog niet gehaald; 2 niet te zeggen.",
    ));
});

describe("initiativeTable", () => {
  it("adds up by audience and strand", () => {
    const rows = [
      { strand: "1", audience: "teachers", initiatives: 2 },
      { strand: "2", audience: "teachers", initiatives: 3 },
      { strand: "2", audience: "families", initiatives: 4 },
    ];
    const element = parts.initiativeTable(rows, at);
    expect([...element.querySelectorAll("tbody tr")].map((row) => [...row.children].map(text))).toEqual([
      ["gezinnen", "0", "4", "4"],
      ["leerkrachten", "2", "3", "5"],
      ["Samen", "2", "7", "9"],
    ]);
  });
});
