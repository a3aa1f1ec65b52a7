import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { Lang } from "../../../../src/components/figure/chart.ts";
import { parts } from "../../../../src/components/index.ts";
import { metYear, splitParts, targetYears, uncertainYear, verdict } from "../../../fixtures/shiftRows.ts";

const { document } = parseHTML("<html></html>");
const at = (lang: Lang) => ({
  ...{ width: 760, lang, document },
  frame: { as_of: "2026-03-02", load_id: "test", is_synthetic: true },
});
const text = (element: Element) => (element.textContent ?? "").replaceAll("\u00a0", " ").trim();
const lines = (element: HTMLElement) => [...element.querySelectorAll("p, li")].map(text);

describe("shiftVerdict", () => {
  it("says the verdict and its three conditions with their figures", () => {
    const [head, , trend, size, within, note] = lines(parts.shiftVerdict([verdict], at("nl")));
    expect(head).toBe(
      "Er is een relevante verschuiving. Meisjes waren 30,4 % van de STEM-leerlingen in de derde graad in 2016-2017 en 32,7 % in 2025-2026.",
    );
    expect(trend).toBe(
      "Voldaan. De stijging over 10 schooljaren is meer dan toeval. Zonder trend is de kans op zo'n sterk verloop kleiner dan 0,1 % (de p-waarde; de grens is 5 %), met de spreiding tussen de jaren meegerekend.",
    );
    expect(size).toBe(
      "Voldaan. De verandering is +2,3 procentpunt, waarschijnlijk tussen +1,8 en +2,8 (95%-interval). De ondergrens ligt boven de kleinste verandering die ertoe doet, 1,0 procentpunt.",
    );
    expect(within).toMatch(
      /^Voldaan\. Binnen de richtingen .* is dat \+1,4 procentpunt, tussen de richtingen .* \+1,0 procentpunt\./,
    );
    expect(note).toContain("de nulmeting van het doel is niet geladen");
    expect(note).toContain("De vergelijking loopt over een breuk in de reeks heen.");
    expect(note).toContain("Bewijsniveau: verschuiving.");
  });

  it("tells apart what is not met and what cannot be decided", () => {
    const few = { ...verdict, verdict: "not_decided" as const, is_significant: null, p: null, years: 3 };
    const open = lines(parts.shiftVerdict([few], at("en")));
    expect(open[0]).toMatch(/^Whether there is a shift cannot be decided\./);
    expect(open[2]).toBe(
      "Cannot be decided. Whether the trend is more than chance cannot be told from 3 school years: that takes five, or counts by school.",
    );
    const small = {
      ...verdict,
      verdict: "no_shift_shown" as const,
      is_large: false,
      change_lower: -0.002,
      design_effect: 3.2,
    };
    const missed = lines(parts.shiftVerdict([small], at("en")));
    expect(missed[0]).toMatch(/^No shift has been shown\./);
    expect(missed[3]).toMatch(/^Not met\. .* between −0\.2 and \+2\.8 .* not above the smallest change/);
    expect(missed.at(-1)).toContain("its variance is 3.2 times as large (the design effect)");
  });

  it("says when nothing can be decided because of a break", () => {
    const break_reason = { nl: "de verschuiving valt niet te onderscheiden", en: "the shift cannot be told" };
    const note = lines(parts.shiftVerdict([{ ...verdict, verdict: "not_decided", break_reason }], at("nl"))).at(-1);
    expect(note).toContain("over een breuk in de reeks heen, en de verschuiving valt niet te onderscheiden.");
  });

  it("says of an interval without schools that it is rather too narrow", () => {
    const note = lines(parts.shiftVerdict([{ ...verdict, design_effect: null }], at("nl"))).at(-1);
    expect(note).toContain("gemeen hebben, en is daardoor eerder te smal.");
  });

  it("is told in one sentence at the head of the page", () => {
    expect(text(parts.shiftAnswer([verdict], at("nl")))).toBe(
      "Dat is 2,3 procentpunt meer dan in 2016-2017, waarschijnlijk tussen +1,8 en +2,8 (95%-interval). Er is een relevante verschuiving. Bewijsniveau: verschuiving.",
    );
    const reason = { nl: "er is maar één schooljaar geladen", en: "only one school year was loaded" };
    expect(text(parts.shiftAnswer([{ ...verdict, verdict: null, reason }], at("en")))).toBe(
      "Whether that is more than before cannot be told: only one school year was loaded.",
    );
    expect(text(parts.shiftAnswer([], at("nl")))).toMatch(/: er zijn geen gegevens geladen\.$/);
  });

  it("calls a change that rounds to nothing no change", () => {
    const still = {
      ...verdict,
      verdict: "no_shift_shown" as const,
      change: 0.0004,
      change_lower: -0.004,
      change_upper: 0.005,
    };
    expect(text(parts.shiftAnswer([still], at("nl")))).toMatch(
      /^Dat is evenveel als in 2016-2017; de verandering ligt waarschijnlijk tussen −0,4 en \+0,5 procentpunt \(95%-interval\)\. /,
    );
    expect(text(parts.shiftAnswer([still], at("en")))).toMatch(
      /^That is the same as in 2016-2017; the change is probably between −0\.4 and \+0\.5 percentage points \(95% interval\)\. /,
    );
  });

  it("says why there is no verdict", () => {
    const reason = { nl: "er is maar één schooljaar geladen", en: "only one school year was loaded" };
    const none = parts.shiftVerdict([{ ...verdict, verdict: null, reason }], at("nl"));
    expect(text(none)).toBe("Geen cijfer: er is maar één schooljaar geladen.");
    expect(text(parts.shiftVerdict([], at("en")))).toBe("No figure: no data were loaded.");
  });
});

describe("targetYear", () => {
  it("names the year, its limits, the alternative, and when it was due", () => {
    const [line, due, basis] = lines(parts.targetYear(targetYears, at("nl")));
    expect(line).toBe(
      "De trendlijn gaat op de telling van 2028-2029 door 33,33 %, waarschijnlijk tussen 2027-2028 en 2030-2031 (95%-interval van de lijn). Een telling kan er voor het eerst komen tussen 2026-2027 en 2031-2032 (95%-interval van een telling). Ze stijgt met 0,27 procentpunt per jaar. Een tweede rekenwijze (een toevalswandeling met drift: het verschil tussen het eerste en het laatste jaar doorgetrokken) komt uit op 2028-2029.",
    );
    expect(due).toBe("Vooropgesteld voor 2020-2021, toen het 31,6 % was (bron: ‘EU STEM Coalition’).");
    expect(basis).toContain("Verder dan 2034-2035 wordt niet vooruitgekeken");
  });

  it("says that a year is uncertain and that it has no upper limit", () => {
    const [line] = lines(parts.targetYear([uncertainYear], at("en")));
    expect(line).toContain("not before 2027-2028, without an upper limit");
    expect(line).toContain("carried on) gives no year: the line does not rise.");
    expect(line).toContain("the year is uncertain");
  });

  it("says that the target was reached, in which count first, and where the share stands", () => {
    const [line, due, basis] = lines(parts.targetYear([metYear], at("nl")));
    expect(line).toBe(
      "Het doel van 33,33 % is gehaald, voor het eerst op de telling van 2022-2023; op die van 2025-2026 is het aandeel 34,27 %. De lijn door de getelde schooljaren stijgt met 0,27 procentpunt per jaar.",
    );
    expect(due).toBe("Vooropgesteld voor 2020-2021, toen het 33,1 % was (bron: ‘EU STEM Coalition’).");
    expect(basis).toContain("Vanaf 2024-2025 krijgt de lijn een ander niveau");
    expect(lines(parts.targetYear([metYear], at("en")))[0]).toBe(
      "The target of 33.33% has been reached, first at the count of 2022-2023; at that of 2025-2026 the share is 34.27%. The line through the counted school years rises by 0.27 percentage points a year.",
    );
  });

  it("says that the line falls, or stays level, above a target that was reached", () => {
    const said = (points_per_year: number, lang: Lang) =>
      lines(parts.targetYear([{ ...metYear, met_year: "2016-2017", points_per_year }], at(lang)))[0];
    expect(said(-0.003, "nl")).toBe(
      "Het doel van 33,33 % is gehaald, al op de eerste geladen telling (2016-2017); op die van 2025-2026 is het aandeel 34,27 %. Let op: de lijn door de getelde schooljaren daalt met 0,30 procentpunt per jaar.",
    );
    expect(said(-0.003, "en")).toBe(
      "The target of 33.33% has been reached, already at the first count loaded (2016-2017); at that of 2025-2026 the share is 34.27%. Note: the line through the counted school years falls by 0.30 percentage points a year.",
    );
    expect(said(-0.00001, "nl")).toContain("is het aandeel 34,27 %. De lijn door de getelde schooljaren blijft vlak.");
    expect(said(0.00001, "en")).toContain(
      "the share is 34.27%. The line through the counted school years stays level.",
    );
  });

  it("says that a target was reached in the last count, also without a line", () => {
    const row = { ...metYear, met_year: "2025-2026", years: null, points_per_year: null, break_year: null };
    expect(lines(parts.targetYear([row], at("nl")))[0]).toBe(
      "Het doel van 33,33 % is gehaald op de telling van 2025-2026, met 34,27 %.",
    );
    expect(lines(parts.targetYear([row], at("en")))[0]).toBe(
      "The target of 33.33% was reached at the count of 2025-2026, with 34.27%.",
    );
  });

  it("says that a count reached the target once and that the last one is below it again", () => {
    const row = { ...uncertainYear, met_year: "2020-2021" };
    expect(lines(parts.targetYear([row], at("nl")))[0]).toMatch(
      /^De telling van 2020-2021 haalde 33,33 % al; die van 2025-2026 staat er weer onder, met 32,71 %\. De trendlijn gaat op/,
    );
    expect(lines(parts.targetYear([row], at("en")))[0]).toMatch(
      /^The count of 2020-2021 already reached 33\.33%; that of 2025-2026 is below it again, at 32\.71%\. The trend line crosses/,
    );
  });

  it("says it plainly where both limits are the year itself", () => {
    const row = { ...targetYears[0], earliest_year: "2028-2029", latest_year: "2028-2029" } as typeof metYear;
    expect(lines(parts.targetYear([row], at("nl")))[0]).toContain(
      "waarschijnlijk niet eerder of later (95%-interval van de lijn). Een telling",
    );
  });

  it("says why there is no year", () => {
    const reason = { nl: "er is geen doel geladen", en: "no target was loaded" };
    expect(text(parts.targetYear([{ ...uncertainYear, target: null, reason }], at("nl")))).toBe(
      "Geen cijfer: er is geen doel geladen.",
    );
  });
});

describe("splitTable", () => {
  it("gives what each domain adds, and a dash where it did not exist", () => {
    const element = parts.splitTable(splitParts, at("nl"));
    const cells = [...element.querySelectorAll("tbody tr")].map((row) => [...row.children].map(text));
    expect(cells).toEqual([
      ["wetenschappen (doorstroom of dubbel)", "35,4 %", "36,9 %", "54,5 %", "56,1 %", "+0,58", "+0,37"],
      ["robotica (dubbel)", "0,0 %", "2,0 %", "–", "20,0 %", "0,00", "−0,24"],
    ]);
  });

  it("does not say that nothing was loaded where there is nothing to split", () => {
    expect(text(parts.splitTable([], at("nl")))).toBe(
      "Geen cijfer per domein: er is geen splitsing van het basisjaar tot het laatste jaar.",
    );
    expect(text(parts.splitTable([], at("en")))).toBe(
      "No figure by domain: there is no split from the base year to the last year.",
    );
  });
});
