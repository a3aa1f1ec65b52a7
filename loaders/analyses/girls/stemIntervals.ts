import { shareRatio } from "../../../statistics/proportion/comparison.ts";
import { wilsonInterval } from "../../../statistics/proportion/wilson.ts";
import { analysis, type Result } from "../analysis.ts";
import { answerOf } from "../reasons.ts";

const LEVEL = 0.95;

const columns = {
  indicator_id: "VARCHAR",
  school_year: "VARCHAR",
  breakdown: "VARCHAR",
  group: "VARCHAR",
  value: "DOUBLE",
  adjusted: "DOUBLE",
  lower: "DOUBLE",
  upper: "DOUBLE",
  status: "VARCHAR",
} as const;

type Row = Result<typeof columns>;
type Observed = Pick<Row, "school_year" | "breakdown" | "group" | "value" | "status">;
type Intake = Observed & { in_stem: number; pupils: number };
type Parity = Observed & Record<"stem_girls" | "girls" | "stem_boys" | "boys", number | null>;

const INTAKE = `
  select period as school_year, if(stage is null, 'total', 'stage') as breakdown, coalesce(stage, 'total') as "group", value, status,
    numerator as in_stem, denominator as pupils
  from indicators.observations where indicator_id = 'stem_share_of_intake' order by breakdown, "group", period`;

/** The pupils behind both shares of the index: girls as their participation counts them, boys in STEM as the girls' share leaves them. */
const PARITY = `
  with observed as (
    select * from indicators.observations where coalesce(province, domain) is null
  )
  select parity.period as school_year, if(parity.track is null, 'total', 'track') as breakdown,
    coalesce(parity.track, 'total') as "group", parity.value, parity.status, girls.numerator as stem_girls, girls.denominator as girls,
    pupils.denominator - pupils.numerator as stem_boys,
    round((pupils.denominator - pupils.numerator) / nullif(parity.denominator, 0)) as boys
  from observed as parity
  left join observed as girls
    on girls.indicator_id = 'girls_stem_participation' and girls.period = parity.period
    and girls.track is not distinct from parity.track
  left join observed as pupils
    on pupils.indicator_id = 'girls_share_in_stem' and pupils.period = parity.period
    and pupils.track is not distinct from parity.track
  where parity.indicator_id = 'stem_parity_index' order by breakdown, "group", parity.period`;

function intakeRow({ in_stem, pupils, ...observed }: Intake): Row {
  const { answer, reason } = answerOf(() => wilsonInterval(in_stem, pupils, { level: LEVEL }), "no_pupils");
  const { lower, upper } = answer ?? { lower: null, upper: null };
  return { indicator_id: "stem_share_of_intake", ...observed, adjusted: null, lower, upper, reason };
}

function parityRow({ stem_girls, girls, stem_boys, boys, ...observed }: Parity): Row {
  const { answer, reason } = answerOf(
    () => shareRatio(stem_girls ?? 0, girls ?? 0, stem_boys ?? 0, boys ?? 0, { level: LEVEL }),
    "nobody_in_stem",
  );
  const { lower, upper } = answer?.interval ?? { lower: null, upper: null };
  return { indicator_id: "stem_parity_index", ...observed, adjusted: answer?.adjusted ?? null, lower, upper, reason };
}

export const stemIntervals = analysis({
  id: "stem_intervals",
  name: {
    nl: "STEM-aandeel van de instroom en pariteitsindex, met interval",
    en: "STEM share of the intake and parity index, with interval",
  },
  method: {
    nl: "Het STEM-aandeel van de instroom (D1) met een Wilson-interval (Wilson 1927), in het geheel en per graad, en de pariteitsindex (D4) met een logaritmisch interval (Katz e.a. 1978), in het geheel en per onderwijsvorm. Naast de index staat de aangepaste index van SDG 4.5.1: boven 1 is dat 2 − 1/index. De tellingen zijn volledig: het interval ziet ze als één uitkomst van een proces dat ook anders had kunnen lopen. Volgt van de meisjes of van de jongens niemand STEM, dan bestaat het interval van de index niet.",
    en: "The STEM share of the intake (D1) with a Wilson interval (Wilson 1927), in all and by stage, and the parity index (D4) with a log interval (Katz et al. 1978), in all and by track. Beside the index stands the adjusted index of SDG 4.5.1: above 1 that is 2 − 1/index. The counts are complete: the interval sees them as one run of a process that might have gone otherwise. Where none of the girls or none of the boys take STEM, the interval of the index does not exist.",
  },
  evidence: "shift",
  codes: ["D1", "D4"],
  inputs: ["indicators.observations"],
  functions: ["wilsonInterval", "shareRatio"],
  parameters: { level: LEVEL },
  thresholds: [],
  columns,
  async run({ warehouse }) {
    const [intake, parity] = [await warehouse.rows<Intake>(INTAKE), await warehouse.rows<Parity>(PARITY)];
    return [...intake.map(intakeRow), ...parity.map(parityRow)];
  },
});
