import { type Pairs, pairedDifference } from "../../../statistics/survey/pairedDifference.ts";
import { analysis, type Context, type Result } from "../analysis.ts";
import { answerOf } from "../reasons.ts";

const LEVEL = 0.95;

const columns = {
  school_year: "VARCHAR",
  item_id: "VARCHAR",
  text_nl: "VARCHAR",
  lectures: "INTEGER",
  teacher_share: "DOUBLE",
  lecturer_share: "DOUBLE",
  agreement: "DOUBLE",
  difference: "DOUBLE",
  lower: "DOUBLE",
  upper: "DOUBLE",
} as const;

type Row = Result<typeof columns>;

interface Item {
  school_year: string;
  item_id: string;
  text_nl: string;
  both: number;
  only_teacher: number;
  only_lecturer: number;
  neither: number;
}

function rowOf({ school_year, item_id, text_nl, ...counts }: Item, fewest: number): Row {
  const pairs: Pairs = {
    ...{ both: counts.both, onlyFirst: counts.only_teacher },
    ...{ onlySecond: counts.only_lecturer, neither: counts.neither },
  };
  const lectures = counts.both + counts.only_teacher + counts.only_lecturer + counts.neither;
  const row = { school_year, item_id, text_nl, lectures };
  const none = {
    teacher_share: null,
    lecturer_share: null,
    agreement: null,
    difference: null,
    lower: null,
    upper: null,
  };
  if (lectures < fewest) return { ...row, ...none, reason: "few_answers" };
  const { answer, reason } = answerOf(() => pairedDifference(pairs, { level: LEVEL }), "few_answers");
  if (answer === null) return { ...row, ...none, reason };
  return {
    ...{ ...row, agreement: answer.agreement, difference: answer.difference, ...answer.interval, reason },
    teacher_share: (counts.both + counts.only_teacher) / lectures,
    lecturer_share: (counts.both + counts.only_lecturer) / lectures,
  };
}

async function run({ warehouse, thresholds }: Context): Promise<Row[]> {
  const items = await warehouse.rows<Item>(
    `select school_year, item_id, text_nl, count(*) filter (where teacher_agrees and lecturer_agrees) as "both",
       count(*) filter (where teacher_agrees and not lecturer_agrees) as only_teacher,
       count(*) filter (where not teacher_agrees and lecturer_agrees) as only_lecturer,
       count(*) filter (where not teacher_agrees and not lecturer_agrees) as neither
     from marts.answer_pairs group by all order by all`,
  );
  if (items.length > 0) return items.map((item) => rowOf(item, thresholds.fewest_answers.value));
  const [asked] = await warehouse.rows<{ answers: number }>("select count(*) as answers from marts.responses");
  if ((asked?.answers ?? 0) === 0) return [];
  const none = Object.fromEntries(Object.keys(columns).map((column) => [column, null])) as Record<
    keyof typeof columns,
    null
  >;
  return [{ ...none, reason: "no_shared_item" }];
}

export const questionnaireAgreement = analysis({
  id: "questionnaire_agreement",
  name: { nl: "Leerkracht en gastdocent over dezelfde les", en: "Teacher and lecturer about the same lecture" },
  method: {
    nl: "Waar leerkrachten en gastdocenten woordelijk dezelfde vraag kregen, met dezelfde schaal, worden hun antwoorden per gastles naast elkaar gelegd: het aandeel gunstige antwoorden van beiden, het verschil met het interval van Newcombe (1998, methode 10 voor paren) en het aandeel lessen waarover ze hetzelfde oordelen. Een les telt mee als van elke kant precies één antwoord met een mening kwam. Zonder gelijke vraag is er geen cijfer.",
    en: "Where teachers and lecturers were asked the same item, word for word and with the same scale, their answers are laid side by side by lecture: the share of favourable answers of both, the difference with the interval of Newcombe (1998, method 10 for pairs), and the share of lectures on which they judge alike. A lecture counts where exactly one answer with an opinion came from each side. Without a shared item there is no figure.",
  },
  evidence: "monitoring",
  codes: ["B5"],
  inputs: ["marts.answer_pairs", "marts.responses"],
  functions: ["pairedDifference"],
  parameters: { level: LEVEL },
  thresholds: ["fewest_answers"],
  columns,
  run,
});
