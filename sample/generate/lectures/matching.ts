import { SCHOOL_YEARS, schoolYearOf } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Discipline, Volunteer } from "./lecturers.ts";
import type { School } from "./schools.ts";
import type { Slot } from "./slots.ts";

/** A site that may host, with how eagerly its teachers ask and who they are. */
interface Host extends School {
  eagerness: number;
  teachers: string[];
}

const SPARSE: Record<string, number> = { "7": 0.6, "8": 0.75 };
const isOpen = ({ open_from, open_until }: School, day: string) =>
  (open_from === null || open_from <= day) && (open_until === null || day <= open_until);

/** Deals lectures out to schools, teachers and lecturers, with a memory of who did how much this school year. */
export function makeMatching(random: Random, schools: School[], volunteers: Volunteer[]) {
  let teachers = 10_000;
  const hosts: Host[] = schools
    .filter(({ stages }) => stages !== "1")
    .map((school) => {
      const luck = random.next();
      return {
        ...school,
        eagerness: (0.04 + 3 * luck * luck * luck) * (SPARSE[school.nis.slice(0, 1)] ?? 1),
        teachers: Array.from({ length: random.int(3, 7) }, () => `T${teachers++}`),
      };
    });
  let eagerness = 0;
  const reached = hosts.map((host) => (eagerness += host.eagerness));
  const active = new Map(SCHOOL_YEARS.map((year) => [year, volunteers.filter(({ years }) => years.includes(year))]));
  const load = new Map<string, number>();
  const add = (id: string, year: string) => load.set(id + year, (load.get(id + year) ?? 0) + 1);
  const loadOf = (id: string, year: string) => load.get(id + year) ?? 0;

  return {
    host({ day }: Slot): { school: School; teacher: string } {
      const year = schoolYearOf(day);
      for (;;) {
        const drawn = random.next() * eagerness;
        const school = hosts[reached.findIndex((sum) => drawn < sum)];
        if (!school || !isOpen(school, day)) continue;
        const free = school.teachers.filter((id) => loadOf(id, year) < 3);
        if (free.length === 0) continue;
        const teacher = random.weighted(free, (id) => 1 / (1 + 2 * loadOf(id, year)));
        add(teacher, year);
        return { school, teacher };
      }
    },
    /** The nearest free volunteer, give or take: people also go where they know somebody. */
    lecturer({ programme, schoolYear }: Slot, school: School): Volunteer | null {
      let best: Volunteer | null = null;
      let least = Number.POSITIVE_INFINITY;
      for (const volunteer of active.get(schoolYear) ?? []) {
        const { lecturer_id, capacity, discipline, lat, lon } = volunteer;
        if (loadOf(lecturer_id, schoolYear) >= capacity) continue;
        if (programme === "stem_ovk" && !isStem(discipline)) continue;
        const north = (lat - school.lat) * 111;
        const east = (lon - school.lon) * 70;
        const cost =
          (north * north + east * east + 60) *
          (0.15 + random.next()) *
          (programme === "ovk" && isStem(discipline) ? 2 : 1);
        if (cost < least) [best, least] = [volunteer, cost];
      }
      if (best) add(best.lecturer_id, schoolYear);
      return best;
    },
  };
}

const isStem = (discipline: Discipline) => discipline !== "business" && discipline !== "other";
