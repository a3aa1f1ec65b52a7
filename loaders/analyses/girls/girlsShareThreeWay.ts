import { type CohortCounts, shareByThree, type ThreeParts } from "../../../statistics/decomposition/shareByThree.ts";
import type { Warehouse } from "../../warehouse.ts";
import { analysis, type Result } from "../analysis.ts";
import { answerOf } from "../reasons.ts";
import { type Pair, pairsOfYears } from "./girlsSplit.ts";

const columns = {
  span: { oneOf: ["year", "whole", "sum_of_years"], isRequired: true },
  from_year: "VARCHAR NOT NULL",
  to_year: "VARCHAR NOT NULL",
  girls_before: "DOUBLE",
  girls_after: "DOUBLE",
  boys_before: "DOUBLE",
  boys_after: "DOUBLE",
  girls_per_boy_before: "DOUBLE",
  girls_per_boy_after: "DOUBLE",
  total: "DOUBLE",
  girls_participation: "DOUBLE",
  boys_participation: "DOUBLE",
  sex_ratio: "DOUBLE",
  log_odds_total: "DOUBLE",
  log_odds_girls: "DOUBLE",
  log_odds_boys: "DOUBLE",
  log_odds_ratio: "DOUBLE",
  has_break: "BOOLEAN NOT NULL",
} as const;

type Row = Result<typeof columns>;

const COUNTS = `
  select school_year, sum(girls)::integer as girls, sum(girls_in_stem)::integer as "girlsInStem",
    sum(pupils - girls)::integer as boys, sum(in_stem - girls_in_stem)::integer as "boysInStem"
  from marts.stem_year_groups where breakdown = 'total' group by school_year`;

async function countsByYear(warehouse: Warehouse): Promise<Map<string, CohortCounts>> {
  const rows = await warehouse.rows<CohortCounts & { school_year: string }>(COUNTS);
  return new Map(rows.map(({ school_year, ...counts }) => [school_year, counts]));
}

const parts = (points: ThreeParts | null, logOdds: ThreeParts | null) => ({
  ...{ total: points?.total ?? null, girls_participation: points?.girls ?? null },
  ...{ boys_participation: points?.boys ?? null, sex_ratio: points?.ratio ?? null },
  ...{ log_odds_total: logOdds?.total ?? null, log_odds_girls: logOdds?.girls ?? null },
  ...{ log_odds_boys: logOdds?.boys ?? null, log_odds_ratio: logOdds?.ratio ?? null },
});

const partOf = (some: number, all: number) => (all === 0 ? null : some / all);

const levels = (before: CohortCounts | undefined, after: CohortCounts | undefined) => ({
  girls_before: before ? partOf(before.girlsInStem, before.girls) : null,
  girls_after: after ? partOf(after.girlsInStem, after.girls) : null,
  boys_before: before ? partOf(before.boysInStem, before.boys) : null,
  boys_after: after ? partOf(after.boysInStem, after.boys) : null,
  girls_per_boy_before: before ? partOf(before.girls, before.boys) : null,
  girls_per_boy_after: after ? partOf(after.girls, after.boys) : null,
});

function rowOf({ span, from, to }: Pair, counts: ReadonlyMap<string, CohortCounts>, has_break: boolean): Row {
  const [before, after] = [counts.get(from.school_year), counts.get(to.school_year)];
  const { answer, reason } = answerOf(() => (before && after ? shareByThree(before, after) : null), "nobody_in_stem");
  return {
    ...{ span, from_year: from.school_year, to_year: to.school_year, has_break },
    ...levels(before, after),
    ...parts(answer?.points ?? null, answer?.logOdds ?? null),
    reason,
  };
}

/** The steps added up: on the log odds the split from end to end, in points not quite. */
function sumOf(steps: readonly Row[], whole: Row | undefined): Row[] {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined || whole === undefined) return [];
  const add = (name: Exclude<keyof ReturnType<typeof parts>, never>) =>
    steps.reduce<number | null>((sum, row) => (sum === null || row[name] === null ? null : sum + row[name]), 0);
  const summed = Object.fromEntries(
    Object.keys(parts(null, null)).map((name) => [name, add(name as keyof ReturnType<typeof parts>)]),
  ) as ReturnType<typeof parts>;
  const reason = steps.find((row) => row.reason !== null)?.reason ?? null;
  return [{ ...whole, span: "sum_of_years", ...summed, reason }];
}

export const girlsShareThreeWay = analysis({
  id: "girls_share_three_way",
  name: {
    nl: "Meisjes, jongens of de lichting: de verschuiving in drie",
    en: "Girls, boys or the cohort: the shift split in three",
  },
  method: {
    nl: "De verandering van het aandeel meisjes in STEM, gesplitst in wat meisjes deden (hun deelname aan STEM), wat jongens deden (hun deelname) en hoe de lichting eruitzag (meisjes per jongen in het eerste en tweede jaar van de derde graad), jaar op jaar en van het basisjaar tot het laatste jaar. De verhouding van meisjes tot jongens in STEM is het product van de drie: op de logaritme ervan (de log-odds) is de splitsing exact en tellen de jaren op tot de vergelijking van begin tot eind. In procentpunt krijgt elk deel zijn stuk van de log-odds (logaritmisch gemiddelde, Ang 2004), eveneens zonder rest. Volgen minder jongens STEM, dan staat dat bij de jongens als een stijging van het aandeel meisjes. Volgt van de meisjes of van de jongens niemand STEM, dan is er geen cijfer.",
    en: "The change of the girls' share in STEM, split into what girls did (their participation in STEM), what boys did (their participation) and what the cohort looked like (girls for each boy in the first and second year of stage 3), year by year and from the base year to the last. Girls to boys in STEM is the product of the three: on its logarithm (the log odds) the split is exact and the years add up to the comparison from end to end. In percentage points each part has its portion of the log odds (logarithmic mean, Ang 2004), again without remainder. Where fewer boys take STEM, that stands with the boys as a rise of the girls' share. Where none of the girls or none of the boys take STEM, there is no figure.",
  },
  evidence: "shift",
  codes: ["D2", "D3", "D7"],
  inputs: ["marts.stem_year_groups", "indicators.observations", "staging.stg_targets"],
  functions: ["shareByThree"],
  parameters: {},
  thresholds: [],
  columns,
  async run({ warehouse }) {
    const { pairs, has_break } = await pairsOfYears(warehouse);
    const counts = await countsByYear(warehouse);
    const rows = pairs.map((pair) => rowOf(pair, counts, has_break(pair)));
    const [steps, whole] = [rows.filter(({ span }) => span === "year"), rows.find(({ span }) => span === "whole")];
    return [...rows, ...sumOf(steps, whole)];
  },
});
