import { describe, expect, it } from "vitest";
import {
  againstTarget,
  benchmarkMoved,
  changeSince,
  expectation,
  scoreSentence,
} from "../../../../src/components/scorecard/scoreSentence.ts";
import { scores } from "../../../fixtures/chartRows.ts";

describe("scoreSentence(row, lang)", () => {
  it.each([
    [
      "lectures",
      "Verwacht jaartotaal 452, met 80 % kans tussen 430 en 476; kans om het doel van 450 te halen: 53 %; 24 meer dan op dezelfde lesdag vorig jaar.",
      "Expected year total 452, with an 80% chance of between 430 and 476; chance of reaching the target of 450: 53%; 24 more than on the same teaching day last year.",
    ],
    [
      "lecturers",
      "11 boven het doel van 160; evenveel als op dezelfde lesdag vorig jaar.",
      "11 above the target of 160; the same as on the same teaching day last year.",
    ],
    [
      "wrapUp",
      "12,1 procentpunt onder het doel van 100 %; 1,8 procentpunt meer dan in 2024-2025.",
      "12.1 percentage points below the target of 100%; 1.8 percentage points more than in 2024-2025.",
    ],
    [
      "girls",
      "3,2 procentpunt onder het doel van 33,3 % voor 2020-2021; 0,4 procentpunt meer dan in 2024-2025; voorlopig.",
      "3.2 percentage points below the target of 33.3% for 2020-2021; 0.4 percentage points more than in 2024-2025; provisional.",
    ],
    [
      "publicShare",
      "Binnen de afgesproken band van 65 % tot 75 %; 7,1 procentpunt meer dan in 2024-2025.",
      "Within the agreed band of 65% to 75%; 7.1 percentage points more than in 2024-2025.",
    ],
    ["hidden", "Geen waarde: vertrouwelijk, te kleine groep.", "No value: confidential, group too small."],
  ] as const)("says how %s stands", (name, nl, en) => {
    expect(scoreSentence(scores[name], "nl").replaceAll("\u00a0", " ")).toBe(nl);
    expect(scoreSentence(scores[name], "en")).toBe(en);
  });

  it("says that there is nothing to compare with", () => {
    expect(scoreSentence({ ...scores.completeness, last_value: null }, "nl")).toBe(
      "Geen doel en geen vorige waarde om mee te vergelijken.",
    );
  });
});

describe("expectation(row, lang)", () => {
  it("gives one number when the year is as good as over", () => {
    const row = { ...scores.lectures, expected: 430, expected_low: 430, expected_high: 430, probability: 0 };
    expect(expectation(row, "en")).toBe("expected year total 430; chance of reaching the target of 450: less than 1%");
  });

  it("says on how many past years a chance rests", () => {
    expect(expectation({ ...scores.lectures, past_years_count: 5 }, "en")).toContain(
      "chance of reaching the target of 450: 53% (from 5 past school years)",
    );
  });

  it("speaks of no chance without a target, nor of one that was set for another year", () => {
    const row = { ...scores.lectures, probability: null };
    expect(expectation({ ...row, target: null }, "en")).toBe(
      "expected year total 452, with an 80% chance of between 430 and 476",
    );
    expect(expectation(row, "nl")?.replaceAll("\u00a0", " ")).toBe(
      "verwacht jaartotaal 452, met 80 % kans tussen 430 en 476 (doel 450)",
    );
  });

  it("is null where there is no forecast, and the sentence says why", () => {
    const why = {
      nl: "dit schooljaar is nog geen lesdag voorbij",
      en: "no teaching day of this school year has passed yet",
    };
    const none = { expected: null, expected_low: null, expected_high: null, probability: null, no_forecast: why };
    const row = { ...scores.lectures, ...none };
    expect(expectation(row, "nl")).toBeNull();
    expect(scoreSentence(row, "nl")).toBe(
      "138 onder het doel van 450; 24 meer dan op dezelfde lesdag vorig jaar; geen verwachting: dit schooljaar is nog geen lesdag voorbij.",
    );
    expect(scoreSentence(row, "en")).toContain("; no forecast: no teaching day of this school year has passed yet.");
  });
});

describe("againstTarget(row, lang)", () => {
  it("says so when the value is on the target as both are read", () => {
    expect(againstTarget({ ...scores.wrapUp, value: 0.99999 }, "en")).toBe("exactly on the target of 100%");
  });

  it("places a share outside its band", () => {
    expect(againstTarget({ ...scores.publicShare, value: 0.637 }, "en")).toBe("outside the agreed band of 65% to 75%");
  });
});

describe("a target whose date has passed", () => {
  const late = { ...scores.girls, value: 0.327, target: 0.3333, due_value: 0.316, status: "past_due" as const };
  it("was not reached when due, and is so much short now: never off course", () => {
    expect(againstTarget(late, "en")).toBe(
      "the target of 33.3% was not reached when due (31.6% in 2020-2021); now 0.6 percentage points short",
    );
    expect(againstTarget(late, "nl")?.replaceAll("\u00a0", " ")).toBe(
      "het doel van 33,3 % is niet op tijd gehaald (31,6 % in 2020-2021); nu 0,6 procentpunt eronder",
    );
    expect(againstTarget({ ...late, due_value: null }, "en")).toBe(
      "the target of 33.3% was due in 2020-2021, for which there is no figure; now 0.6 percentage points short",
    );
  });
});

describe("benchmarkMoved(row, lang)", () => {
  it("says when a benchmark was set below or above what last year gave", () => {
    const row = {
      ...scores.lectures,
      target: 400,
      target_period: "2025-2026",
      last_total: 430,
      last_period: "2024-2025",
    };
    expect(benchmarkMoved(row, "en")).toBe("the target is 30 lower than the result of 2024-2025 (430)");
    expect(benchmarkMoved({ ...row, last_total: 380 }, "nl")).toBe(
      "het doel ligt 20 hoger dan het resultaat van 2024-2025 (380)",
    );
    expect(benchmarkMoved({ ...row, last_period: "2023-2024" }, "nl")).toBeNull();
  });
});

describe("changeSince(row, lang)", () => {
  it("is null without an earlier value", () => {
    expect(changeSince({ ...scores.lectures, last_value: null }, "nl")).toBeNull();
  });
});
