import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { Lang } from "../../../../src/components/figure/chart.ts";
import { girlsInLectures } from "../../../../src/components/lectures/girlsInLectures.ts";
import type { GirlsRow } from "../../../../src/data/lectures/rows.ts";

const { document } = parseHTML("<html></html>");
const frame = { as_of: "2026-03-02", load_id: "test", is_synthetic: true };
const told = (rows: GirlsRow[], lang: Lang) => {
  const element = girlsInLectures(rows, { width: 760, lang, document, frame });
  const text = (one: Element | null) => (one?.textContent ?? "").replaceAll("\u00a0", " ");
  return {
    sentence: text(element.querySelector("p") ?? element),
    cells: [...element.querySelectorAll("tbody tr")].map((row) => [...row.children].map(text)),
  };
};
const row: GirlsRow = {
  ...{ school_year: "2025-2026", is_current_year: true, programme: "stem_ovk", lectures: 50, filled: 48 },
  ...{ filled_share: 0.96, girls_share: 0.312, compared: 48, compared_share: 0.312, host_share: 0.51 },
  ...{ difference: -0.198, lower: -0.24, upper: -0.156, host_reason: null, reason: null },
};

describe("girlsInLectures(rows)", () => {
  it("sets the girls in the lectures against those of their schools, and tells how often they were counted", () => {
    expect(told([row], "nl").sentence).toBe(
      "STEM-OvK in 2025-2026 tot nu toe: 31,2 % van de leerlingen in de gastlessen is een meisje. Op de scholen die ze ontvingen, was het 51,0 %: in de lessen 19,8 procentpunt minder (95 %-interval −24,0 tot −15,6). Het aantal meisjes is ingevuld bij 48 van de 50 lessen.",
    );
    expect(told([row], "en").sentence).toBe(
      "STEM-OvK in 2025-2026 so far: 31.2% of the students in the lectures are girls. In the schools that hosted them it was 51.0%: 19.8 percentage points fewer girls in the lectures (95% interval −24.0 to −15.6). The number of girls was filled in for 48 of the 50 lectures.",
    );
    expect(told([row], "nl").cells).toEqual([
      ["2025-2026 (loopt nog)", "96,0 %", "31,2 %", "31,2 %", "51,0 %", "−19,8", "−24,0 tot −15,6"],
    ]);
  });

  it("says over which lectures it compares where not all can be, and when the difference may be chance", () => {
    const some = {
      ...row,
      programme: null,
      is_current_year: false,
      compared: 30,
      compared_share: 0.5,
      difference: -0.01,
    };
    expect(told([{ ...some, lower: -0.05, upper: 0.03 }], "nl").sentence).toBe(
      "STEM-OvK en OvK samen in 2025-2026: 31,2 % van de leerlingen in de gastlessen is een meisje. In de 30 lessen die te vergelijken zijn, was dat 50,0 %. Op de scholen die ze ontvingen, was het 51,0 %: een verschil dat toeval kan zijn (95 %-interval −5,0 tot +3,0). Het aantal meisjes is ingevuld bij 48 van de 50 lessen.",
    );
  });

  it("gives the reason where the schools were not counted, and no share where nobody filled it in", () => {
    const none = { compared: 0, compared_share: null, host_share: null, difference: null, lower: null, upper: null };
    const why = { nl: "de scholen zijn niet geteld", en: "the schools were not counted" };
    expect(told([{ ...row, ...none, host_reason: why }], "en").sentence).toBe(
      "STEM-OvK in 2025-2026 so far: 31.2% of the students in the lectures are girls. This cannot be compared with the schools: the schools were not counted. The number of girls was filled in for 48 of the 50 lectures.",
    );
    const unfilled = { ...row, ...none, filled: 0, filled_share: 0, girls_share: null, reason: why };
    expect(told([unfilled], "nl").sentence).toBe(
      "STEM-OvK, 2025-2026 tot nu toe. Het aantal meisjes is ingevuld bij 0 van de 50 lessen.",
    );
    expect(told([], "nl").sentence).toBe("Er zijn geen gastlessen geladen.");
  });
});
