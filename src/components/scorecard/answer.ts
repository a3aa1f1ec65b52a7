import type { ScoreRow } from "../../data/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { count, deed, list, lowerFirst, nameOf, ofProgramme, things } from "../words/nouns.ts";
import { decimalsOf, flagWords, formatValue } from "../words/values.ts";
import { formatDay, statusWords } from "../words/words.ts";
import { againstTarget, changeSince, expectation, withoutForecast } from "./scoreSentence.ts";
import { statusMark, statusOf } from "./status.ts";

/** What part of the programme an indicator speaks of; a page that spans several is an overview. */
const theme = (id: string): string =>
  /girl|parity|enrol|stem_share_of_(intake|inflow)|inflow|intake/.test(id)
    ? "girls"
    : /fund|public_share|cash|in_kind|cost/.test(id)
      ? "funding"
      : /complete|timel|match/.test(id)
        ? "data"
        : "programme";

const join = (parts: (string | null)[], separator: string) =>
  parts.filter((part) => part !== null && part !== "").join(separator);

/** "8 indicatoren hebben een doel: 3 zijn op koers, 2 zijn onzeker (…) en 3 zijn niet op koers (…)."; what is not safe is named. */
function overview(rows: readonly ScoreRow[], lang: Lang): string {
  const nl = lang === "nl";
  const withAim = rows.filter(({ status }) => status !== "no_target");
  if (withAim.length === 0) return nl ? "Geen enkele indicator heeft een doel." : "No indicator has a target.";
  const [only] = withAim;
  if (only !== undefined && withAim.length === 1)
    return nl
      ? `De enige indicator met een doel: ${statusOf(only).nl}.`
      : `The only indicator with a target: ${statusOf(only).en}.`;
  const isOneProgramme = new Set(withAim.map(({ meaning }) => meaning.programme)).size === 1;
  const told = (["met", "on_course", "uncertain", "off_course", "past_due"] as const).flatMap((status) => {
    const those = withAim.filter((row) => row.status === status);
    if (those.length === 0) return [];
    const be = those.length === 1 ? "is" : nl ? "zijn" : "are";
    const names = list(
      those.map(
        ({ meaning }) => `${lowerFirst(meaning.name[lang])}${isOneProgramme ? "" : ofProgramme(meaning, lang)}`,
      ),
      lang,
    );
    return [`${those.length} ${be} ${statusWords[status][lang]} (${names})`];
  });
  const number = count(withAim.length, isRunning(withAim) ? "benchmarks" : nl ? "indicatoren" : "indicators", lang);
  const head = isRunning(withAim)
    ? `${number}${isOneProgramme ? ofProgramme(only?.meaning ?? null, lang) : ""} in ${withAim[0]?.period ?? ""}`
    : nl
      ? `${number} hebben een doel`
      : `${number} have a target`;
  return `${head}: ${list(told, lang)}.`;
}

/** Counts that grow with the year and have a target are its benchmarks. */
const isRunning = (rows: readonly ScoreRow[]) =>
  rows.every(({ is_same_day, status, meaning }) => is_same_day && !meaning.is_share && status !== "no_target");

/** The sentence that answers the page's question, from the row that heads it. */
function sentence(row: ScoreRow, lang: Lang, asOf: string): string {
  const nl = lang === "nl";
  const { meaning, value, period } = row;
  if (value === null)
    return nl
      ? `Er is geen waarde voor ${lowerFirst(meaning.name.nl)} in ${period}: ${flagWords(row.flag, lang)}.`
      : `There is no value for ${lowerFirst(meaning.name.en)} in ${period}: ${flagWords(row.flag, lang)}.`;
  const said = formatValue(value, meaning, lang);
  const flagged = row.flag === null || (row.flag === "p" && row.is_same_day) ? "" : ` (${flagWords(row.flag, lang)})`;
  if (/girls_share/.test(meaning.id)) {
    const isThird = /derde graad/i.test(`${meaning.name.nl} ${meaning.definition.nl}`);
    const head = nl
      ? `Meisjes zijn ${said} van de STEM-leerlingen${isThird ? " in de derde graad" : ""} in ${period}${flagged}`
      : `Girls are ${said} of STEM pupils${isThird ? " in the third stage" : ""} in ${period}${flagged}`;
    return `${join([head, againstTarget(row, lang)], ", ")}.`;
  }
  if (/complete/.test(meaning.id)) {
    const head = nl
      ? `${said} van de gastlessen in ${period} is volledig geregistreerd${flagged}`
      : `${said} of the guest lectures in ${period} are recorded in full${flagged}`;
    return `${join([head, changeSince(row, lang)], ", ")}.`;
  }
  if (meaning.is_share)
    return `${join([`${nameOf(meaning, lang)}: ${said} in ${period}${flagged}`, expectation(row, lang) ?? againstTarget(row, lang), changeSince(row, lang)], ", ")}.`;
  const isRunning = row.is_same_day && !Number.isNaN(Date.parse(`${asOf}T00:00:00Z`));
  const until = isRunning ? `${nl ? "tot en met" : "up to"} ${formatDay(asOf, lang)}` : `in ${period}`;
  const plural = things(meaning, lang);
  const done = deed(plural, lang);
  const head = `${count(value, plural, lang, decimalsOf(meaning))}${ofProgramme(meaning, lang)}${done === "" ? "" : ` ${done}`} ${until}${flagged}`;
  const stand = join([head, changeSince(row, lang)], ", ");
  if (row.status === "met") return `${join([stand, againstTarget(row, lang)], ", ")}.`;
  const expected = expectation(row, lang);
  if (expected !== null) return `${stand}; ${expected}.`;
  return `${join([join([stand, againstTarget(row, lang)], ", "), withoutForecast(row, lang)], "; ")}.`;
}

/** One sentence and the status word, at the head of a page. */
export const answer: Part<ScoreRow> = (rows, { document, lang, frame }) => {
  const [first] = rows;
  if (first === undefined)
    return html(
      document,
      "p",
      { class: "answer" },
      lang === "nl"
        ? "Er zijn nog geen cijfers: er is niets geladen waaruit ze te berekenen zijn."
        : "There are no figures yet: nothing was loaded to compute them from.",
    );
  const isOverview =
    new Set(rows.map(({ meaning }) => theme(meaning.id))).size > 1 || (rows.length > 1 && isRunning(rows));
  const text = isOverview ? overview(rows, lang) : sentence(first, lang, frame.as_of);
  // many indicators have no one word: how many stand how, and which, is the answer
  if (isOverview || first.status === "no_target") return html(document, "p", { class: "answer" }, text);
  return html(document, "p", { class: "answer" }, `${text} `, statusMark(first, lang, document));
};
