import { group, sum } from "d3-array";
import { clusterRatio } from "../../../statistics/proportion/clusterRatio.ts";
import { analysis, type Result } from "../analysis.ts";

const LEVEL = 0.95;
const FEWEST_SCHOOLS = 5;

/** What the lectures of one programme at a school counted in a school year. */
interface SchoolLectures {
  school_year: string;
  is_current_year: boolean;
  programme: "stem_ovk" | "ovk";
  school_id: string;
  lectures: number;
  filled: number;
  filled_students: number;
  girls: number;
  compared: number;
  compared_students: number;
  compared_girls: number;
  expected_girls: number;
}

const columns = {
  school_year: "VARCHAR NOT NULL",
  is_current_year: "BOOLEAN NOT NULL",
  /** Null for all programmes together. */
  programme: { oneOf: ["stem_ovk", "ovk"] },
  lectures: "INTEGER NOT NULL",
  /** Lectures whose number of girls was filled in. */
  filled: "INTEGER NOT NULL",
  filled_share: "DOUBLE",
  students: "INTEGER NOT NULL",
  girls: "INTEGER NOT NULL",
  girls_share: "DOUBLE",
  /** Of those, the lectures at schools whose pupils were counted that year. */
  compared: "INTEGER NOT NULL",
  host_schools: "INTEGER NOT NULL",
  compared_share: "DOUBLE",
  host_share: "DOUBLE",
  difference: "DOUBLE",
  lower: "DOUBLE",
  upper: "DOUBLE",
  host_reason: "VARCHAR",
} as const;
type Row = Result<typeof columns>;

function hostsOf(rows: readonly SchoolLectures[]) {
  const schools = [...group(rows, ({ school_id }) => school_id).values()]
    .map((own) => ({
      value: sum(own, (row) => row.compared_girls - row.expected_girls),
      size: sum(own, (row) => row.compared_students),
    }))
    .filter(({ size }) => size > 0);
  const host_schools = schools.length;
  const none = { compared_share: null, host_share: null, difference: null, lower: null, upper: null };
  const found = host_schools < FEWEST_SCHOOLS ? null : clusterRatio(schools, { level: LEVEL });
  if (found === null)
    return { host_schools, ...none, host_reason: host_schools === 0 ? "no_school_counts" : "few_host_schools" };
  const students = sum(rows, (row) => row.compared_students);
  return {
    host_schools,
    compared_share: sum(rows, (row) => row.compared_girls) / students,
    host_share: sum(rows, (row) => row.expected_girls) / students,
    ...{ difference: found.ratio, ...found.interval, host_reason: null },
  };
}

export const girlsInLectures = analysis({
  id: "girls_in_lectures",
  name: { nl: "Meisjes in de gastlessen", en: "Girls in the lectures" },
  method: {
    nl: "Het aandeel meisjes onder de leerlingen van gegeven gastlessen, geteld over de lessen waarvan het aantal meisjes is ingevuld; hoe vaak dat zo is, staat erbij. Daarnaast het aandeel meisjes dat de lessen zouden tellen als hun leerlingen een doorsnede waren van de school die ze ontving: het aandeel meisjes van haar leerlingen in dat schooljaar, zo zwaar geteld als er leerlingen in haar lessen zaten. Beide gelden voor dezelfde lessen: die op scholen waarvan de leerlingen per school geladen zijn. Het verschil heeft een interval van 95 % over scholen (Cochran 1977): een school beslist meestal voor al haar lessen samen wie erbij zit. Een les voor een STEM-richting telt vanzelf minder meisjes dan de school; het verschil zegt dus wie de lessen bereiken, niet of ze werken. Er is geen vergelijking bij minder dan vijf scholen.",
    en: "The share of girls among the students of lectures held, over the lectures whose number of girls was filled in; how often it was stands beside it. Beside it, the share of girls that the lectures would have if their students were a cross-section of the school that hosted them: the girls' share of its pupils in that school year, counted as often as there were students in its lectures. Both are of the same lectures: those at schools whose pupils were loaded by school. The difference has a 95% interval over schools (Cochran 1977): a school mostly decides for all its lectures together who attends. A lecture for a STEM programme has fewer girls than the school by itself; so the difference tells whom the lectures reach, not whether they work. There is no comparison with fewer than five schools.",
  },
  evidence: "monitoring",
  codes: ["A3a", "D2"],
  inputs: ["marts.school_lecture_girls"],
  functions: ["clusterRatio"],
  parameters: { level: LEVEL, fewest_schools: FEWEST_SCHOOLS },
  thresholds: [],
  columns,
  async run({ warehouse }) {
    const all = await warehouse.rows<SchoolLectures>(
      "from marts.school_lecture_girls order by school_year, programme, school_id",
    );
    return (["stem_ovk", "ovk", null] as const).flatMap((programme) => {
      const own = all.filter((row) => programme === null || row.programme === programme);
      return [...group(own, ({ school_year }) => school_year)].map(([school_year, rows]): Row => {
        const [lectures, filled, students, girls] = [
          sum(rows, (row) => row.lectures),
          sum(rows, (row) => row.filled),
          sum(rows, (row) => row.filled_students),
          sum(rows, (row) => row.girls),
        ];
        return {
          ...{ school_year, is_current_year: rows[0]?.is_current_year ?? false, programme, lectures, filled },
          ...{
            filled_share: filled / lectures,
            students,
            girls,
            girls_share: students === 0 ? null : girls / students,
          },
          compared: sum(rows, (row) => row.compared),
          ...hostsOf(rows),
          reason: students === 0 ? "girls_not_filled" : null,
        };
      });
    });
  },
});
