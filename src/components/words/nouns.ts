import type { Meaning } from "../../data/rows.ts";
import type { Lang } from "../figure/chart.ts";
import { formatNumber, locale } from "./words.ts";

const singulars: Record<Lang, Record<string, string>> = {
  nl: {
    gastlessen: "gastles",
    lessen: "les",
    gastdocenten: "gastdocent",
    leerlingencontacten: "leerlingencontact",
    leerlingcontacten: "leerlingcontact",
    leerlingen: "leerling",
    leerkrachten: "leerkracht",
    meisjes: "meisje",
    scholen: "school",
    weergaven: "weergave",
    rijen: "rij",
    bestanden: "bestand",
    indicatoren: "indicator",
    dagen: "dag",
    uren: "uur",
    groepen: "groep",
    schooljaren: "schooljaar",
    punten: "punt",
    analyses: "analyse",
    resultaten: "resultaat",
    kolommen: "kolom",
    formules: "formule",
    controles: "controle",
    doelstellingen: "doelstelling",
    initiatieven: "initiatief",
    antwoorden: "antwoord",
  },
  en: {
    lectures: "lecture",
    "guest lectures": "guest lecture",
    lecturers: "lecturer",
    "guest lecturers": "guest lecturer",
    "student contacts": "student contact",
    "pupil contacts": "pupil contact",
    students: "student",
    pupils: "pupil",
    teachers: "teacher",
    girls: "girl",
    schools: "school",
    views: "view",
    rows: "row",
    files: "file",
    indicators: "indicator",
    days: "day",
    hours: "hour",
    groups: "group",
    "school years": "school year",
    points: "point",
    analyses: "analysis",
    results: "result",
    columns: "column",
    formulas: "formula",
    checks: "check",
    goals: "goal",
    initiatives: "initiative",
    answers: "answer",
  },
};

const deeds: Record<Lang, [RegExp, string][]> = {
  nl: [
    [/^(gast)?lessen$/, "gegeven"],
    [/docenten$/, "actief"],
    [/contacten$/, "geteld"],
    [/^leerkrachten$/, "betrokken"],
  ],
  en: [
    [/lectures$/, "held"],
    [/lecturers$/, "active"],
    [/contacts$/, "counted"],
    [/^teachers$/, "involved"],
  ],
};

const nameless = /^(|aantal|number|count|index|ratio)$/i;

/** The thing that an indicator counts, in the plural; its name where the unit says nothing. */
export function things(meaning: Meaning | null, lang: Lang): string {
  if (meaning === null) return lang === "nl" ? "eenheden" : "units";
  const unit = meaning.unit[lang].trim();
  return nameless.test(unit) ? lowerFirst(meaning.name[lang]) : unit;
}

/** 1 gastles, 2 gastlessen; a rounded number decides between singular and plural. */
export const count = (value: number, plural: string, lang: Lang, decimals = 0): string =>
  `${formatNumber(value, lang, decimals)} ${value === 1 ? (singulars[lang][plural] ?? plural) : plural}`;

/** What was done with the things: "gegeven" for lectures; empty where nothing fits. */
export const deed = (plural: string, lang: Lang): string =>
  deeds[lang].find(([pattern]) => pattern.test(plural))?.[1] ?? "";

/** Lower case at the head of a name that comes inside a sentence; abbreviations such as STEM stay. */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;

export const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** "a, b en c", or "a, b of c" where one of them will do. */
export const list = (
  items: readonly string[],
  lang: Lang,
  type: "conjunction" | "disjunction" = "conjunction",
): string => new Intl.ListFormat(locale[lang], { type }).format(items);

const programmes = {
  stem_ovk: { nl: "STEM-OvK", en: "STEM-OvK" },
  ovk: { nl: "gewone OvK", en: "regular OvK" },
  together: { nl: "STEM-OvK en OvK samen", en: "STEM-OvK and OvK together" },
} as const;

/** The name of an indicator, and whose figure it is: "Gastlessen, STEM-OvK". */
export const nameOf = ({ name, programme }: Meaning, lang: Lang): string =>
  programme === undefined ? name[lang] : `${name[lang]}, ${programmes[programme][lang]}`;

/** Whose figures a sentence or a table speaks of; a blank programme is all of them together. */
export const programmeTitle = (programme: "stem_ovk" | "ovk" | null, lang: Lang): string => {
  return programmes[programme ?? "together"][lang];
};

/** " (STEM-OvK)" behind a count of things; empty where an indicator knows no programme. */
export const ofProgramme = (meaning: Meaning | null, lang: Lang): string =>
  meaning?.programme === undefined ? "" : ` (${programmes[meaning.programme][lang]})`;
