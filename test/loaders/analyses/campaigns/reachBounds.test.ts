import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { girlsReached } from "../../../../loaders/analyses/campaigns/girlsReached.ts";
import { reachBounds } from "../../../../loaders/analyses/campaigns/reachBounds.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
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
    [reachBounds, girlsReached],
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

describe("girls reached", () => {
  const all = () => warehouse.rows("from analyses.girls_reached order by sequence");

  it("bound the girls inside the bounds, an unknown share from none to all", async () => {
    // youtube 300 girls, tv 150, tiktok 0 to 200: at least 300, at most all 650.
    expect((await all())[0]).toMatchObject({
      ...{ campaign: "#A", wave: "2023-01", channels_without_share: 1, lower: 300, upper: 650, is_proxy: true },
      ...{ target: 300, target_share_lower: 1, proxy_verdict: "reached", target_source: "a plan", target_reason: null },
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
        girlsReached,
      ]);
      const rows = await own.rows<{ cumulative_upper: number }>("from analyses.girls_reached order by sequence");
      own.close();
      return rows.map(({ cumulative_upper }) => cumulative_upper);
    };
    expect(await upperOf({})).toEqual([20_000, 40_000, 45_000]);
    expect(await upperOf({ universe: 50_000 })).toEqual([20_000, 40_000, 60_000]);
  });

  it("give no share of a target where none was set", async () => {
    const bare = await rawWarehouse({ channel_reach: [channel("#A", "2023-01", "tv", 300)] }, [girlsReached]);
    const [row] = await bare.rows("from analyses.girls_reached");
    bare.close();
    expect(row).toMatchObject({ lower: 150, upper: 150, target_share_lower: null, target_reason: "no_target" });
  });

  it("go toward the 50,000 of the sample, as bounds", async () => {
    const sample = await rawWarehouse({ channel_reach: makeChannelReach(), targets: makeTargets() }, [girlsReached]);
    const rows = await sample.rows<Record<string, number | string>>("from analyses.girls_reached order by sequence");
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
