import { describe, expect, it } from "vitest";
import { cumulative, meanings } from "../../../fixtures/chartRows.ts";
import { tell, titles } from "../told.ts";

describe("cumulativeLine.tell", () => {
  it("states the count and its distance to the same teaching day of last year", () => {
    expect(titles("cumulativeLine", cumulative, meanings.lectures)).toEqual([
      "314 gastlessen gegeven tot en met 2 maart 2026, 22 meer dan op dezelfde lesdag vorig jaar",
      "314 guest lectures held up to 2 March 2026, 22 more than on the same teaching day last year",
    ]);
  });

  it("says about when last year was not counted on that day", () => {
    const rows = cumulative.filter((row) => row.is_current || row.teaching_day !== 110);
    expect(tell("cumulativeLine", rows, "nl", meanings.lectures).title).toContain("ongeveer 24 meer");
  });

  it("says what is measured, up to when, against what", () => {
    expect(tell("cumulativeLine", cumulative, "nl", meanings.lectures).subtitle).toBe(
      "Gastlessen per schooljaar, opgeteld van de eerste lesdag tot en met lesdag 110; schooljaar 2025-2026; doel 450; stippellijn: jaar waarin de scholen deels gesloten waren",
    );
  });

  it("gives each school year on that day and in the end", () => {
    const { table } = tell("cumulativeLine", cumulative, "nl", meanings.lectures);
    expect(table.columns.map(({ label }) => label)).toEqual([
      "Schooljaar",
      "Na lesdag 110",
      "Hele schooljaar",
      "Doel",
      "Opmerking",
    ]);
    expect(table.rows.slice(-2)).toEqual([
      ["2024-2025", "292", "428", "–", ""],
      ["2025-2026", "314", "–", "450", "loopt nog"],
    ]);
  });

  it("speaks of closures in its alternative only where some are known", () => {
    const alternative = (rows: typeof cumulative) => tell("cumulativeLine", rows, "nl", meanings.lectures).alternative;
    expect(alternative(cumulative)).toContain("zonder sluiting was het eindtotaal");
    const open = cumulative.filter(({ is_closure_year }) => !is_closure_year);
    expect(alternative(open)).toMatch(/voorbije schooljaren was het eindtotaal/);
  });

  it("says that there is nothing yet", () => {
    expect(titles("cumulativeLine", [], meanings.lectures)).toEqual([
      "Nog geen gastlessen om te tonen voor dit schooljaar",
      "No guest lectures to show for this school year yet",
    ]);
  });
});
