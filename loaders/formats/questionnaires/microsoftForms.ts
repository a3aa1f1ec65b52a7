import { digits } from "../education/education.ts";
import type { Format } from "../format.ts";
import { hasAll, headersOf } from "../headers.ts";
import { dateText, isoOr, swappedRefusals } from "../styles.ts";
import { declaredDates, momentRefusals } from "./formMoments.ts";
import { answersOf, readQuestionnaireOptions } from "./questionnaire.ts";

const COMPLETED = ["Completion time", "Tijd van voltooien"];

/**
 * Microsoft Forms, in Dutch or English; its CSV writes moments the American way in either language, with a year of two digits. A spreadsheet on
 * a Belgian PC saves them again with the day first.
 */
export const microsoftForms: Format = {
  id: "microsoft-forms",
  tables: ["responses"],
  personal: ["E-mail", "Email", "E-mailadres", "Naam", "Name"],
  recognises: (header) => hasAll(header, "ID", ["Start time", "Begintijd"], COMPLETED),
  uses: { dates: true, blanks: true },
  shape(head, _contract, { options, dates, blanks }) {
    const given = readQuestionnaireOptions("microsoft-forms", head, options);
    const headers = headersOf(head);
    const completed = headers.cell(...COMPLETED);
    const grain = { grain: "moment" } as const;
    const declared = declaredDates(given.dates, dates);
    const style = declared ?? "mdy";
    const answers = answersOf(
      headers,
      { ...given, blanks, file: head.file },
      {
        id: digits(headers.cell("ID")),
        submittedAt: isoOr(completed, dateText(completed, style, grain), grain),
      },
    );
    return {
      ...answers,
      refusals: [
        ...(answers.refusals ?? []),
        ...swappedRefusals(completed, head.file),
        ...(declared ? [] : momentRefusals(head, "microsoft-forms", completed, { style: "mdy", varies: false })),
      ],
      writes: { dates: style },
    };
  },
};
