import { choice, code, integer, moment, text } from "./cells.ts";
import { contract, optional, required } from "./contract.ts";

export const responses = contract({
  table: "responses",
  nl: "Antwoorden op de vragenlijsten",
  en: "Answers to the questionnaires",
  day: "submitted_at",
  key: ["response_id", "item_id"],
  columns: {
    response_id: required(code(), {
      nl: "nummer van de ingevulde vragenlijst",
      en: "number of the completed questionnaire",
    }),
    item_id: required(code(), { nl: "vraag", en: "item" }),
    questionnaire_id: required(code(), { nl: "vragenlijst", en: "questionnaire" }),
    version: required(integer({ min: 1, max: 99 }), {
      nl: "versie van de vragenlijst",
      en: "version of the questionnaire",
    }),
    role: required(choice("teacher", "lecturer"), { nl: "leerkracht of gastdocent", en: "teacher or lecturer" }),
    lecture_id: optional(code(), { nl: "gastles waarover het gaat", en: "lecture it is about" }),
    submitted_at: required(moment(), { nl: "tijdstip van indienen (UTC)", en: "moment of submission (UTC)" }),
    answer: optional(integer({ min: 0, max: 10 }), {
      nl: "antwoord als getal: 1-5, 0-10 of 0/1; leeg is geen mening",
      en: "answer as a number: 1-5, 0-10 or 0/1; blank is no opinion",
    }),
    answer_text: optional(text({ longest: 5000 }), {
      nl: "antwoord in woorden, nooit gepubliceerd zonder nazicht",
      en: "answer in words, never published before review",
      personal: true,
    }),
  },
  references: [
    {
      columns: ["questionnaire_id", "version", "item_id"],
      table: "questionnaire_items",
      to: ["questionnaire_id", "version", "item_id"],
    },
    { columns: ["lecture_id"], table: "lectures", to: ["lecture_id"] },
  ],
  rules: [
    {
      id: "submitted_not_in_future",
      columns: ["submitted_at"],
      sql: "cast(submitted_at as date) <= (select as_of from meta.parameters)",
      nl: "een antwoord mag niet na de peildatum ingediend zijn",
      en: "an answer must not have been submitted after the as-of date",
    },
    {
      id: "answer_within_scale",
      columns: ["answer"],
      sql: `answer is null or (questionnaire_id, version, item_id, answer) not in (
        select (item.questionnaire_id, item.version, item.item_id, cast(outside.answer as integer))
        from raw.questionnaire_items as item, range(0, 11) as outside(answer)
        where not case item.scale when 'likert5' then outside.answer between 1 and 5 when 'nps' then true
          when 'yes_no' then outside.answer <= 1 else false end)`,
      nl: "het antwoord past niet in de schaal van de vraag: likert5 1-5, nps 0-10, yes_no 0 of 1, text geen getal",
      en: "the answer does not fit the scale of its item: likert5 1-5, nps 0-10, yes_no 0 or 1, text no number",
    },
  ],
});
