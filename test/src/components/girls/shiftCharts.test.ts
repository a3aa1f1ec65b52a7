import { describe, expect, it } from "vitest";
import {
  metTrend,
  pair,
  shortTrend,
  split,
  splitBySchool,
  trend,
  uncertainTrend,
} from "../../../fixtures/shiftRows.ts";
import { tell, titles } from "../told.ts";

describe("sharePair", () => {
  it("states both changes since the base year, and which may be chance", () => {
    expect(titles("sharePair", pair, null)).toEqual([
      "Sinds 2016-2017: aandeel meisjes in STEM +2,3 procentpunt en deelname van meisjes aan STEM +0,1 procentpunt (kan toeval zijn)",
      "Since 2016-2017: girls' share in STEM +2.3 percentage points and girls' participation in STEM +0.1 percentage points (may be chance)",
    ]);
    expect(tell("sharePair", pair, "nl", null).table.rows[9]).toEqual([
      ...["Aandeel meisjes in STEM", "2025-2026 (voorlopig)", "32,7 %", "32,4 % tot 33,1 %", "+2,3", "+1,8 tot +2,9"],
    ]);
  });
});

describe("sharePair of one school year", () => {
  it("tells one figure of each share, and no way from a year to itself", () => {
    const one = pair.filter(({ school_year }) => school_year === "2025-2026");
    const { alternative } = tell("sharePair", one, "nl", null);
    expect(alternative).toContain("Aandeel meisjes in STEM: 32,7 % in 2025-2026.");
    expect(alternative).not.toContain("van 32,7 %");
  });
});

describe("shareSplit", () => {
  it("states both effects in percentage points, never as parts of the change", () => {
    expect(titles("shareSplit", split, null)).toEqual([
      "Van 2016-2017 tot 2025-2026: +2,3 procentpunt, waarvan +1,4 procentpunt binnen de richtingen en +1,0 procentpunt doordat richtingen groeiden of krompen",
      "From 2016-2017 to 2025-2026: +2.3 percentage points, of which +1.4 percentage points within programmes and +1.0 percentage points because programmes grew or shrank",
    ]);
    const told = tell("shareSplit", split, "nl", null);
    expect(JSON.stringify(told)).not.toMatch(/\d ?%(?!-)/);
    expect(told.subtitle).toContain("geen interval: niet alle inschrijvingen zijn per school geladen");
    expect(told.subtitle).toContain("* over een breuk in de reeks heen (2023-2024 en 2024-2025)");
    expect(told.table.rows.at(-2)).toEqual([
      ...["2016-2017 – 2025-2026 *", "som van de jaren", "+2,34", "+1,36", "–", "+0,98", "–"],
    ]);
  });

  it("says which year has no figure, and why", () => {
    const { subtitle, table } = tell("shareSplit", splitBySchool, "en", null);
    expect(subtitle).toContain("no figure for 2020-2021: the grouping differs too much");
    expect(table.rows[0]).toEqual([
      ...["2016-2017 – 2017-2018", "year by year", "+0.19", "+0.23", "+0.11 to +0.35", "−0.05", "−0.17 to +0.08"],
    ]);
    expect(titles("shareSplit", [], null)[0]).toBe("Geen cijfer: er zijn geen twee schooljaren om te vergelijken");
  });
});

describe("shareForecast", () => {
  it("states the year in which the target is reached, with its limits", () => {
    expect(titles("shareForecast", trend, null)).toEqual([
      "Op deze lijn halen meisjes 33,33 % in 2028-2029, waarschijnlijk tussen 2027-2028 en 2030-2031 (95%-interval van de lijn)",
      "On this line girls reach 33.33% in 2028-2029, probably between 2027-2028 and 2030-2031 (95% interval of the line)",
    ]);
  });

  it("states that the target was reached, and when the line falls nevertheless", () => {
    expect(titles("shareForecast", metTrend, null)).toEqual([
      "Het doel van 33,33 % is gehaald, voor het eerst op de telling van 2022-2023; op die van 2025-2026 is het aandeel 34,27 %",
      "The target of 33.33% has been reached, first at the count of 2022-2023; at that of 2025-2026 the share is 34.27%",
    ]);
    const falling = metTrend.map((row) => ({ ...row, aim: row.aim && { ...row.aim, points_per_year: -0.003 } }));
    expect(titles("shareForecast", falling, null)).toEqual([
      "Het doel van 33,33 % is gehaald, voor het eerst op de telling van 2022-2023; op die van 2025-2026 is het aandeel 34,27 %, maar de lijn daalt",
      "The target of 33.33% has been reached, first at the count of 2022-2023; at that of 2025-2026 the share is 34.27%, but the line falls",
    ]);
  });

  it("states doubt, and why there is no forecast", () => {
    expect(titles("shareForecast", uncertainTrend, null)[1]).toBe(
      "When girls reach 33.33% is uncertain: 2029-2030 on the line, no year on the random walk",
    );
    expect(titles("shareForecast", shortTrend, null)[0]).toBe(
      "Geen vooruitblik: er zijn minder dan vijf bruikbare schooljaren geladen",
    );
    expect(titles("shareForecast", [], null)[1]).toBe("No forecast: no data were loaded");
  });
});
