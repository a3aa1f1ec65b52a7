import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import type { Lang } from "../../../../src/components/figure/chart.ts";
import { parts } from "../../../../src/components/index.ts";
import type { DoseRow } from "../../../../src/data/lectures/rows.ts";

const { document } = parseHTML("<html></html>");
const frame = { as_of: "2026-03-02", load_id: "test", is_synthetic: true };
const told = (rows: DoseRow[], lang: Lang) => {
  const element = parts.lectureDose(rows, { width: 760, lang, document, frame });
  const text = (one: Element | null) => (one?.textContent ?? "").replaceAll("\u00a0", " ");
  return {
    said: text(element.tagName === "P" ? element : element.querySelector("p")),
    cells: [...element.querySelectorAll("tbody tr")].map((row) => [...row.children].map(text)),
  };
};
const row: DoseRow = {
  ...{ school_year: "2024-2025", programme: "stem_ovk", is_current_year: false, reached_schools: 40 },
  ...{ median_lectures: 1.5, once_reached_schools: 1, returning_schools: null, stage_known: 60, third_stage: 45 },
  ...{ format_known: 0, online: 0, wrapped_up: 30, wrap_ups_due: 60 },
};

it("says the dose of the last school year, and that it still runs", () => {
  const now = { ...row, school_year: "2025-2026", is_current_year: true, median_lectures: 1, returning_schools: 12 };
  expect(told([row, now], "nl").said).toBe(
    "STEM-OvK in 2025-2026 tot nu toe: 40 scholen met een gastles, met een mediaan van 1 gastles per school. Eén gastles en niet meer: 1 school. Bij 12 scholen was er ook in een eerder schooljaar al een gastles.",
  );
  expect(told([row], "en").said).toBe(
    "STEM-OvK in 2024-2025: 40 schools with a lecture, with a median of 1.5 lectures a school. One lecture and no more: 1 school.",
  );
  expect(told([now], "nl").cells[0]?.[0]).toBe("2025-2026 (loopt nog)");
});
it("gives each part with its numerator and denominator, and none where nothing was filled in", () => {
  expect(told([row], "nl").cells).toEqual([
    ["2024-2025", "40", "1,5", "3 % (1/40)", "–", "75 % (45/60)", "–", "50 % (30/60)"],
  ]);
  expect(told([], "en").said).toBe("No lecture was held.");
});
