import { assignLecturers } from "../statistics/matching/assignLecturers.ts";
import { drawNormal, seededRandom } from "../statistics/random.ts";

const REQUESTS = 2000;
const LECTURERS = 1000;
const DISCIPLINES = [
  "engineering",
  "ict",
  "life_sciences",
  "chemistry",
  "energy",
  "construction",
  "mathematics",
  "business",
];

/** Requests and lecturers around nine towns of unlike size, with so many slots for each lecturer. */
function market(slots: number) {
  const random = seededRandom(slots);
  const towns = Array.from({ length: 9 }, () => ({ lat: 50.8 + 0.5 * random(), lon: 2.8 + 2.8 * random() }));
  const place = () => {
    const town = towns[Math.floor(9 * random() ** 2)] ?? { lat: 51, lon: 4 };
    return { lat: town.lat + 0.08 * drawNormal(random), lon: town.lon + 0.13 * drawNormal(random) };
  };
  const discipline = () => DISCIPLINES[Math.floor(8 * random())] ?? "other";
  const requests = Array.from({ length: REQUESTS }, (_, i) => ({
    id: `V${i}`,
    place: place(),
    discipline: discipline(),
  }));
  const lecturers = Array.from({ length: LECTURERS }, (_, j) => {
    const lecturer = { lecturerId: `G${j}`, place: place(), disciplines: [discipline()] };
    return Array.from({ length: slots }, (_, load) => ({ ...lecturer, load }));
  });
  return { requests, slots: lecturers.flat() };
}

for (const slots of [1, 2, 3, 4]) {
  const drawn = market(slots);
  const started = performance.now();
  const {
    pairs,
    km,
    nearestInTurn: nearest,
  } = assignLecturers(drawn.requests, drawn.slots, {
    caliperKm: 40,
    mismatchKm: 20,
    loadKm: 2,
  });
  const took = Math.round(performance.now() - started);
  console.log(
    `matching, ${REQUESTS} requests × ${LECTURERS} lecturers of ${slots}: ${took} ms; ` +
      `${pairs.length} matched at ${(km / pairs.length).toFixed(1)} km, nearest in turn, whatever the discipline, ${nearest.matched} at ${(nearest.km / nearest.matched).toFixed(1)} km`,
  );
}
