import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { parts } from "../../../../src/components/index.ts";
import type { AttentionRow } from "../../../../src/data/attention.ts";
import { scores } from "../../../fixtures/chartRows.ts";

const { document } = parseHTML("<html></html>");
const frame = { as_of: "2026-03-02", load_id: "test", is_synthetic: true };
const at = { width: 760, lang: "nl", document, frame } as const;
const text = (element: Element | null) => (element?.textContent ?? "").replaceAll("\u00a0", " ");
const none = { score: null, change: null, lower: null, upper: null, school_year: null, rows: null };
const rows: AttentionRow[] = [
  { ...none, kind: "off_course", score: scores.girls },
  { ...none, kind: "moved", school_year: "2025-2026", change: -0.0123, lower: -0.02, upper: -0.004 },
  { ...none, kind: "held", rows: 1 },
];

describe("attention", () => {
  it("names each thing with its reason and the page that tells more", () => {
    const items = [...parts.attention(rows, at).querySelectorAll("li")];
    expect(items.map((item) => item.querySelector("a")?.getAttribute("href"))).toEqual([
      "./girls-in-stem.html",
      "./girls-in-stem.html",
      "./data.html",
    ]);
    expect(items.map((item) => text(item.querySelector("a")))).toEqual([
      "Aandeel meisjes in STEM, niet op koers",
      "Aandeel meisjes in STEM, bewogen",
      "1 rij in quarantaine",
    ]);
    expect(text(items[1] as Element)).toContain(
      "1,23 procentpunt lager in 2025-2026 dan het schooljaar ervoor, meer dan door toeval te verwachten is (95%-interval: −2,00 tot −0,40).",
    );
  });

  it("says so where nothing needs any", () =>
    expect(text(parts.attention([], at).querySelector("p"))).toBe("Niets vraagt deze maand bijzondere aandacht."));
});
