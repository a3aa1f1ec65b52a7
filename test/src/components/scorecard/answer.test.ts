import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { Lang } from "../../../../src/components/figure/chart.ts";
import { answer } from "../../../../src/components/scorecard/answer.ts";
import type { ScoreRow } from "../../../../src/data/rows.ts";
import { scores } from "../../../fixtures/chartRows.ts";

const { document } = parseHTML("<html></html>");
const frame = { as_of: "2026-03-02", load_id: "test", is_synthetic: true };
const say = (rows: ScoreRow[], lang: Lang) =>
  (answer(rows, { width: 760, lang, document, frame }).textContent ?? "").replace(/\s+/g, " ");

describe("answer", () => {
  it("answers for lectures with the count, the change, the expectation and the status word", () => {
    expect(say([scores.lectures], "nl")).toBe(
      "312 gastlessen gegeven tot en met 2 maart 2026, 24 meer dan op dezelfde lesdag vorig jaar; verwacht jaartotaal 452, met 80 % kans tussen 430 en 476; kans om het doel van 450 te halen: 53 %. onzeker",
    );
    expect(say([scores.lectures], "en")).toBe(
      "312 guest lectures held up to 2 March 2026, 24 more than on the same teaching day last year; expected year total 452, with an 80% chance of between 430 and 476; chance of reaching the target of 450: 53%. uncertain",
    );
  });

  it("counts one lecture in the singular", () => {
    const one = {
      ...scores.lectures,
      value: 1,
      last_value: null,
      expected: null,
      target: null,
    };
    expect(say([{ ...one, status: "no_target" }], "nl")).toBe("1 gastles gegeven tot en met 2 maart 2026.");
    expect(say([{ ...one, status: "no_target" }], "en")).toBe("1 guest lecture held up to 2 March 2026.");
  });

  it("says why there is no expectation", () => {
    const why = { nl: "er zijn geen gegevens geladen", en: "no data were loaded" };
    expect(say([{ ...scores.lectures, expected: null, no_forecast: why }], "nl")).toBe(
      "312 gastlessen gegeven tot en met 2 maart 2026, 24 meer dan op dezelfde lesdag vorig jaar, 138 onder het doel van 450; geen verwachting: er zijn geen gegevens geladen. onzeker",
    );
  });

  it("answers for girls in percentage points against the target", () => {
    expect(say([scores.girls], "nl")).toBe(
      "Meisjes zijn 30,1 % van de STEM-leerlingen in 2025-2026 (voorlopig), 3,2 procentpunt onder het doel van 33,3 % voor 2020-2021. niet op koers",
    );
  });

  it("answers for the completeness of the records", () => {
    expect(say([scores.completeness], "nl")).toBe(
      "98,7 % van de gastlessen in 2025-2026 is volledig geregistreerd, 0,6 procentpunt meer dan in 2024-2025.",
    );
    expect(say([scores.completeness], "en")).toBe(
      "98.7% of the guest lectures in 2025-2026 are recorded in full, 0.6 percentage points more than in 2024-2025.",
    );
  });

  it("counts the status words where the rows speak of the whole programme", () => {
    const { lectures, teachers, girls, publicShare, completeness } = scores;
    expect(say([lectures, teachers, girls, publicShare, completeness], "nl")).toBe(
      "4 indicatoren hebben een doel: 1 is op koers (aandeel van de overheid), 1 is onzeker (gastlessen) en 2 zijn niet op koers (leerkrachten en aandeel meisjes in STEM).",
    );
    expect(say([lectures, teachers, girls, publicShare, completeness], "en")).toBe(
      "4 indicators have a target: 1 is on course (public share of funding), 1 is uncertain (guest lectures) and 2 are off course (teachers and girls' share in STEM).",
    );
    expect(say([lectures, completeness], "nl")).toBe("De enige indicator met een doel: onzeker.");
  });

  it("tells how all benchmarks stand, not the first alone", () => {
    expect(say([scores.lectures, scores.teachers], "nl")).toBe(
      "2 benchmarks in 2025-2026: 1 is onzeker (gastlessen) en 1 is niet op koers (leerkrachten).",
    );
    expect(say([scores.lectures, scores.teachers], "en")).toBe(
      "2 benchmarks in 2025-2026: 1 is uncertain (guest lectures) and 1 is off course (teachers).",
    );
  });

  it("says why there is no value, and that there are no figures", () => {
    expect(say([scores.hidden], "en")).toBe(
      "There is no value for girls' share in STEM in 2025-2026: confidential, group too small.",
    );
    expect(say([], "nl")).toBe("Er zijn nog geen cijfers: er is niets geladen waaruit ze te berekenen zijn.");
  });

  it("draws the shape of the status beside its word", () => {
    const mark = answer([scores.girls], { width: 760, lang: "nl", document, frame }).querySelector(
      "span.status-off_course",
    );
    expect(mark?.querySelector("svg")?.getAttribute("aria-hidden")).toBe("true");
    expect(mark?.textContent?.trim()).toBe("niet op koers");
  });
});
