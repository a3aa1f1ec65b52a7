import { z } from "zod";
import { cleanSql, quoted } from "../../contracts/cells.ts";
import { InputError } from "../../errors.ts";
import { type Shaping, type TextHead, unreadable } from "../format.ts";
import { readOptions } from "../formatOptions.ts";
import type { Headers } from "../headers.ts";
import { LABELS } from "./labels.ts";

/** What ties an export of a form to the catalogue of items. */
const QuestionnaireOptions = z.strictObject({
  questionnaire_id: z.string().min(1),
  version: z.union([z.number().int(), z.string()]),
  role: z.enum(["teacher", "lecturer"]),
  /** Item → text or code of the question in the header. */
  items: z
    .record(z.string(), z.string().min(1))
    .refine((items) => Object.keys(items).length > 0, { error: "no item is tied to a question" }),
  /** Items that are answered in words. */
  text_items: z.array(z.string()).default([]),
  /** The column that holds the number of the lecture. */
  lecture_id: z.string().optional(),
  /** Label → number, beside the usual ones; a blank number is no opinion. */
  labels: z.record(z.string(), z.union([z.number(), z.string()])).default({}),
  /** How moments are written where the export does not write them as usual. */
  dates: z.enum(["iso", "dmy", "mdy", "excel"]).optional(),
});
export type QuestionnaireOptions = z.infer<typeof QuestionnaireOptions>;

export function readQuestionnaireOptions(format: string, head: TextHead, options: Record<string, unknown>) {
  const given = readOptions(QuestionnaireOptions, options, format, head);
  const unknown = given.text_items.filter((item) => !given.items[item]);
  if (unknown.length > 0)
    throw new InputError(`options.text_items: unknown item: ${unknown.join(", ")} (format ${format}, ${head.file})`, 2);
  return given;
}

/** What stands beside the options of a questionnaire: words for nothing, and the file for messages. */
interface Source {
  blanks: string[];
  file: string;
}

/** SQL: the one line that refuses a question of which two labels would become one number; labels under `options` are the user's own word. */
function sameNumber(
  item: string,
  cell: string,
  { labels, file }: Pick<QuestionnaireOptions, "labels"> & Source,
): string {
  const own = Object.keys(labels).map((label) => quoted(label.toLowerCase()));
  const text = `lower(${cleanSql(`regexp_replace(${cell}, ';\\s*$', '')`)})`;
  const isUsual = own.length === 0 ? "true" : `${text} not in (${own.join(", ")})`;
  const numbers = [...new Set([...LABELS.values()].filter((number) => number !== ""))].sort();
  const pairs = numbers.map((number) => {
    const these = [...LABELS].flatMap(([label, of]) => (of === number ? [quoted(label)] : []));
    const found = `list_sort(list(distinct ${text}) filter (where ${text} in (${these.join(", ")}) and ${isUsual}))`;
    return `when len(${found}) > 1 then ${quoted(`two answers for one number: `)} || array_to_string(${found}, ' and ')
      || ${quoted(` would both be ${number} (item ${item}, ${file}); give options.labels a number for each`)}`;
  });
  return `case ${pairs.join(" ")} end`;
}

/** A multiple choice ends in a semicolon that says nothing. */
const answerOf = (cell: string) => cleanSql(`regexp_replace(${cell}, ';\\s*$', '')`);

const numbered = (text: string, labels: QuestionnaireOptions["labels"]) => {
  const known = new Map(LABELS);
  for (const [label, number] of Object.entries(labels)) known.set(label.toLowerCase(), String(number));
  const cases = [...known].map(
    ([label, number]) => `when ${quoted(label)} then ${number === "" ? "null" : quoted(number)}`,
  );
  return `case lower(${text}) ${cases.join(" ")} else
    case when regexp_full_match(${text}, '-?[0-9]+([.]0+)?') then regexp_replace(${text}, '[.]0+$', '') else ${unreadable(text)} end end`;
};

/** A record for each item of a form that was handed in: an item without an answer is kept as "no opinion". */
export function answersOf(
  { cell }: Headers,
  given: QuestionnaireOptions & Source,
  { id, submittedAt }: { id: string; submittedAt: string },
): Shaping {
  const items = Object.entries(given.items).map(
    ([item, question]) => `(${quoted(item)}, ${cell(question)}, ${given.text_items.includes(item)})`,
  );
  const bare = answerOf("each.answer");
  const answer =
    given.blanks.length === 0
      ? bare
      : `case when ${bare} in (${given.blanks.map(quoted).join(", ")}) then null else ${bare} end`;
  return {
    refusals: Object.entries(given.items)
      .filter(([item]) => !given.text_items.includes(item))
      .map(([item, question]) => sameNumber(item, cell(question), given)),
    each: `lateral (values ${items.join(", ")}) as each(item_id, answer, in_words)`,
    texts: {
      response_id: `${quoted(`${given.questionnaire_id}-`)} || ${id}`,
      item_id: "each.item_id",
      questionnaire_id: quoted(given.questionnaire_id),
      version: quoted(String(given.version)),
      role: quoted(given.role),
      ...(given.lecture_id ? { lecture_id: cleanSql(cell(given.lecture_id)) } : {}),
      submitted_at: submittedAt,
      answer: `case when not each.in_words then ${numbered(answer, given.labels)} end`,
      answer_text: `case when each.in_words then ${answer} end`,
    },
  };
}
