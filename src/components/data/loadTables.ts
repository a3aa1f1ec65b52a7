import type {
  CheckRow,
  FileRow,
  LoadRow,
  ProvenanceRow,
  PublishedRow,
  ReachRow,
  RejectedRow,
} from "../../data/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part, Table } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { folded } from "../figure/folded.ts";
import { publishedCells } from "../girls/publishedWords.ts";
import { count } from "../words/nouns.ts";
import { tableName } from "../words/tableNames.ts";
import { formatDay, formatNumber } from "../words/words.ts";

/** A part that is one table, or a sentence when there are no rows. */
const tablePart =
  <Row>(
    caption: Record<Lang, string>,
    none: Record<Lang, string>,
    cells: (rows: readonly Row[], lang: Lang) => Table,
  ): Part<Row> =>
  (rows, { document, lang }) =>
    rows.length === 0 ? html(document, "p", {}, none[lang]) : dataTable(cells(rows, lang), caption[lang], document);

const columns = (labels: string[], ...numbers: number[]) =>
  labels.map((label, index) => ({ label, isNumber: numbers.includes(index) }));
/** A day on one line: a narrow column would break it in three. */
const day = (text: string | null, lang: Lang) =>
  text === null || Number.isNaN(Date.parse(`${text}T00:00:00Z`))
    ? "–"
    : formatDay(text, lang).replaceAll(" ", "\u00a0");

export const filesTable: Part<FileRow> = tablePart(
  { nl: "Geladen bestanden", en: "Loaded files" },
  { nl: "Er zijn geen bestanden geladen.", en: "No files were loaded." },
  (rows, lang) => ({
    columns: columns(
      lang === "nl"
        ? [
            "Bestand",
            "Tabel",
            "Gelezen",
            "Aanvaard",
            "Geweigerd",
            "Onveranderd",
            "Laatste dag",
            "Vorm",
            "Tekenset",
            "Grootte",
            "SHA-256",
            "Soort",
          ]
        : [
            "File",
            "Table",
            "Read",
            "Accepted",
            "Rejected",
            "Unchanged",
            "Latest day",
            "Format",
            "Encoding",
            "Size",
            "SHA-256",
            "Kind",
          ],
      ...[2, 3, 4, 5, 9],
    ),
    rows: rows.map((row) => [
      row.file,
      tableName(row.table, lang),
      ...[row.rows_read, row.rows_accepted, row.rows_rejected, row.rows_unchanged].map((n) => formatNumber(n, lang)),
      day(row.latest_day, lang),
      row.format,
      row.encoding,
      `${formatNumber(row.bytes / 1000, lang, row.bytes < 100_000 ? 1 : 0)} kB`,
      row.sha256.slice(0, 8),
      row.is_synthetic ? (lang === "nl" ? "voorbeelddata" : "sample data") : lang === "nl" ? "echt" : "real",
    ]),
  }),
);

export const rejectedTable: Part<RejectedRow> = tablePart(
  { nl: "Geweigerde rijen per regel", en: "Rejected rows by rule" },
  { nl: "Er zijn geen rijen geweigerd.", en: "No rows were rejected." },
  (rows, lang) => ({
    columns: columns(
      lang === "nl" ? ["Tabel", "Kolom", "Regel", "Reden", "Rijen"] : ["Table", "Column", "Rule", "Reason", "Rows"],
      4,
    ),
    rows: rows.map((row) => [
      tableName(row.table, lang),
      row.column,
      row.rule,
      row.message[lang],
      formatNumber(row.rows, lang),
    ]),
  }),
);

const results: Record<CheckRow["result"], Record<Lang, string>> = {
  pass: { nl: "✓ in orde", en: "✓ pass" },
  warning: { nl: "◐ waarschuwing", en: "◐ warning" },
  fail: { nl: "▲ mislukt", en: "▲ fail" },
};
const severities: Record<CheckRow["severity"], Record<Lang, string>> = {
  blocking: { nl: "houdt de lading tegen", en: "stops the load" },
  warning: { nl: "waarschuwt", en: "warns" },
};

const checkTable: Part<CheckRow> = tablePart(
  { nl: "Controles van deze lading", en: "Checks of this load" },
  { nl: "Er zijn geen controles gedaan.", en: "No checks were run." },
  (rows, lang) => ({
    columns: columns(
      lang === "nl"
        ? ["Controle", "Fase", "Gevolg", "Uitslag", "Bericht", "Rijen"]
        : ["Check", "Stage", "Effect", "Result", "Message", "Rows"],
      5,
    ),
    rows: rows.map((row) => [
      row.id,
      row.stage,
      severities[row.severity][lang],
      results[row.result][lang],
      row.message[lang],
      formatNumber(row.rows, lang),
    ]),
  }),
);

/** What needs a look stands open; checks that passed are behind one line. */
export const checksTable: Part<CheckRow> = (rows, surroundings) => {
  const { document, lang } = surroundings;
  const nl = lang === "nl";
  const passed = rows.filter(({ result }) => result === "pass");
  const others = rows.filter(({ result }) => result !== "pass");
  if (passed.length === 0) return checkTable(rows, surroundings);
  const all = count(rows.length, nl ? "controles" : "checks", lang);
  const head = nl
    ? `${formatNumber(passed.length, lang)} van de ${all} in orde`
    : `${formatNumber(passed.length, lang)} of ${all} passed`;
  return html(
    document,
    "div",
    {},
    ...(others.length === 0 ? [] : [checkTable(others, surroundings)]),
    folded(document, head, checkTable(passed, surroundings)),
  );
};

const publishedFigures: Part<PublishedRow> = tablePart(
  { nl: "Gepubliceerde cijfers met hun bron", en: "Published figures with their source" },
  { nl: "Er zijn geen gepubliceerde cijfers.", en: "There are no published figures." },
  publishedCells,
);

/** Every published figure, behind one line that says how many there are. */
export const publishedTable: Part<PublishedRow> = (rows, surroundings) => {
  const { document, lang } = surroundings;
  const table = publishedFigures(rows, surroundings);
  if (rows.length === 0) return table;
  const number = formatNumber(rows.length, lang);
  const title = lang === "nl" ? `${number} cijfers met hun bron` : `${number} figures with their source`;
  return folded(document, title, table);
};

export const reachTable: Part<ReachRow> = tablePart(
  {
    nl: "Brutobereik: elk kanaal telt volgens zijn eigen definitie, tel ze niet op",
    en: "Gross reach: each channel counts by its own definition, do not add them up",
  },
  { nl: "Er is geen bereik geladen.", en: "No reach was loaded." },
  (rows, lang) => ({
    columns: columns(
      lang === "nl"
        ? ["Campagne", "Schooljaar", "Kanaal", "Definitie", "Bereik"]
        : ["Campaign", "School year", "Channel", "Definition", "Reach"],
      4,
    ),
    rows: rows.map(({ campaign, school_year, channel, definition, value, flag }) => [
      campaign,
      school_year,
      channel,
      definition,
      (value === null ? "x" : formatNumber(value, lang)) + (flag === null ? "" : ` (${flag})`),
    ]),
  }),
);

export const loadsTable: Part<LoadRow> = tablePart(
  { nl: "Ladingen, de laatste eerst", en: "Loads, the last one first" },
  { nl: "Er is nog niets geladen.", en: "Nothing was loaded yet." },
  (rows, lang) => ({
    columns: columns(
      lang === "nl"
        ? ["Lading", "Peildatum", "Versie", "Bestanden", "Gelezen", "Aanvaard", "Geweigerd", "Onveranderd"]
        : ["Load", "As of", "Version", "Files", "Read", "Accepted", "Rejected", "Unchanged"],
      ...[3, 4, 5, 6, 7],
    ),
    rows: rows.map((row) => [
      ...[row.load_id, day(row.as_of, lang), row.version],
      ...[row.files, row.rows_read, row.rows_accepted, row.rows_rejected, row.rows_unchanged].map((n) =>
        formatNumber(n, lang),
      ),
    ]),
  }),
);

export const provenanceTable: Part<ProvenanceRow> = tablePart(
  { nl: "Uit welke bestanden elke indicator berekend is", en: "The files that each indicator was computed from" },
  { nl: "Er zijn nog geen indicatoren.", en: "There are no indicators yet." },
  (rows, lang) => ({
    columns: columns(
      lang === "nl"
        ? ["Indicator", "Code", "Bestanden", "Aanvaarde rijen"]
        : ["Indicator", "Code", "Files", "Accepted rows"],
      3,
    ),
    rows: rows.map(({ name, codes, files, rows: accepted }) => [
      name[lang],
      codes,
      files.join(", "),
      formatNumber(accepted, lang),
    ]),
  }),
);
