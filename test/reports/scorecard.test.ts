import { describe, expect, it } from "vitest";
import { drawScorecard } from "../../reports/scorecard.ts";
import { scoreSentence } from "../../src/components/scorecard/scoreSentence.ts";
import type { ScoreRow } from "../../src/data/rows.ts";

const share: ScoreRow = {
  meaning: {
    id: "public_funding_share",
    name: { nl: "Aandeel overheid", en: "Public share" },
    definition: { nl: "", en: "" },
    unit: { nl: "aandeel", en: "share" },
    decimals: 3,
    is_share: true,
  },
  period: "2025-2026",
  value: 0.7043,
  numerator: 169_032,
  denominator: 240_000,
  flag: "p",
  target: 0.7,
  tolerance: 0.05,
  target_period: "2025-2026",
  due_value: null,
  last_total: null,
  past_years_count: null,
  last_value: 0.69,
  last_period: "2024-2025",
  is_same_day: false,
  expected: null,
  expected_low: null,
  expected_high: null,
  probability: null,
  no_forecast: null,
  status: "on_course",
};
const lines = (row: Partial<ScoreRow>, lang: "nl" | "en" = "en") =>
  drawScorecard([{ ...share, ...row }], lang).lines[0];

describe("drawScorecard(rows, lang)", () => {
  it("writes a share with what it is out of, its band and the sentence of the site", () => {
    expect(lines({}, "nl")).toEqual({
      label: "Aandeel overheid",
      bullet: "bullet-1.svg",
      value: "70,4\u00a0% (p)",
      basis: "169.032 van\u00a0240.000",
      target: "65–75\u00a0%",
      status: { shape: "status-on_course.svg", word: "op koers", colour: "#006c75" },
      sentence: scoreSentence(share, "nl"),
    });
    expect(lines({})?.target).toBe("65–75%");
  });

  it("writes a target to reach as one value, with the decimals that it has", () => {
    expect(lines({ target: 1 / 3, tolerance: null })?.target).toBe("33.3%");
    expect(lines({ target: 1, tolerance: null })?.target).toBe("100%");
    expect(lines({ target: null })?.target).toBe("–");
    expect(
      lines({ meaning: { ...share.meaning, is_share: false, decimals: 0 }, target: 4000, tolerance: 200 })?.target,
    ).toBe("3,800–4,200");
  });

  it("gives no numerator for a suppressed share", () => {
    expect(lines({ flag: "c" })).toMatchObject({ value: "c", basis: null });
    expect(lines({ value: null, flag: "x" })).toMatchObject({ value: "x", basis: null });
  });

  it("draws a picture for each bullet graph and one for each status, in its colour", () => {
    const { pictures } = drawScorecard([share, { ...share, status: "off_course" }, share], "en");
    expect(Object.keys(pictures).sort()).toEqual([
      "bullet-1.svg",
      "bullet-2.svg",
      "bullet-3.svg",
      "status-off_course.svg",
      "status-on_course.svg",
    ]);
    expect(pictures["status-off_course.svg"]).toContain("#a3361b");
    expect(pictures["status-on_course.svg"]).toContain("#006c75");
  });
});
