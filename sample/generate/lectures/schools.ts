import { apportion } from "../apportion.ts";
import { createRandom } from "../random.ts";
import { readReference } from "../reference.ts";

export interface School {
  school_id: string;
  site_id: string;
  name: string;
  postcode: string;
  nis: string;
  network: "go" | "ogo" | "vgo";
  stages: string;
  open_from: string | null;
  open_until: string | null;
  lat: number;
  lon: number;
}

const SITES = 900;
const STAGES = { "1+2+3": 60, "2+3": 19, "1": 16, "1+2": 5 };
/** Every name begins with a word that no real school bears. */
const KINDS = {
  go: ["Voorbeeldatheneum", "Proefatheneum", "Modellyceum"],
  ogo: ["Voorbeeldschool", "Proefschool", "Modelschool"],
  vgo: ["Voorbeeldcollege", "Voorbeeldinstituut", "Proefinstituut", "Modelcollege", "Modelinstituut"],
};
const EPITHETS = [
  ...[
    "De Passer",
    "De Waterpas",
    "De Zandloper",
    "De Loep",
    "De Tandwielen",
    "De Windroos",
    "Het Prisma",
    "De Meetlat",
  ],
  ...[
    "De Slinger",
    "De Katrol",
    "De Magneet",
    "De Dynamo",
    "De Vuurtoren",
    "Het Lemniscaat",
    "De Tangens",
    "De Sextant",
  ],
  ...["De Barometer", "De Telescoop", "De Hefboom", "De Schuifmaat", "Het Kwadrant", "De Abacus", "De Condensator"],
];

/** About 900 invented sites, placed in real municipalities in proportion to their pupils. */
export function makeSchools(): School[] {
  const random = createRandom("schools");
  const postcodes = readReference("postcodes.csv");
  const pupils = readReference("secondary-enrolment-by-province.csv").filter((row) => row.school_year === "2025-2026");
  const municipalities = readReference("municipalities.csv");
  // Brussels is counted as one region, so its pupils are spread over its municipalities by their inhabitants.
  const weights = municipalities.map((place) => {
    if (place.secondary_pupils_2025_2026) return Number(place.secondary_pupils_2025_2026);
    if (!place.province?.startsWith("Brussel")) return 0;
    const region = municipalities.filter(({ province }) => province === place.province);
    const inhabitants = region.reduce((sum, { population_2020 }) => sum + Number(population_2020), 0);
    const total = Number(pupils.find(({ province }) => province === place.province)?.pupils);
    return (total * Number(place.population_2020)) / inhabitants;
  });
  const sites = apportion(SITES, weights);
  let number = 900_001;
  const used = new Set<string>();
  const schools: School[] = [];
  for (const [i, { nis = "", name: place = "" }] of municipalities.entries()) {
    const here = postcodes.filter((row) => row.nis === nis);
    for (let left = sites[i] ?? 0; left > 0; ) {
      const network = random.weighted(["go", "ogo", "vgo"] as const, (n) => ({ go: 18, ogo: 9, vgo: 73 })[n]);
      let name = "";
      do {
        const epithet = left > 1 || used.size % 2 ? `${random.pick(EPITHETS)} ` : "";
        name = `${random.pick(KINDS[network])} ${epithet}${place}`;
      } while (used.has(name));
      used.add(name);
      const count = Math.min(
        left,
        random.weighted([1, 2, 3], (n) => [0, 74, 20, 6][n] ?? 0),
      );
      for (let site = 1; site <= count; site++) {
        const { postcode = "", lat, lon } = random.pick(here);
        const stages = random.weighted(Object.keys(STAGES), (key) => STAGES[key as keyof typeof STAGES]);
        schools.push({
          school_id: String(number),
          site_id: String(site),
          name: count > 1 ? `${name}, vestiging ${site}` : name,
          postcode,
          nis,
          network,
          stages,
          open_from: random.chance(0.02) ? `${random.int(2019, 2023)}-09-01` : null,
          open_until: random.chance(0.01) ? `${random.int(2024, 2025)}-08-31` : null,
          lat: Number((Number(lat) + (random.next() - 0.5) * 0.016).toFixed(6)),
          lon: Number((Number(lon) + (random.next() - 0.5) * 0.024).toFixed(6)),
        });
      }
      number++;
      left -= count;
    }
  }
  return schools;
}
