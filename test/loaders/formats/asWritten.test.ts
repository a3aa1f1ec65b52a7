import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quoted } from "../../../loaders/contracts/cells.ts";
import { roughText, sumText } from "../../../loaders/formats/rough.ts";
import { dateText, moneyText } from "../../../loaders/formats/styles.ts";
import { isTotal } from "../../../loaders/formats/totals.ts";
import { openWarehouse, type Warehouse } from "../../../loaders/warehouse.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openWarehouse(":memory:");
});
afterAll(() => warehouse.close());

const answers = async (texts: string[], sql: (cell: string) => string) => {
  const rows = await warehouse.rows<{ v: unknown }>(
    `select ${sql("cell")} as v from (values ${texts.map((text, i) => `(${i}, ${quoted(text)})`).join(", ")}) as t(i, cell) order by i`,
  );
  return Object.fromEntries(rows.map(({ v }, i) => [texts[i], v]));
};

describe("numbers as people write them", () => {
  it("reads a rough number as its middle, rounded down, and nothing else", async () => {
    const expected = {
      "±20": "20",
      "± 20": "20",
      "ca. 20": "20",
      "Ca 20": "20",
      "~20": "20",
      "ongeveer 15": "15",
      "20 à 25": "22",
      "20-25": "22",
      "20 – 25": "22",
      "20 tot 24": "22",
      "een 20-tal": "20",
      "20 tal": "20",
      "een twintigtal": "20",
      "±20-25": "22",
      "25-20": null,
      "20": null,
      "20/25": null,
      "2-3-2026": null,
      "een aantal": null,
      "?": null,
    };
    expect(await answers(Object.keys(expected), roughText)).toEqual(expected);
  });

  it("adds up what is added in a cell", async () => {
    const expected = { "22+20": "42", "22 + 20 + 1": "43", "22+": null, "+20": null, "20": null };
    expect(await answers(Object.keys(expected), sumText)).toEqual(expected);
  });

  it("reads money with its sign, spaces, brackets or a minus behind", async () => {
    const expected = {
      "€ 1.234,50": "1234.50",
      "1 234,50 EUR": "1234.50",
      "1\u00a0234,50 €": "1234.50",
      "(1.234,50)": "-1234.50",
      "€ (5,00)": "-5.00",
      "12,50-": "-12.50",
      "-€ 12": "-12",
      "€ -12,5": "-12.5",
      "1.234": "1234",
      "12": "12",
    };
    expect(await answers(Object.keys(expected), (cell) => moneyText(cell, "dutch"))).toEqual(expected);
    const wrong = ["1.23", "1234.50", "12,5,0", "USD 12", "ca. 12", "20-25"];
    for (const value of Object.values(await answers(wrong, (cell) => moneyText(cell, "dutch"))))
      expect(value).toContain("\u2060");
  });

  it("reads a day with its month as a word, and never rolls over", async () => {
    const expected = {
      "12-sep-25": "2025-09-12",
      "12 sep. 2025": "2025-09-12",
      "vrijdag 12 september 2025": "2025-09-12",
      "vr 12 sept '25": "2025-09-12",
      "Di 3 Mrt 2026": "2026-03-03",
      "12/09/2025": "2025-09-12",
    };
    expect(await answers(Object.keys(expected), (cell) => dateText(cell, "dmy", { grain: "day" }))).toEqual(expected);
    const wrong = ["31-feb-25", "14/10 en 21/10/2025", "sep-25", "12 foo 2025", "12/09/25"];
    for (const value of Object.values(await answers(wrong, (cell) => dateText(cell, "dmy", { grain: "day" }))))
      expect(value).toContain("\u2060");
  });

  it("knows the word for a total, and no name that begins like it", async () => {
    const yes = [
      "Totaal",
      "TOTAL",
      "Subtotaal",
      "Eindtotaal",
      "Totaal september",
      "Grand total",
      "Gesamt",
      "Insgesamt",
      "Gesamtsumme",
      "Totaal 2025-2026:",
      "Algemeen totaal",
    ];
    const no = [
      "TotalEnergies",
      "Totaal ander verhaal over wetenschap",
      "Totale verduistering",
      "Sommige",
      "Total-Recall",
      "Soma",
    ];
    expect(await answers([...yes, ...no], (cell) => isTotal(cell))).toEqual(
      Object.fromEntries([...yes.map((text) => [text, true]), ...no.map((text) => [text, false])]),
    );
  });
});
