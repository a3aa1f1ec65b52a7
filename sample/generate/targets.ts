import { SCHOOL_YEARS } from "./calendar.ts";
import type { Row } from "./writeCsv.ts";

const INVENTED = "invented for the sample / verzonnen voor het voorbeeld";

/** The yearly benchmarks, 2018-2019 to 2025-2026. */
const BENCHMARKS: Record<string, number[]> = {
  lectures_count: [470, 480, 360, 420, 440, 450, 460, 400],
  lecturers_count: [235, 240, 210, 235, 245, 250, 255, 230],
  student_contacts_count: [12_500, 13_000, 9_500, 11_500, 12_000, 12_500, 13_000, 12_600],
  teachers_count: [430, 440, 330, 390, 410, 430, 450, 450],
};

/** The same of each programme apart, near what is reached; STEM-OvK is the smaller one. */
const OF_PROGRAMME: Record<string, Record<string, number[]>> = {
  stem_ovk: {
    lectures_count: [70, 75, 60, 75, 80, 85, 90, 90],
    lecturers_count: [50, 52, 45, 55, 58, 60, 62, 60],
    student_contacts_count: [1_800, 1_900, 1_500, 1_900, 2_050, 2_200, 2_400, 2_300],
    teachers_count: [70, 74, 58, 72, 78, 82, 88, 88],
  },
  ovk: {
    lectures_count: [400, 405, 300, 345, 360, 365, 370, 310],
    lecturers_count: [200, 205, 180, 195, 205, 208, 212, 190],
    student_contacts_count: [10_700, 11_100, 8_000, 9_600, 9_950, 10_300, 10_600, 10_300],
    teachers_count: [370, 376, 280, 325, 342, 338, 372, 372],
  },
};

/** An outcome in three countries, of which documented reach is only an output proxy. */
const GIRLS_INSPIRED =
  "WiSTEM2D: ambition to inspire 50,000 girls in the BeNeLux / ambitie om 50.000 meisjes in de Benelux te inspireren";

/** Benchmarks near what is reached, the two readings of the girls' target (by 2021 and by 2020), and the ambition for girls reached. */
export function makeTargets(): Row[] {
  const yearly = SCHOOL_YEARS.flatMap((period, i): Row[] => [
    ...Object.entries(BENCHMARKS).map(([indicator_id, values]) => ({
      indicator_id,
      period,
      target: values[i] ?? null,
      target_period: period,
      direction: "up",
      source: INVENTED,
    })),
    ...Object.entries(OF_PROGRAMME).flatMap(([programme, benchmarks]) =>
      Object.entries(benchmarks).map(([indicator_id, values]) => ({
        ...{ indicator_id, period, programme, target: values[i] ?? null, target_period: period },
        ...{ direction: "up", source: INVENTED },
      })),
    ),
    { indicator_id: "wrap_up_rate", period, target: 1, target_period: period, direction: "up", source: INVENTED },
    { indicator_id: "response_rate", period, target: 0.6, target_period: period, direction: "up", source: INVENTED },
    {
      indicator_id: "public_share_of_funding",
      period,
      target: 0.7,
      target_period: period,
      direction: "band",
      tolerance: 0.05,
      source: INVENTED,
    },
  ]);
  const girls = {
    indicator_id: "girls_share_in_stem",
    baseline: 0.274,
    baseline_period: "2010-2011",
    target: 0.3333,
    direction: "up",
  };
  return [
    ...yearly,
    {
      ...{ indicator_id: "girls_reached_count", period: "2020-2021", target: 50_000, direction: "up" },
      source: GIRLS_INSPIRED,
    },
    { ...girls, period: "2020-2021", target_period: "2020-2021", source: "EU STEM Coalition: 33.33 % by 2021" },
    {
      ...girls,
      period: "2019-2020",
      target_period: "2019-2020",
      source: "vrt.be 2017/05/17 | flanderstoday.eu: 33.3 % by 2020",
    },
  ];
}
