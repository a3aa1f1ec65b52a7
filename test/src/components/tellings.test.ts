import { describe, expect, it } from "vitest";
import type { Chart, Lang } from "../../../src/components/chart.ts";
import { charts } from "../../../src/components/index.ts";
import type { Meaning } from "../../../src/data/rows.ts";
import * as fixture from "../../fixtures/chartRows.ts";

const { meanings, cumulative, provinces, topTwo, girlsTotal, girlsByTrack, parity, published, funding } = fixture;
const tell = (name: keyof typeof charts, rows: readonly unknown[], lang: Lang, meaning: Meaning | null) => {
  const told = (charts[name] as unknown as Chart<unknown>).tell(rows, lang, meaning);
  return JSON.parse(JSON.stringify(told).replaceAll("\u00a0", " ")) as typeof told;
};
const titles = (name: keyof typeof charts, rows: readonly unknown[], meaning: Meaning | null) => [
  tell(name, rows, "nl", meaning).title,
  tell(name, rows, "en", meaning).title,
];

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

  it("says that there is nothing yet", () => {
    expect(titles("cumulativeLine", [], meanings.lectures)).toEqual([
      "Nog geen gastlessen om te tonen voor dit schooljaar",
      "No guest lectures to show for this school year yet",
    ]);
  });
});

describe("breakdownBars.tell", () => {
  it("names the largest group and its change", () => {
    expect(titles("breakdownBars", provinces, meanings.lectures)).toEqual([
      "Antwerpen telt de meeste gastlessen: 104, 12 meer dan vorig jaar",
      "Antwerp has the most guest lectures: 104, 12 more than last year",
    ]);
  });

  it("gives the range of shares", () => {
    expect(titles("breakdownBars", topTwo.slice(0, 2), meanings.wrapUp)).toEqual([
      "Afgeronde gastlessen: van 79,0 % (De les wekte bij mijn leerlingen interesse voor een STEM-richting of een STEM-beroep) tot 87,0 % (De inhoud sloot aan bij mijn lessen)",
      "Lectures wrapped up: from 79.0% (The lecture raised my students' interest in a STEM programme or a STEM job) to 87.0% (The content fitted in with my lessons)",
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

  it("says that there is nothing to show when all is hidden", () => {
    expect(titles("breakdownBars", provinces.slice(-1), meanings.lectures)).toEqual([
      "Geen cijfers om te tonen over gastlessen",
      "No figures to show on guest lectures",
    ]);
  });
});

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
      "Meisjes in STEM, in procent; de as begint bij 25 %, niet bij nul; breuk in de reeks in 2023-2024; open bol: voorlopig of geschat",
    );
  });

  it("gives the range over groups without a total", () => {
    expect(titles("shareLines", girlsByTrack, meanings.girls)).toEqual([
      "Meisjes in STEM in 2025-2026: van 5,4 % (bso) tot 52,0 % (aso)",
      "Girls' share in STEM in 2025-2026: from 5.4% (bso) to 52.0% (aso)",
    ]);
  });

  it("prints an index as a number", () => {
    const told = tell("shareLines", parity, "nl", meanings.parity);
    expect(told.title).toBe("Pariteitsindex STEM: 0,44 in 2025-2026 (voorlopig)");
    expect(told.subtitle).toContain("1 betekent gelijk");
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

describe("publishedPoints.tell", () => {
  it("states the way from the first to the last published figure, without a definition at hand", () => {
    expect(titles("publishedPoints", published, null)).toEqual([
      "Aandeel meisjes in STEM (derde graad): van 27,4 % in 2010-2011 naar 30,1 % in 2015-2016, 3,2 procentpunt onder het doel",
      "Girls' share in STEM (third stage): from 27.4% in 2010-2011 to 30.1% in 2015-2016, 3.2 percentage points below the target",
    ]);
  });

  it("keeps figures that disagree beside each other, as their sources gave them", () => {
    expect(tell("publishedPoints", fixture.conflicting, "nl", null).table.rows.map((row) => [row[3], row[5]])).toEqual([
      ["34,47 %", "rtcoostvlaanderen.be/p5374"],
      ["31,1 %", "gva.be dmf20170420_02842383"],
      ["55.153 leerlingen", "standaard.be/cnt/dmf20190705_04495193"],
    ]);
  });
});

describe("fundingSplit.tell", () => {
  it("states the public share against the agreed band", () => {
    expect(titles("fundingSplit", funding, meanings.publicShare)).toEqual([
      "70,8 % van het geld kwam in 2025-2026 van de overheid, binnen de afgesproken band van 65 % tot 75 %",
      "70.8% of the cash came from government in 2025-2026, within the agreed band of 65% to 75%",
    ]);
  });

  it("keeps what was given in kind out of the split", () => {
    expect(tell("fundingSplit", funding, "nl", null).table.rows.at(-1)).toEqual([
      "2025-2026",
      "318.000 euro",
      "131.200 euro",
      "70,8 % (p)",
      "74.500 euro, 860 uur",
    ]);
  });

  it("says that there is nothing to split", () => {
    expect(titles("fundingSplit", [], null)).toEqual([
      "Geen ontvangen geld om te verdelen",
      "No cash received to split",
    ]);
  });
});
