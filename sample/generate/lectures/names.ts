import type { Discipline } from "./lecturers.ts";

/** Short lists from which names are put together at random; any likeness to a person or a company is chance. */
export const FIRST_NAMES = {
  f: [
    ...["Amber", "Anouk", "Charlotte", "Elif", "Elke", "Emma", "Femke", "Griet", "Hanne", "Ilse", "Jana", "Karlien"],
    ...["Katrien", "Leen", "Lotte", "Marieke", "Nele", "Noor", "Sanne", "Sofie", "Tine", "Veerle", "Yasmina", "Zoë"],
  ],
  m: [
    ...["Arne", "Bart", "Bram", "Dries", "Filip", "Gert", "Hamza", "Ives", "Jeroen", "Joris", "Karel", "Koen", "Lars"],
    ...["Lode", "Maarten", "Mehdi", "Niels", "Pieter", "Robbe", "Ruben", "Stijn", "Thijs", "Tom", "Wannes", "Wout"],
  ],
};

const LAST_STARTS = ["Van Bever", "De Zand", "Verwater", "Vander", "Van Peil", "Duin", "Kwik", "Loot", "Meet", "Schel"];
const LAST_ENDS = ["beeck", "daele", "horst", "maere", "rode", "steen", "velde", "wiele"];
export const LAST_NAMES = LAST_STARTS.flatMap((start) => LAST_ENDS.map((end) => start + end));

export const COMPANY_STARTS = [
  ...[
    "Alva",
    "Brido",
    "Corvé",
    "Delta9 ",
    "Eldora ",
    "Fennik ",
    "Gravo",
    "Helio7 ",
    "Ixora ",
    "Juvo",
    "Kelvro",
    "Lumio",
  ],
  ...["Mirano ", "Noordpeil ", "Optora ", "Pravo", "Quintel ", "Rondo", "Silvo", "Tessaro ", "Umbra", "Velda ", "Zeno"],
];

export const COMPANY_ENDS: Record<Discipline, string[]> = {
  engineering: ["techniek", "machines", "robotics"],
  ict: ["soft", "data", "systems"],
  life_sciences: ["bio", "pharma", "lab"],
  chemistry: ["chemie", "polymers"],
  energy: ["energie", "volt", "wind"],
  construction: ["bouw", "beton", "architecten"],
  mathematics: ["analyse", "actuarissen"],
  business: ["advies", "logistiek", "media"],
  other: ["atelier", "studio"],
};

export const SECTORS: Record<Discipline, string[]> = {
  engineering: ["machinebouw", "automatisering", "voertuigen"],
  ict: ["software", "telecom", "cyberveiligheid"],
  life_sciences: ["biotechnologie", "farmacie", "medische technologie"],
  chemistry: ["chemie", "kunststoffen"],
  energy: ["energie", "waterbeheer"],
  construction: ["bouw", "architectuur"],
  mathematics: ["verzekeringen", "data-analyse"],
  business: ["handel", "logistiek", "dienstverlening", "voeding"],
  other: ["ontwerp", "landbouw"],
};
