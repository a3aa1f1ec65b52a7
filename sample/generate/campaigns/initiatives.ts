import { PROVINCES } from "../../../loaders/contracts/terms.ts";
import { createRandom } from "../random.ts";
import type { Row } from "../writeCsv.ts";

const COUNT = 48;
const ORGANISATIONS = ["Voorbeeldlab", "Modelmuseum", "Proefwerkplaats", "Voorbeeldhogeschool", "Modelvereniging"];
const NAMES = ["kamp", "workshop", "wedstrijd", "tentoonstelling", "codeerclub", "lessenpakket", "bedrijfsbezoek"];
const AGES: Record<string, [from: number, to: number]> = {
  primary: [6, 12],
  secondary: [12, 18],
  higher: [18, 25],
  families: [4, 14],
};
const AUDIENCES = ["primary", "secondary", "secondary", "higher", "teachers", "families", "public"];
const CAMPAIGNS = ["#STEMhelden", "STEM-OvK-kick-off"];

/** Invented initiatives of the three strands; the ending `.example` leads nowhere. */
export function makeInitiatives(): Row[] {
  const random = createRandom("initiatives");
  return Array.from({ length: COUNT }, (_, i) => {
    const audience = random.pick(AUDIENCES);
    const [from, to] = AGES[audience] ?? [null, null];
    const number = String(i + 1).padStart(3, "0");
    return {
      initiative_id: `I${number}`,
      organisation: `${random.pick(ORGANISATIONS)} (verzonnen)`,
      name: `Verzonnen ${random.pick(NAMES)} ${i + 1}`,
      audience,
      age_from: from,
      age_to: to,
      strand: String(1 + (i % 3)),
      province: random.chance(0.7) ? random.pick(PROVINCES) : null,
      campaign: random.chance(0.25) ? random.pick(CAMPAIGNS) : null,
      reach: random.chance(0.85) ? 10 * random.int(2, 240) : null,
      url: random.chance(0.9) ? `https://stem.example/initiatief-${number}` : null,
    };
  });
}
