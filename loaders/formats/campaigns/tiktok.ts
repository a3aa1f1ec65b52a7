import { z } from "zod";
import { quoted } from "../../contracts/cells.ts";
import type { TextHead } from "../format.ts";
import { Day } from "../formatOptions.ts";
import { once } from "../once.ts";
import { dateText, isoOr } from "../styles.ts";
import { CampaignOptions } from "./campaign.ts";

/** TikTok writes days without a year: the mapping says on what day the period ends. */
export const PeriodOptions = z.strictObject({ ...CampaignOptions.omit({ measured_on: true }).shape, period_end: Day });

export const dayOf = (date: string, end: string): string =>
  isoOr(date, dateText(date, "no_year", { grain: "day", end }), { grain: "day" });

/** The last days of a period may still be without figures. */
const DAYS_SHORT = 3;

/** SQL aggregate that refuses a file which does not end at the end of the period: it would give its days the wrong years. */
export function endRefusal({ file }: TextHead, cell: string, end: string): string {
  const day = `try_cast(${dayOf(cell, end)} as date)`;
  const row = `struct_pack(day := ${day}, text := ${cell}, line := _line)`;
  const last = `arg_max(${row}, _line) filter (where ${day} is not null and not regexp_matches(${cell}, '[0-9]{4}'))`;
  return once(
    last,
    "ending",
    (ending) => `case when date ${quoted(end)} - ${ending}.day > ${DAYS_SHORT} then
      ${quoted(`options.period_end: ${end} is not the end of this file, whose last day is `)} || ${ending}.text
      || ${quoted(` (${file}, line `)} || ${ending}.line || '); a file with another end needs a source of its own' end`,
  );
}
