import type { Row } from "../writeCsv.ts";

export interface Item {
  id: string;
  nl: string;
  en: string;
  scale: "likert5" | "nps" | "text";
  isReversed?: boolean;
  /** How much higher or lower than the rest this item is answered. */
  lean?: number;
}

type Role = "teacher" | "lecturer";
export const QUESTIONNAIRES: Record<Role, string> = { teacher: "OVK-T", lecturer: "OVK-L" };
/** Version 2 words one item of each questionnaire anew. */
export const versionOf = (schoolYear: string): 1 | 2 => (schoolYear >= "2022-2023" ? 2 : 1);

const recommend = (nl: string, en: string): Item => ({ id: "recommend", nl, en, scale: "nps" });
const remarks: Item = {
  id: "remarks",
  nl: "Wat wilt u ons nog vertellen?",
  en: "What else would you like to tell us?",
  scale: "text",
};

const teacher = (version: 1 | 2): Item[] => [
  {
    id: "content",
    nl: "De inhoud sloot aan bij mijn lessen.",
    en: "The content fitted in with my lessons.",
    scale: "likert5",
  },
  {
    id: "level",
    nl: "Het niveau was goed voor mijn leerlingen.",
    en: "The level suited my students.",
    scale: "likert5",
    lean: -0.15,
  },
  version === 1
    ? {
        id: "interest",
        nl: "De les wekte interesse voor STEM.",
        en: "The lecture raised interest in STEM.",
        scale: "likert5",
      }
    : {
        id: "interest",
        nl: "Na de les stelden leerlingen vragen over STEM-studies of STEM-beroepen.",
        en: "After the lecture students asked about STEM studies or STEM jobs.",
        scale: "likert5",
        lean: -0.3,
      },
  {
    id: "passive",
    nl: "Mijn leerlingen bleven te passief.",
    en: "My students remained too passive.",
    scale: "likert5",
    isReversed: true,
    lean: -0.35,
  },
  {
    id: "practical",
    nl: "De praktische afspraken verliepen vlot.",
    en: "The practical arrangements went smoothly.",
    scale: "likert5",
    lean: 0.15,
  },
  recommend("Zou u een gastles aanraden aan een collega?", "Would you recommend a guest lecture to a colleague?"),
  remarks,
];

const lecturer = (version: 1 | 2): Item[] => [
  {
    id: "prepared",
    nl: "De klas was goed voorbereid.",
    en: "The class was well prepared.",
    scale: "likert5",
    lean: -0.25,
  },
  version === 1
    ? { id: "engaged", nl: "De leerlingen waren geboeid.", en: "The students were engaged.", scale: "likert5" }
    : {
        id: "engaged",
        nl: "De leerlingen werkten actief mee.",
        en: "The students took an active part.",
        scale: "likert5",
        lean: -0.1,
      },
  {
    id: "support",
    nl: "Ik kreeg genoeg ondersteuning van het programma.",
    en: "The programme gave me enough support.",
    scale: "likert5",
    lean: 0.1,
  },
  {
    id: "burden",
    nl: "De voorbereiding kostte mij te veel tijd.",
    en: "The preparation took me too much time.",
    scale: "likert5",
    isReversed: true,
    lean: -0.45,
  },
  recommend(
    "Zou u gastdocent zijn aanraden aan een collega?",
    "Would you recommend being a guest lecturer to a colleague?",
  ),
  remarks,
];

export const itemsOf = (role: Role, version: 1 | 2): Item[] => (role === "teacher" ? teacher : lecturer)(version);

export function makeQuestionnaireItems(): Row[] {
  return (["teacher", "lecturer"] as const).flatMap((role) =>
    ([1, 2] as const).flatMap((version) =>
      itemsOf(role, version).map(({ id, nl, en, scale, isReversed = false }) => ({
        questionnaire_id: QUESTIONNAIRES[role],
        version,
        item_id: id,
        role,
        text_nl: nl,
        text_en: en,
        scale,
        is_reversed: isReversed,
      })),
    ),
  );
}
