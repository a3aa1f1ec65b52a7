import { SCHOOL_YEARS } from "../calendar.ts";
import { createRandom } from "../random.ts";
import { readReference } from "../reference.ts";
import { COMPANY_ENDS, COMPANY_STARTS, FIRST_NAMES, LAST_NAMES, SECTORS } from "./names.ts";

export const DISCIPLINES = {
  engineering: 20,
  ict: 18,
  life_sciences: 9,
  chemistry: 7,
  energy: 8,
  construction: 9,
  mathematics: 3,
  business: 20,
  other: 6,
};
export type Discipline = keyof typeof DISCIPLINES;

export interface Lecturer {
  lecturer_id: string;
  full_name: string;
  company: string;
  sector: string;
  discipline: Discipline;
  gender: "f" | "m" | "x" | null;
  postcode: string;
  max_lectures_per_year: number | null;
  active: boolean;
}

/** What only the generator knows of a lecturer: where, how often and in which school years. */
export interface Volunteer extends Lecturer {
  lat: number;
  lon: number;
  capacity: number;
  years: string[];
}

const LECTURERS = 500;

/** About 500 invented lecturers, a third of them women, living where people live. */
export function makeLecturers(): Volunteer[] {
  const random = createRandom("lecturers");
  const population = new Map(readReference("municipalities.csv").map((row) => [row.nis, Number(row.population_2020)]));
  const postcodes = readReference("postcodes.csv").map(({ postcode = "", nis, lat, lon }) => ({
    postcode,
    weight: (population.get(nis ?? "") ?? 0) + 2000,
    lat: Number(lat),
    lon: Number(lon),
  }));
  return Array.from({ length: LECTURERS }, (_, i) => {
    const home = random.weighted(postcodes, ({ weight }) => weight);
    const discipline = random.weighted(Object.keys(DISCIPLINES) as Discipline[], (name) => DISCIPLINES[name]);
    const gender = random.weighted(["f", "m", "x"] as const, (g) => ({ f: 380, m: 615, x: 5 })[g]);
    const first = random.chance(0.5) ? 0 : random.int(0, SCHOOL_YEARS.length - 1);
    const last = random.chance(0.55)
      ? SCHOOL_YEARS.length - 1
      : Math.min(first + random.int(1, 6), SCHOOL_YEARS.length - 1);
    const capacity = random.weighted([1, 2, 3, 4, 6], (n) => ({ 1: 30, 2: 30, 3: 20, 4: 12, 6: 8 })[n] ?? 0);
    const names = FIRST_NAMES[gender === "x" ? random.pick(["f", "m"] as const) : gender];
    return {
      lecturer_id: `G${String(i + 1).padStart(4, "0")}`,
      full_name: `${random.pick(names)} ${random.pick(LAST_NAMES)}`,
      company: `${random.pick(COMPANY_STARTS)}${random.pick(COMPANY_ENDS[discipline])}`,
      sector: random.pick(SECTORS[discipline]),
      discipline,
      gender: random.chance(0.02) ? null : gender,
      postcode: home.postcode,
      max_lectures_per_year: random.chance(0.04) ? null : capacity,
      active: last === SCHOOL_YEARS.length - 1,
      lat: home.lat,
      lon: home.lon,
      capacity,
      years: SCHOOL_YEARS.slice(first, last + 1),
    };
  });
}
