import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fundersContent } from "../../reports/funders.ts";
import { FundersData } from "../../reports/fundersData.ts";
import { charts } from "../../src/components/index.ts";

const fixture = readFileSync(new URL("../fixtures/reports/funders.json", import.meta.url), "utf8");

/** The template's data of the fixture after a change. */
const content = (lang: "nl" | "en", change: (data: FundersData) => void = () => {}) => {
  const data = FundersData.parse(JSON.parse(fixture));
  change(data);
  // biome-ignore lint/suspicious/noExplicitAny: the template reads this as plain JSON
  const content = fundersContent(data, lang).data as any;
  return { ...content, answer: content.answer.replaceAll("\u00a0", " ") };
};
const current = (data: FundersData) =>
  data.sections.funding.rows.at(-1) as FundersData["sections"]["funding"]["rows"][number];

describe("fundersContent(data, lang)", () => {
  it("answers with the split of the cash, what stands outside it, and the standing of the indicators", () => {
    const { answer } = content("nl");
    expect(answer).toMatch(
      /^Tot en met 2 maart 2026 is voor schooljaar 2025-2026 in totaal 240\.000 euro ontvangen: 70,4 % komt van de overheid en 29,6 % van private financiers, binnen de afgesproken band van /,
    );
    expect(answer).toContain(
      "Daarnaast is voor 31.150 euro aan bijdragen in natura geleverd (623 uur), die niet in die verdeling meetellen.",
    );
    expect(answer).toMatch(
      /Stand van de 6 indicatoren: 1 gehaald \(.+\), 2 op koers \(.+\), 1 onzeker \(.+\), 2 niet op koers \(.+\)\.$/,
    );
    expect(answer).not.toContain("meisjes");
  });

  it("says so when there is no cash, or when its split is confidential", () => {
    const none = content("en", (data) =>
      Object.assign(current(data), { public_eur: 0, private_eur: 0, public_share: null }),
    );
    expect(none.answer).toMatch(/^No cash has been booked for school year 2025-2026 yet\./);
    const hidden = content("en", (data) => Object.assign(current(data), { flag: "c" }));
    expect(hidden.answer).toMatch(
      /^How the cash for school year 2025-2026 divides is not shown here: confidential, group too small\./,
    );
    expect(JSON.stringify(hidden.money.table)).not.toContain("169,032");
  });

  it("keeps contributions in kind out of the total and the share", () => {
    expect(content("en").money.table.rows.at(-1)).toEqual([
      "2025-2026",
      "169,032",
      "70,968",
      "240,000",
      "70.4% (p)",
      "31,150",
      "623",
    ]);
  });

  it("takes the words of a figure from the chart", () => {
    const { sections } = FundersData.parse(JSON.parse(fixture));
    const told = charts.cumulativeLine.tell(sections.lectures.rows, "en", sections.lectures.meaning);
    expect(content("en").lectures.figures[0]).toEqual({
      picture: "cumulativeLine.svg",
      title: told.title,
      subtitle: told.subtitle,
      alternative: told.alternative,
      source:
        "Source: Sample export lectures.csv (sample data); Sample export targets.csv (sample data); Annual plan 2025-2026, approved on 1 September 2025; as of 2 March 2026.",
    });
  });

  it("explains sample data where the data are sample data", () => {
    const terms = (data: { notes: { rows: { term: string }[] } }) => data.notes.rows.map(({ term }) => term);
    expect(terms(content("nl"))).toContain("Voorbeelddata");
    expect(terms(content("nl", ({ frame }) => Object.assign(frame, { is_synthetic: false })))).not.toContain(
      "Voorbeelddata",
    );
  });
});
