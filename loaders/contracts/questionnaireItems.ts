import { choice, code, integer, text, yesNo } from "./cells.ts";
import { contract, optional, required } from "./contract.ts";

export const questionnaireItems = contract({
  table: "questionnaire_items",
  nl: "Vragen van de vragenlijsten",
  en: "Items of the questionnaires",
  key: ["questionnaire_id", "version", "item_id"],
  columns: {
    questionnaire_id: required(code(), { nl: "vragenlijst", en: "questionnaire" }),
    version: required(integer({ min: 1, max: 99 }), {
      nl: "versie van de vragenlijst",
      en: "version of the questionnaire",
    }),
    item_id: required(code(), { nl: "vraag", en: "item" }),
    role: required(choice("teacher", "lecturer"), {
      nl: "voor leerkracht of gastdocent",
      en: "for teacher or lecturer",
    }),
    text_nl: required(text(), { nl: "de vraag in het Nederlands", en: "the item in Dutch" }),
    text_en: optional(text(), { nl: "de vraag in het Engels", en: "the item in English" }),
    scale: required(choice("likert5", "nps", "yes_no", "text"), { nl: "antwoordschaal", en: "answer scale" }),
    is_reversed: required(yesNo(), { nl: "omgekeerd geformuleerd", en: "worded in reverse" }),
  },
});
