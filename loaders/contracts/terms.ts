import { choice, code } from "./cells.ts";

/** Words that more than one contract uses. */
export const PROVINCES = [
  "Antwerpen",
  "Brussels Hoofdstedelijk Gewest",
  "Limburg",
  "Oost-Vlaanderen",
  "Vlaams-Brabant",
  "West-Vlaanderen",
] as const;
export const province = () => choice(...PROVINCES);
/** Onderwijsvorm until the modernisation of secondary education, finaliteit after it; never the same series. */
export const track = () => choice("aso", "tso", "bso", "kso", "doorstroom", "dubbel", "arbeidsmarkt");
export const programme = () => choice("stem_ovk", "ovk");
export const discipline = () =>
  choice(
    "engineering",
    "ict",
    "life_sciences",
    "chemistry",
    "energy",
    "construction",
    "mathematics",
    "business",
    "other",
  );
export const postcode = () =>
  code({
    pattern: "[1-9][0-9]{3}",
    expects: { nl: "een postcode van vier cijfers", en: "a postcode of four digits" },
    example: "2000",
  });
export const CHANNELS = ["youtube", "facebook", "instagram", "tiktok", "website", "tv", "newsletter"] as const;
export const channel = () => choice(...CHANNELS);
/** One of the three strands of the STEM plan. */
export const strand = () => choice("1", "2", "3");
/** A page on the web: http and https alone, so that no link can run a script. */
export const webAddress = () =>
  code({
    pattern: "https?://[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+(:[0-9]{1,5})?(/[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]{0,500})?",
    expects: { nl: "een webadres dat met https:// begint", en: "a web address that starts with https://" },
    example: "https://www.voorbeeld.be/gastlessen",
  });
