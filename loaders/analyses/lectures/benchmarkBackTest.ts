import { type BackTestRow, backTestPace } from "../../../statistics/pace/backTest.ts";
import { analysis, type Result } from "../analysis.ts";
import { answerOf } from "../reasons.ts";
import { BENCHMARKS, type BenchmarkYears, benchmarkYears, PROGRAMMES, type Programme } from "./benchmarkYears.ts";

/** Each past year is forecast from the others, of which a forecast needs two. */
const FEWEST_PAST_YEARS = 3;
const LEVEL = 0.8;
/** Forecasts are made at the end of each part of the teaching days but the last: about two a month of lessons. */
const PARTS_OF_YEAR = 21;

const columns = {
  indicator_id: "VARCHAR NOT NULL",
  programme: "VARCHAR",
  month: "VARCHAR",
  years: "INTEGER NOT NULL",
  cases: "INTEGER NOT NULL",
  covered: "INTEGER",
  coverage: "DOUBLE",
  error: "DOUBLE",
  error_of_line: "DOUBLE",
  score: "DOUBLE",
  score_of_line: "DOUBLE",
} as const;
type Row = Result<typeof columns>;
type Case = BackTestRow & { line: number; scoreOfLine: number };

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function measures(cases: Case[]) {
  const covered = cases.filter((row) => row.covered).length;
  return {
    ...{ cases: cases.length, covered, coverage: covered / cases.length },
    error: mean(cases.map((row) => Math.abs(row.mean - row.actual) / row.actual)),
    error_of_line: mean(cases.map((row) => Math.abs(row.line - row.actual) / row.actual)),
    score: mean(cases.map((row) => row.score)),
    score_of_line: mean(cases.map((row) => row.scoreOfLine)),
  };
}

function backTest({ past, dispersion }: BenchmarkYears): Case[] | null {
  const parts = Array.from({ length: PARTS_OF_YEAR - 1 }, (_, index) => (index + 1) / PARTS_OF_YEAR);
  const daily = past.map((year) => year.daily);
  const rows = backTestPace(daily, parts, { level: LEVEL, dispersion });
  const cases = rows.filter((row): row is Case => row.line !== null && row.scoreOfLine !== null);
  return cases.length === 0 ? null : cases;
}

/** How well the forecast of `benchmark_forecast` would have done in past years. */
export const benchmarkBackTest = analysis({
  id: "benchmark_back_test",
  name: { nl: "Hoe goed de verwachting het in voorbije jaren deed", en: "How well the forecast did in past years" },
  method: {
    nl: "Elk voorbij schooljaar zonder schoolsluiting is voorspeld uit de andere, 20 keer in dat jaar, met dezelfde rekenwijze als de verwachting. Geteld is hoe vaak het echte jaartotaal binnen het 80 %-interval lag, en hoe ver het gemiddelde ernaast zat, in delen van het echte totaal. Ter vergelijking staat dezelfde fout van een rechte lijn: de stand gedeeld door het deel van de lesdagen dat voorbij was. De score is de continuous ranked probability score (Gneiting en Raftery 2007), in de eenheid van de telling; kleiner is beter. Met minder dan drie voorbije schooljaren valt er niets na te rekenen.",
    en: "Each past school year without closures was forecast from the others, 20 times in that year, in the same way as the forecast. What was counted is how often the true year total lay within the 80% interval, and how far the mean was off, as a part of the true total. The same error of a straight line stands beside it: the count divided by the part of the teaching days that had passed. The score is the continuous ranked probability score (Gneiting and Raftery 2007), in the unit of the count; smaller is better. With fewer than three past school years nothing can be tested.",
  },
  evidence: "monitoring",
  codes: ["A7"],
  inputs: ["marts.lecture_days", "marts.school_lecture_days"],
  functions: ["backTestPace", "clumping"],
  parameters: { level: LEVEL, dates_a_year: PARTS_OF_YEAR - 1, fewest_past_years: FEWEST_PAST_YEARS },
  thresholds: [],
  columns,
  async run({ warehouse }) {
    const rows: Row[] = [];
    for (const programme of PROGRAMMES) rows.push(...testOf(programme, await benchmarkYears(warehouse, programme)));
    return rows;
  },
});

function testOf(programme: Programme, all: Map<string, BenchmarkYears>): Row[] {
  return BENCHMARKS.flatMap((indicator_id): Row[] => {
    const years = all.get(indicator_id) as BenchmarkYears;
    const common = { indicator_id, programme, years: years.past.length };
    const { answer: cases, reason } =
      years.past.length < FEWEST_PAST_YEARS
        ? { answer: null, reason: "too_few_years_to_test" as const }
        : answerOf(() => backTest(years), "too_few_years_to_test");
    if (cases === null) {
      const none = { error: null, error_of_line: null, score: null, score_of_line: null };
      return [{ ...common, month: null, cases: 0, covered: null, coverage: null, ...none, reason }];
    }
    const monthOf = ({ year, day }: Case) => years.past[year]?.months[Math.max(0, day - 1)] ?? null;
    const byMonth = [...new Set(cases.map(monthOf))].map((month) => ({
      month,
      rows: cases.filter((row) => monthOf(row) === month),
    }));
    return [{ month: null, rows: cases }, ...byMonth].map(({ month, rows }) => ({
      ...common,
      month,
      ...measures(rows),
      reason: null,
    }));
  });
}
