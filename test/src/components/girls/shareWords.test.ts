import { describe, expect, it } from "vitest";
import { girlsByTrack, girlsTotal, meanings, parity } from "../../../fixtures/chartRows.ts";
import { tell, titles } from "../told.ts";

describe("shareLines.tell", () => {
  it("states the girls' share in percentage points against the target", () => {
    expect(titles("shareLines", girlsTotal, meanings.girls)).toEqual([
      "Meisjes zijn 30,1 % van de STEM-leerlingen in 2025-2026 (voorlopig), 3,2 procentpunt onder het doel",
      "Girls are 30.1% of STEM pupils in 2025-2026 (provisional), 3.2 percentage points below the target",
    ]);
  });

  it("names the third stage where the definition does", () => {
    const meaning = { ...meanings.girls, definition: { nl: "Meisjes in de derde graad", en: "Girls in stage 3" } };
    expect(tell("shareLines", girlsTotal.slice(0, 2), "nl", meaning).title).toBe(
      "Meisjes zijn 29,1 % van de STEM-leerlingen in de derde graad in 2017-2018, 4,2 procentpunt onder het doel",
    );
  });

  it("says that the axis does not start at zero, and where the series broke", () => {
    expect(tell("shareLines", girlsTotal, "nl", meanings.girls).subtitle).toBe(
      "Aandeel meisjes in STEM, in procent; de as begint bij 25 %, niet bij nul; breuk in de reeks in 2023-2024; open bolletje: voorlopig of geschat",
    );
  });

  it("counts in words what is hidden", () => {
    const secret = (n: number) =>
      girlsTotal.map((row, i) =>
        i < n ? { ...row, value: null, numerator: null, denominator: null, status: "c" as const } : row,
      );
    expect(tell("shareLines", secret(2), "nl", meanings.girls).subtitle).toMatch(
      /; 2 cijfers niet getoond: vertrouwelijk, te kleine groep$/,
    );
    expect(tell("shareLines", secret(1), "en", meanings.girls).subtitle).toMatch(
      /; 1 figure not shown: confidential, group too small$/,
    );
  });

  it("gives the range over groups without a total", () => {
    expect(titles("shareLines", girlsByTrack, meanings.girls)).toEqual([
      "Aandeel meisjes in STEM in 2025-2026: van 5,4 % (bso) tot 52,0 % (aso)",
      "Girls' share in STEM in 2025-2026: from 5.4% (bso) to 52.0% (aso)",
    ]);
  });

  it("names the only group of a breakdown, so that it is not read as the whole", () => {
    const bso = girlsByTrack.filter(({ group }) => group === "bso");
    expect(titles("shareLines", bso, meanings.girls)).toEqual([
      "Aandeel meisjes in STEM: 5,4 % voor bso in 2025-2026",
      "Girls' share in STEM: 5.4% for bso in 2025-2026",
    ]);
    expect(tell("shareLines", bso, "nl", meanings.girls).table.columns[1]?.label).toBe("bso");
  });

  it("has no row of a year in its table when there are no rows", () => {
    expect(tell("shareLines", [], "nl", meanings.girls).table.rows).toEqual([]);
  });

  it("prints an index as a number", () => {
    const told = tell("shareLines", parity, "nl", meanings.parity);
    expect(told.title).toBe("Pariteitsindex STEM: 0,44 in 2025-2026 (voorlopig)");
    expect(told.subtitle).toContain("1 betekent gelijk");
  });

  it("prints the shares behind an index as shares", () => {
    const rows = parity.map((row) => ({ ...row, numerator: 0.2765, denominator: 0.6271 }));
    const { table } = tell("shareLines", rows, "nl", meanings.parity);
    expect(table.columns.map(({ label }) => label)).toEqual(["Schooljaar", "Pariteitsindex STEM", "Teller", "Noemer"]);
    expect(table.rows.at(-1)).toEqual(["2025-2026", "0,44 (p)", "27,7 %", "62,7 %"]);
  });

  it("has the interval of a figure in the table, where it was computed", () => {
    const rows = parity.map((row, i) => ({ ...row, lower: i === 0 ? null : 0.431, upper: i === 0 ? null : 0.452 }));
    const { table } = tell("shareLines", rows, "nl", meanings.parity);
    expect(table.columns[2]).toEqual({ label: "95%-interval", isNumber: true });
    expect(table.rows.map((row) => row[2])).toEqual(["–", ...Array(parity.length - 1).fill("0,43 tot 0,45")]);
    const [one, other] = [girlsByTrack, girlsByTrack.map((row) => ({ ...row, lower: 0.1, upper: 0.2 }))].map(
      (rows) => tell("shareLines", rows, "en", meanings.girls).table,
    );
    expect(other?.columns).toHaveLength(2 * Number(one?.columns.length) - 1);
    expect(other?.rows[0]?.[2]).toBe("10.0% to 20.0%");
    expect(other?.columns[2]).toEqual({ label: "95% interval", isNumber: true });
  });

  it("puts flags and counts in the table", () => {
    const { table } = tell("shareLines", girlsTotal, "nl", meanings.girls);
    expect(table.rows.slice(-3)).toEqual([
      ["2023-2024", "29,7 % (b)", "8.910", "30.000"],
      ["2024-2025", "29,9 %", "8.970", "30.000"],
      ["2025-2026", "30,1 % (p)", "9.030", "30.000"],
    ]);
  });
});
