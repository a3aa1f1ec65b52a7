import { newcombeInterval } from "../../../statistics/proportion/newcombe.ts";
import { analysis, type Result } from "../analysis.ts";
import { answerOf } from "../reasons.ts";
import { IMPACT_PARAMETERS } from "./impactEstimates.ts";

const { level } = IMPACT_PARAMETERS;

const columns = {
  arm: { oneOf: ["reached", "others", "reached_from_start"], isRequired: true },
  schools: "INTEGER NOT NULL",
  /** Not counted every year: lost for every outcome. */
  not_every_year: "INTEGER NOT NULL",
  /** Counted every year, but once without girls or without STEM: lost for that share alone. */
  without_girls: "INTEGER NOT NULL",
  without_stem: "INTEGER NOT NULL",
  /** Without pupils in STEM at the first count and with them at the last, or the other way round. */
  began_stem: "INTEGER NOT NULL",
  stopped_stem: "INTEGER NOT NULL",
  lost_share: "DOUBLE",
  /** Of that share with that of the other schools; for schools reached alone. */
  difference: "DOUBLE",
  lower: "DOUBLE",
  upper: "DOUBLE",
} as const;
type Row = Result<typeof columns>;
type Arm = Pick<
  Row,
  "arm" | "schools" | "not_every_year" | "without_girls" | "without_stem" | "began_stem" | "stopped_stem"
>;

const ARMS = `
  select arm, schools::integer as schools, not_every_year::integer as not_every_year, without_girls::integer as without_girls,
    without_stem::integer as without_stem, began_stem::integer as began_stem, stopped_stem::integer as stopped_stem
  from marts.school_panel_arms order by arm desc`;

export const impactAttrition = analysis({
  id: "impact_attrition",
  name: { nl: "Welke scholen uit de vergelijking vallen", en: "Which schools fall out of the comparison" },
  method: {
    nl: "Per groep (bereikte scholen, andere scholen, en scholen die al bij de eerste telling bereikt waren) hoeveel scholen ooit geteld zijn en hoeveel er niet elk jaar geteld zijn: die vallen weg. Verliest de ene groep meer scholen dan de andere, dan vergelijkt wat overblijft geen gelijke groepen meer; het verschil in verlies heeft het interval van Newcombe (1998). Daarnaast staat hoeveel van de overige scholen een jaar geen meisjes of geen leerlingen in STEM hadden, zodat ze voor dat aandeel wegvallen, en hoeveel er met STEM begonnen of stopten: zonder STEM op de eerste telling en met op de laatste, of omgekeerd. Scholen die al bij de eerste telling bereikt waren, doen in geen enkele vergelijking mee.",
    en: "By arm (schools reached, other schools, and schools that had been reached by the first count) how many schools were ever counted, and how many were not counted every year: those are left out. Where one arm loses more schools than the other, what is left no longer compares like with like; the difference in loss has the interval of Newcombe (1998). Beside it stands how many of the others had a year without girls or without pupils in STEM, so that they are left out for that share, and how many began or stopped having STEM: without it at the first count and with it at the last, or the other way round. Schools that had been reached by the first count take part in no comparison.",
  },
  evidence: "attribution",
  codes: ["G2"],
  inputs: ["marts.school_panel_arms"],
  functions: ["newcombeInterval"],
  parameters: { level },
  thresholds: [],
  columns,
  async run({ warehouse }) {
    const arms = await warehouse.rows<Arm>(ARMS);
    const others = arms.find(({ arm }) => arm === "others");
    return arms.map((one): Row => {
      const lost_share = one.not_every_year / one.schools;
      const none = { difference: null, lower: null, upper: null };
      if (one.arm !== "reached" || others === undefined) return { ...one, lost_share, ...none, reason: null };
      const { answer } = answerOf(
        () => newcombeInterval(one.not_every_year, one.schools, others.not_every_year, others.schools, { level }),
        "no_control_schools",
      );
      const difference = lost_share - others.not_every_year / others.schools;
      return {
        ...one,
        lost_share,
        difference,
        lower: answer?.lower ?? null,
        upper: answer?.upper ?? null,
        reason: null,
      };
    });
  },
});
