import type { RevisionRow } from "../../data/girls/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part, Table } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { folded } from "../figure/facts.ts";
import { columns } from "../figure/tablePart.ts";
import { formatShare, signedPoints } from "../words/words.ts";

/** How much provisional shares moved, and which way as a rule. */
function sentence({ revisions, revision, size }: RevisionRow, lang: Lang): string {
  const [mean, signed] = [
    signedPoints(size ?? 0, lang, undefined, 2).replace("+", ""),
    signedPoints(revision ?? 0, lang, undefined, 2),
  ];
  if (lang === "nl")
    return `Voorlopige tellingen bewegen nog: in ${revisions === 1 ? "1 herziening" : `${revisions} herzieningen`} veranderde het aandeel meisjes gemiddeld ${mean}, per saldo ${signed}. Een jaarstap naar een voorlopig cijfer die niet groter is, kan nog verdwijnen.`;
  return `Provisional counts still move: in ${revisions === 1 ? "1 revision" : `${revisions} revisions`} the girls' share changed by ${mean} on average, net ${signed}. A yearly step to a provisional figure that is no larger may still vanish.`;
}

function table(rows: readonly RevisionRow[], lang: Lang): Table {
  const labels =
    lang === "nl"
      ? ["Schooljaar", "Editie", "Toen", "Laatste editie", "Herziening (pp)"]
      : ["School year", "Edition", "Then", "Last edition", "Revision (pp)"];
  const share = (value: number | null) => (value === null ? "–" : formatShare(value, lang, 2));
  return {
    columns: columns(labels, 2, 3, 4),
    rows: rows.map((row) => [
      row.school_year ?? "",
      row.edition ?? "",
      share(row.share_before),
      share(row.share_after),
      row.revision === null ? "–" : signedPoints(row.revision, lang, "", 2),
    ]),
  };
}

const texts = {
  nl: {
    none: "Van geen enkel schooljaar is meer dan één editie van de inschrijvingen geladen: hoeveel voorlopige cijfers nog bewegen, is niet te zeggen.",
    fold: "Elke herziening",
    caption: "Aandeel meisjes in STEM volgens een vroegere editie en volgens de laatste",
  },
  en: {
    none: "Of no school year was more than one edition of the enrolments loaded: how much provisional figures still move cannot be told.",
    fold: "Each revision",
    caption: "Girls' share in STEM by an earlier edition and by the last",
  },
};

/** What later editions did to the girls' share: in a sentence, and each school year in a table. */
export const revisions: Part<RevisionRow> = (rows, { document, lang }) => {
  const words = texts[lang];
  const means = rows.find(({ span }) => span === "mean");
  if (means === undefined) return html(document, "p", {}, words.none);
  const years = rows.filter(({ span }) => span === "year");
  return html(
    document,
    "div",
    {},
    html(document, "p", {}, sentence(means, lang)),
    folded(document, words.fold, dataTable(table(years, lang), words.caption, document)),
  );
};
