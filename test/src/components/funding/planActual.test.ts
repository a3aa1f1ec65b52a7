import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { Lang } from "../../../../src/components/figure/chart.ts";
import { charts, parts } from "../../../../src/components/index.ts";
import { concentrations, costs, hiddenCosts, plans } from "../../../fixtures/moneyRows.ts";

const { document } = parseHTML("<html></html>");
const frame = { as_of: "2026-03-02", load_id: "test", is_synthetic: true };
const at = (lang: Lang) => ({ width: 760, lang, document, frame });
const text = (element: Element | null) => (element?.textContent ?? "").replaceAll("\u00a0", " ");

describe("costPerContact", () => {
  it("says what a contact cost in the last whole school year, and what moved it", () => {
    const told = (lang: Lang) => charts.costPerContact.tell(costs, lang, null).title.replaceAll("\u00a0", " ");
    expect(told("nl")).toBe(
      "Een leerlingencontact kostte 16,20 euro in 2024-2025, 3,40 euro meer dan het jaar ervoor, vooral door minder contacten",
    );
    expect(told("en")).toBe(
      "A student contact cost €16.20 in 2024-2025, €3.40 more than the year before, mostly through fewer contacts",
    );
  });

  it("gives no number where all are hidden, in no word", () => {
    const { title, alternative, table } = charts.costPerContact.tell(hiddenCosts, "nl", null);
    expect(title).toBe("Wat een leerlingencontact kost, is nog van geen enkel volledig schooljaar bekend");
    expect(alternative.replaceAll(/20\d\d-20\d\d/g, "")).not.toMatch(/\d/);
    expect(table.rows.map((row) => row.slice(3))).toEqual(Array(4).fill(Array(6).fill("–")));
  });
});

describe("planActual", () => {
  it("holds what was received against the plan, of the last school year that is over", () => {
    const element = parts.planActual(plans, at("nl"));
    expect(text(element.querySelector("p"))).toBe(
      "In 2024-2025 was 210.000 euro gepland en werd 199.500 euro ontvangen: 95,0 % van het plan.",
    );
    expect([...element.querySelectorAll("tbody tr")].map((row) => [...row.children].map(text))).toEqual([
      ["2023-2024", "200.000 euro", "195.000 euro", "190.000 euro", "180.000 euro", "95,0 %"],
      ["2024-2025", "210.000 euro", "–", "199.500 euro", "–", "95,0 %"],
      ["2025-2026 (p)", "220.000 euro", "215.000 euro", "100.000 euro", "60.000 euro", "45,5 %"],
    ]);
  });
});

describe("funderConcentration", () => {
  it("tells on how many funders the money rests", () =>
    expect(text(parts.funderConcentration(concentrations.slice(0, 1), at("en")).querySelector("p"))).toBe(
      "In 2023-2024 the private money rests on 12 funders, spread as over 8 that each give as much. None of them dominates.",
    ));

  it("tells nothing of a sum that would give a funder away", () => {
    const element = parts.funderConcentration(concentrations, at("nl"));
    expect(text(element.querySelector("p"))).toBe(
      "Het private geld van 2024-2025 wordt niet getoond: de groep is te klein.",
    );
    expect([...(element.querySelector("tbody tr:last-child")?.children ?? [])].map(text)).toEqual([
      "2024-2025",
      "c",
      "2",
      "c",
    ]);
  });
});
