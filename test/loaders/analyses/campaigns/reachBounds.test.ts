import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { girlsWithinReach } from "../../../../loaders/analyses/campaigns/girlsWithinReach.ts";
import { reachBounds } from "../../../../loaders/analyses/campaigns/reachBounds.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { makeBroadcasts } from "../../../../sample/generate/campaigns/broadcasts.ts";
import { makeChannelReach } from "../../../../sample/generate/campaigns/channelReach.ts";
import { makeTargets } from "../../../../sample/generate/targets.ts";
import { type RawRow, rawWarehouse } from "../rawWarehouse.ts";

const channel = (campaign: string, wave: string, name: string, unique_reach: number, more: RawRow = {}): RawRow => ({
  ...{ campaign, wave, channel: name, unique_reach, universe: 1000, girls_share: 0.5, source: "counted", ...more },
});

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await rawWarehouse(
    {
      channel_reach: [
        // No overlap known: Fréchet.
        channel("#A", "2023-01", "youtube", 400, { girls_share: 0.75 }),
        channel("#A", "2023-01", "tv", 300, { girls_share: 0.5 }),
        channel("#A", "2023-01", "tiktok", 200, { girls_share: null }),
        // A ring of four: the overlaps leave no room for people of three channels, so the union is 1 − 0.4 exactly.
        channel("#A", "2023-05", "facebook", 250, { overlaps: "instagram:0.1|youtube:0.1|tiktok:0" }),
        channel("#A", "2023-05", "instagram", 250, { overlaps: "facebook:0.1|tiktok:0.1|youtube:0" }),
        channel("#A", "2023-05", "tiktok", 250, { overlaps: "youtube:0.1" }),
        channel("#A", "2023-05", "youtube", 250),
        // Rounded: 0.21 is more than the reach of 0.205, and is put back.
        channel("#B", "2024-01", "tv", 205, { overlaps: "youtube:0.21" }),
        channel("#B", "2024-01", "youtube", 600),
        channel("#C", "2024-02", "tv", 100, { universe: 2000 }),
        channel("#C", "2024-02", "youtube", 100),
        channel("#C", "2024-03", "tv", 100, { overlaps: "youtube:0.05" }),
        channel("#C", "2024-03", "youtube", 100, { overlaps: "tv:0.08" }),
      ],
      targets: [
        {
          ...{ indicator_id: "girls_reached_count", period: "2023-2024", target: 300, target_period: "2023-2024" },
          ...{ direction: "up", source: "a plan" },
        },
      ],
    },
    [reachBounds, girlsWithinReach],
  );
});
afterAll(() => warehouse.close());

describe("reach bounds", () => {
  const of = async (wave: string) => (await warehouse.rows("from analyses.reach_bounds where wave = $1", [wave]))[0];

  it("are Fréchet's without overlaps, with the independent point beside them", async () => {
    expect(await of("2023-01")).toMatchObject({
      ...{ channels: 3, channel_names: "tiktok, tv, youtube", overlaps_known: 0, overlaps_possible: 3 },
      ...{ method: "frechet", lower: 0.4, upper: expect.closeTo(0.9, 12), independent: expect.closeTo(0.664, 12) },
      ...{ universe: 1000, lower_persons: 400, upper_persons: 900, independent_persons: 664, reason: null },
    });
  });

  it("are the sharpest by a linear programme where overlaps are known", async () => {
    expect(await of("2023-05")).toMatchObject({
      ...{ method: "linear_programme", overlaps_known: 6, lower_persons: 600, upper_persons: 600, overlap_play: 0 },
    });
  });

  it("take a rounded overlap for what it can be", async () => {
    expect(await of("2024-01")).toMatchObject({ lower_persons: 600, upper_persons: 600 });
  });

  it("say why there is no figure", async () => {
    expect(await of("2024-02")).toMatchObject({ lower: null, universe: null, reason: "universes_differ" });
    expect(await of("2024-03")).toMatchObject({ lower: null, reason: "overlaps_contradict" });
  });
});

describe("a channel that was used but of which no reach is known", () => {
  const broadcast = (campaign: string, broadcast_on: string): RawRow => ({
    ...{ campaign, channel: "Zender 1", broadcast_on, source: "invented" },
  });
  const metric = (campaign: string, name: string, published_on: string, value = 100): RawRow => ({
    ...{
      campaign,
      channel: name,
      content_id: `${name}-${published_on}`,
      metric: "views",
      metric_definition: "views_2020",
    },
    ...{ published_on, measured_on: published_on, value },
  });
  const reach = [
    channel("#A", "2023-01", "youtube", 400),
    channel("#A", "2023-05", "youtube", 250),
    channel("#A", "2023-05", "tv", 100),
    channel("#A", "2023-11", "tv", 200),
    channel("#B", "2024-2025", "youtube", 300),
    channel("#C", "first", "youtube", 300),
  ];

  async function found() {
    const own = await rawWarehouse(
      {
        channel_reach: reach,
        broadcasts: [broadcast("#A", "2023-02-03"), broadcast("#A", "2023-05-20"), broadcast("#B", "2025-09-04")],
        campaign_metrics: [
          // in the wave of May, of which youtube is known; in that of November it is not
          metric("#A", "youtube", "2023-06-01"),
          metric("#A", "youtube", "2023-12-01"),
          metric("#A", "tiktok", "2023-12-02", 0),
          // before the school year of the wave, and in it
          metric("#B", "instagram", "2024-06-01"),
          metric("#B", "facebook", "2024-10-01"),
          metric("#C", "website", "2020-01-01"),
        ],
        targets: [
          {
            ...{ indicator_id: "girls_reached_count", period: "2023-2024", target: 900, target_period: "2023-2024" },
            ...{ direction: "up", source: "a plan" },
          },
        ],
      },
      [reachBounds, girlsWithinReach],
    );
    const bounds = await own.rows("from analyses.reach_bounds order by campaign, wave");
    const girls = await own.rows("from analyses.girls_within_reach order by sequence");
    own.close();
    return { bounds, girls };
  }

  it("makes the upper bound one of the known channels only, by broadcasts and by campaign metrics", async () => {
    const { bounds, girls } = await found();
    const seen = bounds.map(({ campaign, wave, unmeasured_channels, upper_of, upper }) =>
      [campaign, wave, unmeasured_channels, upper_of, upper].join(" "),
    );
    expect(seen).toEqual([
      "#A 2023-01 tv known_channels 0.4",
      "#A 2023-05  all_channels 0.35",
      "#A 2023-11 youtube known_channels 0.2",
      // a broadcast of after the as-of date has not been yet
      "#B 2024-2025 facebook known_channels 0.3",
      // a wave whose name holds no day may have been at any time
      "#C first website known_channels 0.3",
    ]);
    // 200 girls of 900: fewer, were it not for the broadcast
    expect(girls[0]).toMatchObject({ upper: 200, unmeasured_channels: "tv", proxy_verdict: "uncertain" });
    expect(girls[1]).toMatchObject({ upper_of: "all_channels", cumulative_upper_of: "known_channels" });
  });

  it("is none where each is known, and then fewer girls than the target are fewer", async () => {
    const own = await rawWarehouse(
      {
        channel_reach: [channel("#A", "2023-01", "tv", 400)],
        broadcasts: [broadcast("#A", "2023-02-03")],
        targets: [
          {
            ...{ indicator_id: "girls_reached_count", period: "2023-2024", target: 900, target_period: "2023-2024" },
            ...{ direction: "up", source: "a plan" },
          },
        ],
      },
      [girlsWithinReach],
    );
    const [row] = await own.rows("from analyses.girls_within_reach");
    own.close();
    expect(row).toMatchObject({ upper: 200, upper_of: "all_channels", proxy_verdict: "fewer_within_reach" });
  });

  it("is found in the sample: the second wave was broadcast, and has no reach of television", async () => {
    const sample = await rawWarehouse(
      { channel_reach: makeChannelReach(), broadcasts: makeBroadcasts() },
      [reachBounds],
      "2026-03-02",
    );
    const rows = await sample.rows(
      "select campaign, wave, unmeasured_channels from analyses.reach_bounds where upper_of = 'known_channels'",
    );
    sample.close();
    expect(rows).toEqual([{ campaign: "#STEMhelden", wave: "2021-05", unmeasured_channels: "tv" }]);
  });
});

describe("girls within reach", () => {
  const all = () => warehouse.rows("from analyses.girls_within_reach order by sequence");

  it("bound the girls inside the bounds, an unknown share from none to all", async () => {
    // youtube 300 girls, tv 150, tiktok 0 to 200: at least 300, at most all 650.
    expect((await all())[0]).toMatchObject({
      ...{ campaign: "#A", wave: "2023-01", channels_without_share: 1, lower: 300, upper: 650, is_proxy: true },
      ...{
        target: 300,
        target_share_lower: 1,
        proxy_verdict: "as_many_within_reach",
        target_source: "a plan",
        target_reason: null,
      },
    });
  });

  it("add waves as bounds: the largest at least, the sum at most", async () => {
    const rows = (await all()) as Record<string, number>[];
    const [first, second, third] = rows as [Record<string, number>, Record<string, number>, Record<string, number>];
    expect(second.lower).toBeGreaterThanOrEqual(200);
    expect(second.cumulative_lower).toBe(Math.max(300, second.lower as number));
    expect(second.cumulative_upper).toBe((first.upper as number) + (second.upper as number));
    // tv is all within youtube: 300 girls there.
    expect([third.lower, third.upper]).toEqual([300, 300]);
  });

  it("hold over waves no more than the target group, where all waves use the same", async () => {
    const wave = (name: string, more: RawRow = {}) =>
      channel("#A", name, "tv", 20_000, { universe: 45_000, girls_share: 1, ...more });
    const upperOf = async (third: RawRow) => {
      const own = await rawWarehouse({ channel_reach: [wave("2023-01"), wave("2023-02"), wave("2023-03", third)] }, [
        girlsWithinReach,
      ]);
      const rows = await own.rows<{ cumulative_upper: number }>("from analyses.girls_within_reach order by sequence");
      own.close();
      return rows.map(({ cumulative_upper }) => cumulative_upper);
    };
    expect(await upperOf({})).toEqual([20_000, 40_000, 45_000]);
    expect(await upperOf({ universe: 50_000 })).toEqual([20_000, 40_000, 60_000]);
  });

  it("give no share of a target where none was set", async () => {
    const bare = await rawWarehouse({ channel_reach: [channel("#A", "2023-01", "tv", 300)] }, [girlsWithinReach]);
    const [row] = await bare.rows("from analyses.girls_within_reach");
    bare.close();
    expect(row).toMatchObject({ lower: 150, upper: 150, target_share_lower: null, target_reason: "no_target" });
  });

  it("go toward the 50,000 of the sample, as bounds", async () => {
    const sample = await rawWarehouse({ channel_reach: makeChannelReach(), targets: makeTargets() }, [
      girlsWithinReach,
    ]);
    const rows = await sample.rows<Record<string, number | string>>(
      "from analyses.girls_within_reach order by sequence",
    );
    sample.close();
    expect(rows).toHaveLength(4);
    for (const { target, target_source, cumulative_lower, target_share_lower } of rows) {
      expect([target, target_source]).toEqual([50_000, expect.stringMatching(/^WiSTEM2D.*BeNeLux/)]);
      expect(target_share_lower).toBe(Number(cumulative_lower) / 50_000);
    }
  });

  it("have no upper bound after a wave without a figure", async () => {
    const rows = await all();
    expect(rows[3]).toMatchObject({ wave: "2024-02", lower: null, cumulative_lower: null, reason: "universes_differ" });
    expect(rows[4]).toMatchObject({ cumulative_upper: null, cumulative_reason: "wave_without_figure" });
  });
});
