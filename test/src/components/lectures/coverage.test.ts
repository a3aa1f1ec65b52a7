import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { Lang } from "../../../../src/components/figure/chart.ts";
import { charts, parts } from "../../../../src/components/index.ts";
import {
  distances,
  distancesByProvince,
  equities,
  matchings,
  places,
  provinces,
  secret,
  years,
} from "../../../fixtures/lectureRows.ts";

const { document } = parseHTML("<html></html>");
const frame = { as_of: "2026-03-02", load_id: "test", is_synthetic: true };
const at = (lang: Lang) => ({ width: 760, lang, document, frame });
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const text = (element: Element | null) => plain(element?.textContent ?? "");

describe("coverage", () => {
  it("answers with the last school year that is over, and then what is reached so far", () => {
    const [first, second] = [...parts.coverageAnswer(years, at("nl")).querySelectorAll("div > p")].map(text);
    expect(first).toBe(
      "In 2024-2025 kreeg 50 % van de scholen minstens één gastles (320 van 640 scholen); 58 van de 166 gemeenten met een school bleven een witte vlek.",
    );
    expect(second).toBe(
      "In 2025-2026 tot nu toe kreeg 20 % van de scholen minstens één gastles (130 van 650 scholen); 90 van de 166 gemeenten met een school zijn nog een witte vlek.",
    );
  });

  it("names the best and the least reached province, and hides what must be", () => {
    const { title, table } = charts.coverageBars.tell(provinces, "nl", null);
    expect(plain(title)).toBe("Antwerpen bereikte in 2024-2025 46 % van zijn scholen, Limburg 25 %");
    expect(table.rows[2]).toEqual(["Brussels Hoofdstedelijk Gewest", "20", "c", "c (de groep is te klein)", "–"]);
  });

  it("says how evenly provinces are reached, or why not", () => {
    expect(text(parts.equitySentence(equities, at("en")))).toBe(
      "In 2024-2025 a school in Limburg was 0.50 times as likely to have a lecture as one in Antwerpen. At 1 all provinces would be reached alike.",
    );
    const hidden = equities.map((row) => ({
      ...row,
      ratio: null,
      lowest_province: null,
      highest_province: null,
      reason: secret,
    }));
    expect(text(parts.equitySentence(hidden, at("nl")))).toBe(
      "Hoe gelijk de provincies bereikt zijn, is niet te zeggen: de groep is te klein.",
    );
  });

  it("counts white spots among the municipalities that have a school", () => {
    const { title, alternative, table } = charts.municipalityMap.tell(places, "nl", null);
    expect(title).toBe("In 2024-2025 bleven 2 van de 7 gemeenten met een school zonder gastles");
    expect(alternative).toContain("Vlaams-Brabant: 1 van 2.");
    expect(table.rows.at(-1)).toEqual(["Hasselt", "Limburg", "c: vertrouwelijk"]);
  });

  it("tells the way to half of the lectures, of the last whole year or the furthest province", () => {
    expect(plain(charts.distanceBars.tell(distances, "nl", null).title)).toBe(
      "De helft van de gastlessen in 2024-2025 lag binnen 8,4 km van de gastdocent",
    );
    expect(plain(charts.distanceBars.tell(distancesByProvince, "nl", null).title)).toBe(
      "Het verst reisden gastdocenten in 2024-2025 in Antwerpen: de helft van de gastlessen lag binnen 10,7 km",
    );
  });

  it("says what the best matching would have saved", () =>
    expect(text(parts.matchingTable(matchings, at("nl")).querySelector("p"))).toBe(
      "Met dezelfde gastdocenten had de beste verdeling in 2024-2025 83 % van de kilometers gevraagd.",
    ));
});
