import { AS_OF, addDays } from "../calendar.ts";
import { createRandom } from "../random.ts";
import type { Row } from "../writeCsv.ts";

type Item = [published_on: string, outlet: string, subject: string, kind: string, url: string | null];

/** Real items on the STEM-monitor, as reference/stem-monitor-published.csv cites them; the subjects are in our own words. */
const CITED: Item[] = [
  ["2016-09-02", "hln.be", "instroom in STEM in de tweede en de derde graad", "article", null],
  ["2017-04-20", "gva.be", "STEM in het hoger onderwijs", "article", null],
  ["2017-05-17", "vrt.be", "aandeel meisjes in STEM in de derde graad", "article", null],
  [
    ...(["2019-07-05", "standaard.be", "instroom in STEM tegenover de nulmeting", "article"] as const),
    "https://standaard.be/cnt/dmf20190705_04495193",
  ],
  [
    ...(["2019-07-08", "edublogs.be", "resultaten van de STEM-monitor 2019", "blog"] as const),
    "https://edublogs.be/2019/07/08/resultaten-stem-monitor-2019",
  ],
  ["2021-08-13", "vrt.be", "STEM-monitor 2021: meisjes in aso", "article", null],
];

const cited = (): Row[] =>
  CITED.map(([published_on, outlet, subject, kind, url]) => ({
    ...{ published_on, outlet, kind, url },
    title: `Echt bericht, onderwerp: ${subject}`,
    programme: "stem_plan",
    is_national: true,
  }));

/** Invented reports on lectures, about one in eighty and every kick-off, in papers that do not exist. */
function invented(lectures: Row[]): Row[] {
  const random = createRandom("mediaCoverage");
  return lectures
    .filter(({ status, is_kickoff }) => status === "held" && (is_kickoff === true || random.chance(1 / 80)))
    .map(({ held_on, programme = null, is_kickoff }) => ({
      published_on: addDays(String(held_on), random.int(0, 6)),
      outlet: is_kickoff ? "Voorbeeldzender 1" : random.pick(["Voorbeeldkrant", "Voorbeeldblad", "Voorbeeldradio"]),
      title: is_kickoff ? "Verzonnen bericht over de startles" : "Verzonnen bericht over een gastles",
      kind: is_kickoff ? "tv" : random.pick(["article", "article", "radio"]),
      programme,
      is_national: is_kickoff === true,
      url: null,
    }))
    .filter(({ published_on }) => published_on <= AS_OF);
}

export function makeMediaCoverage(lectures: Row[]): Row[] {
  return [...cited(), ...invented(lectures)].map((item, i) => ({
    item_id: `M${String(i + 1).padStart(3, "0")}`,
    ...item,
  }));
}
