import { AS_OF, addDays, SCHOOL_YEARS, schoolYearOf } from "./calendar.ts";
import { type Item, itemsOf, QUESTIONNAIRES, versionOf } from "./questionnaireItems.ts";
import { createRandom, type Random } from "./random.ts";
import type { Row, Value } from "./writeCsv.ts";

const ROLES = ["teacher", "lecturer"] as const;
/** How many of those invited answer, by school year. */
const RATES = {
  teacher: [0.48, 0.46, 0.5, 0.55, 0.58, 0.62, 0.64, 0.66],
  lecturer: [0.66, 0.63, 0.67, 0.7, 0.72, 0.73, 0.76, 0.77],
};
const REMARKS = {
  teacher: [
    ...[
      "Fijne les, de klas stelde veel vragen.",
      "Graag volgend jaar opnieuw.",
      "De les mocht wat korter.",
      "Sterk verhaal.",
    ],
    ...[
      "Meer tijd voor de proef, graag.",
      "Het geluid haperde bij de online les.",
      "Het voorbeeld uit het bedrijf bleef hangen.",
    ],
    ...[
      "Iets te moeilijk voor deze groep.",
      "Leuk dat er iets rondging in de klas.",
      "De spreker sprak vlot en duidelijk.",
    ],
  ],
  lecturer: [
    ...[
      "Warm onthaal op school.",
      "De beamer werkte niet.",
      "Slimme vragen van de leerlingen.",
      "Parkeren was lastig.",
    ],
    ...["Graag vooraf weten wat de klas al kent.", "De klas was groter dan gezegd.", "Ik doe dit graag opnieuw."],
    ...["De leerkracht deed goed mee.", "Een uur is net te kort.", "Leerlingen waren nieuwsgierig."],
  ],
};

function answer(random: Random, { scale, isReversed, lean = 0 }: Item, mood: number): Value {
  if (random.chance(0.025)) return null;
  if (scale === "nps") return Math.max(0, Math.min(10, Math.round(random.normal(8.3 + 1.3 * mood, 1))));
  const agreement = Math.max(1, Math.min(5, Math.round(random.normal(4.3 + lean + 0.6 * mood, 0.55))));
  return isReversed ? 6 - agreement : agreement;
}

interface Answered {
  responses: Row[];
  invitations: Row[];
}

/** One row for each item answered; every lecture held brings one invitation to its teacher and one to its lecturer. */
export function makeResponses(lectures: Row[]): Answered {
  const random = createRandom("responses");
  const held = lectures
    .filter(({ status }) => status === "held")
    .map(({ lecture_id = null, held_on }) => ({ lecture_id, day: String(held_on) }));
  const responses: Row[] = [];
  let number = 10_000;
  for (const { day, lecture_id } of held) {
    const schoolYear = schoolYearOf(day);
    const version = versionOf(schoolYear);
    for (const role of ROLES) {
      const submitted = addDays(
        day,
        random.weighted([0, 1, 2, 4, 7, 10, 14, 19], (n) => 1 / (n + 2)),
      );
      const answers = random.chance(RATES[role][SCHOOL_YEARS.indexOf(schoolYear)] ?? 0);
      if (!answers || submitted > AS_OF) continue;
      const mood = random.normal(0, 1);
      const response_id = `R${number++}`;
      const hour = `${String(random.int(8, 20)).padStart(2, "0")}:${String(random.int(0, 59)).padStart(2, "0")}`;
      for (const item of itemsOf(role, version)) {
        if (item.scale === "text" && !random.chance(0.06)) continue;
        responses.push({
          response_id,
          item_id: item.id,
          questionnaire_id: QUESTIONNAIRES[role],
          version,
          role,
          lecture_id,
          submitted_at: `${submitted} ${hour}`,
          answer: item.scale === "text" ? null : answer(random, item, mood),
          answer_text: item.scale === "text" ? random.pick(REMARKS[role]) : null,
        });
      }
    }
  }
  const invitations = ROLES.flatMap((role) =>
    SCHOOL_YEARS.map((period) => ({
      questionnaire_id: QUESTIONNAIRES[role],
      role,
      period,
      invited: held.filter(({ day }) => schoolYearOf(day) === period).length,
    })),
  );
  return { responses, invitations };
}
