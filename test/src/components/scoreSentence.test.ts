import { describe, expect, it } from "vitest";
import { againstTarget, changeSince, projection, scoreSentence } from "../../../src/components/scoreSentence.ts";
import { scores } from "../../fixtures/chartRows.ts";

describe("scoreSentence(row, lang)", () => {
  it.each([
    [
      "lectures",
      "Als de rest van het jaar verloopt zoals de voorbije jaren: tussen 430 en 476 (doel 450); 24 meer dan op dezelfde lesdag vorig jaar.",
      "If the rest of the year goes as in past years: between 430 and 476 (target 450); 24 more than on the same teaching day last year.",
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
      "3,2 procentpunt onder het doel van 33,3 % voor 2020-2021; 0,4 procentpunt meer dan in 2024-2025 (voorlopig).",
      "3.2 percentage points below the target of 33.3% for 2020-2021; 0.4 percentage points more than in 2024-2025 (provisional).",
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

describe("projection(row, lang)", () => {
  it("gives one number when the slowest and the fastest year agree", () => {
    expect(projection({ ...scores.lectures, projected_low: 430, projected_high: 430 }, "nl")).toBe(
      "als de rest van het jaar verloopt zoals de voorbije jaren: ongeveer 430",
    );
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

describe("changeSince(row, lang)", () => {
  it("is null without an earlier value", () => {
    expect(changeSince({ ...scores.lectures, last_value: null }, "nl")).toBeNull();
  });
});
