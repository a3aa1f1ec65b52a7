import { describe, expect, it } from "vitest";
import { readReference } from "../../sample/generate/reference.ts";
import { makeTables } from "../../sample/generate/tables.ts";

const { channel_reach = [], broadcasts = [], media_coverage = [], initiatives = [], plan_goals = [] } = makeTables();

describe("sample channel reach", () => {
  it("tells an overlap the same from both channels", () => {
    const overlaps = new Map<string, string>();
    for (const { campaign, wave, channel, overlaps: listed } of channel_reach)
      for (const pair of String(listed).split("|")) {
        const [other = "", fraction = ""] = pair.split(":");
        overlaps.set([campaign, wave, channel, other].join(" "), fraction);
      }
    for (const [key, fraction] of overlaps) {
      const [campaign, wave, one, other] = key.split(" ");
      expect(overlaps.get([campaign, wave, other, one].join(" ")), key).toBe(fraction);
    }
    expect(overlaps.size).toBe(20 + 12 + 6 + 12);
  });

  it("has one target group for each wave", () => {
    const groups = new Set(channel_reach.map(({ campaign, wave, universe }) => `${campaign} ${wave} ${universe}`));
    expect(groups.size).toBe(4);
  });
});

describe("sample facts and inventions", () => {
  it("call every invented item, station and initiative invented", () => {
    const [cited, invented] = [true, false].map((is) =>
      media_coverage.filter(({ programme }) => (programme === "stem_plan") === is),
    );
    expect(cited).toHaveLength(6);
    expect(cited?.filter(({ title }) => !String(title).startsWith("Echt bericht, onderwerp: "))).toEqual([]);
    expect(invented?.filter(({ title, outlet }) => !/^Verzonnen .*Voorbeeld/.test(`${title} ${outlet}`))).toEqual([]);
    expect(broadcasts.filter(({ channel, source }) => !/^Voorbeeld.*verzonnen/.test(`${channel} ${source}`))).toEqual(
      [],
    );
    expect(
      initiatives.filter(({ organisation, name }) => !/verzonnen.*Verzonnen/.test(`${organisation} ${name}`)),
    ).toEqual([]);
  });

  it("cite outlets that the published figures cite", () => {
    const sources = readReference("stem-monitor-published.csv").map(({ source }) => source);
    for (const { outlet, programme } of media_coverage)
      if (programme === "stem_plan")
        expect(
          sources.some((source) => source?.includes(String(outlet))),
          String(outlet),
        ).toBe(true);
  });

  it("set the goals of the plans as they were published", () => {
    expect(plan_goals.map(({ target, target_period }) => [target, target_period])).toEqual([
      [0.3333, "2020-2021"],
      [0.3333, "2019-2020"],
      [0.335, "2020"],
      [0.3, "2030"],
      [50_000, "2022"],
    ]);
    expect(plan_goals.filter(({ source }) => !source)).toEqual([]);
  });
});
