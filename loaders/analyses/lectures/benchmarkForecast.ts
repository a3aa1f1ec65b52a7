import { countToDate, paceForecast } from "../../../statistics/pace/paceForecast.ts";
import { paceOfPastTotals, requiredPace } from "../../../statistics/pace/prior.ts";
import { seasonalProfile } from "../../../statistics/pace/seasonalProfile.ts";
import { analysis, type Result } from "../analysis.ts";
import { answerOf, type Reason } from "../reasons.ts";
import { BENCHMARKS, type BenchmarkYears, benchmarkYears, PROGRAMMES } from "./benchmarkYears.ts";
import { pastDelays, shareOnRecord } from "./delays.ts";

/** With one past year the intervals of a forecast are too narrow: it does not show how school years differ. */
const FEWEST_PAST_YEARS = 2;
const LEVEL = 0.8;
const WIDE_LEVEL = 0.95;

interface Standing {
  indicator_id: string;
  programme: string | null;
  teaching_day: number;
  teaching_days: number;
  value: number;
  target: number | null;
}

const STANDINGS = `
  select indicator_id, programme, teaching_day::integer as teaching_day, teaching_days::integer as teaching_days, value::double as value,
    case when direction = 'up' then target::double end as target
  from marts.benchmark_progress where is_current_year`;

const FIRST_TO_LAST = "select count(*)::integer as days from marts.school_days where school_year = $1";

const columns = {
  indicator_id: "VARCHAR NOT NULL",
  programme: "VARCHAR",
  school_year: "VARCHAR",
  teaching_day: "INTEGER",
  teaching_days: "INTEGER",
  value: "DOUBLE",
  share_elapsed: "DOUBLE",
  past_years: "VARCHAR",
  past_years_count: "INTEGER",
  mean: "DOUBLE",
  lower: "DOUBLE",
  upper: "DOUBLE",
  lower_95: "DOUBLE",
  upper_95: "DOUBLE",
  target: "DOUBLE",
  probability: "DOUBLE",
  required_pace: "DOUBLE",
  pace_reason: "VARCHAR",
  shape: "DOUBLE",
  rate: "DOUBLE",
  clumping: "DOUBLE",
  /** What the count so far will be once late registrations are in; null where past years do not tell how late they come. */
  held: "DOUBLE",
  held_lower: "DOUBLE",
  held_upper: "DOUBLE",
  held_reason: "VARCHAR",
} as const;
type Row = Result<typeof columns>;

const totals = ({ past }: BenchmarkYears) => past.map(({ daily }) => daily.reduce((sum, value) => sum + value, 0));

/** The forecast's own columns, from what stands and the past years. */
function forecast(standing: Standing, years: BenchmarkYears, onRecord: number[] | undefined) {
  const { value, target, teaching_day, teaching_days } = standing;
  const { dispersion } = years;
  const past = years.past.map(({ daily }) => daily);
  const partOfDays = teaching_day / teaching_days;
  const year = {
    countSoFar: value,
    partOfDays,
    target: Math.ceil(target ?? 0),
    dispersion,
    ...(onRecord && { onRecord }),
  };
  const prior = paceOfPastTotals(totals(years), { dispersion });
  const found = paceForecast(past, year);
  const profile = seasonalProfile(past);
  if (prior === null || found === null || profile === null) return null;
  const interval = (level: number) => [found.quantile((1 - level) / 2), found.quantile((1 + level) / 2)] as const;
  const held = onRecord === undefined ? null : countToDate(past, year);
  const [[lower, upper], [lower_95, upper_95]] = [interval(LEVEL), interval(WIDE_LEVEL)];
  return {
    ...{ mean: found.mean, lower, upper, lower_95, upper_95 },
    probability: target === null ? null : found.probabilityOfTarget,
    share_elapsed: profile.at(partOfDays),
    ...{ shape: prior.shape, rate: prior.rate, clumping: dispersion, held: held?.mean ?? null },
    held_lower: held?.quantile((1 - LEVEL) / 2) ?? null,
    held_upper: held?.quantile((1 + LEVEL) / 2) ?? null,
    held_reason: held === null ? ("no_registration_days" as const) : null,
  };
}

const NONE = {
  ...{ mean: null, lower: null, upper: null, lower_95: null, upper_95: null, probability: null },
  ...{ share_elapsed: null, shape: null, rate: null, clumping: null, held: null, held_lower: null, held_upper: null },
};

/** Where each benchmark of the current school year will end. */
export const benchmarkForecast = analysis({
  id: "benchmark_forecast",
  name: { nl: "Verwacht jaartotaal tegenover de benchmark", en: "Expected year total against the benchmark" },
  method: {
    nl: "Van alle programma's samen en van elk apart. De voorbije schooljaren zonder schoolsluiting tonen welk deel van een jaartotaal op elke lesdag bereikt is. Daarmee, en met hoe ver de jaartotalen uiteen liepen, volgt uit de stand van vandaag de kansverdeling van het eindtotaal: een gamma-Poissonmodel, waarvan het gemiddelde de schatter van Bornhuetter en Ferguson (1972) is. De verwachting is gemiddeld over het verloop van elk voorbij jaar, en wat in klonten komt, zoals een hele klas in één gastles, is in klonten geteld. Hoeveel gastlessen van elke dag al geregistreerd zijn, is geschat uit hoe laat voorbije jaren registreerden; daarmee is de verwachting bijgesteld, en staat naast de getelde stand wat er vermoedelijk al gegeven is, met een interval. Wanneer voorbije jaren dat niet tonen, maakt late registratie de verwachting iets te laag. De jaartotalen krijgen geen trend, want een lijn door zo weinig jaren schat slechter zodra er geen groei is: bij een programma dat elk jaar groeit, is de verwachting vroeg in het schooljaar te laag, en bij een dat krimpt te hoog, tot de stand zelf genoeg zegt. Met minder dan twee voorbije schooljaren is er geen verwachting, en evenmin zolang van dit schooljaar geen enkele gastles geregistreerd is.",
    en: "Of all programmes together and of each apart. Past school years without closures show what part of a year total was reached on each teaching day. With that, and with how far year totals lay apart, today's count gives the probability distribution of the final total: a gamma-Poisson model, whose mean is the estimator of Bornhuetter and Ferguson (1972). The forecast is averaged over the course of each past year, and what comes in clumps, such as a whole class in one lecture, is counted in clumps. What part of each day's lectures is registered by now is estimated from how late past years registered; the forecast is corrected for it, and beside the count stands what was held by now, by estimate, with an interval. Where past years do not show it, late registration makes the forecast a little low. Year totals get no trend, since a line through so few years errs more where there is no growth: for a programme that grows every year the forecast is too low early in the school year, and for one that shrinks too high, until the count itself says enough. With fewer than two past school years there is no forecast, nor as long as not one lecture of this school year was registered.",
  },
  evidence: "monitoring",
  codes: ["A1", "A2", "A3a", "A4", "A7"],
  inputs: ["marts.benchmark_progress", "marts.lecture_days", "marts.school_lecture_days", "marts.registration_delays"],
  functions: [
    "paceForecast",
    "countToDate",
    "registrationDelay",
    "paceOfPastTotals",
    "seasonalProfile",
    "clumping",
    "requiredPace",
  ],
  parameters: { level: LEVEL, wide_level: WIDE_LEVEL, fewest_past_years: FEWEST_PAST_YEARS },
  thresholds: [],
  columns,
  async run({ warehouse, schoolYear }) {
    const standings = await warehouse.rows<Standing>(STANDINGS);
    const [calendar] = await warehouse.rows<{ days: number }>(FIRST_TO_LAST, [schoolYear]);
    const [lectures] = await warehouse.rows<{ days: number }>(
      "select count(*)::integer as days from marts.lecture_days",
    );
    const { delay } = await pastDelays(warehouse);
    const onRecord = delay === null ? undefined : await shareOnRecord(warehouse, delay);
    const absent: Reason =
      calendar?.days === 0 ? "no_school_calendar" : lectures?.days === 0 ? "no_rows" : "no_teaching_day_yet";
    const past = new Map(
      await Promise.all(PROGRAMMES.map(async (id) => [id, await benchmarkYears(warehouse, id)] as const)),
    );
    const isBegun = standings.some(
      (row) => row.indicator_id === "lectures_count" && row.programme === null && row.value > 0,
    );
    const all = PROGRAMMES.flatMap((programme) => BENCHMARKS.map((indicator_id) => ({ programme, indicator_id })));
    return all.map(({ programme, indicator_id }): Row => {
      const standing = standings.find((row) => row.indicator_id === indicator_id && row.programme === programme);
      const years = past.get(programme)?.get(indicator_id) as BenchmarkYears;
      const common = {
        ...{ indicator_id, programme, school_year: schoolYear },
        ...{ past_years: years.past.map((year) => year.schoolYear).join(", "), past_years_count: years.past.length },
      };
      if (standing === undefined) {
        const none = { teaching_day: null, teaching_days: null, value: null, target: null, required_pace: null };
        return { ...common, ...none, ...NONE, pace_reason: absent, held_reason: absent, reason: absent };
      }
      const { teaching_day, teaching_days, value, target } = standing;
      const pace = answerOf(
        () => (target === null ? null : requiredPace(value, Math.ceil(target), teaching_days - teaching_day)),
        target === null ? "no_target" : "no_teaching_day_left",
      );
      const { answer, reason } =
        years.past.length < FEWEST_PAST_YEARS || !isBegun
          ? { answer: null, reason: isBegun ? ("too_few_past_years" as const) : ("nothing_this_year" as const) }
          : answerOf(() => forecast(standing, years, onRecord), "too_few_past_years");
      const stand = {
        teaching_day,
        teaching_days,
        value,
        target,
        required_pace: pace.answer,
        pace_reason: pace.reason,
      };
      return { ...common, ...stand, ...(answer ?? { ...NONE, held_reason: reason }), reason };
    });
  },
});
