import type { Row } from "./writeCsv.ts";

/** Real goals, each with where it was read; a goal without an indicator is not measured here. */
const GOALS: Row[] = [
  {
    plan: "2012-2020",
    text_nl: "Een derde meisjes in STEM in de derde graad van het secundair onderwijs",
    text_en: "One third girls in STEM in the third stage of secondary education",
    indicator_id: "girls_share_in_stem",
    target: 0.3333,
    target_period: "2020-2021",
    source: "EU STEM Coalition: 33.33 % by 2021",
  },
  {
    plan: "2012-2020",
    text_nl: "Een derde meisjes in STEM in de derde graad, volgens de pers een jaar eerder",
    text_en: "One third girls in STEM in the third stage, by the press a year earlier",
    indicator_id: "girls_share_in_stem",
    target: 0.3333,
    target_period: "2019-2020",
    source: "vrt.be 2017/05/17 | flanderstoday.eu: 33.3 % by 2020",
  },
  {
    plan: "2012-2020",
    text_nl: "33,50 % vrouwen in de academische masters in STEM",
    text_en: "33.50 % women in the academic masters in STEM",
    target: 0.335,
    target_period: "2020",
    source: "rtcoostvlaanderen.be/p5374: doel 2020 was 33,50 %",
  },
  {
    plan: "2020-2030",
    text_nl: "30 % STEM-diploma's in het hoger onderwijs (ISCED-F 05, 06 en 07)",
    text_en: "30 % STEM diplomas in higher education (ISCED-F 05, 06 and 07)",
    target: 0.3,
    target_period: "2030",
    source: "vario.be advies 23 (2021-10-22), monitoring STEM-agenda 2030",
  },
  {
    plan: "2020-2030",
    text_nl:
      "Naast het plan: WiSTEM2D wil 50.000 meisjes van 10 tot 14 jaar in de BeNeLux inspireren, drie jaar vanaf 2019",
    text_en: "Beside the plan: WiSTEM2D aims to inspire 50,000 girls of 10 to 14 in the BeNeLux, three years from 2019",
    target: 50_000,
    target_period: "2022",
    source: "WiSTEM2D, press, 2019: not a goal of the Flemish plan, and of the BeNeLux, not of Flanders",
  },
];

export const makePlanGoals = (): Row[] => GOALS.map((goal, i) => ({ goal_id: `D${i + 1}`, ...goal }));
