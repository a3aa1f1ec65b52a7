import { choice, code, date, text, yesNo } from "./cells.ts";
import { contract, optional, required } from "./contract.ts";
import { webAddress } from "./terms.ts";

export const mediaCoverage = contract({
  table: "media_coverage",
  nl: "Persaandacht",
  en: "Media coverage",
  day: "published_on",
  key: ["item_id"],
  columns: {
    item_id: required(code(), { nl: "nummer van het bericht", en: "number of the item" }),
    published_on: required(date(), { nl: "dag van publicatie", en: "day of publication" }),
    outlet: required(text({ longest: 120 }), { nl: "krant, zender of website", en: "paper, station or website" }),
    title: required(text({ longest: 300 }), { nl: "titel of onderwerp", en: "title or subject" }),
    kind: required(choice("article", "press_release", "radio", "tv", "blog"), {
      nl: "artikel, persbericht, radio, televisie of blog",
      en: "article, press release, radio, television or blog",
    }),
    programme: required(choice("stem_ovk", "ovk", "campaign", "stem_plan", "other"), {
      nl: "waarover: STEM-OvK, gewone OvK, een campagne, het STEM-plan en zijn monitor (stem_plan) of iets anders",
      en: "what about: STEM-OvK, regular OvK, a campaign, the STEM plan and its monitor (stem_plan) or something else",
    }),
    is_national: required(yesNo(), {
      nl: "in heel Vlaanderen te lezen of te horen (niet alleen lokaal)",
      en: "read or heard all over Flanders (not locally alone)",
    }),
    url: optional(webAddress(), { nl: "webadres", en: "web address" }),
  },
  rules: [
    {
      id: "published_not_in_future",
      columns: ["published_on"],
      sql: "published_on <= (select as_of from meta.parameters)",
      nl: "een bericht mag niet na de peildatum liggen",
      en: "an item must not lie after the as-of date",
    },
  ],
});
