import { AS_OF, addDays, daysBetween, SCHOOL_YEARS } from "../calendar.ts";
import { createRandom, type Random } from "../random.ts";
import { GIRLS_IN_LECTURES, GIRLS_SPREAD } from "../truths.ts";
import type { Row } from "../writeCsv.ts";
import type { Volunteer } from "./lecturers.ts";
import { makeMatching } from "./matching.ts";
import type { School } from "./schools.ts";
import { makeSlots, type Slot } from "./slots.ts";

const TRACKS = {
  old: { stem_ovk: { aso: 45, tso: 39, bso: 14, kso: 2 }, ovk: { aso: 41, tso: 36, bso: 21, kso: 2 } },
  new: {
    stem_ovk: { doorstroom: 57, dubbel: 29, arbeidsmarkt: 14 },
    ovk: { doorstroom: 54, dubbel: 26, arbeidsmarkt: 20 },
  },
};
type Track = keyof (typeof GIRLS_IN_LECTURES)["ovk"];
const THEMES = {
  stem_ovk: { career: 34, technology: 28, digital: 16, sustainability: 12, health: 7, entrepreneurship: 3 },
  ovk: { entrepreneurship: 52, career: 22, digital: 10, sustainability: 9, technology: 4, health: 3 },
};
/** Cells that are sometimes forgotten at registration, ever less as the years go by. */
const FORGOTTEN = ["track", "theme", "theme", "discipline", "format", "teacher_id"];
const SOMETIMES = ["girls", "teachers", "class_groups", "requested_on", "matched_on"];

const draw = <T extends string>(random: Random, weights: { [name in T]: number }): T =>
  random.weighted(Object.keys(weights) as T[], (name) => weights[name]);

/** Onderwijsvorm until the modernisation reached a stage, finaliteit from then on. */
function trackOf(random: Random, { programme, schoolYear }: Slot, stage: string): Track {
  const isNew = schoolYear >= (stage === "2" ? "2021-2022" : "2023-2024");
  return isNew
    ? draw<Track>(random, TRACKS.new[programme] as never)
    : draw<Track>(random, TRACKS.old[programme] as never);
}

function attendance(random: Random, slot: Slot, track: Track): Row {
  const groups = slot.isKickoff ? 3 : random.weighted([1, 2, 3], (n) => [0, 70, 24, 6][n] ?? 0);
  const size = track === "aso" || track === "doorstroom" ? 22 : track === "bso" || track === "arbeidsmarkt" ? 16 : 20;
  const students = Math.max(15, Math.min(70, Math.round(random.normal(size * groups, 3 * groups))));
  const estimated = random.chance(0.08);
  const share = Math.max(0, Math.min(1, random.normal(GIRLS_IN_LECTURES[slot.programme][track], GIRLS_SPREAD)));
  return {
    class_groups: groups,
    students: estimated ? Math.max(15, Math.round(students / 5) * 5) : students,
    students_estimated: estimated,
    girls: Math.min(students - 3, Math.round(students * share)),
    teachers: random.weighted([1, 2, 3, 4], (n) => (n <= groups ? 8 : n === groups + 1 ? 2 : 0)),
  };
}

function days(random: Random, { day, status, schoolYear }: Slot): Row {
  const first = addDays(day, -random.int(25, 130));
  const requested = first < AS_OF ? first : addDays(AS_OF, -random.int(2, 40));
  const wait = Math.min(random.int(2, 45), daysBetween(requested, day) - 2);
  const matched = addDays(requested, Math.max(1, wait));
  const late = random.chance(0.1) ? random.int(15, 60) : random.int(0, 12);
  const since = daysBetween(day, AS_OF);
  const recorded = addDays(day, late <= since ? late : random.int(0, Math.max(0, since)));
  const wrapped = random.chance(0.73 + 0.025 * SCHOOL_YEARS.indexOf(schoolYear))
    ? addDays(day, random.int(0, 18))
    : null;
  return {
    wrap_up_on: status === "held" && wrapped !== null && wrapped <= AS_OF ? wrapped : null,
    requested_on: requested,
    matched_on: matched <= AS_OF && (status !== "planned" || random.chance(0.85)) ? matched : null,
    recorded_on: status === "held" ? recorded : null,
  };
}

/** The register of lectures: eight school years, up to the as-of date and what is planned after it. */
export function makeLectures(schools: School[], volunteers: Volunteer[]): Row[] {
  const random = createRandom("lectures");
  const { host, lecturer } = makeMatching(random, schools, volunteers);
  return makeSlots(random).map((slot, i) => {
    const { school, teacher } = host(slot);
    const stages = school.stages.split("+").filter((stage) => stage !== "1");
    const stage = random.weighted(stages, (s) => (s === "3" ? 3 : 1));
    const track = trackOf(random, slot, stage);
    const dates = days(random, slot);
    const guest = dates.matched_on === null ? null : lecturer(slot, school);
    const row: Row = {
      lecture_id: `L${String(i + 1).padStart(5, "0")}`,
      programme: slot.programme,
      status: slot.status,
      held_on: slot.day,
      school_id: school.school_id,
      site_id: school.site_id,
      lecturer_id: guest?.lecturer_id ?? null,
      teacher_id: teacher,
      stage,
      track,
      discipline: guest?.discipline ?? null,
      theme: draw(random, THEMES[slot.programme]),
      format: slot.format,
      is_kickoff: slot.isKickoff,
      ...attendance(random, slot, track),
      ...dates,
    };
    if (slot.status !== "held")
      Object.assign(row, { students: null, students_estimated: null, girls: null, teachers: null });
    else {
      if (random.chance(0.075 - 0.005 * SCHOOL_YEARS.indexOf(slot.schoolYear))) row[random.pick(FORGOTTEN)] = null;
      if (random.chance(0.03)) row[random.pick(SOMETIMES)] = null;
    }
    return row;
  });
}
