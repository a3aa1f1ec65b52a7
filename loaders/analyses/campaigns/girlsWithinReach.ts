import { type CellSolver, MOST_CHANNELS } from "../../../statistics/reach/sharpReachBounds.ts";
import type { Warehouse } from "../../warehouse.ts";
import { analysis, type Context, type Result } from "../analysis.ts";
import type { Reason } from "../reasons.ts";
import { reachSolver } from "./reachSolver.ts";
import { boundsOf, PLAY, upperOf, type Wave, waves } from "./reachWaves.ts";

const INDICATOR = "girls_reached_count";

const columns = {
  sequence: "INTEGER",
  campaign: "VARCHAR",
  wave: "VARCHAR",
  channels: "INTEGER",
  channels_without_share: "INTEGER",
  method: "VARCHAR",
  lower: "INTEGER",
  upper: "INTEGER",
  cumulative_lower: "INTEGER",
  cumulative_upper: "INTEGER",
  cumulative_reason: "VARCHAR",
  unmeasured_channels: "VARCHAR",
  upper_of: "VARCHAR",
  cumulative_upper_of: "VARCHAR",
  target: "DOUBLE",
  target_period: "VARCHAR",
  target_source: "VARCHAR",
  target_share_lower: "DOUBLE",
  target_share_upper: "DOUBLE",
  target_reason: "VARCHAR",
  /** Where the girls within reach stand against the target's number: of girls who choose STEM, which it is about, it says nothing. */
  proxy_verdict: "VARCHAR",
  is_proxy: "BOOLEAN",
} as const;

type Row = Result<typeof columns>;

interface Target {
  target: number;
  /** Null where no year was agreed. */
  target_period: string | null;
  target_source: string;
}

async function latestTarget(warehouse: Warehouse): Promise<Target | null> {
  const [found] = await warehouse.rows<Target>(
    `select target, target_period, source as target_source from staging.stg_targets
     where programme is null and indicator_id = $1 order by period desc limit 1`,
    [INDICATOR],
  );
  return found ?? null;
}

/** Where the girls within reach of all waves so far stand against the target's number; an upper bound of some channels excludes nothing. */
function verdictOf(lower: number | null, upper: number | null, target: number | null, isOpen: boolean): string | null {
  if (target === null || lower === null) return null;
  if (lower >= target) return "as_many_within_reach";
  return upper !== null && upper < target && !isOpen ? "fewer_within_reach" : "uncertain";
}

function rowsOf(all: readonly Wave[], solve: CellSolver, goal: Target | null): Row[] {
  let [least, most]: [number, number | null] = [0, 0];
  const target = goal?.target ?? null;
  const shareOf = (girls: number | null) => (girls === null || target === null || target <= 0 ? null : girls / target);
  return all.map((wave, place) => {
    const { answer, reason } = boundsOf(wave, solve, "girls");
    const universe = wave.channels[0]?.universe ?? 0;
    const [lower, upper] = [answer?.lower ?? null, answer?.upper ?? null].map((share) =>
      share === null ? null : Math.round(share * universe),
    ) as [number | null, number | null];
    // The same girls may have been reached each time: the largest wave at least, all waves together at most, and never more than there are.
    least = Math.max(least, lower ?? 0);
    const isOneUniverse = all.slice(0, place).every(({ channels }) => channels[0]?.universe === universe);
    most = most === null || upper === null ? null : Math.min(most + upper, isOneUniverse ? universe : Infinity);
    const isOpen = all.slice(0, place + 1).some((one) => upperOf(one) === "known_channels");
    const soFar = lower === null ? null : least;
    const cumulative_reason: Reason | null = most === null ? "wave_without_figure" : null;
    return {
      ...{ sequence: place + 1, campaign: wave.campaign, wave: wave.wave, channels: wave.channels.length },
      channels_without_share: wave.channels.filter(({ girls_share }) => girls_share === null).length,
      ...{ method: answer?.method ?? null, lower, upper },
      ...{ cumulative_lower: soFar, cumulative_upper: most, cumulative_reason },
      unmeasured_channels: wave.unmeasured.join(", ") || null,
      upper_of: upper === null ? null : upperOf(wave),
      cumulative_upper_of: most === null ? null : isOpen ? "known_channels" : "all_channels",
      ...{ target, target_period: goal?.target_period ?? null, target_source: goal?.target_source ?? null },
      target_reason: goal === null ? "no_target" : soFar === null ? reason : null,
      ...{ target_share_lower: shareOf(soFar), target_share_upper: shareOf(most) },
      ...{ proxy_verdict: verdictOf(soFar, most, target, isOpen), is_proxy: true, reason },
    };
  });
}

async function run({ warehouse }: Context): Promise<Row[]> {
  const all = (await waves(warehouse)).sort((a, b) =>
    a.wave === b.wave ? (a.campaign < b.campaign ? -1 : 1) : a.wave < b.wave ? -1 : 1,
  );
  if (all.length === 0) return [];
  return rowsOf(all, await reachSolver(), await latestTarget(warehouse));
}

export const girlsWithinReach = analysis({
  id: "girls_within_reach",
  name: {
    nl: "Meisjes binnen het bereik van een campagne: een benadering, geen meisjes die voor STEM kiezen",
    en: "Girls within reach of a campaign: a proxy, not girls who choose STEM",
  },
  method: {
    nl: "Hoeveel verschillende meisjes minstens en hoogstens binnen het bereik van een campagnegolf vielen. Het aandeel meisjes van elk kanaal geldt binnen de grenzen: een lineair programma over alle groepen van meisjes en anderen die dezelfde kanalen zagen (Hailperin 1965); waar een kanaal geen aandeel meisjes kent, kan het er tussen niemand en iedereen zijn. Over golven heen kan het telkens om dezelfde meisjes gaan: samen zijn het er minstens zoveel als in de grootste golf en hoogstens de som, en nooit meer dan de doelgroep telt waar alle golven met dezelfde rekenen. Is een kanaal gebruikt waarvan het bereik niet bekend is, dan geldt de bovengrens alleen voor de bekende kanalen, en blijft onzeker of het doel er buiten ligt. De golven staan in de volgorde van hun naam. Het streefcijfer van 50.000 meisjes gaat over meisjes die voor STEM kiezen, in de Benelux; een campagne zien is daarvan alleen een benadering, want niemand kiest voor STEM door binnen bereik te vallen; ze geldt voor de doelgroep van de campagne.",
    en: "How many different girls fell at least and at most within reach of a campaign wave. Each channel's share of girls holds inside the bounds: a linear programme over all groups of girls and others who saw the same channels (Hailperin 1965); where a channel knows no share of girls, it may be anywhere from none to all. Over waves it may be the same girls each time: together they are at least as many as in the largest wave, and at most the sum, and never more than the target group counts where all waves use the same one. Where a channel was used whose reach is not known, the upper bound holds for the known channels only, and it stays uncertain whether the target lies beyond it. Waves stand in the order of their names. The target of 50,000 girls is about girls who choose STEM, in the Benelux; seeing a campaign is only a proxy of that, for nobody chooses STEM by falling within reach; it holds for the target group of the campaign.",
  },
  evidence: "monitoring",
  codes: ["E3"],
  inputs: ["marts.channel_reach", "marts.channel_overlaps", "marts.unmeasured_channels", "staging.stg_targets"],
  functions: ["sharpReachBounds", "reachBounds", "partBounds"],
  parameters: { most_channels: MOST_CHANNELS, overlap_play: PLAY, target_indicator: INDICATOR },
  thresholds: [],
  columns,
  run,
});
