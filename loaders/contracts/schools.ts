import { choice, code, date, decimal, schoolNumber, text } from "./cells.ts";
import { contract, optional, required } from "./contract.ts";
import { postcode } from "./terms.ts";

export const schools = contract({
  table: "schools",
  nl: "Vestigingsplaatsen van scholen",
  en: "Sites of schools",
  key: ["school_id", "site_id"],
  columns: {
    school_id: required(schoolNumber(), { nl: "schoolnummer (instellingsnummer)", en: "school number" }),
    site_id: required(schoolNumber(), {
      nl: "volgnummer van de vestigingsplaats binnen de school",
      en: "number of the site within the school",
    }),
    name: required(text({ longest: 200 }), { nl: "naam van de school", en: "name of the school" }),
    postcode: required(postcode(), { nl: "postcode van de vestigingsplaats", en: "postcode of the site" }),
    nis: required(
      code({
        pattern: "[0-9]{5}",
        expects: { nl: "een NIS-code van vijf cijfers", en: "a NIS code of five digits" },
        example: "11002",
      }),
      {
        nl: "NIS-code van de gemeente",
        en: "NIS code of the municipality",
      },
    ),
    network: required(choice("go", "ogo", "vgo"), {
      nl: "onderwijsnet: GO!, officieel gesubsidieerd (ogo) of vrij gesubsidieerd (vgo)",
      en: "school network: community (go), publicly run subsidised (ogo) or privately run subsidised (vgo)",
    }),
    stages: required(
      code({
        pattern: "[123]([+][123]){0,2}",
        expects: { nl: "graden zoals 1+2+3", en: "stages such as 1+2+3" },
        example: "2+3",
      }),
      {
        nl: "graden die de school aanbiedt",
        en: "stages the school offers",
      },
    ),
    open_from: optional(date(), { nl: "open sinds", en: "open since" }),
    open_until: optional(date(), {
      nl: "open tot en met; leeg als de school open is",
      en: "open until; blank while open",
    }),
    lat: optional(decimal({ min: 49, max: 52, places: 6 }), { nl: "breedtegraad (WGS84)", en: "latitude (WGS84)" }),
    lon: optional(decimal({ min: 2, max: 7, places: 6 }), { nl: "lengtegraad (WGS84)", en: "longitude (WGS84)" }),
  },
  rules: [
    {
      id: "closes_after_opening",
      columns: ["open_until"],
      sql: "open_until >= open_from",
      nl: "de school sluit voor ze opent",
      en: "the school closes before it opens",
    },
  ],
});
