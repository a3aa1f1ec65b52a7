import type { FileRow, LoadRow, ProvenanceRow } from "../../data/data/rows.ts";
import type { Part } from "../figure/chart.ts";
import { columns, day, tablePart } from "../figure/tablePart.ts";
import { tableName } from "../words/tableNames.ts";
import { formatNumber } from "../words/words.ts";

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

export const loadsTable: Part<LoadRow> = tablePart(
  { nl: "Inleesbeurten, de laatste eerst", en: "Loads, the last one first" },
  { nl: "Er is nog niets geladen.", en: "Nothing was loaded yet." },
  (rows, lang) => ({
    columns: columns(
      lang === "nl"
        ? ["Inleesbeurt", "Peildatum", "Versie", "Bestanden", "Gelezen", "Aanvaard", "Geweigerd", "Onveranderd"]
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
