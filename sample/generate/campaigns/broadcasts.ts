import { addDays } from "../calendar.ts";
import { createRandom } from "../random.ts";
import type { Row } from "../writeCsv.ts";

const INVENTED = "invented for the sample / verzonnen voor het voorbeeld";
const STATIONS: [channel: string, programme: string, size: number][] = [
  ["Voorbeeldzender 1", "Verzonnen ochtendblok", 38_000],
  ["Voorbeeldzender 2", "Verzonnen jeugdjournaal", 64_000],
  ["Voorbeeldradio", "Verzonnen middagmagazine", 21_000],
];

/** #STEMhelden on invented stations in two waves, every fifth broadcast without a count. */
export function makeBroadcasts(): Row[] {
  const random = createRandom("broadcasts");
  return ["2020-11-05", "2021-05-12"].flatMap((start) =>
    STATIONS.flatMap(([channel, programme, size], s) =>
      [0, 7, 14].map((days, i): Row => {
        const isCounted = (s * 3 + i) % 5 !== 4;
        return {
          campaign: "#STEMhelden",
          channel,
          broadcast_on: addDays(start, days + s),
          programme,
          viewers: isCounted ? Math.round(random.normal(size, size / 8)) : null,
          basis: isCounted ? (s === 1 ? "live_plus_7" : "live") : null,
          source: INVENTED,
        };
      }),
    ),
  );
}
