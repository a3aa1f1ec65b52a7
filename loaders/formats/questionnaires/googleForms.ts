import { cleanSql, quoted } from "../../contracts/cells.ts";
import type { Format } from "../format.ts";
import { hasAll, headersOf } from "../headers.ts";
import { dateText, isoOr, swappedRefusals } from "../styles.ts";
import { declaredDates, momentRefusals } from "./formMoments.ts";
import { answersOf, readQuestionnaireOptions } from "./questionnaire.ts";

const STAMP = ["Timestamp", "Tijdstempel"];
const YEAR_FIRST = "^([0-9]{4})/([0-9]{1,2})/([0-9]{1,2}) (.*?)( [A-Z]{3,4}([+-][0-9:]+)?)?$";

/**
 * Google Forms: the sheet writes moments as its language does; the CSV of the form itself as `2024/03/12 9:14:22 AM CET`.
 * There is no number of the form: its time stamp makes one, with its place among those of the same second by what they answered, so that a later
 * download with more or fewer rows, in any order, gives the same.
 */
export const googleForms: Format = {
  id: "google-forms",
  tables: ["responses"],
  personal: ["E-mailadres", "Email Address", "Email address", "Gebruikersnaam", "Username", "Naam", "Name"],
  recognises: (header) => hasAll(header.slice(0, 1), STAMP),
  uses: { dates: true, blanks: true },
  shape(head, _contract, { options, dates, blanks }) {
    const given = readQuestionnaireOptions("google-forms", head, options);
    const headers = headersOf(head);
    const stamp = headers.cell(...STAMP);
    const text = cleanSql(stamp);
    const grain = { grain: "moment" } as const;
    const isEnglish = headers.has("Timestamp");
    const usual = isEnglish ? "mdy" : "dmy";
    const declared = declaredDates(given.dates, dates);
    const style = declared ?? usual;
    const american = `case when regexp_matches(${text}, ${quoted(YEAR_FIRST)}) then regexp_replace(${text}, ${quoted(YEAR_FIRST)}, '\\2/\\3/\\1 \\4') end`;
    const submitted = `case when regexp_matches(${text}, ${quoted(YEAR_FIRST)}) then ${dateText(american, "mdy", grain)}
      else ${isoOr(stamp, dateText(stamp, style, grain), grain)} end`;
    const answers = answersOf(
      headers,
      { ...given, blanks, file: head.file },
      {
        id: `regexp_replace(${submitted}, '[^0-9]', '', 'g') || '-' || _rank`,
        submittedAt: submitted,
      },
    );
    return {
      ...answers,
      rank: { within: submitted, by: Object.values(given.items).map((question) => headers.cell(question)) },
      // The sheet writes moments as its place does: English ones may be of either style, Dutch ones have the day first.
      refusals: [
        ...(answers.refusals ?? []),
        ...swappedRefusals(stamp, head.file),
        ...(declared
          ? []
          : momentRefusals(head, "google-forms", stamp, {
              style: usual,
              varies: !isEnglish || head.delimiter !== ";",
            })),
      ],
      writes: { dates: style },
    };
  },
};
