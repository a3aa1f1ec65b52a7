import type { Warehouse } from "../../../loaders/warehouse.ts";
import { labelOf } from "../labels.ts";
import { meanings, resultSection } from "../sections.ts";
import type { PairRow, SplitPartRow, SplitRow, TargetYearRow, TrendRow, VerdictRow } from "./rows.ts";

const D2 = "girls_share_in_stem";

const groupLabels: Record<string, { nl: string; en: string }> = {
  doorstroom_dubbel: { nl: "doorstroom of dubbel", en: "transition or dual" },
  arbeidsmarkt_bso: { nl: "arbeidsmarkt", en: "labour market" },
};

/** The verdict; where the analysis has no row, a row without figures that gives its reason. */
export const verdictSection = (warehouse: Warehouse) =>
  resultSection<VerdictRow>(
    warehouse,
    D2,
    `select base_year, base_rule, last_year, years, has_break, verdict, base_share, last_share, is_significant, p, is_large, change,
       change_lower, change_upper, smallest_change, design_effect, is_rate_driven, composition, rate, rate_reason, break_reason,
       coalesce(verdicts.reason, if(base_year is null, catalogue.reason, null)) as reason
     from analyses.catalogue as catalogue left join analyses.girls_share_verdict as verdicts on true
     where catalogue.id = 'girls_share_verdict'`,
  );

/** Girls' share and girls' participation beside each other, in all. */
export async function pairSection(warehouse: Warehouse) {
  const section = await resultSection<Omit<PairRow, "label">>(
    warehouse,
    D2,
    `select indicator_id, school_year, share, lower, upper, status, base_year, since_base, since_base_lower, since_base_upper
     from analyses.girls_share where breakdown = 'total' order by indicator_id, school_year`,
  );
  const names = await meanings(warehouse);
  const labelIn = (indicator: string) => names.find(({ id }) => id === indicator)?.name ?? labelOf(indicator);
  return { ...section, rows: section.rows.map((row): PairRow => ({ ...row, label: labelIn(row.indicator_id) })) };
}

export const splitSection = (warehouse: Warehouse) =>
  resultSection<SplitRow>(
    warehouse,
    D2,
    `select span, from_year, to_year, total, composition, rate, composition_lower, composition_upper, rate_lower, rate_upper, strata,
       has_break, interval_reason, reason
     from analyses.girls_share_split
     order by case span when 'year' then 1 when 'sum_of_years' then 2 else 3 end, from_year`,
  );

/** The domains that carry the change from the base year to the last, the largest first. */
export async function splitPartSection(warehouse: Warehouse) {
  type Part = Omit<SplitPartRow, "label"> & { track: string; domain: string | null };
  const section = await resultSection<Part>(
    warehouse,
    D2,
    `select track, domain, from_year, to_year, weight_before, weight_after, share_before, share_after, composition, rate
     from analyses.girls_share_split_by_stratum where span = 'whole'
     order by abs(composition) + abs(rate) desc, track, domain`,
  );
  const rows = section.rows.map(({ track, domain, ...row }): SplitPartRow => {
    const group = groupLabels[track] ?? labelOf(track);
    const own = domain === null ? null : labelOf(domain);
    const named = (lang: "nl" | "en") => (own === null ? group[lang] : `${own[lang]} (${group[lang]})`);
    return { ...row, label: { nl: named("nl"), en: named("en") } };
  });
  return { ...section, rows };
}

/** When each target was or will be reached, the default first. */
export const targetYearSection = (warehouse: Warehouse) =>
  resultSection<TargetYearRow>(
    warehouse,
    D2,
    `select target, target_period, source, is_default, first_year, last_year, share, share_when_due, met_year, is_met, years, break_year,
       left_out, points_per_year, reached_year, earliest_year, latest_year, is_bounded, horizon_year, walk_year,
       walk_reason, verdict, reason
     from analyses.girls_share_target_year order by is_default desc, target_period desc`,
  );

/** The line through the counted years and beyond, against the default target. */
export async function trendSection(warehouse: Warehouse) {
  const [aim = null] = (await targetYearSection(warehouse)).rows;
  const section = await resultSection<Omit<TrendRow, "aim">>(
    warehouse,
    D2,
    `select school_year, is_forecast, is_used, share, status, fitted, predicted_lower, predicted_upper, walk, reason
     from analyses.girls_share_trend order by school_year`,
  );
  return { ...section, rows: section.rows.map((row): TrendRow => ({ ...row, aim })) };
}
