import { kitagawaInterval } from "../../../statistics/decomposition/bootstrap.ts";
import { kitagawaChain } from "../../../statistics/decomposition/kitagawa.ts";
import { analysis, type Result } from "../analysis.ts";
import { answerOf, type Reason } from "../reasons.ts";
import { schoolClusters } from "./girlsSchools.ts";
import { LARGEST_UNMATCHED, type Pair, type Pairs, pairsOfYears, splitOf } from "./girlsSplit.ts";
import { type StrataKind, strataOf } from "./girlsStrata.ts";

const LEVEL = 0.95;
const DRAWS = 1000;
const SEED = 1;

const columns = {
  span: { oneOf: ["year", "whole", "sum_of_years"], isRequired: true },
  from_year: "VARCHAR NOT NULL",
  to_year: "VARCHAR NOT NULL",
  total: "DOUBLE",
  within_programmes: "DOUBLE",
  between_programmes: "DOUBLE",
  total_lower: "DOUBLE",
  total_upper: "DOUBLE",
  between_lower: "DOUBLE",
  between_upper: "DOUBLE",
  within_lower: "DOUBLE",
  within_upper: "DOUBLE",
  interval_reason: "VARCHAR",
  schools: "INTEGER",
  strata: { oneOf: ["track_domain_province", "group_domain_province", "group_province"], isRequired: true },
  unmatched_share: "DOUBLE",
  merged_share: "DOUBLE",
  has_break: "BOOLEAN NOT NULL",
} as const;

type Row = Result<typeof columns>;

const noInterval = {
  ...{ total_lower: null, total_upper: null, between_lower: null, between_upper: null },
  ...{ within_lower: null, within_upper: null, schools: null },
};

/** Percentile limits of the three effects by drawing schools. */
function limitsOf({ before, after }: Pair, kind: StrataKind, draws: number) {
  const clusters = schoolClusters(before, after, kind);
  if (clusters === null) return { ...noInterval, interval_reason: "no_school_counts" as const };
  const { answer, reason } = answerOf(
    () => kitagawaInterval(clusters, { draws, level: LEVEL, seed: SEED }),
    "no_school_counts",
  );
  if (answer === null) return { ...noInterval, interval_reason: reason };
  const { total, composition, rate } = answer;
  return {
    ...{ total_lower: total.lower, total_upper: total.upper, schools: clusters.length },
    ...{ between_lower: composition.lower, between_upper: composition.upper },
    ...{ within_lower: rate.lower, within_upper: rate.upper, interval_reason: null },
  };
}

function rowOf(pair: Pair, { kind, has_break }: Pairs, draws: number): Row {
  const { unmatched, merged, answer, reason } = splitOf(pair, kind);
  const head = {
    ...{ span: pair.span, from_year: pair.from.school_year, to_year: pair.to.school_year },
    ...{ strata: kind, unmatched_share: unmatched, merged_share: merged, has_break: has_break(pair) },
  };
  if (answer === null)
    return {
      ...head,
      ...{ total: null, within_programmes: null, between_programmes: null, interval_reason: reason },
      ...noInterval,
      reason,
    };
  const effects = { total: answer.total, within_programmes: answer.rate, between_programmes: answer.composition };
  return { ...head, ...effects, ...limitsOf(pair, kind, draws), reason };
}

/** The sums of the yearly steps, which differ from the split from end to end; null figures where a step has none. */
function sumRow({ pairs, kind, has_break }: Pairs, steps: readonly Row[]): Row[] {
  const years = pairs.filter(({ span }) => span === "year");
  const [first, last, whole] = [years[0], years.at(-1), pairs.find(({ span }) => span === "whole")];
  if (first === undefined || last === undefined || whole === undefined) return [];
  const failed: Reason | null = steps.find(({ reason }) => reason !== null)?.reason ?? null;
  const strata = [first.before, ...years.map(({ after }) => after)].map((cells) => strataOf(cells, kind));
  const { answer, reason } =
    failed === null ? answerOf(() => kitagawaChain(strata), "no_pupils") : { answer: null, reason: failed };
  return [
    {
      ...{ span: "sum_of_years", from_year: first.from.school_year, to_year: last.to.school_year },
      total: answer?.total ?? null,
      ...{ within_programmes: answer?.rate ?? null, between_programmes: answer?.composition ?? null },
      ...noInterval,
      ...{ interval_reason: reason ?? "sum_without_interval", strata: kind, has_break: has_break(whole) },
      unmatched_share: Math.max(...steps.map(({ unmatched_share }) => Number(unmatched_share))),
      merged_share: Math.max(...steps.map(({ merged_share }) => Number(merged_share))),
      reason,
    },
  ];
}

/** The rows of the split; tests may draw less often. */
export function splitRows(found: Pairs, draws = DRAWS): Row[] {
  const rows = found.pairs.map((pair) => rowOf(pair, found, draws));
  return [
    ...rows,
    ...sumRow(
      found,
      rows.filter(({ span }) => span === "year"),
    ),
  ];
}

export const girlsShareSplit = analysis({
  id: "girls_share_split",
  name: {
    nl: "Binnen of tussen richtingen: de verschuiving gesplitst",
    en: "Within or between programmes: the shift split in two",
  },
  method: {
    nl: "De verandering van het aandeel meisjes in STEM, gesplitst volgens Kitagawa (1955) in wat binnen de richtingen gebeurde (het aandeel meisjes in een richting verandert) en wat tussen de richtingen gebeurde (richtingen met veel of weinig meisjes groeien of krimpen), jaar op jaar en van het basisjaar tot het laatste jaar. De groepen zijn onderwijsvorm, domein en provincie. Waar de modernisering een breuk maakt, worden onderwijsvormen en finaliteiten gegroepeerd tot wat voor en na de breuk hetzelfde is: arbeidsmarkt met bso, en doorstroom en dubbel met aso, tso en kso. Dat mag alleen als er in een groep in elk jaar maar één richting (onderwijsvorm en domein) zit; anders zou een richting die groeit niet te onderscheiden zijn van een richting waar meer meisjes voor kiezen. Zit meer dan 5 % van de leerlingen in groepen waarin richtingen samenvallen, of in groepen die maar in een van beide jaren bestaan, dan vallen de domeinen weg of staat er geen cijfer. Het interval komt van 1.000 trekkingen van scholen met teruglegging, en staat er alleen waar alle leerlingen per school geladen zijn.",
    en: "The change of the girls' share in STEM, split by Kitagawa (1955) into what happened within programmes (the girls' share of a programme changes) and what happened between them (programmes with many or few girls grow or shrink), year by year and from the base year to the last. The strata are track, domain and province. Where the modernisation breaks the series, tracks and finalities are grouped into what is the same before and after it: labour market with bso, and transition and dual with aso, tso and kso. That will do only where a group holds one programme (track and domain) in each year; else a programme that grows could not be told from one that more girls choose. When more than 5% of pupils are in strata in which programmes coincide, or in strata that exist in only one of both years, domains are left out or there is no figure. The interval comes from 1,000 draws of schools with replacement, and is given only where all pupils were loaded by school.",
  },
  evidence: "shift",
  codes: ["D7"],
  inputs: ["marts.stem_pupils", "indicators.observations", "staging.stg_targets"],
  functions: ["kitagawa", "kitagawaChain", "kitagawaInterval"],
  parameters: { level: LEVEL, draws: DRAWS, seed: SEED, largest_unmatched_share: LARGEST_UNMATCHED },
  thresholds: [],
  columns,
  async run({ warehouse }) {
    return splitRows(await pairsOfYears(warehouse));
  },
});
