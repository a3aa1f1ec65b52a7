import { decomposeProduct } from "../../../statistics/decomposition/product.ts";
import { analysis, type Context, type Result } from "../analysis.ts";
import { answerOf, type Reason } from "../reasons.ts";

/** Above this fraction of estimated contacts a figure is flagged as estimated. */
const ESTIMATED_ABOVE = 0.2;

const columns = {
  school_year: "VARCHAR",
  is_whole_year: "BOOLEAN",
  programme: "VARCHAR",
  spent_eur: "DOUBLE",
  in_kind_eur: "DOUBLE",
  student_contacts: "INTEGER",
  lectures: "INTEGER",
  lectures_without_students: "INTEGER",
  cost_per_contact: "DOUBLE",
  cost_per_contact_with_in_kind: "DOUBLE",
  cost_per_lecture: "DOUBLE",
  change: "DOUBLE",
  change_by_cost: "DOUBLE",
  change_by_contacts: "DOUBLE",
  change_reason: "VARCHAR",
  status: "VARCHAR",
} as const;

type Row = Result<typeof columns>;

interface Year {
  school_year: string;
  is_whole_year: boolean;
  programme: string | null;
  spent_eur: number | null;
  in_kind_eur: number;
  lectures: number;
  lectures_without_students: number;
  student_contacts: number;
  estimated_contacts: number;
}

const startOf = (schoolYear: string) => Number(schoolYear.slice(0, 4));

const reasonOf = ({ spent_eur, student_contacts }: Year): Reason | null => {
  if (spent_eur === null || spent_eur === 0) return "no_spending";
  if (spent_eur < 0) return "not_computable";
  return student_contacts === 0 ? "no_contacts" : null;
};

type Change = Pick<Row, "change" | "change_by_cost" | "change_by_contacts" | "change_reason">;

/** The change since the school year before, split into what spending and what contacts did; whole years alone. */
function changeOf(now: Year, then: Year | undefined): Change {
  const none = (change_reason: Reason): Change => ({
    ...{ change: null, change_by_cost: null, change_by_contacts: null },
    change_reason,
  });
  if (!now.is_whole_year) return none("running_year");
  if (then === undefined || reasonOf(then) !== null) return none("no_figure_last_year");
  const factors = ({ spent_eur, student_contacts }: Year) => ({ a: spent_eur as number, b: 1 / student_contacts });
  const { answer, reason } = answerOf(() => decomposeProduct(factors(then), factors(now)), "no_contacts");
  if (answer === null) return none(reason);
  return { change: answer.total, change_by_cost: answer.a, change_by_contacts: answer.b, change_reason: null };
}

function rowOf(now: Year, years: readonly Year[]): Row {
  const { estimated_contacts, ...year } = now;
  const reason = reasonOf(now);
  if (reason !== null)
    return {
      ...{ ...year, cost_per_contact: null, cost_per_contact_with_in_kind: null, cost_per_lecture: null, status: null },
      ...{ change: null, change_by_cost: null, change_by_contacts: null, change_reason: reason, reason },
    };
  const [spent, contacts] = [year.spent_eur as number, year.student_contacts];
  const before = years.find(
    (one) => one.programme === now.programme && startOf(one.school_year) === startOf(now.school_year) - 1,
  );
  const running = now.is_whole_year ? null : "p";
  return {
    ...{ ...year, ...changeOf(now, before), cost_per_contact: spent / contacts },
    cost_per_contact_with_in_kind: (spent + year.in_kind_eur) / contacts,
    cost_per_lecture: spent / year.lectures,
    status: estimated_contacts > ESTIMATED_ABOVE * contacts ? "e" : running,
    reason,
  };
}

async function run({ warehouse }: Context): Promise<Row[]> {
  const years = await warehouse.rows<Year>(
    `select * replace (spent_eur::double as spent_eur, in_kind_eur::double as in_kind_eur)
     from marts.cost_years order by programme nulls first, school_year`,
  );
  return years.map((year) => rowOf(year, years));
}

export const costPerContact = analysis({
  id: "cost_per_contact",
  name: { nl: "Kosten per leerlingcontact en per gastles", en: "Cost per student contact and per lecture" },
  method: {
    nl: "Het bestede geld van een schooljaar gedeeld door de leerlingcontacten, en door de gegeven gastlessen, in totaal en per programma: een verhouding van sommen, geen gemiddelde van verhoudingen. Daarnaast staat hetzelfde met de bijdragen in natura erbij, tegen het gepubliceerde uurtarief. De verandering sinds het vorige schooljaar is gesplitst in wat de uitgaven en wat de contacten deden (Kitagawa 1955, Das Gupta 1993); beide delen tellen op tot het geheel. Alleen volledige schooljaren worden vergeleken, het lopende niet. Bedragen zijn in euro van het jaar zelf, zonder correctie voor de prijzen. Contacten zijn geen verschillende leerlingen.",
    en: "The cash spent in a school year over the student contacts, and over the lectures held, in all and by programme: a ratio of sums, no mean of ratios. Beside it stands the same with contributions in kind added, at the published rate. The change since the school year before is split into what spending and what contacts did (Kitagawa 1955, Das Gupta 1993); both parts add up to the whole. Only whole school years are compared, not the running one. Amounts are in euro of the year itself, not adjusted for prices. Contacts are not distinct students.",
  },
  evidence: "monitoring",
  codes: ["F4", "F5"],
  inputs: ["marts.cost_years"],
  functions: ["decomposeProduct"],
  parameters: { estimated_above: ESTIMATED_ABOVE },
  thresholds: [],
  columns,
  run,
});
