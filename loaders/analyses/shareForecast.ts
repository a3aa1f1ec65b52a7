import { intervalOfShare, shareAtYearEnd } from "../../statistics/forecast/shareAtYearEnd.ts";
import { analysis, type Result } from "./analysis.ts";
import { answerOf } from "./reasons.ts";

const LEVEL = 0.8;
const FEWEST_PAST_YEARS = 3;

const columns = {
  indicator_id: "VARCHAR NOT NULL",
  programme: "VARCHAR",
  school_year: "VARCHAR NOT NULL",
  value: "DOUBLE",
  /** On the same day of the school year before, and over the whole of that year. */
  last_value: "DOUBLE",
  last_total: "DOUBLE",
  past_years: "VARCHAR",
  past_years_count: "INTEGER NOT NULL",
  mean: "DOUBLE",
  lower: "DOUBLE",
  upper: "DOUBLE",
  /** Centre and standard error of the end before it is kept from 0 to 1. */
  centre: "DOUBLE",
  spread: "DOUBLE",
} as const;
type Row = Result<typeof columns>;

interface Year {
  indicator_id: string;
  programme: string | null;
  school_year: string;
  is_current_year: boolean;
  share_then: number | null;
  share: number | null;
}

const YEARS = `
  select indicator_id, programme, school_year, is_current_year, if(denominator_then > 0, numerator_then / denominator_then, null) as share_then,
    if(denominator > 0, numerator / denominator, null) as share
  from marts.running_shares order by indicator_id, programme nulls first, school_year`;

const firstYear = ({ school_year }: Year) => Number(school_year.slice(0, 4));
const NONE = { mean: null, lower: null, upper: null, centre: null, spread: null };

function rowOf(current: Year, years: readonly Year[]): Row {
  const past = years.flatMap(({ school_year, is_current_year, share_then, share }) =>
    is_current_year || share_then === null || share === null ? [] : [{ school_year, day: share_then, end: share }],
  );
  const last = years.find((year) => firstYear(year) === firstYear(current) - 1);
  const { indicator_id, programme, school_year, share } = current;
  const common = {
    ...{ indicator_id, programme, school_year, value: share },
    ...{ last_value: last?.share_then ?? null, last_total: last?.share ?? null },
    ...{ past_years: past.map((year) => year.school_year).join(", "), past_years_count: past.length },
  };
  if (share === null) return { ...common, ...NONE, reason: "no_value" };
  const { answer, reason } = answerOf(() => shareAtYearEnd(share, past), "too_few_past_shares");
  if (answer === null) return { ...common, ...NONE, reason };
  const { lower, upper } = intervalOfShare(answer, LEVEL);
  const { centre, spread } = answer;
  return { ...common, mean: Math.min(1, Math.max(0, centre)), lower, upper, centre, spread, reason };
}

/** Where each share of the current school year will end. */
export const shareForecast = analysis({
  id: "share_forecast",
  name: { nl: "Verwacht aandeel op het einde van het schooljaar", en: "Expected share at the end of the school year" },
  method: {
    nl: "Een aandeel van een lopend schooljaar staat naast hetzelfde aandeel op dezelfde kalenderdag van elk voorbij schooljaar: geld naar de dag van boeking, gastlessen naar de dag waarop ze gegeven zijn, antwoorden naar de dag van indienen. Wat die jaren van die dag tot hun einde nog verschoven, gemiddeld bij de stand van vandaag geteld, geeft de verwachting; hoe ver die verschuivingen uiteen liepen, geeft de marge van 80 % (Student t). Een jaar waarin op die dag nog niets geteld was, of waarin een bedrag geen dag heeft, doet niet mee. Met minder dan drie voorbije schooljaren is er geen verwachting.",
    en: "A share of a running school year stands beside the same share on the same calendar day of each past school year: money by the day it was booked, lectures by the day they were held, answers by the day they were submitted. What those years still moved by from that day to their end, on average and added to the share of today, gives the forecast; how far those moves lay apart gives the 80% margin (Student's t). A year in which nothing had been counted by that day, or in which an amount has no day, is left out. With fewer than three past school years there is no forecast.",
  },
  evidence: "monitoring",
  codes: ["A6", "A9", "B2", "C1", "F1", "H1", "H2"],
  inputs: ["marts.running_shares"],
  functions: ["shareAtYearEnd", "intervalOfShare"],
  parameters: { level: LEVEL, fewest_past_years: FEWEST_PAST_YEARS },
  thresholds: [],
  columns,
  async run({ warehouse }) {
    const years = await warehouse.rows<Year>(YEARS);
    return years
      .filter(({ is_current_year }) => is_current_year)
      .map((current) =>
        rowOf(
          current,
          years.filter((year) => year.indicator_id === current.indicator_id && year.programme === current.programme),
        ),
      );
  },
});
