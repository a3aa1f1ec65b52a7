import { once } from "node:events";
import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { parse } from "csv-parse/sync";
import { Zip, ZipDeflate } from "fflate";
import { type Random, seededRandom } from "../statistics/random.ts";

/** Writes lines in portions, so that a large file costs no memory. */
async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
  const stream = createWriteStream(path);
  let portion: string[] = [];
  for (const line of lines) {
    portion.push(line);
    if (portion.length < 5000) continue;
    if (!stream.write(`${portion.join("\n")}\n`)) await once(stream, "drain");
    portion = [];
  }
  stream.end(portion.length > 0 ? `${portion.join("\n")}\n` : "");
  await finished(stream);
}

const column = (file: string, name: string): string[] =>
  parse(readFileSync(join("sample", "exports", file)), { columns: true, bom: true }).map(
    (row: unknown) => (row as Record<string, string>)[name] ?? "",
  );
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const day = (random: Random, first: string, days: number): Date =>
  new Date(Date.parse(first) + Math.floor(random() * days) * 86_400_000);
const iso = (date: Date) => date.toISOString().slice(0, 10);

export const LECTURE_COLUMNS =
  "lecture_id,programme,status,held_on,school_id,site_id,lecturer_id,teacher_id,stage,students,girls,recorded_on,theme";

/** Rows of lectures as the sample's schools could have had; about one in a thousand is broken. */
function* lectureRows(rows: number): Generator<string[]> {
  const random = seededRandom(1);
  const schools = column("schools.csv", "school_id");
  const lecturers = column("lecturers.csv", "lecturer_id").filter((id) => /^G\d{4}$/.test(id));
  for (let i = 1; i <= rows; i++) {
    const held = day(random, "2016-09-01", 3400);
    const students = 8 + Math.floor(random() * 18);
    const isBroken = random() < 0.001;
    yield [
      `L${String(i).padStart(7, "0")}`,
      pick(random, ["stem_ovk", "ovk"]),
      "held",
      isBroken ? "2025-02-30" : iso(held),
      pick(random, schools),
      "1",
      pick(random, lecturers),
      `T${Math.floor(random() * 90_000)}`,
      pick(random, ["1", "2", "3"]),
      String(students),
      random() < 0.2 ? "" : String(Math.floor(random() * students)),
      iso(new Date(held.valueOf() + Math.floor(random() * 30) * 86_400_000)),
      pick(random, ["career", "technology", "entrepreneurship", "sustainability", "health", "digital"]),
    ];
  }
}

export async function writeLectures(path: string, rows: number): Promise<void> {
  await writeLines(
    path,
    (function* () {
      yield LECTURE_COLUMNS;
      for (const cells of lectureRows(rows)) yield cells.join(",");
    })(),
  );
}

const ENROLMENT_COLUMNS =
  "hoofdstructuur_inschrijving_code,hoofdstructuur,graad_so_code,graad_so,leerjaar_code,leerjaar,onderwijsvorm,finaliteit,domein,studierichting,administratieve_groep,opleidingsvorm,type_buitengewoon_onderwijs,onderwijsnet,soort_inrichtende_macht,schoolbestuur,scholengemeenschap,geslacht,belg_nietbelg,taal_code,school_krijgt_omkadering_gok,vestiging_provincie_naam,vestiging_fusiegemeente_naam,vestigingsplaats_adres,instellingsnummer,intern_volgnr_vpl,aantal_inschrijvingen";
const TRACKS = [
  "Wetenschappen",
  "Economie-wetenschappen",
  "Latijn",
  "Moderne talen",
  "Industriële wetenschappen",
  "Biotechnologische en chemische STEM-wetenschappen",
  "Lassen-constructie",
  "Verzorging",
  "Handel",
  "Elektromechanische technieken",
];

/** Rows of the ministry's open data on enrolments, several for one track and site. */
export async function writeEnrolments(path: string, rows: number): Promise<void> {
  const random = seededRandom(2);
  const schools = column("schools.csv", "school_id");
  await writeLines(
    path,
    (function* () {
      yield ENROLMENT_COLUMNS;
      for (let i = 0; i < rows; i++) {
        const isOrdinary = random() > 0.1;
        const stage = pick(random, ["1", "2", "3"]);
        const year = pick(random, ["1", "2"]);
        const form = stage === "1" ? "" : pick(random, ["aso", "tso", "bso", "kso"]);
        const finality =
          stage === "1" ? "" : pick(random, ["Doorstroomfinaliteit", "Dubbele finaliteit", "Arbeidsmarktfinaliteit"]);
        yield [
          ...(isOrdinary ? ["311", "Voltijds gewoon secundair onderwijs"] : ["211", "Gewoon lager onderwijs"]),
          ...[stage, `${stage}e graad`, year, `${year}e leerjaar${stage === "1" ? " A" : ""}`, form, finality],
          ...["STEM", pick(random, TRACKS), `${stage}${form}`, "", "", "Vrij gesubsidieerd onderwijs", "vzw"],
          ...["Voorbeeldbestuur", "", pick(random, ["Vrouwelijk", "Mannelijk"]), pick(random, ["Belg", "Niet-Belg"])],
          ...[pick(random, ["N", "F"]), pick(random, ["N", "J"]), "Antwerpen", "Antwerpen"],
          ...['"Antwerpen, Voorbeeldstraat 1"', pick(random, schools), "1"],
          random() < 0.001 ? "circa 4" : String(1 + Math.floor(random() * 12)),
        ].join(",");
      }
    })(),
  );
}

const letters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);
const SERIAL_OF_1970 = 25_569;
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A workbook of lectures as Excel writes one: shared texts, dates as serial numbers, and further columns up to `width`. */
export async function writeWorkbook(path: string, rows: number, width: number): Promise<void> {
  const names = LECTURE_COLUMNS.split(",");
  const others = Array.from({ length: width - names.length }, (_, i) => `extra ${i + 1}`);
  const shared = new Map<string, number>();
  const index = (text: string): number => {
    if (!shared.has(text)) shared.set(text, shared.size);
    return shared.get(text) ?? 0;
  };
  const cell = (text: string, at: number, line: number): string => {
    const place = `r="${letters(at)}${line}"`;
    if (text === "") return "";
    if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)))
      return `<c ${place} s="1"><v>${Date.parse(text) / 86_400_000 + SERIAL_OF_1970}</v></c>`;
    return /^\d+([.]\d+)?$/.test(text)
      ? `<c ${place}><v>${text}</v></c>`
      : `<c ${place} t="s"><v>${index(text)}</v></c>`;
  };
  const row = (cells: string[], line: number) =>
    `<row r="${line}">${cells.map((text, at) => cell(text, at, line)).join("")}</row>`;
  const stream = createWriteStream(path);
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    stream.write(chunk);
  });
  const add = (name: string, parts: Iterable<string>) => {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    for (const part of parts) entry.push(Buffer.from(part));
    entry.push(new Uint8Array(), true);
  };
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  add("[Content_Types].xml", ["<Types/>"]);
  add("_rels/.rels", [`<Relationships>${relation("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`]);
  add("xl/workbook.xml", [
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="data" r:id="s1"/></sheets></workbook>`,
  ]);
  add("xl/_rels/workbook.xml.rels", [
    `<Relationships>${relation("s1", "worksheet", "worksheets/sheet1.xml")}${relation("t1", "styles", "styles.xml")}${relation("t2", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
  ]);
  add("xl/styles.xml", ['<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>']);
  const random = seededRandom(3);
  add(
    "xl/worksheets/sheet1.xml",
    (function* () {
      yield `<worksheet xmlns="${main}"><sheetData>${row([...names, ...others], 1)}`;
      let line = 1;
      for (const cells of lectureRows(rows)) {
        line++;
        const extra = others.map((_, i) =>
          i % 3 === 0 ? pick(random, ["Voorbeeld", "Peil", "Wel & niet"]) : String(Math.floor(random() * 10_000) / 10),
        );
        yield row([...cells, ...extra], line);
      }
      yield "</sheetData></worksheet>";
    })(),
  );
  add(
    "xl/sharedStrings.xml",
    (function* () {
      yield "<sst>";
      for (const text of shared.keys()) yield `<si><t>${escaped(text)}</t></si>`;
      yield "</sst>";
    })(),
  );
  zip.end();
  stream.end();
  await finished(stream);
}
