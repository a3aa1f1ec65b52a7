import { choice, code, date, integer, text } from "./cells.ts";
import { contract, optional, required } from "./contract.ts";

export const broadcasts = contract({
  table: "broadcasts",
  nl: "Uitzendingen van campagnes op radio en televisie",
  en: "Broadcasts of campaigns on radio and television",
  day: "broadcast_on",
  key: ["campaign", "channel", "broadcast_on"],
  columns: {
    campaign: required(code(), { nl: "campagne", en: "campaign" }),
    channel: required(text({ longest: 60 }), { nl: "zender", en: "station" }),
    broadcast_on: required(date(), { nl: "dag van de uitzending", en: "day of the broadcast" }),
    programme: optional(text({ longest: 200 }), {
      nl: "programma van de zender",
      en: "programme of the station",
    }),
    viewers: optional(integer(), { nl: "aantal kijkers of luisteraars", en: "number of viewers or listeners" }),
    basis: optional(choice("live", "live_plus_7", "online", "reported"), {
      nl: "waarop het aantal steunt: live, live en zeven dagen uitgesteld (live_plus_7), online, of opgegeven zonder uitleg (reported)",
      en: "what the number rests on: live, live and seven days later (live_plus_7), online, or reported without explanation",
    }),
    source: required(text(), { nl: "bron", en: "source" }),
  },
  rules: [
    {
      id: "viewers_have_basis",
      columns: ["basis"],
      sql: "viewers is null or basis is not null",
      nl: "een aantal kijkers vraagt waarop het steunt (basis)",
      en: "a number of viewers needs what it rests on (basis)",
    },
    {
      id: "viewers_not_in_future",
      columns: ["viewers"],
      sql: "viewers is null or broadcast_on <= (select as_of from meta.parameters)",
      nl: "een uitzending na de peildatum heeft nog geen kijkers",
      en: "a broadcast after the as-of date has no viewers yet",
    },
  ],
});
