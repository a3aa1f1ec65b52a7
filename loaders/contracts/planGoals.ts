import { choice, code, decimal, text } from "./cells.ts";
import { contract, optional, required } from "./contract.ts";
import { strand } from "./terms.ts";

export const planGoals = contract({
  table: "plan_goals",
  nl: "Doelen van het STEM-plan en de aanbevelingen",
  en: "Goals of the STEM plan and the recommendations",
  key: ["goal_id"],
  columns: {
    goal_id: required(code(), { nl: "nummer van het doel", en: "number of the goal" }),
    plan: required(choice("2012-2020", "2020-2030"), {
      nl: "STEM-plan 2012-2020 of aanbevelingen 2020-2030",
      en: "STEM plan 2012-2020 or recommendations 2020-2030",
    }),
    strand: optional(strand(), { nl: "spoor van het plan (1-3)", en: "strand of the plan (1-3)" }),
    text_nl: required(text(), { nl: "het doel in het Nederlands", en: "the goal in Dutch" }),
    text_en: required(text(), { nl: "het doel in het Engels", en: "the goal in English" }),
    indicator_id: optional(code(), {
      nl: "indicator die het doel meet; leeg als er geen is",
      en: "indicator that measures the goal; blank where there is none",
    }),
    target: optional(decimal({ places: 6 }), {
      nl: "doel in cijfers; een aandeel als fractie van 1",
      en: "goal in figures; a share as a fraction of 1",
    }),
    target_period: optional(code(), {
      nl: "schooljaar of jaar waarin het doel gehaald moet zijn",
      en: "school year or year by which the goal is due",
    }),
    source: required(text(), { nl: "waar het doel vastgelegd is", en: "where the goal was set down" }),
  },
  rules: [
    {
      id: "target_has_period",
      columns: ["target_period"],
      sql: "target is null or target_period is not null",
      nl: "een doel in cijfers moet een jaar hebben waarin het gehaald moet zijn",
      en: "a goal in figures must have a year by which it is due",
    },
  ],
});
