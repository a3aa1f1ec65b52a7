import { choice, code, date, integer, schoolYear } from "./cells.ts";
import { contract, optional, required } from "./contract.ts";

export const invitations = contract({
  table: "invitations",
  nl: "Uitnodigingen voor de vragenlijsten",
  en: "Invitations to the questionnaires",
  day: "invited_on",
  key: ["questionnaire_id", "role", "period", "invited_on"],
  columns: {
    questionnaire_id: required(code(), { nl: "vragenlijst", en: "questionnaire" }),
    role: required(choice("teacher", "lecturer"), { nl: "leerkracht of gastdocent", en: "teacher or lecturer" }),
    period: required(schoolYear(), { nl: "schooljaar", en: "school year" }),
    invited_on: optional(date(), {
      nl: "dag van de uitnodiging; zonder dag heeft een lopend schooljaar geen respons, want dan is niet te zeggen wie al tijd had om te antwoorden",
      en: "day of the invitation; without days a running school year has no response rate, for then nobody can tell who had time to answer",
      example: "2025-09-02",
    }),
    invited: required(integer({ min: 0, max: 1_000_000 }), {
      nl: "aantal uitgenodigd op die dag, of in het hele schooljaar",
      en: "number invited on that day, or in the whole school year",
    }),
  },
  rules: [
    {
      id: "year_has_begun",
      columns: ["period"],
      sql: "cast(left(period, 4) as integer) <= (select year(as_of - interval 8 month) from meta.parameters)",
      nl: "het schooljaar moet op de peildatum begonnen zijn",
      en: "the school year must have begun by the as-of date",
    },
    {
      id: "invited_not_in_future",
      columns: ["invited_on"],
      sql: "invited_on <= (select as_of from meta.parameters)",
      nl: "een uitnodiging mag niet na de peildatum verstuurd zijn",
      en: "an invitation must not have been sent after the as-of date",
    },
    {
      id: "invited_after_start_of_year",
      columns: ["invited_on", "period"],
      sql: "invited_on >= cast(left(period, 4) || '-09-01' as date)",
      nl: "een uitnodiging hoort bij een schooljaar dat die dag al begonnen was",
      en: "an invitation belongs to a school year that had begun by that day",
    },
  ],
});
