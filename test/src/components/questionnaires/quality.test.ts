import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { Lang } from "../../../../src/components/figure/chart.ts";
import { charts, parts } from "../../../../src/components/index.ts";
import { partsOf } from "../../../../src/components/questionnaires/likert.ts";
import { agreements, flags, items, scales } from "../../../fixtures/lectureRows.ts";

const { document } = parseHTML("<html></html>");
const frame = { as_of: "2026-03-02", load_id: "test", is_synthetic: true };
const at = (lang: Lang) => ({ width: 760, lang, document, frame });
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const text = (element: Element | null) => plain(element?.textContent ?? "");

describe("likert", () => {
  it("names the item with most and with fewest favourable answers", () => {
    expect(plain(charts.likert.tell(items, "nl", null).title)).toBe(
      "Hoogst bij leerkrachten: “De praktische afspraken verliepen vlot.” (89 %); laagst: “Mijn leerlingen bleven te passief.” (71 %)",
    );
  });

  it("names all of a tie", () => {
    const [first, second, third] = items as [(typeof items)[0], (typeof items)[0], (typeof items)[0]];
    const { title } = charts.likert.tell([first, { ...second, share: 0.7 }, { ...third, share: 0.702 }], "en", null);
    expect(title).toMatch(/lowest: “The content fitted my lessons.” and “My pupils remained too passive.” \(70%\)$/);
  });

  it("gives share, interval, bounds, change and counts of each item, and why one has none", () => {
    const { table } = charts.likert.tell(items, "nl", null);
    expect(table.rows[2]?.map(plain)).toEqual([
      ...["Mijn leerlingen bleven te passief. (omgekeerd)", "2", "71 % (u)", "66 % – 75 %", "30 % – 95 %"],
      ...["+3,2 (−4,0 – +10,0)", "150", "3", "150"],
    ]);
    expect(table.rows[3]?.slice(1)).toEqual([
      "2",
      "de groep is te klein",
      "–",
      "30\u00a0% – 95\u00a0%",
      "de groep is te klein",
      "c",
      "3",
      "c",
    ]);
  });

  it("takes the answers as parts of all, and none where one is missing", () => {
    expect(
      partsOf({
        ...(items[0] as (typeof items)[0]),
        answers_1: 1,
        answers_2: 1,
        answers_3: 2,
        answers_4: 4,
        answers_5: 2,
      }),
    ).toEqual([0.1, 0.1, 0.2, 0.4, 0.2]);
    expect(partsOf({ ...(items[0] as (typeof items)[0]), answers_3: null })).toBeNull();
  });
});

describe("parts of the page on quality", () => {
  it("say how many questionnaires came back", () =>
    expect(text(parts.qualityAnswer(scales, at("nl")))).toBe(
      "Ingevuld: 41 % van de vragenlijsten van leerkrachten in 2025-2026 tot nu toe en 76 % van de vragenlijsten van gastdocenten in 2024-2025.",
    ));

  it("write each measure in its own form", () => {
    const rows = [...parts.scaleTable(scales, at("nl")).querySelectorAll("div > .table-scroll tbody tr")].slice(0, 4);
    expect(rows.map((row) => [...row.children].slice(3, 5).map(text))).toEqual([
      ["41 % (p)", "–"],
      ["76 %", "–"],
      ["−5", "−12 – 2"],
      ["0,83", "0,78 – 0,87"],
    ]);
  });

  it("say by which traits those who answered differ, and what weighting would change at most", () =>
    expect(text(parts.nonResponse(flags, at("nl")))).toBe(
      "De leerkrachten die antwoordden, verschillen van de rest naar onderwijsvorm of finaliteit; herwegen verandert geen enkel aandeel met meer dan 2,1 procentpunt. De gastdocenten die antwoordden, lijken op de rest naar provincie; herwegen verandert geen enkel aandeel met meer dan 0,1 procentpunt.",
    ));

  it("put teacher beside lecturer, or say why that cannot be done", () => {
    expect(
      [...(parts.agreementTable(agreements, at("en")).querySelector("tbody tr")?.children ?? [])].map(text),
    ).toEqual([...["De les was op niveau.", "2024-2025", "40", "80%", "90%", "85%"]]);
    expect(text(parts.agreementTable([], at("nl")))).toContain("er zijn geen antwoorden geladen");
  });

  it("count answers in words, and tell only what a reviewer approved", () => {
    const row = {
      school_year: "2024-2025",
      is_current_year: false,
      role: "teacher" as const,
      text: { nl: "Wat kan beter?", en: "What could be better?" },
    };
    const element = parts.openAnswers(
      [
        { ...row, answers: 48, wordings: ["Meer tijd voor vragen.", "Eerder afspreken."] },
        { ...row, answers: null, wordings: [] },
      ],
      at("nl"),
    );
    expect([...element.children].map(text)).toEqual([
      "“Wat kan beter?” (2024-2025): 48 antwoorden.",
      "“Meer tijd voor vragen.”“Eerder afspreken.”",
      "“Wat kan beter?” (2024-2025): te weinig antwoorden om te tellen (c). Geen daarvan is nagekeken om te publiceren.",
    ]);
  });
});
