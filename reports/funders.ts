import type { Lang } from "../src/components/figure/chart.ts";
import { byYear, yearName } from "../src/components/funding/fundingWords.ts";
import { charts } from "../src/components/index.ts";
import { againstTarget, expectation } from "../src/components/scorecard/scoreSentence.ts";
import { lowerFirst, nameOf } from "../src/components/words/nouns.ts";
import { flagWords } from "../src/components/words/values.ts";
import { formatDay, formatEuro, formatNumber, formatShare, statusWords } from "../src/components/words/words.ts";
import type { FundingRow } from "../src/data/funding/rows.ts";
import { Flag, type StatusWord } from "../src/data/rows.ts";
import type { ReportContent } from "./content.ts";
import type { FundersData } from "./fundersData.ts";
import { fundersWords } from "./fundersWords.ts";
import { drawFigure } from "./picture.ts";
import { drawScorecard } from "./scorecard.ts";
import { listSources, sourceLine } from "./sources.ts";
import { reportWords } from "./words.ts";

const order = ["met", "on_course", "uncertain", "off_course", "past_due"] as const satisfies StatusWord[];

/** The funder report in one language. */
export function fundersContent({ frame, period, sections }: FundersData, lang: Lang): ReportContent {
  const words = fundersWords[lang];
  const common = reportWords[lang];
  const day = formatDay(frame.as_of, lang);
  const { scorecard, context, funding, lectures, lectures_together, definitions } = sections;
  const score = drawScorecard(scorecard.rows, lang);
  const around = drawScorecard(context.rows, lang, "context-");
  const split = drawFigure("fundingSplit", charts.fundingSplit, funding, frame.as_of, lang);
  const course = drawFigure("cumulativeLine", charts.cumulativeLine, lectures, frame.as_of, lang);
  const both = drawFigure("cumulativeLineTogether", charts.cumulativeLine, lectures_together, frame.as_of, lang);
  const flags = Flag.unwrap().options.map((flag) => `${flag}: ${flagWords(flag, lang)}`);
  const title = words.title(period);
  const data = {
    lang,
    title,
    heading: words.heading,
    period: common.schoolYear(period),
    asOf: common.asOf(day),
    page: common.page("{current}", "{total}"),
    internal: frame.is_internal ? common.internal : null,
    band: frame.is_synthetic ? common.band : null,
    answer: answer({ frame, period, sections }, lang),
    scorecard: {
      heading: words.headings.scorecard,
      heads: words.scoreHeads,
      caption: words.scoreCaption,
      rows: score.lines,
      source: sourceLine(scorecard.sources, frame.as_of, lang),
    },
    context: {
      heading: words.headings.context,
      text: words.context,
      heads: words.scoreHeads,
      caption: words.scoreCaption,
      rows: around.lines,
      source: sourceLine(context.sources, frame.as_of, lang),
    },
    money: {
      heading: words.headings.money,
      figure: split.figure,
      table: {
        caption: words.cashCaption,
        heads: words.cashHeads,
        rows: byYear(funding.rows).map((row) => cashCells(row, lang)),
        source: split.figure.source,
      },
    },
    lectures: { heading: words.headings.lectures, figures: [course.figure, both.figure] },
    sources: {
      heading: common.sources,
      rows: listSources(
        [scorecard, context, funding, lectures, lectures_together, definitions].flatMap(({ sources }) => sources),
        lang,
      ),
      none: common.noSources,
    },
    notes: {
      heading: common.notes,
      rows: [...words.notes, words.flags(flags.join("; ")), ...(frame.is_synthetic ? [words.synthetic] : [])],
    },
    definitions: {
      heading: common.definitions,
      rows: definitions.rows.map(({ name, definition }) => ({ term: name[lang], text: definition[lang] })),
    },
  };
  const pictures = {
    ...score.pictures,
    ...around.pictures,
    [split.figure.picture]: split.svg,
    [course.figure.picture]: course.svg,
    [both.figure.picture]: both.svg,
  };
  return { title, data, pictures };
}

/** The answer to the funders' question in one paragraph: the split, what stands outside it, and how the programme stands. */
function answer({ frame, period, sections }: FundersData, lang: Lang): string {
  const words = fundersWords[lang];
  const { scorecard, funding } = sections;
  const year = funding.rows.find((row) => row.school_year === period);
  const score = scorecard.rows.find(({ meaning }) => meaning.id === funding.meaning?.id);
  const against = score ? (expectation(score, lang) ?? againstTarget(score, lang)) : null;
  const sentences: string[] = [];
  const cashSum = year ? sumOf(year) : 0;
  if (year === undefined || cashSum === 0) sentences.push(words.noCash(period));
  else if (cashSum === null || year.public_share === null || year.flag === "c")
    sentences.push(words.noSplit(period, flagWords(year.flag, lang)));
  else {
    const shares = [year.public_share, 1 - year.public_share].map((share) => formatShare(share, lang)) as [
      string,
      string,
    ];
    const sum = formatEuro(cashSum, lang);
    const cash = words.cash(sum, ...shares, formatDay(frame.as_of, lang), period);
    sentences.push(against === null ? `${cash}.` : `${cash}, ${against}.`);
  }
  if (year?.in_kind_eur && year.in_kind_hours !== null)
    sentences.push(words.inKind(formatEuro(year.in_kind_eur, lang), formatNumber(year.in_kind_hours, lang)));
  const parts = order
    .map((status) => ({ status, rows: scorecard.rows.filter((row) => row.status === status) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ status, rows }) => {
      const names = rows.map(({ meaning }) => lowerFirst(nameOf(meaning, lang)));
      return `${rows.length} ${statusWords[status][lang]} (${names.join("; ")})`;
    });
  const told = scorecard.rows.filter(({ status }) => status !== "no_target").length;
  if (parts.length > 0) sentences.push(words.standing(told, parts.join(", ")));
  return sentences.join(" ");
}

const sumOf = ({ public_eur, private_eur }: FundingRow): number | null =>
  public_eur === null || private_eur === null ? null : public_eur + private_eur;

function cashCells(row: FundingRow, lang: Lang): string[] {
  const share = row.public_share === null || row.flag === "c" ? (row.flag ?? "x") : formatShare(row.public_share, lang);
  const amounts = [row.public_eur, row.private_eur, sumOf(row)];
  const shown = (amount: number | null) => (amount === null ? "c" : formatNumber(amount, lang));
  const mark = row.flag !== null && row.flag !== "c" && row.public_share !== null ? ` (${row.flag})` : "";
  return [
    yearName(row, lang),
    ...amounts.map((amount) => shown(row.flag === "c" ? null : amount)),
    share + mark,
    shown(row.in_kind_eur),
    shown(row.in_kind_hours),
  ];
}
