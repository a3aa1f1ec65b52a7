import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import { parts } from "../../../../src/components/index.ts";
import type { RevisionRow } from "../../../../src/data/girls/rows.ts";

const { document } = parseHTML("<html></html>");
const frame = { as_of: "2026-03-02", load_id: "test", is_synthetic: true };

const none = { school_year: null, edition: null, share_before: null, share_after: null, reason: null };
const rows: RevisionRow[] = [
  {
    ...none,
    span: "year",
    school_year: "2023-2024",
    edition: "voorlopig",
    share_before: 0.324,
    share_after: 0.323,
    revision: -0.001,
    size: 0.001,
    revisions: 1,
  },
  { ...none, span: "mean", revision: 0.0007, size: 0.0012, revisions: 4 },
];
const text = (given: RevisionRow[], lang: "nl" | "en") =>
  parts.revisions(given, { width: 760, lang, document, frame }).textContent?.replaceAll("\u00a0", " ") ?? "";

it("says how much provisional shares moved, by size and with their sign", () => {
  expect(text(rows, "nl")).toContain(
    "Voorlopige tellingen bewegen nog: in 4 herzieningen veranderde het aandeel meisjes gemiddeld 0,12 procentpunt, per saldo +0,07 procentpunt.",
  );
  expect(text(rows, "en")).toContain(
    "in 4 revisions the girls' share changed by 0.12 percentage points on average, net +0.07 percentage points.",
  );
  expect(text(rows, "nl")).toContain("−0,10");
});

it("says that it cannot be told where there is one edition", () =>
  expect(text([], "nl")).toMatch(/^Van geen enkel schooljaar is meer dan één editie/));
