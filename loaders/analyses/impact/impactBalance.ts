import { type Difference, meanDifference, shareDifference } from "../../../statistics/impact/balance.ts";
import { analysis, type Result } from "../analysis.ts";
import { answerOf, type Reason } from "../reasons.ts";
import { IMPACT_PARAMETERS } from "./impactEstimates.ts";

const { level, minTreated, minControls } = IMPACT_PARAMETERS;
/** Limits of the What Works Clearinghouse (Handbook, version 5.0, 2022) for differences before a programme, in standard deviations. */
const SMALL = 0.05;
const LARGE = 0.25;

const MEANS = ["stem_share", "girls_share_in_stem", "girls_stem_participation", "girls_share", "pupils"] as const;
const CATEGORIES = ["network", "province"] as const;

const columns = {
  trait: "VARCHAR",
  /** The network or province; null for a mean over schools. */
  category: "VARCHAR",
  reached_schools: "INTEGER",
  other_schools: "INTEGER",
  reached: "DOUBLE",
  others: "DOUBLE",
  difference: "DOUBLE",
  lower: "DOUBLE",
  upper: "DOUBLE",
  standardised_difference: "DOUBLE",
  balance: { oneOf: ["small", "to_adjust", "large"] },
} as const;
type Row = Result<typeof columns>;
type Baseline = { arm: "reached" | "others" } & Record<(typeof MEANS)[number], number | null> &
  Record<(typeof CATEGORIES)[number], string>;

function verdictOn(standardised: number): "small" | "to_adjust" | "large" {
  const size = Math.abs(standardised);
  return size <= SMALL ? "small" : size <= LARGE ? "to_adjust" : "large";
}

const figuresOf = (found: Difference | null) => ({
  difference: found?.difference ?? null,
  lower: found?.interval.lower ?? null,
  upper: found?.interval.upper ?? null,
  standardised_difference: found?.standardised ?? null,
  balance: found === null ? null : verdictOn(found.standardised),
});

const tooFew = (reached: number, others: number): Reason | null =>
  reached < minTreated ? "few_treated_schools" : others < minControls ? "few_control_schools" : null;

function meanRow(schools: readonly Baseline[], trait: (typeof MEANS)[number]): Row {
  const [reached = [], others = []] = (["reached", "others"] as const).map((arm) =>
    schools.flatMap((school) => (school.arm === arm && school[trait] !== null ? [school[trait]] : [])),
  );
  const sizes = { trait, category: null, reached_schools: reached.length, other_schools: others.length };
  const few = tooFew(reached.length, others.length);
  if (few !== null) return { ...sizes, reached: null, others: null, ...figuresOf(null), reason: few };
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const { answer, reason } = answerOf(() => meanDifference(reached, others, { level }), "schools_alike");
  return { ...sizes, reached: mean(reached), others: mean(others), ...figuresOf(answer), reason };
}

function categoryRows(schools: readonly Baseline[], trait: (typeof CATEGORIES)[number]): Row[] {
  const [reached, others] = [
    schools.filter(({ arm }) => arm === "reached"),
    schools.filter(({ arm }) => arm === "others"),
  ];
  const few = tooFew(reached.length, others.length);
  return [...new Set(schools.map((school) => school[trait]))].sort().map((category) => {
    const sizes = { trait, category, reached_schools: reached.length, other_schools: others.length };
    if (few !== null) return { ...sizes, reached: null, others: null, ...figuresOf(null), reason: few };
    const [x1 = 0, x2 = 0] = [reached, others].map((arm) => arm.filter((one) => one[trait] === category).length);
    const { answer, reason } = answerOf(
      () => shareDifference(x1, reached.length, x2, others.length, { level }),
      "schools_alike",
    );
    return { ...sizes, reached: x1 / reached.length, others: x2 / others.length, ...figuresOf(answer), reason };
  });
}

export const impactBalance = analysis({
  id: "impact_balance",
  name: {
    nl: "Waarin bereikte scholen vooraf van de andere verschilden",
    en: "How schools reached differed from the others beforehand",
  },
  method: {
    nl: "De scholen die een gastles bereikte, naast de andere scholen, op de eerste telling: voor elke school ligt die voor de eerste telling die een gastles kan tonen (een school waarvoor dat niet zo is, valt weg). Vergeleken worden het STEM-aandeel van de leerlingen, het aandeel meisjes in STEM, het deel van de meisjes dat STEM volgt, het aandeel meisjes, het aantal leerlingen, het onderwijsnet en de provincie, telkens in het eerste jaar van de derde graad. Een verschil van gemiddelden wordt gedeeld door de standaardafwijking over scholen (Hedges 1981), een verschil van aandelen door √((p₁q₁ + p₂q₂)/2) (Austin 2009). De grenzen zijn die van de What Works Clearinghouse (handboek 5.0, 2022): tot 0,05 is het verschil klein, tot 0,25 moet de berekening ervoor corrigeren, daarboven volstaat ook dat niet. De schatting van het effect neemt van elke school het verschil met haar eigen eerdere telling, zodat een vast verschil in niveau wegvalt; een verschil in verloop valt niet weg. Een school telt één keer, hoe groot ze ook is. Er is geen cijfer bij minder dan tien bereikte of tien andere scholen.",
    en: "The schools that a lecture reached beside the other schools, at the first count: for each school that is before the first count that can show a lecture (a school for which it is not is left out). Compared are the STEM share of pupils, the girls' share in STEM, the part of the girls in STEM, the girls' share, the number of pupils, the school network and the province, each in the first year of the third stage. A difference of means is divided by the standard deviation over schools (Hedges 1981), a difference of shares by √((p₁q₁ + p₂q₂)/2) (Austin 2009). The limits are those of the What Works Clearinghouse (Handbook 5.0, 2022): up to 0.05 the difference is small, up to 0.25 the computation must adjust for it, and above that even this will not do. The estimate of the effect takes each school's change from its own earlier count, so that a fixed difference in level falls away; a difference in course does not. A school counts once, however large. There is no figure with fewer than ten schools reached or ten others.",
  },
  evidence: "attribution",
  codes: ["G1", "G2", "D2", "D3"],
  inputs: ["marts.school_baselines"],
  functions: ["meanDifference", "shareDifference"],
  parameters: { level, small_difference: SMALL, large_difference: LARGE, minTreated, minControls },
  thresholds: [],
  columns,
  async run({ warehouse }) {
    const schools = await warehouse.rows<Baseline>(
      "select * replace (pupils::double as pupils) from marts.school_baselines order by school_id, site_id",
    );
    return [
      ...MEANS.map((trait) => meanRow(schools, trait)),
      ...CATEGORIES.flatMap((trait) => categoryRows(schools, trait)),
    ];
  },
});
