import { posix } from "node:path";
import { MAX_LINE_BYTES, MAX_PART_BYTES, MAX_SHARED_STRINGS } from "../limits.ts";
import type { Archive } from "./archive.ts";
import { INFLATE_LIMITS } from "./archive.ts";
import { type NumberKind, numberKind } from "./serial.ts";
import { type XmlHandler, xmlReader } from "./xml.ts";

export interface Sheet {
  name: string;
  /** Name of its part in the ZIP file. */
  part: string;
  hidden: boolean;
}

/** What the cells of every sheet refer to. */
export interface Workbook {
  sheets: Sheet[];
  from1904: boolean;
  /** Kind of number for each cell style. */
  styles: NumberKind[];
  strings: string[];
  /** Numbers are to be written with a decimal comma. */
  hasDecimalComma?: boolean;
}

async function readPart(archive: Archive, part: string, handler: XmlHandler, bytes = MAX_PART_BYTES): Promise<void> {
  const reader = xmlReader(handler);
  for await (const chunk of archive.inflate(part, { ...INFLATE_LIMITS, bytes })) reader.write(chunk);
  reader.end();
}

interface Relation {
  id: string;
  kind: string;
  part: string;
}

async function readRelations(archive: Archive, part: string): Promise<Relation[]> {
  const relations: Relation[] = [];
  const folder = posix.dirname(part);
  const find = (target: string) => {
    const wanted = posix.join("/", target.startsWith("/") ? "" : folder, target).slice(1);
    return archive.names.find((name) => name.toLowerCase() === wanted.toLowerCase()) ?? wanted;
  };
  await readPart(archive, posix.join(folder, "_rels", `${posix.basename(part)}.rels`), {
    open(name, { Id, Type = "", Target, TargetMode }) {
      if (name === "Relationship" && Id && Target && TargetMode !== "External")
        relations.push({ id: Id, kind: Type.slice(Type.lastIndexOf("/") + 1), part: find(Target) });
    },
  });
  return relations;
}

async function readStyles(archive: Archive, part: string): Promise<NumberKind[]> {
  const codes = new Map<number, string>();
  const styles: NumberKind[] = [];
  let inCellStyles = false;
  await readPart(archive, part, {
    open(name, { numFmtId, formatCode }) {
      if (name === "cellXfs") inCellStyles = true;
      else if (name === "numFmt" && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
      else if (name === "xf" && inCellStyles) {
        const id = Number(numFmtId ?? 0);
        styles.push(numberKind(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === "cellXfs") inCellStyles = false;
    },
  });
  return styles;
}

/** Excel writes a control character as `_x000D_`. */
export const plainText = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

async function readStrings(archive: Archive, part: string): Promise<string[]> {
  const strings: string[] = [];
  let string = "";
  let inText = false;
  let phonetic = false;
  await readPart(
    archive,
    part,
    {
      open(name) {
        if (name === "si") string = "";
        else if (name === "t") inText = !phonetic;
        else if (name === "rPh") phonetic = true;
      },
      text(data) {
        if (inText) string += data;
        if (string.length > MAX_LINE_BYTES) throw new Error("one text is longer than 10 MB");
      },
      close(name) {
        if (name === "t") inText = false;
        else if (name === "rPh") phonetic = false;
        else if (name === "si" && strings.push(plainText(string)) > MAX_SHARED_STRINGS)
          throw new Error(`more than ${MAX_SHARED_STRINGS} texts`);
      },
    },
    INFLATE_LIMITS.bytes / 2,
  );
  return strings;
}

/** Reads the list of sheets, the number formats and the shared texts. Throws an `Error` that says what is wrong. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const main = (await readRelations(archive, "")).find(({ kind }) => kind === "officeDocument")?.part;
  if (!main) throw new Error("it names no workbook");
  if (main.endsWith(".bin")) throw new Error("it is a binary workbook (.xlsb); save it as .xlsx");
  const relations = await readRelations(archive, main);
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readPart(archive, main, {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = ["1", "true"].includes(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
      const relation = relations.find((relation) => relation.id === id);
      if (relation?.kind !== "worksheet") return;
      sheets.push({
        name: attributes.name ?? "",
        part: relation.part,
        hidden: (attributes.state ?? "visible") !== "visible",
      });
    },
  });
  const part = (kind: string) => relations.find((relation) => relation.kind === kind)?.part;
  const [styles, strings] = [part("styles"), part("sharedStrings")];
  return {
    sheets,
    from1904,
    styles: styles ? await readStyles(archive, styles) : [],
    strings: strings ? await readStrings(archive, strings) : [],
  };
}
