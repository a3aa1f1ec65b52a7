import writeExcelFile, { type Cell } from "write-excel-file/node";
import type { Lang, Telling } from "../../components/figure/chart.ts";
import { countDecimals, readNumber } from "./numbers.ts";

const format = (decimals: number, isShare: boolean) =>
  `#,##0${decimals ? `.${"0".repeat(decimals)}` : ""}${isShare ? "%" : ""}`;

/** A data table as a workbook: finding, measure and source above it, numbers as numbers. */
export async function writeXlsx({ title, subtitle, table }: Telling, lang: Lang, source: string): Promise<Buffer> {
  const cell = (text: string, isNumber: boolean): Cell => {
    const reading = isNumber ? readNumber(text, lang) : null;
    if (reading === null) return { value: text, type: String };
    const isShare = reading.unit === "%";
    return {
      value: isShare ? reading.value / 100 : reading.value,
      type: Number,
      format: format(countDecimals(text, lang), isShare),
    };
  };
  const head = table.columns.map(
    ({ label, isNumber }): Cell => ({
      value: label,
      type: String,
      fontWeight: "bold",
      align: isNumber ? "right" : "left",
    }),
  );
  const body = table.rows.map((row) => row.map((text, index) => cell(text, table.columns[index]?.isNumber ?? false)));
  const intro: Cell[][] = [
    [{ value: title, type: String, fontWeight: "bold" }],
    [{ value: subtitle, type: String }],
    [{ value: source, type: String }],
    [],
  ];
  const columns = table.columns.map(({ label }) => ({ width: Math.max(14, label.length + 2) }));
  const workbook = writeExcelFile([...intro, head, ...body], { columns, sheet: "STEMpeil" }, { fontSize: 11 });
  return withoutClock(await workbook.toBuffer());
}

/** The same table must give the same bytes: each entry of the archive says 1 January 1980 in place of the time of writing. */
export function withoutClock(zip: Buffer): Buffer {
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
  let at = zip.readUInt32LE(end + 16);
  for (let entry = zip.readUInt16LE(end + 10); entry > 0; entry--) {
    zip.writeUInt32LE(0x00210000, at + 12);
    zip.writeUInt32LE(0x00210000, zip.readUInt32LE(at + 42) + 10);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}
