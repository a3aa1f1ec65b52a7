import { groups } from "d3-array";
import { concentration, type SafetyRule, sumIsSafe } from "../../../statistics/concentration.ts";
import { analysis, type Context, type Result } from "../analysis.ts";
import { answerOf } from "../reasons.ts";

/** What a sum of private money must meet to be shown. */
const RULE: SafetyRule = { contributors: 3, p: 10, one: 0.85, two: 0.9 };

const columns = {
  school_year: "VARCHAR",
  is_current_year: "BOOLEAN",
  phase: "VARCHAR",
  programme: "VARCHAR",
  private_eur: "DOUBLE",
  funders: "INTEGER",
  herfindahl: "DOUBLE",
  largest_share: "DOUBLE",
  is_safe: "BOOLEAN",
  is_dominated: "BOOLEAN",
  status: "VARCHAR",
} as const;

type Row = Result<typeof columns>;

interface Funder {
  school_year: string;
  is_current_year: boolean;
  phase: string;
  programme: string | null;
  amount_eur: number;
}

function rowOf(funders: readonly [Funder, ...Funder[]], thisYear: string): Row {
  const { school_year, is_current_year, phase, programme } = funders[0];
  const amounts = funders.map(({ amount_eur }) => amount_eur);
  const row = { school_year, is_current_year, phase, programme, status: school_year >= thisYear ? "p" : null };
  const { answer, reason } = answerOf(() => concentration(amounts), "no_cash");
  if (answer === null)
    return {
      ...{ ...row, private_eur: null, funders: 0, herfindahl: null, largest_share: null },
      ...{ is_safe: false, is_dominated: null, reason },
    };
  const { isSafe, isDominated } = sumIsSafe(amounts, RULE);
  return {
    ...{ ...row, private_eur: amounts.reduce((sum, amount) => sum + amount, 0), funders: answer.contributors },
    ...{ herfindahl: answer.herfindahl, largest_share: answer.largestShare },
    ...{ is_safe: isSafe, is_dominated: isDominated, reason },
  };
}

async function run({ warehouse, schoolYear }: Context): Promise<Row[]> {
  const funders = await warehouse.rows<Funder>(
    `select school_year, is_current_year, phase, programme, amount_eur::double as amount_eur
     from marts.private_funders order by school_year, phase, programme nulls first, funder_id`,
  );
  const sums = groups(funders, ({ school_year, phase, programme }) => JSON.stringify([school_year, phase, programme]));
  return sums.map(([, given]) => rowOf(given as [Funder, ...Funder[]], schoolYear));
}

export const funderConcentration = analysis({
  id: "funder_concentration",
  name: { nl: "Concentratie van de private financiers", en: "Concentration of private funders" },
  method: {
    nl: "Per schooljaar en fase, in totaal en per programma: op hoeveel private financiers het geld rust, de index van Herfindahl en Hirschman (de som van de gekwadrateerde aandelen; 1 is één financier) en het grootste aandeel. Financiers van wie per saldo niets kwam, tellen niet mee. Het bedrag mag alleen getoond worden bij minstens drie financiers, en als de op een na grootste het grootste bedrag niet tot op 10 % kan narekenen (p%-regel); de dominantieregels (1, 85) en (2, 90) slaan daarnaast alarm (Handbook on Statistical Disclosure Control, 2024). Namen van financiers staan niet in deze tabel.",
    en: "By school year and phase, in all and by programme: on how many private funders the money rests, the Herfindahl-Hirschman index (the sum of squared shares; 1 is a single funder) and the largest share. Funders from whom nothing came on balance do not count. The amount may be shown only with at least three funders, and where the second largest cannot work out the largest amount to within 10% (p% rule); the dominance rules (1, 85) and (2, 90) stand beside it as an alarm (Handbook on Statistical Disclosure Control, 2024). Names of funders are not in this table.",
  },
  evidence: "monitoring",
  codes: ["F2", "F6"],
  inputs: ["marts.private_funders"],
  functions: ["concentration", "sumIsSafe"],
  parameters: { fewest_funders: RULE.contributors, p_percent: RULE.p, dominance_1: RULE.one, dominance_2: RULE.two },
  thresholds: [],
  columns,
  run,
});
