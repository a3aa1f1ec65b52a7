import { z } from "zod";
import { impactBalance } from "../../../loaders/analyses/impact/impactBalance.ts";
import { impactEventStudy } from "../../../loaders/analyses/impact/impactEventStudy.ts";
import { impactSummary } from "../../../loaders/analyses/impact/impactSummary.ts";
import { resultRow } from "../rows.ts";

const Outcome = z.enum(["girls_stem_participation", "girls_share_in_stem", "has_stem_pupils"]);

/** What may be said of the effect on an outcome, and how small an effect could have been found. Fractions. */
export const ImpactRow = resultRow(
  impactSummary,
  ...(["schools", "usable_schools", "treated", "controls", "is_published", "att", "lower", "upper", "mde"] as const),
  ...(["pre_trend_p", "pre_trend_mde", "exposed_share", "individual_mde", "reason"] as const),
).extend({ outcome: Outcome, weighting: z.enum(["schools", "pupils"]) });
export type ImpactRow = z.infer<typeof ImpactRow>;

/** The effect at a count before or after the first that can show the lecture, with the band that holds for all of them together. */
export const EventStudyRow = resultRow(
  impactEventStudy,
  ...(["event_time", "is_base", "att", "band_lower", "band_upper", "reason"] as const),
);
export type EventStudyRow = z.infer<typeof EventStudyRow>;

/** How schools that were reached and others looked before. */
export const BalanceRow = resultRow(
  impactBalance,
  ...(["trait", "reached_schools", "other_schools", "reached", "others", "standardised_difference"] as const),
  ...(["balance", "reason"] as const),
);
export type BalanceRow = z.infer<typeof BalanceRow>;
