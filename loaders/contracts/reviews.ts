import { code, date, text } from "./cells.ts";
import { contract, required } from "./contract.ts";

export const reviews = contract({
  table: "reviews",
  nl: "Nagekeken antwoorden in woorden",
  en: "Reviewed answers in words",
  day: "reviewed_on",
  key: ["response_id", "item_id"],
  columns: {
    response_id: required(code(), {
      nl: "nummer van de ingevulde vragenlijst",
      en: "number of the completed questionnaire",
    }),
    item_id: required(code(), { nl: "vraag", en: "item" }),
    approved_wording: required(text({ longest: 1000 }), {
      nl: "de tekst die gepubliceerd mag worden, zonder namen of wat iemand verraadt",
      en: "the text that may be published, without names or what gives somebody away",
    }),
    reviewer: required(text(), { nl: "wie nakeek", en: "who reviewed it", personal: true }),
    reviewed_on: required(date(), { nl: "dag van het nazicht", en: "day of the review" }),
  },
  references: [{ columns: ["response_id", "item_id"], table: "responses", to: ["response_id", "item_id"] }],
  rules: [
    {
      id: "reviewed_not_in_future",
      columns: ["reviewed_on"],
      sql: "reviewed_on <= (select as_of from meta.parameters)",
      nl: "een antwoord mag niet na de peildatum nagekeken zijn",
      en: "an answer must not have been reviewed after the as-of date",
    },
  ],
});
