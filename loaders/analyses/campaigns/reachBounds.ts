import { reachBounds as unionBounds } from "../../../statistics/reach/reachBounds.ts";
import { type CellSolver, MOST_CHANNELS } from "../../../statistics/reach/sharpReachBounds.ts";
import { analysis, type Context, type Result } from "../analysis.ts";
import { reachSolver } from "./reachSolver.ts";
import { boundsOf, PLAY, upperOf, type Wave, waves } from "./reachWaves.ts";

const columns = {
  campaign: "VARCHAR",
  wave: "VARCHAR",
  channels: "INTEGER",
  channel_names: "VARCHAR",
  /** Used in the wave but of unknown reach: the upper bound is then that of the known channels only. */
  unmeasured_channels: "VARCHAR",
  upper_of: "VARCHAR",
  universe: "INTEGER",
  overlaps_known: "INTEGER",
  overlaps_possible: "INTEGER",
  method: "VARCHAR",
  overlap_play: "DOUBLE",
  lower: "DOUBLE",
  upper: "DOUBLE",
  independent: "DOUBLE",
  lower_persons: "INTEGER",
  upper_persons: "INTEGER",
  independent_persons: "INTEGER",
} as const;

type Row = Result<typeof columns>;

function rowOf(wave: Wave, solve: CellSolver): Row {
  const { campaign, channels: of } = wave;
  const channels = of.length;
  const row = {
    ...{ campaign, wave: wave.wave, channels, channel_names: of.map(({ channel }) => channel).join(", ") },
    ...{ overlaps_known: Object.keys(wave.overlaps).length, overlaps_possible: (channels * (channels - 1)) / 2 },
  };
  const known = { unmeasured_channels: wave.unmeasured.join(", ") || null, upper_of: upperOf(wave) };
  const { answer, reason } = boundsOf(wave, solve, "everybody");
  const chance = unionBounds(of.map(({ reach_share }) => reach_share));
  const universe = wave.reason === "universes_differ" ? null : (of[0]?.universe ?? null);
  if (answer === null || chance === null || universe === null)
    return {
      ...{
        ...row,
        ...known,
        upper_of: null,
        universe,
        method: null,
        overlap_play: null,
        lower: null,
        upper: null,
        independent: null,
      },
      ...{ lower_persons: null, upper_persons: null, independent_persons: null, reason },
    };
  const { lower, upper, method, play } = answer;
  return {
    ...{ ...row, ...known, universe, method, overlap_play: play, lower, upper, independent: chance.independent },
    ...{ lower_persons: Math.round(lower * universe), upper_persons: Math.round(upper * universe) },
    ...{ independent_persons: Math.round(chance.independent * universe), reason },
  };
}

async function run({ warehouse }: Context): Promise<Row[]> {
  const all = await waves(warehouse);
  if (all.length === 0) return [];
  const solve = await reachSolver();
  return all.map((wave) => rowOf(wave, solve));
}

export const reachBounds = analysis({
  id: "reach_bounds",
  name: {
    nl: "Bereik van een campagnegolf: ondergrens en bovengrens",
    en: "Reach of a campaign wave: lower and upper bound",
  },
  method: {
    nl: "Hoeveel verschillende mensen van de doelgroep een golf van een campagne minstens en hoogstens bereikte, uit het unieke bereik van elk kanaal en de overlap tussen kanalen voor zover die bekend is. Is er overlap bekend, dan zijn het de scherpste grenzen die daaruit volgen: een lineair programma over alle groepen van mensen die dezelfde kanalen zagen (Hailperin 1965). Zonder overlap zijn het de grenzen van Fréchet: het grootste kanaal, en de som van de kanalen; bij meer dan tien kanalen die van Dawson en Sankoff (1967) en Hunter (1976) en Worsley (1982). ‘Als de kanalen los van elkaar staan’ is de formule van Sainsbury, 1 − Π(1 − bereik): een rekenvoorbeeld, geen schatting, en het kan buiten de grenzen liggen als de overlap bekend is. Het bereik van kanalen wordt nooit opgeteld. Is een kanaal in de golf gebruikt (er was een uitzending, of er zijn campagnecijfers van) maar is zijn bereik niet bekend, dan geldt de bovengrens alleen voor de bekende kanalen; een golf duurt tot de volgende van dezelfde campagne. Er is geen cijfer als de kanalen met een verschillende doelgroep rekenen of de overlap het bereik tegenspreekt.",
    en: "How many different people of the target group a wave of a campaign reached at least and at most, from the unique reach of each channel and the overlaps between channels as far as they are known. Where overlaps are known, these are the sharpest bounds that follow: a linear programme over all groups of people who saw the same channels (Hailperin 1965). Without overlaps they are Fréchet's bounds: the largest channel, and the sum of the channels; with more than ten channels those of Dawson and Sankoff (1967) and of Hunter (1976) and Worsley (1982). “If channels were independent” is Sainsbury's formula, 1 − Π(1 − reach): a reckoning, not an estimate, and where overlaps are known it may lie outside the bounds. The reach of channels is never added up. Where a channel was used in the wave (there was a broadcast, or there are campaign metrics of it) but its reach is not known, the upper bound holds for the known channels only; a wave lasts until the next one of the same campaign. There is no figure where the channels use different target groups or the overlaps contradict the reach.",
  },
  evidence: "monitoring",
  codes: ["E2"],
  inputs: ["marts.channel_reach", "marts.channel_overlaps", "marts.unmeasured_channels"],
  functions: ["reachBounds", "sharpReachBounds"],
  parameters: { most_channels: MOST_CHANNELS, overlap_play: PLAY },
  thresholds: [],
  columns,
  run,
});
