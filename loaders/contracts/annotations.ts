import { choice, code, date, text } from "./cells.ts";
import { contract, optional, required } from "./contract.ts";

export const annotations = contract({
  table: "annotations",
  nl: "Kanttekeningen bij de tijdlijn",
  en: "Annotations on the time line",
  key: ["annotation_id"],
  columns: {
    annotation_id: required(code(), { nl: "nummer van de kanttekening", en: "number of the annotation" }),
    from: required(date(), { nl: "eerste dag", en: "first day" }),
    until: optional(date(), { nl: "laatste dag", en: "last day" }),
    kind: required(choice("series_break", "closure", "campaign", "policy"), {
      nl: "reeksbreuk, sluiting, campagne of beleid",
      en: "break in a series, closure, campaign or policy",
    }),
    scope: required(choice("all", "lectures", "enrolments", "campaigns", "funding", "questionnaires"), {
      nl: "waarvoor de kanttekening geldt",
      en: "what the annotation is about",
    }),
    text_nl: required(text(), { nl: "tekst in het Nederlands", en: "text in Dutch" }),
    text_en: required(text(), { nl: "tekst in het Engels", en: "text in English" }),
    source: required(text(), { nl: "bron", en: "source" }),
  },
  rules: [
    {
      id: "ends_after_start",
      columns: ["until"],
      sql: `"until" >= "from"`,
      nl: "einde ligt voor het begin",
      en: "the end lies before the start",
    },
  ],
});
