import { choice, code, date, decimal, schoolYear, text } from "./cells.ts";
import { contract, optional, required } from "./contract.ts";
import { programme } from "./terms.ts";

export const funding = contract({
  table: "funding",
  nl: "Financiering",
  en: "Funding",
  day: "booked_on",
  key: ["entry_id"],
  columns: {
    entry_id: required(code(), { nl: "nummer van de boeking", en: "number of the entry" }),
    school_year: required(schoolYear(), { nl: "schooljaar", en: "school year" }),
    programme: required(programme(), { nl: "programma", en: "programme" }),
    funder_id: required(code(), { nl: "nummer van de financier", en: "number of the funder" }),
    funder_name: optional(text({ longest: 200 }), { nl: "naam van de financier", en: "name of the funder" }),
    funder_type: required(choice("public", "private"), {
      nl: "overheid (public) of privaat (private)",
      en: "public or private",
    }),
    kind: required(choice("cash", "in_kind"), { nl: "geld (cash) of in natura (in_kind)", en: "cash or in kind" }),
    phase: required(choice("planned", "committed", "received", "spent"), {
      nl: "gepland, toegezegd, ontvangen of besteed",
      en: "planned, committed, received or spent",
    }),
    amount_eur: optional(decimal({ min: -100_000_000, max: 100_000_000 }), {
      nl: "bedrag in euro; verplicht voor geld",
      en: "amount in euro; required for cash",
    }),
    hours: optional(decimal({ max: 100_000 }), { nl: "uren in natura", en: "hours in kind" }),
    unit_rate_eur: optional(decimal({ max: 10_000 }), {
      nl: "gepubliceerd uurtarief in euro",
      en: "published rate an hour in euro",
    }),
    cost_category: optional(choice("staff", "travel", "materials", "communication", "overhead", "lecturer_time"), {
      nl: "kostensoort",
      en: "cost category",
    }),
    booked_on: optional(date(), {
      nl: "dag van de boeking: waarop het plan gemaakt, de toezegging gedaan, het geld ontvangen of besteed is; nooit een verwachte dag; leeg telt als bekend op de peildatum",
      en: "day of the booking: on which the plan was made, the commitment given, the money received or spent; never an expected day; blank counts as known on the as-of date",
    }),
  },
  rules: [
    {
      id: "cash_has_amount",
      columns: ["amount_eur"],
      sql: "kind <> 'cash' or amount_eur is not null",
      nl: "geld moet een bedrag hebben",
      en: "cash must have an amount",
    },
    {
      id: "in_kind_has_hours",
      columns: ["hours"],
      sql: "kind <> 'in_kind' or (hours is not null and unit_rate_eur is not null)",
      nl: "een bijdrage in natura moet uren en een uurtarief hebben",
      en: "a contribution in kind must have hours and a rate",
    },
    {
      id: "private_funder_has_name",
      columns: ["funder_name"],
      sql: "funder_type <> 'private' or funder_name is not null",
      nl: "een private financier moet een naam hebben",
      en: "a private funder must have a name",
    },
    {
      // Plans and commitments too: a figure as of an earlier day holds what was known then.
      id: "booked_not_in_future",
      columns: ["booked_on"],
      sql: "booked_on <= (select as_of from meta.parameters)",
      nl: "wat geboekt is, mag niet na de peildatum liggen; geef bij een plan of toezegging de dag waarop die gemaakt is, niet de verwachte dag",
      en: "what was booked must not lie after the as-of date; for a plan or commitment give the day on which it was made, not the expected day",
    },
    {
      id: "money_ahead_has_day",
      columns: ["booked_on"],
      sql: `phase not in ('received', 'spent') or booked_on is not null
        or cast(left(school_year, 4) as integer) <= (select year(as_of - interval 8 month) from meta.parameters)`,
      nl: "wat ontvangen of besteed is voor een schooljaar dat nog niet begonnen is, moet een boekingsdatum hebben",
      en: "what was received or spent for a school year that has not begun must have a booking date",
    },
  ],
});
