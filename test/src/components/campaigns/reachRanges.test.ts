import { describe, expect, it } from "vitest";
import { charts } from "../../../../src/components/index.ts";
import { events, girlsReach, waves } from "../../../fixtures/moneyRows.ts";

describe("waveReach", () => {
  it("names the wave that certainly reached most people, between its bounds", () => {
    expect(charts.waveReach.tell(waves, "nl", null).title).toBe(
      "#STEMhelden, 2020-11 bereikte minstens 150.382 en hoogstens 189.958 mensen, het meest van alle golven",
    );
    const { table } = charts.waveReach.tell(waves, "en", null);
    expect(table.rows[3]?.slice(-3)).toEqual(["–", "–", "the populations differ"]);
    expect(table.rows[2]?.[2]).toBe("tv");
  });
});

describe("girlsReached", () => {
  const title = (rows = girlsReach) => charts.girlsReached.tell(rows, "nl", null).title;
  it("holds the bounds of all waves together against the target", () => {
    expect(title()).toBe(
      "Alle campagnegolven samen bereikten minstens 51.553 en hoogstens 140.288 meisjes: zeker meer dan 50.000",
    );
    expect(title(girlsReach.slice(0, 1))).toMatch(/zeker minder dan 50.000$/);
    expect(title(girlsReach.map((row) => ({ ...row, target: 60_000 })))).toMatch(
      /of dat er 60.000 zijn, is niet te zeggen$/,
    );
  });
});

describe("campaignTimeline", () => {
  it("counts what happened between the first and the last day", () => {
    const { title, table } = charts.campaignTimeline.tell(events, "nl", null);
    expect(title).toBe("2 berichten, 1 uitzending en 2 persberichten tussen 2 april 2020 en 4 mei 2021");
    expect(table.rows[0]).toEqual(["16 maart 2020 – 14 mei 2020", "gebeurtenis op de kalender", "scholen gesloten"]);
  });
});
