import { girlsShareSplitByStratum } from "../../../loaders/analyses/girls/girlsShareSplitByStratum.ts";
import type { Gate } from "../gate.ts";
import { labelOf } from "../labels.ts";
import { resultRow } from "../rows.ts";
import { meanings, resultSection } from "../sections.ts";
import {
  PairRow,
  RevisionRow,
  SplitPartRow,
  SplitRow,
  TargetYearRow,
  ThreeWayRow,
  TrendRow,
  VerdictRow,
} from "./rows.ts";

const D2 = "girls_share_in_stem";

const groupLabels: Record<string, { nl: string; en: string }> = {
  doorstroom_dubbel: { nl: "doorstroom of dubbel", en: "transition or dual" },
  arbeidsmarkt_bso: { nl: "arbeidsmarkt", en: "labour market" },
};

/** The verdict; where the analysis has no row, a row without figures that gives its reason. */
export const verdictSection = (gate: Gate) =>
  resultSection(
    gate,
    D2,
    VerdictRow,
    `(select verdicts.* exclude (reason), coalesce(verdicts.reason, if(base_year is null, catalogue.reason, null)) as reason
      from analyses.catalogue as catalogue left join analyses.girls_share_verdict as verdicts on true
      where catalogue.id = 'girls_share_verdict')`,
  );

/** Girls' share and girls' participation beside each other, in all. */
export async function pairSection(gate: Gate) {
  const section = await resultSection(
    gate,
    D2,
    PairRow.omit({ label: true }),
    "analyses.girls_share where breakdown = 'total' order by indicator_id, school_year",
  );
  const names = await meanings(gate);
  const labelIn = (indicator: string) => names.find(({ id }) => id === indicator)?.name ?? labelOf(indicator);
  return { ...section, rows: section.rows.map((row): PairRow => ({ ...row, label: labelIn(row.indicator_id) })) };
}

export const splitSection = (gate: Gate) =>
  resultSection(
    gate,
    D2,
    SplitRow,
    "analyses.girls_share_split order by case span when 'year' then 1 when 'sum_of_years' then 2 else 3 end, from_year",
  );

/** The domains that carry the change from the base year to the last, the largest first. */
export async function splitPartSection(gate: Gate) {
  const section = await resultSection(
    gate,
    D2,
    SplitPartRow.omit({ label: true }).extend(resultRow(girlsShareSplitByStratum, "track", "domain").shape),
    "analyses.girls_share_split_by_stratum where span = 'whole' order by abs(within_programmes) + abs(between_programmes) desc, track, domain",
  );
  const rows = section.rows.map(({ track, domain, ...row }): SplitPartRow => {
    const group = groupLabels[track] ?? labelOf(track);
    const own = domain === null ? null : labelOf(domain);
    const named = (lang: "nl" | "en") => (own === null ? group[lang] : `${own[lang]} (${group[lang]})`);
    return { ...row, label: { nl: named("nl"), en: named("en") } };
  });
  return { ...section, rows };
}

/** What girls, boys and the size of the cohort did, the whole first, then year by year. */
export const threeWaySection = (gate: Gate) =>
  resultSection(
    gate,
    D2,
    ThreeWayRow,
    "analyses.girls_share_three_way order by case span when 'whole' then 1 when 'year' then 2 else 3 end, from_year",
  );

/** How much later editions of the enrolments moved the girls' share: each school year, then the means. */
export const revisionSection = (gate: Gate) =>
  resultSection(gate, D2, RevisionRow, "analyses.enrolment_revisions order by span = 'mean', school_year, edition");

/** When each target was or will be reached, the default first. */
export const targetYearSection = (gate: Gate) =>
  resultSection(
    gate,
    D2,
    TargetYearRow,
    "analyses.girls_share_target_year order by is_default desc, target_period desc",
  );

/** The line through the counted years and beyond, against the default target. */
export async function trendSection(gate: Gate) {
  const [aim = null] = (await targetYearSection(gate)).rows;
  const section = await resultSection(
    gate,
    D2,
    TrendRow.omit({ aim: true }),
    "analyses.girls_share_trend order by school_year",
  );
  return { ...section, rows: section.rows.map((row): TrendRow => ({ ...row, aim })) };
}
