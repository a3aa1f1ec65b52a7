import { AS_OF, addDays } from "../calendar.ts";
import { createRandom, type Random } from "../random.ts";
import type { Row } from "../writeCsv.ts";
import { DISCIPLINES } from "./lecturers.ts";
import type { School } from "./schools.ts";

const OPEN = 60;
const DAYS_OPEN = 75;

const stageOf = (random: Random, school: School) =>
  random.pick(school.stages.split("+").filter((stage) => stage !== "1"));

/** The requests that the lectures with a lecturer came of. */
const matched = (random: Random, lectures: Row[]): Row[] =>
  lectures
    .filter(({ requested_on, matched_on, lecturer_id }) => requested_on && matched_on && lecturer_id)
    .map(({ school_id = null, site_id = null, requested_on = null, discipline = null, stage = null, ...lecture }) => ({
      ...{ school_id, site_id, requested_on, discipline, stage },
      preferred_from: addDays(String(lecture.held_on), -random.int(0, 20)),
      preferred_until: addDays(String(lecture.held_on), random.int(3, 40)),
      status: "matched",
      lecture_id: lecture.lecture_id ?? null,
    }));

const unmatched = (random: Random, school: School, requested_on: string, status: string): Row => {
  const preferred_from = addDays(requested_on, random.int(14, 40));
  return {
    school_id: school.school_id,
    site_id: school.site_id,
    requested_on,
    discipline: random.chance(0.9) ? random.pick(Object.keys(DISCIPLINES)) : null,
    stage: stageOf(random, school),
    preferred_from,
    preferred_until: addDays(preferred_from, random.int(14, 60)),
    status,
    lecture_id: null,
  };
};

/** Matched requests with their lecture, those withdrawn before a match, and the ones that are open on the as-of date. */
export function makeRequests(schools: School[], lectures: Row[]): Row[] {
  const random = createRandom("requests");
  const hosts = schools.filter(({ stages, open_until }) => stages !== "1" && open_until === null);
  const found = matched(random, lectures);
  const withdrawn = found
    .filter(() => random.chance(0.03))
    .map(({ requested_on }) => unmatched(random, random.pick(hosts), String(requested_on), "withdrawn"));
  const open = Array.from({ length: OPEN }, () =>
    unmatched(random, random.pick(hosts), addDays(AS_OF, -random.int(1, DAYS_OPEN)), "open"),
  );
  return [...found, ...withdrawn, ...open]
    .filter(({ preferred_from, requested_on }) => String(preferred_from) >= String(requested_on))
    .sort((a, b) => (String(a.requested_on) < String(b.requested_on) ? -1 : a.requested_on === b.requested_on ? 0 : 1))
    .map((request, i) => ({ request_id: `V${String(i + 1).padStart(5, "0")}`, ...request }));
}
