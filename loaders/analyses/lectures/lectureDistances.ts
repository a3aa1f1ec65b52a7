import { group } from "d3-array";
import { sortedQuantile } from "../../../statistics/interval.ts";
import { wilsonInterval } from "../../../statistics/proportion/wilson.ts";
import { analysis, type Result } from "../analysis.ts";
import { answerOf } from "../reasons.ts";
import { type Trip, tripsOf } from "./lectureTrips.ts";

const LEVEL = 0.95;
const NEAR_KM = 25;

const columns = {
  school_year: "VARCHAR",
  is_current_year: "BOOLEAN",
  province: "VARCHAR",
  lectures: "INTEGER",
  without_place: "INTEGER",
  median_km: "DOUBLE",
  p90_km: "DOUBLE",
  near_lectures: "INTEGER",
  near_share: "DOUBLE",
  lower: "DOUBLE",
  upper: "DOUBLE",
} as const;
type Row = Result<typeof columns>;

/** The distances of one school year, in one province or in all (`province` null). */
function distancesOf(trips: readonly Trip[], province: string | null): Row {
  const distances = trips.flatMap(({ km }) => (km === null ? [] : [km])).sort((a, b) => a - b);
  const near = distances.filter((km) => km <= NEAR_KM).length;
  const { answer, reason } = answerOf(
    () => wilsonInterval(near, distances.length, { level: LEVEL }),
    "no_distance_known",
  );
  return {
    school_year: trips[0]?.school_year ?? null,
    is_current_year: trips[0]?.is_current_year ?? null,
    province,
    lectures: distances.length,
    without_place: trips.length - distances.length,
    median_km: sortedQuantile(distances, 0.5),
    p90_km: sortedQuantile(distances, 0.9),
    near_lectures: near,
    near_share: answer && near / distances.length,
    lower: answer?.lower ?? null,
    upper: answer?.upper ?? null,
    reason,
  };
}

/** How far lecturers came for the lectures they gave. */
export const lectureDistances = analysis({
  id: "lecture_distances",
  name: { nl: "Afstand tussen gastdocent en school", en: "Distance between lecturer and school" },
  method: {
    nl: `De afstand in vogelvlucht (haversine; Sinnott 1984) van het midden van de gemeente waar de gastdocent vertrekt tot de school, voor elke gegeven les op school; een les waarvan de vorm niet vermeld is, telt als een les op school. De school ligt op haar coördinaten, anders in het midden van haar postcode, anders van haar gemeente. Getoond zijn de mediaan, het negende deciel (Hyndman en Fan 1996, type 7) en het aandeel tot en met ${NEAR_KM} km met een Wilson-interval (Wilson 1927). Lessen waarvan een van beide plaatsen onbekend is, staan apart geteld en blijven buiten de cijfers. Vogelvlucht is geen reistijd.`,
    en: `The great-circle distance (haversine; Sinnott 1984) from the centre of the municipality that the lecturer leaves from to the school, for every lecture held at a school; a lecture of which the format is not given counts as one at a school. The school lies at its coordinates, or else at the centre of its postcode, or else of its municipality. Shown are the median, the ninth decile (Hyndman and Fan 1996, type 7) and the share up to ${NEAR_KM} km with a Wilson interval (Wilson 1927). Lectures of which either place is unknown are counted apart and left out of the figures. As the crow flies is no travel time.`,
  },
  evidence: "monitoring",
  codes: ["C2"],
  inputs: ["marts.lecture_trips"],
  functions: ["haversineKm", "wilsonInterval"],
  parameters: { level: LEVEL, near_km: NEAR_KM },
  thresholds: [],
  columns,
  async run({ warehouse }) {
    const years = group(await tripsOf(warehouse), ({ school_year }) => school_year);
    return [...years.values()].flatMap((year) => {
      const provinces = [...group(year, ({ province }) => province)].sort(([a], [b]) => (a < b ? -1 : 1));
      return [distancesOf(year, null), ...provinces.map(([province, trips]) => distancesOf(trips, province))];
    });
  },
});
