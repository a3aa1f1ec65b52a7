import { rollup } from "d3-array";
import { AS_OF, addDays, SCHOOL_YEARS, schoolYearOf } from "../calendar.ts";
import type { School } from "../lectures/schools.ts";
import { createRandom, type Random } from "../random.ts";
import { AGREEMENT, BLANK_ANSWERS, NON_RESPONSE, RECOMMENDATION, RESPONSE_RATES } from "../truths.ts";
import type { Row, Value } from "../writeCsv.ts";
import { type Item, itemsOf, QUESTIONNAIRES, versionOf } from "./questionnaireItems.ts";

const ROLES = ["teacher", "lecturer"] as const;
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
  if (random.chance(BLANK_ANSWERS)) return null;
  const { centre, byMood, spread } = scale === "nps" ? RECOMMENDATION : AGREEMENT;
  const drawn = Math.round(random.normal(centre + lean + byMood * mood, spread));
  if (scale === "nps") return Math.max(0, Math.min(10, drawn));
  const agreement = Math.max(1, Math.min(5, drawn));
  return isReversed ? 6 - agreement : agreement;
}

const siteOf = ({ school_id, site_id }: { school_id?: Value; site_id?: Value }) => `${school_id} ${site_id}`;

/** Takes away answers where few come in, with chances of its own, so that all other answers stay as they would have been. */
function silence(schools: School[]) {
  const random = createRandom("silence");
  const { role, schoolYear, characteristic, group, rateInGroup } = NON_RESPONSE;
  const sites = new Set(schools.filter((school) => school[characteristic] === group).map(siteOf));
  const usual = RESPONSE_RATES[role][SCHOOL_YEARS.indexOf(schoolYear)] ?? 1;
  return (who: string, year: string, site: string): boolean =>
    who === role && year === schoolYear && sites.has(site) && !random.chance(rateInGroup / usual);
}

interface Answered {
  responses: Row[];
  invitations: Row[];
}

/** One row for each item answered; every lecture held brings one invitation to its teacher and one to its lecturer. */
export function makeResponses(lectures: Row[], schools: School[]): Answered {
  const random = createRandom("responses");
  const isSilent = silence(schools);
  const held = lectures
    .filter(({ status }) => status === "held")
    .map((row) => ({ lecture_id: row.lecture_id ?? null, day: String(row.held_on), site: siteOf(row) }));
  const responses: Row[] = [];
  let number = 10_000;
  for (const { day, lecture_id, site } of held) {
    const schoolYear = schoolYearOf(day);
    const version = versionOf(schoolYear);
    for (const role of ROLES) {
      const submitted = addDays(
        day,
        random.weighted([0, 1, 2, 4, 7, 10, 14, 19], (n) => 1 / (n + 2)),
      );
      const answers = random.chance(RESPONSE_RATES[role][SCHOOL_YEARS.indexOf(schoolYear)] ?? 0);
      if (!answers || submitted > AS_OF) continue;
      const mood = random.normal(0, 1);
      const response_id = `R${number++}`;
      const hour = `${String(random.int(8, 20)).padStart(2, "0")}:${String(random.int(0, 59)).padStart(2, "0")}`;
      const silent = isSilent(role, schoolYear, site);
      for (const item of itemsOf(role, version)) {
        if (item.scale === "text" && !random.chance(0.06)) continue;
        const given = {
          response_id,
          item_id: item.id,
          questionnaire_id: QUESTIONNAIRES[role],
          version,
          role,
          lecture_id,
          submitted_at: `${submitted} ${hour}`,
          answer: item.scale === "text" ? null : answer(random, item, mood),
          answer_text: item.scale === "text" ? random.pick(REMARKS[role]) : null,
        };
        if (!silent) responses.push(given);
      }
    }
  }
  const invitations = ROLES.flatMap((role) =>
    [
      ...rollup(
        held,
        ({ length }) => length,
        ({ day }) => day,
      ),
    ]
      .sort()
      .map(([invited_on, invited]) => ({
        questionnaire_id: QUESTIONNAIRES[role],
        role,
        period: schoolYearOf(invited_on),
        invited_on,
        invited,
      })),
  );
  return { responses, invitations };
}
