import type { ImpactRow } from "../../data/impact/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { formatPoints, formatShare, signedPoints } from "../words/words.ts";

/** Below this p-value schools that were reached and others had drifted apart before the lecture. */
const DRIFTED = 0.05;

export type ImpactVerdict = "unknown" | "drifted" | "difference" | "none_found";

/** What the row allows to be said: nothing, that schools had drifted apart before, that there is a difference, or that none was found. */
export function impactVerdict({ is_published, att, lower, upper, pre_trend_p }: ImpactRow): ImpactVerdict {
  if (!is_published || att === null || lower === null || upper === null) return "unknown";
  if (pre_trend_p !== null && pre_trend_p < DRIFTED) return "drifted";
  return lower > 0 || upper < 0 ? "difference" : "none_found";
}

function sentence(row: ImpactRow, lang: Lang): string {
  const nl = lang === "nl";
  const verdict = impactVerdict(row);
  const { att, lower, upper, mde, reason } = row;
  if (verdict === "unknown" || att === null || lower === null || upper === null)
    return nl
      ? `Wat de gastlessen veranderen aan de keuze van meisjes, is niet te zeggen: ${reason?.nl ?? "er zijn te weinig gegevens"}.`
      : `What the lectures change in the choice of girls cannot be told: ${reason?.en ?? "there are too few data"}.`;
  const size = nl
    ? `${formatPoints(att, lang)} ${att < 0 ? "minder" : "meer"} van de meisjes STEM dan zonder te verwachten was (95%-interval: ${signedPoints(lower, lang, "")} tot ${signedPoints(upper, lang, "")})`
    : `${formatPoints(att, lang)} ${att < 0 ? "less" : "more"} of the girls in STEM than would be expected without (95% interval: ${signedPoints(lower, lang, "")} to ${signedPoints(upper, lang, "")})`;
  const head = nl ? `Op scholen met een gastles volgt ${size}.` : `Schools with a lecture have ${size}.`;
  const ends = {
    drifted: nl
      ? "Die scholen liepen al uiteen vóór de gastles: dit verschil zegt niets over de gastlessen."
      : "Those schools had drifted apart before the lecture: this difference says nothing about the lectures.",
    difference: nl
      ? "Toeval verklaart dit verschil niet. Scholen kiezen wel zelf voor een gastles: iets anders dat die scholen tegelijk deden, kan meespelen."
      : "Chance does not explain this difference. Schools do choose for a lecture themselves: something else that they did at the same time may play a part.",
    none_found:
      mde === null
        ? nl
          ? "Dat kan toeval zijn."
          : "That may be chance."
        : nl
          ? `Dat kan toeval zijn; een effect kleiner dan ${formatPoints(mde, lang)} was met deze gegevens niet te vinden.`
          : `That may be chance; an effect smaller than ${formatPoints(mde, lang)} could not be found with these data.`,
  };
  return `${head} ${ends[verdict]}`;
}

const main = (rows: readonly ImpactRow[]) =>
  rows.find(({ outcome, weighting }) => outcome === "girls_stem_participation" && weighting === "schools");

/** What the lectures can and cannot be said to change, in one paragraph. */
export const impactAnswer: Part<ImpactRow> = (rows, { document, lang }) => {
  const row = main(rows);
  const none =
    lang === "nl"
      ? "Wat de gastlessen veranderen, is niet te zeggen: er zijn geen inschrijvingen per school geladen."
      : "What the lectures change cannot be told: no enrolments by school were loaded.";
  return html(document, "p", { class: "answer" }, row === undefined ? none : sentence(row, lang));
};

/** Why an effect in the classroom is hard to see in the figures of a whole school. */
export const dilution: Part<ImpactRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  const row = main(rows);
  if (row === undefined || row.exposed_share === null || row.mde === null || row.individual_mde === null)
    return html(
      document,
      "p",
      {},
      nl
        ? "Hoeveel van de leerlingen van bereikte scholen in een gastles zat, is niet te zeggen."
        : "How many of the pupils of the schools reached sat in a lecture cannot be told.",
    );
  const [exposed, mde, individual] = [
    formatShare(row.exposed_share, lang, 0),
    formatPoints(row.mde, lang),
    formatPoints(row.individual_mde, lang),
  ];
  return html(
    document,
    "p",
    {},
    nl
      ? `De inschrijvingen tellen alle leerlingen van een school, maar hoogstens ${exposed} daarvan zat in een gastles. Het kleinste effect dat hier te vinden was, is ${mde} op de hele school: dat vraagt een effect van minstens ${individual} bij wie in de les zat. Een kleiner effect kan er zijn en blijft hier onzichtbaar.`
      : `Enrolments count all pupils of a school, but at most ${exposed} of them sat in a lecture. The smallest effect that could be found here is ${mde} over the whole school: that takes an effect of at least ${individual} on those in the lecture. A smaller one may be there and cannot be seen here.`,
  );
};
