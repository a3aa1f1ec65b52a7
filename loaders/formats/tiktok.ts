import { z } from "zod";
import { CampaignOptions } from "./campaign.ts";
import { Day } from "./formatOptions.ts";
import { dateText, isoOr } from "./styles.ts";

/** TikTok writes days without a year: the mapping says on what day the period ends. */
export const PeriodOptions = z.strictObject({ ...CampaignOptions.omit({ measured_on: true }).shape, period_end: Day });

export const dayOf = (date: string, end: string): string =>
  isoOr(date, dateText(date, "no_year", { grain: "day", end }), { grain: "day" });
