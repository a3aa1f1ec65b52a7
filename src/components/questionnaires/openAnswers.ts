import type { AgreementRow, OpenRow } from "../../data/questionnaires/rows.ts";
import { html } from "../drawing/element.ts";
import type { Part } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { columns } from "../figure/tablePart.ts";
import { count } from "../words/nouns.ts";
import { formatNumber, formatShare, schoolYearName } from "../words/words.ts";

/** Whether teacher and lecturer of the same lecture say the same, or why that cannot be told. */
export const agreementTable: Part<AgreementRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  const known = rows.filter(({ agreement }) => agreement !== null);
  if (known.length === 0)
    return html(
      document,
      "p",
      {},
      nl
        ? `Of leerkracht en gastdocent het over dezelfde les eens zijn, is niet te zeggen: ${rows[0]?.reason?.nl ?? "er zijn geen antwoorden geladen"}.`
        : `Whether teacher and lecturer agree on the same lecture cannot be told: ${rows[0]?.reason?.en ?? "no answers were loaded"}.`,
    );
  const labels = nl
    ? ["Vraag", "Schooljaar", "Lessen", "Leerkracht gunstig", "Gastdocent gunstig", "Zelfde oordeel"]
    : ["Item", "School year", "Lectures", "Teacher favourable", "Lecturer favourable", "Same judgement"];
  const share = (value: number | null) => (value === null ? "–" : formatShare(value, lang, 0));
  const table = {
    columns: columns(labels, 2, 3, 4, 5),
    rows: known.map((row) => [
      row.text_nl ?? "–",
      row.school_year ?? "–",
      row.lectures === null ? "c" : formatNumber(row.lectures, lang),
      ...[row.teacher_share, row.lecturer_share, row.agreement].map(share),
    ]),
  };
  return dataTable(
    table,
    nl ? "Leerkracht en gastdocent over dezelfde les" : "Teacher and lecturer on the same lecture",
    document,
  );
};

/** How many answered in words, and what of that a reviewer approved; all else stays inside. */
export const openAnswers: Part<OpenRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  if (rows.length === 0)
    return html(
      document,
      "p",
      {},
      nl ? "Er is geen vraag die in woorden beantwoord is." : "No item was answered in words.",
    );
  const blocks = rows.flatMap((row) => {
    const number =
      row.answers === null
        ? nl
          ? "te weinig antwoorden om te tellen (c)"
          : "too few answers to count (c)"
        : count(row.answers, nl ? "antwoorden" : "answers", lang);
    const none = nl ? " Geen daarvan is nagekeken om te publiceren." : " None of them was reviewed for publication.";
    return [
      html(
        document,
        "p",
        {},
        `“${row.text[lang]}” (${schoolYearName(row, lang)}): ${number}.${row.wordings.length === 0 ? none : ""}`,
      ),
      ...(row.wordings.length === 0
        ? []
        : [html(document, "ul", {}, ...row.wordings.map((wording) => html(document, "li", {}, `“${wording}”`)))]),
    ];
  });
  return html(document, "div", {}, ...blocks);
};
