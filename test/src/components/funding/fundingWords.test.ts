import { describe, expect, it } from "vitest";
import { funding, fundingAhead, meanings } from "../../../fixtures/chartRows.ts";
import { tell, titles } from "../told.ts";

describe("fundingSplit.tell", () => {
  it("states the public share against the agreed band", () => {
    const over = funding.map((row) => ({ ...row, flag: null }));
    expect(titles("fundingSplit", over, meanings.publicShare)).toEqual([
      "70,8 % van het geld kwam in 2025-2026 van de overheid, binnen de afgesproken band van 65 % tot 75 %",
      "70.8% of the cash came from government in 2025-2026, within the agreed band of 65% to 75%",
    ]);
  });

  it("holds part of a year against no band, and names what was agreed for the whole", () => {
    expect(titles("fundingSplit", funding, meanings.publicShare)).toEqual([
      "70,8 % van het geld kwam in 2025-2026 tot nu toe (voorlopig) van de overheid; afgesproken voor het hele jaar: 65 % tot 75 %",
      "70.8% of the cash came from government in 2025-2026 so far (provisional); agreed for the whole year: 65% to 75%",
    ]);
  });

  it("says that a split is hidden, and not that there was no cash", () => {
    const secret = funding.map((row) => ({
      ...row,
      public_eur: null,
      private_eur: null,
      public_share: null,
      flag: "c" as const,
    }));
    expect(titles("fundingSplit", secret, meanings.publicShare)).toEqual([
      "De verdeling wordt niet getoond: ze zou een financier verraden",
      "The split is not shown: it would give a funder away",
    ]);
    expect(tell("fundingSplit", secret, "nl", null).table.rows.at(-1)?.slice(1)).toEqual(["c", "c", "c", "c"]);
  });

  it("keeps what was given in kind out of the split", () => {
    expect(tell("fundingSplit", funding, "nl", null).table.rows.at(-1)).toEqual([
      "2025-2026",
      "318.000 euro",
      "131.200 euro",
      "70,8 % (p)",
      "74.500 euro, 860 uur",
    ]);
  });

  it("gives no share where a side was paid back on balance", () => {
    const last = { ...(funding.at(-1) as (typeof funding)[number]), public_share: null, flag: "x" as const };
    for (const paid of [{ private_eur: -30_000 }, { public_eur: -30_000 }])
      expect(tell("fundingSplit", [{ ...last, ...paid }], "en", null)).toMatchObject({
        title: "No cash received to split",
        table: { rows: [expect.arrayContaining(["2025-2026", "x"])] },
      });
  });

  it("leaves money for a school year to come out of the finding, and names it apart", () => {
    expect(titles("fundingSplit", fundingAhead, meanings.publicShare)).toEqual(
      titles("fundingSplit", funding, meanings.publicShare),
    );
    const told = tell("fundingSplit", fundingAhead, "nl", meanings.publicShare);
    expect(told.subtitle).toMatch(/; wat al voor een later schooljaar geboekt is, staat onderaan apart$/);
    expect(told.alternative).toMatch(/2026-2027, vooruit geboekt: 0,0 % van de overheid \(voorlopig\)\.$/);
    expect(told.table.rows.at(-1)?.slice(0, 4)).toEqual([
      "2026-2027, vooruit geboekt",
      "0 euro",
      "10.000 euro",
      "0,0 % (p)",
    ]);
    const english = tell("fundingSplit", fundingAhead, "en", meanings.publicShare);
    expect(english.table.rows.at(-1)?.[0]).toBe("2026-2027, booked ahead");
    expect(tell("fundingSplit", funding, "nl", meanings.publicShare).subtitle).not.toContain("later schooljaar");
  });

  it("says that there is nothing to split", () => {
    expect(titles("fundingSplit", [], null)).toEqual([
      "Geen ontvangen geld om te verdelen",
      "No cash received to split",
    ]);
  });
});
