import { describe, expect, it } from "vitest";
import { meanings, provinces, topTwo } from "../../../fixtures/chartRows.ts";
import { tell, titles } from "../told.ts";

describe("breakdownBars.tell", () => {
  it("names the largest group and its change", () => {
    expect(titles("breakdownBars", provinces, meanings.lectures)).toEqual([
      "Antwerpen telt de meeste gastlessen: 104, 12 meer dan op dezelfde lesdag vorig jaar",
      "Antwerp has the most guest lectures: 104, 12 more than on the same teaching day last year",
    ]);
  });

  it("gives the range of shares", () => {
    expect(titles("breakdownBars", topTwo.slice(0, 2), meanings.wrapUp)).toEqual([
      "Afgeronde gastlessen: van 79,0 % voor ‘De les wekte bij mijn leerlingen interesse voor een STEM-richting of een STEM-beroep’ tot 87,0 % voor ‘De inhoud sloot aan bij mijn lessen’",
      "Lectures wrapped up: from 79.0% for ‘The lecture raised my students' interest in a STEM programme or a STEM job’ to 87.0% for ‘The content fitted in with my lessons’",
    ]);
  });

  it("names groups that share the first place, and none that nobody filled in", () => {
    const [first, second, third] = provinces;
    if (!first || !second || !third) throw new Error("the fixture has three provinces");
    const tied = [first, { ...second, value: 104 }, { ...third, group: "unknown", value: 500 }, ...provinces.slice(3)];
    expect(titles("breakdownBars", tied, meanings.lectures)[0]).toBe(
      "Antwerpen en Oost-Vlaanderen tellen elk de meeste gastlessen: 104",
    );
  });

  it("keeps a hidden group in the table and in the alternative as what it is", () => {
    const told = tell("breakdownBars", provinces, "nl", meanings.lectures);
    expect(told.table.rows.at(-1)).toEqual(["Brussels Hoofdstedelijk Gewest", "c", "–"]);
    expect(told.alternative).toContain(
      "Niet getoond: Brussels Hoofdstedelijk Gewest (vertrouwelijk, te kleine groep).",
    );
  });

  it("says a flag once when all values bear it", () => {
    const rows = provinces.map((row) => (row.value === null ? row : { ...row, status: "p" as const }));
    expect(tell("breakdownBars", rows, "nl", meanings.lectures).subtitle).toBe(
      "Gastlessen per groep; streepje: dezelfde lesdag vorig jaar; alle cijfers: voorlopig",
    );
  });

  it("says why where there is nothing to show", () => {
    expect(titles("breakdownBars", [], meanings.lectures)).toEqual([
      "Geen cijfers om te tonen over gastlessen: er is niets geteld",
      "No figures to show on guest lectures: nothing was counted",
    ]);
  });

  it("tells beside shares out of how many they are", () => {
    const rows = topTwo.slice(0, 2).map((row, i) => ({ ...row, numerator: 1, denominator: [9, 1200][i] ?? null }));
    expect(tell("breakdownBars", rows, "nl", meanings.wrapUp).subtitle).toContain("; noemer: 9 tot 1.200");
    expect(tell("breakdownBars", rows.slice(0, 1), "en", meanings.wrapUp).subtitle).toContain("; denominator: 9");
  });

  it("says that there is nothing to show when all is hidden", () => {
    expect(titles("breakdownBars", provinces.slice(-1), meanings.lectures)).toEqual([
      "Geen cijfers om te tonen over gastlessen",
      "No figures to show on guest lectures",
    ]);
  });
});
