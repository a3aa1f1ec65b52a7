import type { MorePublishedRow } from "../../data/morePublished.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { folded } from "../figure/facts.ts";
import { columns } from "../figure/tablePart.ts";
import { formatNumber, formatShare } from "../words/words.ts";

const names: Record<string, Record<Lang, string>> = {
  lectures_count: { nl: "gastlessen", en: "lectures" },
  lecturers_count: { nl: "gastdocenten", en: "lecturers" },
  student_contacts_count: { nl: "leerlingencontacten", en: "student contacts" },
  stem_share_of_intake: { nl: "aandeel STEM in de instroom", en: "STEM share of intake" },
  girls_share_in_stem: { nl: "aandeel meisjes in STEM", en: "girls' share in STEM" },
};

/** What others published, apart from what is loaded: each figure with whom it is about, its source and what to beware of. */
export const morePublished: Part<MorePublishedRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  if (rows.length === 0)
    return html(document, "p", {}, nl ? "Er zijn geen gepubliceerde cijfers." : "There are no published figures.");
  const table = {
    columns: columns(
      nl
        ? ["Cijfer", "Periode", "Waarde", "Over wie", "Bron", "Opgelet"]
        : ["Figure", "Period", "Value", "About whom", "Source", "Beware"],
      2,
    ),
    rows: rows.map((row) => [
      names[row.indicator_id]?.[lang] ?? row.indicator_id,
      row.period,
      `${nl ? "ongeveer" : "about"} ${row.is_share ? formatShare(row.value / 100, lang, 0) : formatNumber(row.value, lang)}`,
      row.stage === null ? row.about : `${row.about}, ${nl ? "graad" : "stage"} ${row.stage}`,
      `${row.source_title}; ${row.source}`,
      row.note ?? "–",
    ]),
  };
  const number = formatNumber(rows.length, lang);
  return folded(
    document,
    nl ? `${number} gepubliceerde cijfers met hun bron` : `${number} published figures with their source`,
    dataTable(
      table,
      nl
        ? "Echte cijfers, zoals gepubliceerd; zelden geteld zoals de registers tellen"
        : "Real figures, as published; seldom counted as the registers count",
      document,
    ),
  );
};
