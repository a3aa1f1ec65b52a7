import { analysis, FLAG, type Result } from "../analysis.ts";
import { DRAWS, FEWEST_YEARS, type GirlsLine, girlsLine, LEVEL, predictedCount, SEED } from "./girlsLine.ts";
import { girlsByYear, schoolYearFrom, type YearCount } from "./girlsSeries.ts";

const columns = {
  school_year: "VARCHAR NOT NULL",
  is_forecast: "BOOLEAN NOT NULL",
  is_used: "BOOLEAN NOT NULL",
  girls: "INTEGER",
  pupils: "INTEGER",
  share: "DOUBLE",
  status: FLAG,
  fitted: "DOUBLE",
  fitted_lower: "DOUBLE",
  fitted_upper: "DOUBLE",
  predicted_lower: "DOUBLE",
  predicted_upper: "DOUBLE",
  walk: "DOUBLE",
  walk_lower: "DOUBLE",
  walk_upper: "DOUBLE",
} as const;

type Row = Result<typeof columns>;

const noPrediction = { predicted_lower: null, predicted_upper: null, walk: null, walk_lower: null, walk_upper: null };

const observed = ({ school_year, girls, pupils, status }: YearCount) => ({
  ...{ school_year, is_forecast: false, girls, pupils, share: girls / pupils, status },
  ...noPrediction,
});

function forecast(given: GirlsLine, start: number, draws: number): Row {
  const { walk, used, at } = given;
  const last = used.at(-1) as YearCount;
  const line = at(start);
  const interval = predictedCount(given, start, draws);
  const other = walk?.forecast(start - last.start, LEVEL);
  return {
    ...{ school_year: schoolYearFrom(start), is_forecast: true, is_used: false, status: null },
    ...{ girls: null, pupils: null, share: null, fitted: line.share },
    ...{ fitted_lower: line.interval?.lower ?? null, fitted_upper: line.interval?.upper ?? null },
    ...{ predicted_lower: interval?.lower ?? null, predicted_upper: interval?.upper ?? null },
    ...{ walk: other?.share ?? null, walk_lower: other?.interval?.lower ?? null },
    walk_upper: other?.interval?.upper ?? null,
    reason: null,
  };
}

/** The counted years with the line through them, and the years ahead; tests may draw less often. */
export function trendRows(years: readonly YearCount[], draws = DRAWS): Row[] {
  const { answer, reason } = girlsLine(years);
  if (answer === null)
    return years.map((year) => ({
      ...observed(year),
      ...{ is_used: false, fitted: null, fitted_lower: null, fitted_upper: null, reason },
    }));
  const { used, at, horizon } = answer;
  const last = years.at(-1) as YearCount;
  const counted = years.map((year) => {
    const { share, interval } = at(year.start);
    const fitted_lower = interval?.lower ?? null;
    const is_used = used.includes(year);
    return is_used
      ? { ...observed(year), is_used, fitted: share, fitted_lower, fitted_upper: interval?.upper ?? null, reason: null }
      : {
          ...observed(year),
          ...{ is_used, fitted: null, fitted_lower: null, fitted_upper: null, reason: "left_out_by_break" as const },
        };
  });
  const ahead = Array.from({ length: Math.max(0, horizon - last.start) }, (_, i) => last.start + i + 1);
  return [...counted, ...ahead.map((start) => forecast(answer, start, draws))];
}

export const girlsShareTrend = analysis({
  id: "girls_share_trend",
  name: { nl: "Waar het aandeel meisjes naartoe gaat", en: "Where the girls' share is heading" },
  method: {
    nl: "Een rechte lijn door de logit van het aandeel meisjes in STEM (quasi-binomiale regressie, McCullagh en Nelder 1989), met een trap in het niveau waar de reeks breekt: de trend wordt dus niet uit de breuk gehaald. Komt een nieuwe indeling in stukken, dan tellen de jaren waarin ze half ingevoerd is niet mee, ook niet als er nog geen volledig jaar geladen is; bij meer breuken tellen alleen de jaren sinds de voorlaatste. De spreiding rond de lijn verbreedt de intervallen, en ook dat twee opeenvolgende tellingen de helft van hun leerlingen gemeen hebben (Liang en Zeger 1986). Het interval van een toekomstig cijfer is een beta-binomiaal voorspellingsinterval uit 4.000 trekkingen. Ernaast staat een toevalswandeling met drift op de logit (Hyndman en Athanasopoulos 2021), na het wegnemen van de trap. Verder vooruit dan er jaren in de lijn zitten, wordt niet gekeken. Met minder dan vijf bruikbare schooljaren is er geen lijn.",
    en: "A straight line through the logit of the girls' share in STEM (quasi-binomial regression, McCullagh and Nelder 1989), with a step in the level where the series breaks, so that no trend is taken from the break. Where a new coding came in by parts, the years in which it was half introduced do not count, not even while no complete year was loaded; with several breaks, only the years since the one before the last. The dispersion around the line widens the intervals, and so does it that two consecutive counts have half of their pupils in common (Liang and Zeger 1986). The interval of a future figure is a beta-binomial prediction interval from 4,000 draws. Beside it stands a random walk with drift on the logit (Hyndman and Athanasopoulos 2021), after the step was taken away. Nothing is forecast further ahead than the line has years. With fewer than five usable school years there is no line.",
  },
  evidence: "shift",
  codes: ["D2"],
  inputs: ["indicators.observations", "marts.stem_year_groups"],
  functions: ["fitLogitTrend", "fittedShare", "predictShare", "randomWalkForecast"],
  parameters: {
    level: LEVEL,
    draws: DRAWS,
    seed: SEED,
    fewest_years: FEWEST_YEARS,
    horizon: "as many years as fitted",
  },
  thresholds: [],
  columns,
  async run({ warehouse }) {
    return trendRows(await girlsByYear(warehouse));
  },
});
