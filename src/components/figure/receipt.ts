import type { Meaning, Source } from "../../data/rows.ts";
import { html } from "../drawing/element.ts";
import { count } from "../words/nouns.ts";
import { flagWords } from "../words/values.ts";
import { formatDay } from "../words/words.ts";
import type { Lang } from "./chart.ts";
import { type Fact, facts } from "./facts.ts";

interface Received {
  rows: readonly unknown[];
  meaning: Meaning | null;
  sources: readonly Source[];
}

const FLAGS = ["p", "e", "b", "u", "c", "x", "z"] as const;

/** The flags that stand in the rows, with their words. */
function flagsIn(rows: readonly unknown[], lang: Lang): string[] {
  const found = new Set(
    rows.flatMap((row) => Object.values(row as object).filter((value) => typeof value === "string")),
  );
  return FLAGS.filter((flag) => found.has(flag)).map((flag) => `${flag}: ${flagWords(flag, lang)}`);
}

/** "lectures.csv (tot en met 2 maart 2026; SHA-256 0a1b2c3d; 4.575 rijen, waarvan 2 in quarantaine)" */
function fileLine({ file }: Source, lang: Lang): string | null {
  if (file === undefined) return null;
  const nl = lang === "nl";
  const day = file.latest_day === null ? [] : [`${nl ? "tot en met" : "up to"} ${formatDay(file.latest_day, lang)}`];
  const held =
    file.rows_rejected === 0
      ? ""
      : nl
        ? `, waarvan ${file.rows_rejected} in quarantaine`
        : `, ${file.rows_rejected} of them in quarantine`;
  const rows = `${count(file.rows_read, nl ? "rijen" : "rows", lang)}${held}`;
  return `${file.name} (${[...day, `SHA-256 ${file.sha256.slice(0, 8)}`, rows].join("; ")})`;
}

/** Where a figure comes from, behind one line: definition, unit, observations, flags, files and load. It opens without script and is printed. */
export function receipt(
  { rows, meaning, sources }: Received,
  { lang, document, loadId }: { lang: Lang; document: Document; loadId: string },
) {
  const nl = lang === "nl";
  const files = sources.flatMap((source) => fileLine(source, lang) ?? []);
  const flags = flagsIn(rows, lang);
  const list: (Fact | null)[] = [
    meaning === null ? null : [nl ? "Definitie" : "Definition", meaning.definition[lang]],
    meaning === null ? null : [nl ? "Eenheid" : "Unit", meaning.unit[lang]],
    [
      nl ? "Waarnemingen" : "Observations",
      nl
        ? `${rows.length}, elk met wat erbij hoort in het CSV-bestand`
        : `${rows.length}, each with what belongs to it in the CSV file`,
    ],
    flags.length === 0 ? null : [nl ? "Vlaggen" : "Flags", flags.join("; ")],
    files.length === 0 ? null : [nl ? "Bestanden" : "Files", files.join("; ")],
    [nl ? "Inleesbeurt" : "Load", loadId],
  ];
  return html(
    document,
    "details",
    { class: "receipt" },
    html(document, "summary", {}, nl ? "herkomst" : "provenance"),
    facts(document, ...list),
  );
}
