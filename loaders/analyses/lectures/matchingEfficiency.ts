import { group } from "d3-array";
import { assignLecturers } from "../../../statistics/matching/assignLecturers.ts";
import type { LectureRequest, LecturerSlot } from "../../../statistics/matching/market.ts";
import { analysis, type Result } from "../analysis.ts";
import type { Reason } from "../reasons.ts";
import { type Trip, tripsOf } from "./lectureTrips.ts";

const columns = {
  school_year: "VARCHAR",
  is_current_year: "BOOLEAN",
  lectures: "INTEGER",
  without_place: "INTEGER",
  lecturers: "INTEGER",
  actual_km: "DOUBLE",
  optimal_km: "DOUBLE",
  efficiency: "DOUBLE",
  same_discipline_km: "DOUBLE",
  same_discipline_efficiency: "DOUBLE",
} as const;
type Row = Result<typeof columns>;
type Known = Trip & { lecturer_id: string; km: number };

const NO_DISCIPLINE = "";

/** The lectures of a year as requests, and one slot for each lecture that a lecturer gave, in the disciplines of those lectures. */
function marketOf(trips: readonly Known[]): { requests: LectureRequest[]; slots: LecturerSlot[] } {
  const requests = trips.map(({ lecture_id, school, discipline }) => ({
    ...{ id: lecture_id, place: school, discipline: discipline ?? NO_DISCIPLINE },
  }));
  const slots = [...group(trips, ({ lecturer_id }) => lecturer_id).values()].flatMap((given) => {
    const disciplines = [...new Set(given.map(({ discipline }) => discipline ?? NO_DISCIPLINE))];
    return given.map(({ lecturer_id, home }) => ({ lecturerId: lecturer_id, place: home, disciplines, load: 0 }));
  });
  return { requests, slots };
}

function efficiencyOf(trips: readonly Trip[]): Row {
  const known = trips.filter((trip): trip is Known => trip.km !== null && trip.lecturer_id !== null);
  const actual_km = known.reduce((sum, { km }) => sum + km, 0);
  const reason: Reason | null = known.length === 0 ? "no_distance_known" : actual_km === 0 ? "no_distance" : null;
  const { requests, slots } = marketOf(known);
  const kmOf = (options: { mismatchKm?: number }) =>
    reason ? null : assignLecturers(requests, slots, { ...options, alternatives: 0 }).km;
  const [optimal_km, same_discipline_km] = [kmOf({}), kmOf({ mismatchKm: Number.POSITIVE_INFINITY })];
  return {
    school_year: trips[0]?.school_year ?? null,
    is_current_year: trips[0]?.is_current_year ?? null,
    lectures: known.length,
    without_place: trips.length - known.length,
    lecturers: new Set(known.map(({ lecturer_id }) => lecturer_id)).size,
    actual_km: reason ? null : actual_km,
    optimal_km,
    efficiency: optimal_km === null ? null : optimal_km / actual_km,
    same_discipline_km,
    same_discipline_efficiency: same_discipline_km === null ? null : same_discipline_km / actual_km,
    reason,
  };
}

/** How near the matches of a school year came to the least distance that the same lecturers could have covered. */
export const matchingEfficiency = analysis({
  id: "matching_efficiency",
  name: { nl: "Doelmatigheid van het koppelen", en: "Efficiency of matching" },
  method: {
    nl: "Voor elk schooljaar is de kortste totale afstand berekend waarmee dezelfde gastdocenten, elk evenveel keer, dezelfde lessen op school hadden kunnen geven (het toewijzingsprobleem; Kuhn 1955), gedeeld door de afstand die zij samen werkelijk aflegden: 1 is het best mogelijke. Daarnaast staat dezelfde verhouding wanneer gastdocenten alleen lessen krijgen in vakgebieden waarin zij dat schooljaar les gaven; dat is de eerlijkste maat. Afstanden zijn in vogelvlucht, vanaf het midden van de gemeente van de gastdocent. Agenda's zijn niet bekend, en het optimum kijkt op het hele jaar terug: 1 is in de praktijk niet haalbaar. Lessen waarvan een plaats onbekend is, blijven erbuiten.",
    en: "For each school year the shortest total distance is computed at which the same lecturers, each as many times, could have given the same lectures at schools (the assignment problem; Kuhn 1955), over the distance that they covered in fact: 1 is the best there is. Beside it stands the same ratio when lecturers get only lectures in disciplines that they taught in that school year, which is the fairer measure. Distances are as the crow flies, from the centre of the lecturer's municipality. Diaries are not known, and the optimum looks back on the whole year: in practice 1 cannot be reached. Lectures of which a place is unknown are left out.",
  },
  evidence: "monitoring",
  codes: ["C3"],
  inputs: ["marts.lecture_trips"],
  functions: ["assignLecturers", "haversineKm"],
  parameters: {},
  thresholds: [],
  columns,
  async run({ warehouse }) {
    const years = group(await tripsOf(warehouse), ({ school_year }) => school_year);
    return [...years.values()].map(efficiencyOf);
  },
});
