import type { AttentionRow } from "../../data/attention.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { count, nameOf } from "../words/nouns.ts";
import { formatPoints, signedPoints } from "../words/words.ts";
import { scoreSentence } from "./scoreSentence.ts";
import { statusOf } from "./status.ts";

const headings: Record<Lang, string> = { nl: "Wat nu aandacht vraagt", en: "What needs attention now" };
const nothing: Record<Lang, string> = {
  nl: "Niets vraagt deze maand bijzondere aandacht.",
  en: "Nothing needs special attention this month.",
};
/** The page that tells more, by what an indicator is about. */
const pageOf = (id: string) =>
  /girl|parity|stem_share_of_intake/.test(id) ? "girls-in-stem" : /fund|in_kind/.test(id) ? "funding" : "benchmarks";

/** The thing and why it is named, with the page that tells more. */
function told(row: AttentionRow, lang: Lang): { head: string; reason: string; page: string } | null {
  const nl = lang === "nl";
  if (row.score !== null)
    return {
      head: `${nameOf(row.score.meaning, lang)}, ${statusOf(row.score)[lang]}`,
      reason: scoreSentence(row.score, lang),
      page: pageOf(row.score.meaning.id),
    };
  if (row.kind === "moved" && row.change !== null && row.lower !== null && row.upper !== null)
    return {
      head: nl ? "Aandeel meisjes in STEM, bewogen" : "Girls' share in STEM, moved",
      reason: nl
        ? `${formatPoints(row.change, lang, 2)} ${row.change < 0 ? "lager" : "hoger"} in ${row.school_year ?? ""} dan het schooljaar ervoor, meer dan door toeval te verwachten is (95%-interval: ${signedPoints(row.lower, lang, "", 2)} tot ${signedPoints(row.upper, lang, "", 2)}).`
        : `${formatPoints(row.change, lang, 2)} ${row.change < 0 ? "lower" : "higher"} in ${row.school_year ?? ""} than the school year before, more than chance would give (95% interval: ${signedPoints(row.lower, lang, "", 2)} to ${signedPoints(row.upper, lang, "", 2)}).`,
      page: "girls-in-stem",
    };
  if (row.rows === null) return null;
  return {
    head: nl ? `${count(row.rows, "rijen", lang)} in quarantaine` : `${count(row.rows, "rows", lang)} in quarantine`,
    reason: nl
      ? "Ze tellen in geen enkel cijfer mee tot de fout verbeterd is."
      : "They count in no figure until the fault is mended.",
    page: "data",
  };
}

/** At most three things that need attention this month, each with its reason and a link. */
export const attention: Part<AttentionRow> = (rows, { document, lang }) => {
  const things = rows.flatMap((row) => told(row, lang) ?? []);
  const items = things.map(({ head, reason, page }) =>
    html(document, "li", {}, html(document, "a", { href: `./${page}.html` }, head), `: ${reason}`),
  );
  return html(
    document,
    "section",
    { class: "attention", "aria-label": headings[lang] },
    html(document, "h2", {}, headings[lang]),
    items.length === 0 ? html(document, "p", {}, nothing[lang]) : html(document, "ol", {}, ...items),
  );
};
