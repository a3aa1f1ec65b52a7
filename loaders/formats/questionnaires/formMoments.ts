import { cleanSql, quoted } from "../../contracts/cells.ts";
import { InputError } from "../../errors.ts";
import type { DateStyle, TextHead } from "../format.ts";

/** A day in figures at the start of a text, its year last. */
const DAY = "^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})\\b";
const WORDS = { dmy: "day/month/year", mdy: "month/day/year" };

interface Usual {
  /** How the export itself writes its moments. */
  style: "dmy" | "mdy";
  /** The export follows the place of who made it, so that semicolons and long years say nothing. */
  varies: boolean;
}

/** The style of moments that the mapping gives, under the options of the form or as that of the source. */
export const declaredDates = (given: DateStyle | undefined, dates: DateStyle): DateStyle | undefined =>
  given ?? (dates === "iso" ? undefined : dates);

/**
 * SQL of the refusals of a form whose style of moments is not declared. Day and month cannot be told apart in `12/01/2021`, so the file is asked:
 * where a moment can only be of the other style, or none can only be of the usual one though a spreadsheet has been at them, somebody must say it.
 */
export function momentRefusals(head: TextHead, format: string, cell: string, { style, varies }: Usual): string[] {
  if (!varies && head.delimiter === ";")
    throw new InputError(
      `missing option: options.dates, since a file with semicolons was saved by a spreadsheet, in an order of its own; give dmy or mdy (format ${format}, ${head.file})`,
      2,
    );
  const text = cleanSql(cell);
  const part = (n: number) => `try_cast(regexp_extract(${text}, ${quoted(DAY)}, ${n}) as integer)`;
  const past = (n: number, other: number) => `coalesce(${part(n)} > 12 and ${part(other)} between 1 and 12, false)`;
  const [own, other] = style === "dmy" ? [past(1, 2), past(2, 1)] : [past(2, 1), past(1, 2)];
  const long = `coalesce(length(regexp_extract(${text}, ${quoted(DAY)}, 3)) = 4, false)`;
  const refusal = (when: string, why: string) =>
    `case when not bool_or(${own}) and bool_or(${when}) then ${quoted(`missing option: options.dates, since ${why}: `)}
      || arg_min(${text}, _line) filter (where ${when}) || ${quoted(`; give dmy or mdy (${head.file}, line `)} || min(_line) filter (where ${when}) || ')' end`;
  const against = `a moment can be ${WORDS[style === "dmy" ? "mdy" : "dmy"]} alone, where ${WORDS[style]} is usual`;
  return [refusal(other, against), ...(varies ? [] : [refusal(long, "no moment tells day and month apart")])];
}
