import { z } from "zod";
import { cleanSql, quoted } from "../../contracts/cells.ts";
import { InputError } from "../../errors.ts";
import { type NumberStyle, type ShapeOptions, type Shaping, type TextHead, unreadable } from "../format.ts";
import { Day } from "../formatOptions.ts";
import { numberText } from "../styles.ts";
import { definitionOf } from "./metricDefinitions.ts";

/** What any export of a channel needs beside its file. */
export const CampaignOptions = z.strictObject({ campaign: z.string().optional(), measured_on: Day.optional() });

/** The keys of the configuration that any export of a channel uses: its numbers, and what tells the campaign. */
export const CAMPAIGN_USES = { numbers: true, blanks: true, constants: ["campaign"], values: ["campaign"] } as const;

/** SQL: the campaign of all rows, or what the mapping says of a title. Throws an `InputError` when the configuration gives neither. */
export function campaignOf(head: TextHead, { options, constants, values }: ShapeOptions, title: string): string {
  const constant = options.campaign ?? constants.campaign;
  const byTitle = Object.entries(values.campaign ?? {});
  if (constant === undefined && byTitle.length === 0)
    throw new InputError(`missing option: options.campaign, or values.campaign by title (${head.file})`, 2);
  const otherwise = constant === undefined ? "cast(null as varchar)" : quoted(String(constant));
  if (byTitle.length === 0) return otherwise;
  const cases = byTitle.map(([from, to]) => `when ${quoted(from)} then ${quoted(to)}`);
  return `case ${cleanSql(title)} ${cases.join(" ")} else ${otherwise} end`;
}

/** The day up to which the file counts: as configured, else the file's date, declared or found in its name. */
export function measuredOn(head: TextHead, given: string | undefined): string {
  const day = given ?? head.day;
  if (!day) throw new InputError(`missing option: options.measured_on (${head.file})`, 2);
  return day;
}

const CODE = "[A-Za-z0-9][A-Za-z0-9._:/#+-]{0,63}|#[A-Za-z0-9._:#+-]{0,63}";
/** SQL: what names a post, film or page as a code; one that is too long or holds other signs is named by its digest. */
export const contentKey = (kind: string, text: string): string =>
  `case when regexp_full_match(${text}, '${CODE}') then ${text}
    when regexp_full_match(${quoted(`${kind}:`)} || ${text}, '${CODE}') then ${quoted(`${kind}:`)} || ${text}
    else ${quoted(`${kind}:`)} || md5(${text}) end`;

/** SQL: a title cut to what the contract holds. */
export const titleText = (cell: string): string =>
  `left(regexp_replace(${cleanSql(cell)}, '[\\x00-\\x1f\\x7f]+', ' ', 'g'), 300)`;

export interface Measure {
  metric: string;
  /** Text cell with the count. */
  cell: string;
  /** SQL; the channel's definition of the metric where left out. */
  definition?: string;
}

/** Channels write English numbers; a file that a spreadsheet saved again, with semicolons, may hold others, and the mapping must say which. */
function styleOf({ delimiter, file }: TextHead, numbers: NumberStyle): "dutch" | "english" {
  if (numbers === "plain" && delimiter === ";")
    throw new InputError(
      `missing option: numbers, since a file with semicolons was saved by a spreadsheet, in a style of its own; give dutch (1.234,5) or english (1,234.5) (${file})`,
      2,
    );
  return numbers === "dutch" ? "dutch" : "english";
}

/** A record for each metric that a row holds; a blank metric is no measurement, and a row without any is skipped. */
export function metricRows(
  head: TextHead,
  channel: string,
  measures: Measure[],
  texts: Record<"campaign" | "content_id" | "measured_on", string> & Partial<Record<"title" | "published_on", string>>,
  { numbers, blanks }: Pick<ShapeOptions, "numbers" | "blanks">,
): Shaping {
  const nothing = blanks.length > 0 ? ` in (${blanks.map(quoted).join(", ")})` : null;
  const style = styleOf(head, numbers);
  const values = measures.map(({ metric, cell }) => {
    const text = cleanSql(cell);
    const number = numberText(nothing ? `case when not (${text}${nothing}) then ${text} end` : cell, style);
    // No channel writes hours with thousands: a comma in them is that of a spreadsheet that saved the file again.
    const isDoubtful = metric === "watch_hours" && numbers === "plain";
    return isDoubtful ? `case when contains(${text}, ',') then ${unreadable(text)} else ${number} end` : number;
  });
  const rows = measures.map(
    ({ metric, definition = quoted(definitionOf(channel, metric)) }, i) =>
      `(${quoted(metric)}, ${definition}, ${values[i]})`,
  );
  const long = "regexp_full_match(each.value, '-?[0-9]+[.][0-9]{3,}')";
  const rounded = "coalesce(cast(try_cast(each.value as decimal(18, 2)) as varchar), each.value)";
  // `12.000` of a count is no twelve: rounded, it would pass for one.
  const whole = `each.metric <> 'watch_hours' and ${rounded} like '%.00'`;
  return {
    each: `lateral (select * from (values ${rows.join(", ")}) as measure(metric, metric_definition, value) where value is not null) as each(metric, metric_definition, value)`,
    texts: {
      ...texts,
      channel: quoted(channel),
      metric: "each.metric",
      metric_definition: "each.metric_definition",
      value: `case when ${long} then case when ${whole} then ${unreadable("each.value")} else ${rounded} end else each.value end`,
    },
    writes: numbers === "plain" ? { numbers: style } : {},
    skips: [{ rule: "no_metric", when: values.map((value) => `${value} is null`).join(" and ") }],
  };
}
