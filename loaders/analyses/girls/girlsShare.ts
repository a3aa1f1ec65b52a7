import { newcombeInterval } from "../../../statistics/proportion/newcombe.ts";
import { wilsonInterval } from "../../../statistics/proportion/wilson.ts";
import { analysis, FLAG, type Result } from "../analysis.ts";
import { answerOf, type Reason } from "../reasons.ts";
import { byGroup, type GroupYear, groupYears } from "./girlsGroups.ts";
import { baseOf, correlationOf, girlsByYear, girlsTargets } from "./girlsSeries.ts";

const LEVEL = 0.95;

const columns = {
  indicator_id: "VARCHAR NOT NULL",
  school_year: "VARCHAR NOT NULL",
  breakdown: "VARCHAR",
  group: "VARCHAR",
  numerator: "INTEGER",
  denominator: "INTEGER",
  share: "DOUBLE",
  lower: "DOUBLE",
  upper: "DOUBLE",
  status: FLAG,
  is_partial: "BOOLEAN",
  base_year: "VARCHAR",
  since_base: "DOUBLE",
  since_base_lower: "DOUBLE",
  since_base_upper: "DOUBLE",
  since_base_reason: "VARCHAR",
  since_last: "DOUBLE",
  since_last_lower: "DOUBLE",
  since_last_upper: "DOUBLE",
  since_last_reason: "VARCHAR",
} as const;

interface Change {
  change: number | null;
  lower: number | null;
  upper: number | null;
  reason: Reason | null;
}

const noChange = (reason: Reason): Change => ({ change: null, lower: null, upper: null, reason });

/** The change between two years of one series, with Newcombe's interval; in consecutive years half of the pupils are the same ones. A year of transition cannot be compared. */
export function changeSince(now: GroupYear, then: GroupYear | undefined, missing: Reason): Change {
  if (now.denominator === 0) return noChange("no_pupils");
  if (then === undefined || then.denominator === 0) return noChange(missing);
  if (now.is_partial || then.is_partial) return noChange("coding_in_transition");
  const correlation = correlationOf(now, then, [now.denominator, then.denominator]);
  const { answer, reason } = answerOf(
    () =>
      newcombeInterval(now.numerator, now.denominator, then.numerator, then.denominator, { level: LEVEL, correlation }),
    "no_pupils",
  );
  if (answer === null) return noChange(reason);
  const change = now.numerator / now.denominator - then.numerator / then.denominator;
  return { change, ...answer, reason };
}

function rowsOf(series: readonly GroupYear[], baseYear: string | null): Result<typeof columns>[] {
  const base = series.find(({ school_year }) => school_year === baseYear);
  return series.map((now) => {
    const { answer, reason } = answerOf(
      () => wilsonInterval(now.numerator, now.denominator, { level: LEVEL }),
      "no_pupils",
    );
    const isBase = now === base;
    const sinceBase = isBase ? noChange("is_base_year") : changeSince(now, base, "not_in_base_year");
    const before = series.find(({ start }) => start === now.start - 1);
    const sinceLast = changeSince(now, before, "not_in_last_year");
    return {
      ...{ indicator_id: now.indicator_id, school_year: now.school_year, breakdown: now.breakdown, group: now.group },
      ...{ numerator: now.numerator, denominator: now.denominator, status: now.status, is_partial: now.is_partial },
      ...{ share: answer === null ? null : now.numerator / now.denominator },
      ...{ lower: answer?.lower ?? null, upper: answer?.upper ?? null },
      ...{ base_year: baseYear, since_base: sinceBase.change, since_base_reason: sinceBase.reason },
      ...{ since_base_lower: sinceBase.lower, since_base_upper: sinceBase.upper },
      ...{ since_last: sinceLast.change, since_last_reason: sinceLast.reason },
      ...{ since_last_lower: sinceLast.lower, since_last_upper: sinceLast.upper },
      reason,
    };
  });
}

export const girlsShare = analysis({
  id: "girls_share",
  name: {
    nl: "Aandeel meisjes in STEM, met interval en verandering",
    en: "Girls' share in STEM, with interval and change",
  },
  method: {
    nl: "Het aandeel meisjes in STEM (D2) en de deelname van meisjes aan STEM (D3), met dezelfde teller en noemer als de indicatoren, in het geheel en per onderwijsvorm, domein en provincie. D3 van een domein is gerekend op alle meisjes van dat jaar, want wie geen STEM volgt zit in geen STEM-domein: de domeinen tellen op tot het geheel. Elk aandeel krijgt een Wilson-interval (Wilson 1927), elke verandering sinds het basisjaar en sinds het vorige schooljaar een interval van Newcombe (1998, methode 10). Een telling bevat twee leerjaren: wie het jaar ervoor in het eerste zat, komt het jaar erna terug in het tweede. Van het ene schooljaar op het andere rekent het interval die leerlingen maar één keer (Zou en Donner 2008). De tellingen zijn volledig: het interval ziet ze als één uitkomst van een proces dat ook anders had kunnen lopen. In een jaar waarin een deel van de leerlingen al bij een finaliteit en een deel nog bij een onderwijsvorm geteld is, wordt geen verandering per onderwijsvorm gegeven.",
    en: "The girls' share in STEM (D2) and the girls' participation in STEM (D3), with the numerator and denominator of the indicators, in all and by track, domain and province. D3 of a domain is out of all girls of that year, for girls outside STEM are in no STEM domain: the domains add up to the whole. Each share has a Wilson interval (Wilson 1927), each change since the base year and since the school year before an interval by Newcombe (1998, method 10). A count holds two years of the stage: who was in the first comes back in the second a year later. From one school year to the next the interval counts those pupils only once (Zou and Donner 2008). The counts are complete: the interval sees them as one run of a process that might have gone otherwise. In a year in which part of the pupils were counted by finality and part still by the old tracks, no change by track is given.",
  },
  evidence: "shift",
  codes: ["D2", "D3", "D5"],
  inputs: ["indicators.observations", "staging.stg_targets"],
  functions: ["wilsonInterval", "newcombeInterval"],
  parameters: {
    level: LEVEL,
    base_year: "the baseline year of the targets where it was loaded, else the first loaded school year",
  },
  thresholds: [],
  columns,
  async run({ warehouse }) {
    const base = baseOf(await girlsByYear(warehouse), await girlsTargets(warehouse));
    const series = byGroup(await groupYears(warehouse));
    return series.flatMap((rows) => rowsOf(rows, base?.base.school_year ?? null));
  },
});
