import { analysis, type Result } from "../analysis.ts";
import { FEWEST_LECTURES, LEAST_DATED, pastDelays } from "./delays.ts";

/** Days after the lecture that the table tells of. */
const DAYS = [0, 7, 14, 30, 60, 90];

const columns = {
  days: "INTEGER",
  share: "DOUBLE",
  lectures: "INTEGER",
  dated: "INTEGER",
  longest_days: "INTEGER",
  past_years: "VARCHAR",
} as const;
type Row = Result<typeof columns>;

/** How soon lectures stand in the register, as past years were. */
export const registrationDelays = analysis({
  id: "registration_delays",
  name: { nl: "Hoe snel gastlessen geregistreerd worden", en: "How soon lectures are registered" },
  method: {
    nl: "Van de gegeven gastlessen van voorbije schooljaren zonder schoolsluiting het deel dat binnen een aantal dagen na de les in het register stond. Lessen die nog geen tijd hadden om laat geregistreerd te worden, trekken dat deel niet omhoog of omlaag (schatter in omgekeerde tijd, Lagakos, Barraj en De Gruttola 1988). Een les die vooraf geregistreerd werd, telt als geregistreerd op de dag zelf. Met minder dan 30 lessen, of als meer dan 10 % ervan geen registratiedag heeft, is er geen cijfer.",
    en: "Of the lectures held in past school years without closures, the share that stood in the register within a number of days after the lecture. Lectures that had no time yet to be registered late pull that share neither up nor down (reverse-time estimator, Lagakos, Barraj and De Gruttola 1988). A lecture registered beforehand counts as registered on the day itself. With fewer than 30 lectures, or where more than 10% of them have no day of registration, there is no figure.",
  },
  evidence: "monitoring",
  codes: ["A1", "H2"],
  inputs: ["marts.registration_delays"],
  functions: ["registrationDelay"],
  parameters: { fewest_lectures: FEWEST_LECTURES, least_dated: LEAST_DATED },
  thresholds: [],
  columns,
  async run({ warehouse }) {
    const { lectures, dated, pastYears, delay } = await pastDelays(warehouse);
    if (lectures === 0) return [];
    return DAYS.map(
      (days): Row => ({
        ...{ days, lectures, dated, past_years: pastYears.join(", ") },
        ...{ share: delay?.within(days) ?? null, longest_days: delay?.longest ?? null },
        reason: delay === null ? "no_registration_days" : null,
      }),
    );
  },
});
