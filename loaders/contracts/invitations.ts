import { choice, code, integer, schoolYear } from "./cells.ts";
import { contract, required } from "./contract.ts";

export const invitations = contract({
  table: "invitations",
  nl: "Uitnodigingen voor de vragenlijsten",
  en: "Invitations to the questionnaires",
  key: ["questionnaire_id", "role", "period"],
  columns: {
    questionnaire_id: required(code(), { nl: "vragenlijst", en: "questionnaire" }),
    role: required(choice("teacher", "lecturer"), { nl: "leerkracht of gastdocent", en: "teacher or lecturer" }),
    period: required(schoolYear(), { nl: "schooljaar", en: "school year" }),
    invited: required(integer({ min: 0, max: 1_000_000 }), { nl: "aantal uitgenodigd", en: "number invited" }),
  },
  rules: [
    {
      id: "year_has_begun",
      columns: ["period"],
      sql: "cast(left(period, 4) as integer) <= (select year(as_of - interval 8 month) from meta.parameters)",
      nl: "het schooljaar moet op de peildatum begonnen zijn",
      en: "the school year must have begun by the as-of date",
    },
  ],
});
