import { choice, code } from "../cells.ts";

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
  code({ pattern: "[1-9][0-9]{3}", expects: { nl: "een postcode van vier cijfers", en: "a postcode of four digits" } });
