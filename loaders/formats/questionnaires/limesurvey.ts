import { cleanSql } from "../../contracts/cells.ts";
import { digits } from "../education/education.ts";
import { type Format, unreadable } from "../format.ts";
import { hasAll, headersOf } from "../headers.ts";
import { dateText, isoOr } from "../styles.ts";
import { answersOf, readQuestionnaireOptions } from "./questionnaire.ts";

/** LimeSurvey's export by code; a form without a moment of submission was never finished. */
export const limesurvey: Format = {
  id: "limesurvey",
  tables: ["responses"],
  personal: ["ipaddr", "refurl", "token", "firstname", "lastname", "email"],
  recognises: (header) => hasAll(header, "id", "submitdate", "lastpage", "startlanguage"),
  uses: { blanks: true },
  shape(head, _contract, { options, blanks }) {
    const given = readQuestionnaireOptions("limesurvey", head, options);
    const headers = headersOf(head);
    const submitted = headers.cell("submitdate");
    const grain = { grain: "moment" } as const;
    return {
      ...answersOf(
        headers,
        { ...given, blanks, file: head.file },
        {
          id: digits(headers.cell("id")),
          // an anonymous survey has no moment: it writes the same one in every form
          submittedAt: `case when starts_with(${cleanSql(submitted)}, '1980-01-01') then ${unreadable(cleanSql(submitted))} else ${isoOr(submitted, dateText(submitted, given.dates ?? "iso", grain), grain)} end`,
        },
      ),
      skips: [{ rule: "unfinished", when: `${cleanSql(submitted)} is null` }],
    };
  },
};
