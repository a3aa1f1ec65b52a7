import { group, sum } from "d3-array";
import { analysis, type Result } from "../analysis.ts";
import { type Pair, pairsOfYears, splitOf } from "./girlsSplit.ts";
import { partOf, type StemCell, type StrataKind, stratumOf } from "./girlsStrata.ts";

const columns = {
  span: "VARCHAR",
  from_year: "VARCHAR NOT NULL",
  to_year: "VARCHAR NOT NULL",
  track: "VARCHAR NOT NULL",
  domain: "VARCHAR",
  weight_before: "DOUBLE NOT NULL",
  weight_after: "DOUBLE NOT NULL",
  share_before: "DOUBLE",
  share_after: "DOUBLE",
  within_programmes: "DOUBLE NOT NULL",
  between_programmes: "DOUBLE NOT NULL",
  is_new_or_gone: "BOOLEAN",
} as const;

type Row = Result<typeof columns>;

/** What each track and domain adds to both effects, its provinces taken together. */
function rowsOf(pair: Pair, kind: StrataKind): Row[] {
  const { answer } = splitOf(pair, kind);
  if (answer === null) return [];
  const effects = new Map(answer.byStratum.map((part) => [part.stratum, part]));
  const nameOf = (cell: StemCell) => JSON.stringify(partOf(cell, kind));
  const parts = group([...pair.before, ...pair.after], nameOf);
  const [pupilsBefore, pupilsAfter] = [pair.before, pair.after].map((cells) => sum(cells, ({ pupils }) => pupils));
  return [...parts].map(([name, cells]) => {
    const strata = [...new Set(cells.map((cell) => stratumOf(cell, kind)))].flatMap((key) => effects.get(key) ?? []);
    const counted = (year: readonly StemCell[]) => {
      const own = year.filter((cell) => nameOf(cell) === name);
      return { girls: sum(own, ({ girls }) => girls), pupils: sum(own, ({ pupils }) => pupils) };
    };
    const [before, after] = [counted(pair.before), counted(pair.after)];
    return {
      ...{ span: pair.span, from_year: pair.from.school_year, to_year: pair.to.school_year },
      ...(JSON.parse(name) as { track: string; domain: string | null }),
      weight_before: before.pupils / Number(pupilsBefore),
      weight_after: after.pupils / Number(pupilsAfter),
      share_before: before.pupils === 0 ? null : before.girls / before.pupils,
      share_after: after.pupils === 0 ? null : after.girls / after.pupils,
      within_programmes: sum(strata, ({ rate }) => rate),
      between_programmes: sum(strata, ({ composition }) => composition),
      is_new_or_gone: strata.some(({ inOneYearOnly }) => inOneYearOnly),
      reason: null,
    };
  });
}

export const girlsShareSplitByStratum = analysis({
  id: "girls_share_split_by_stratum",
  name: { nl: "Wat elk domein aan de verschuiving bijdraagt", en: "What each domain adds to the shift" },
  method: {
    nl: "De splitsing van Kitagawa (1955) uit de vorige tabel, per onderwijsvorm of groep ervan en per domein, de provincies samen. De bijdragen tellen op tot wat er in dat jarenpaar binnen en tussen de richtingen gebeurde. Wat een domein tussen de richtingen bijdraagt, is gemeten tegen het gemiddelde aandeel: een domein met meer meisjes dan gemiddeld dat groeit, draagt positief bij.",
    en: "The split by Kitagawa (1955) of the table before, by track or group of tracks and by domain, provinces taken together. The contributions add up to what happened within and between programmes in that pair of years. What a domain adds between programmes is taken from the mean share: a domain with more girls than the mean that grows adds to the share.",
  },
  evidence: "shift",
  codes: ["D7"],
  inputs: ["marts.stem_pupils", "indicators.observations", "staging.stg_targets"],
  functions: ["kitagawa"],
  parameters: {},
  thresholds: [],
  columns,
  async run({ warehouse }) {
    const { pairs, kind } = await pairsOfYears(warehouse);
    return pairs.flatMap((pair) => rowsOf(pair, kind));
  },
});
