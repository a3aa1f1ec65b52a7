import { choice, code, date, schoolNumber } from "./cells.ts";
import { contract, optional, required } from "./contract.ts";
import { discipline } from "./terms.ts";

export const requests = contract({
  table: "requests",
  nl: "Aanvragen van gastlessen",
  en: "Requests for guest lectures",
  day: "requested_on",
  key: ["request_id"],
  columns: {
    request_id: required(code(), { nl: "nummer van de aanvraag", en: "number of the request" }),
    school_id: required(schoolNumber(), { nl: "schoolnummer", en: "school number" }),
    site_id: required(schoolNumber(), { nl: "volgnummer van de vestigingsplaats", en: "number of the site" }),
    requested_on: required(date(), { nl: "dag van de aanvraag", en: "day of the request" }),
    discipline: optional(discipline(), { nl: "gevraagd vakgebied", en: "discipline asked for" }),
    stage: optional(choice("1", "2", "3"), { nl: "graad", en: "stage" }),
    preferred_from: optional(date(), { nl: "eerste dag die past", en: "first day that suits" }),
    preferred_until: optional(date(), { nl: "laatste dag die past", en: "last day that suits" }),
    status: required(choice("open", "matched", "withdrawn"), {
      nl: "open, gekoppeld aan een gastles (matched) of ingetrokken (withdrawn)",
      en: "open, matched to a lecture, or withdrawn",
      example: "matched",
    }),
    lecture_id: optional(code(), {
      nl: "gastles die uit de aanvraag voortkwam",
      en: "lecture that came of the request",
    }),
  },
  references: [
    { columns: ["school_id", "site_id"], table: "schools", to: ["school_id", "site_id"] },
    { columns: ["lecture_id"], table: "lectures", to: ["lecture_id"] },
  ],
  rules: [
    {
      id: "preferred_ends_after_start",
      columns: ["preferred_until"],
      sql: "preferred_until >= preferred_from",
      nl: "de laatste dag die past, ligt voor de eerste",
      en: "the last day that suits lies before the first",
    },
    {
      id: "matched_has_lecture",
      columns: ["lecture_id"],
      sql: "status <> 'matched' or lecture_id is not null",
      nl: "een gekoppelde aanvraag moet haar gastles noemen",
      en: "a matched request must name its lecture",
    },
    {
      id: "open_has_no_lecture",
      columns: ["lecture_id"],
      sql: "status <> 'open' or lecture_id is null",
      nl: "een open aanvraag mag nog geen gastles hebben",
      en: "an open request must have no lecture yet",
    },
    {
      id: "requested_not_in_future",
      columns: ["requested_on"],
      sql: "requested_on <= (select as_of from meta.parameters)",
      nl: "een aanvraag mag niet na de peildatum liggen",
      en: "a request must not lie after the as-of date",
    },
  ],
});
