import { closeSync, openSync, readSync } from "node:fs";
import { InputError } from "../errors.ts";
import { documentKindOf } from "./documentKind.ts";

/** A workbook with a password is an encrypted package in the container of old Excel files; its name stands in UTF-16. */
function oldOrProtected(path: string, shown: string): string {
  const mark = Buffer.from("EncryptedPackage", "utf16le");
  const part = Buffer.alloc(1024 * 1024);
  const file = openSync(path, "r");
  try {
    for (let at = 0, read = 1; read > 0; at += part.length - mark.length) {
      read = readSync(file, part, 0, part.length, at);
      if (part.subarray(0, read).includes(mark)) return `protected by a password: ${shown}; save it without a password`;
      if (read < part.length) break;
    }
  } finally {
    closeSync(file);
  }
  return `an old Excel file (.xls): ${shown}; save it as .xlsx`;
}

/** Throws an `InputError` that says what a file is when its first bytes are not those of an XLSX workbook. */
export function refuseOtherKinds(path: string, shown: string): void {
  const head = Buffer.alloc(64 * 1024);
  const file = openSync(path, "r");
  const bytes = head.subarray(0, readSync(file, head));
  closeSync(file);
  if (bytes.length === 0) throw new InputError(`empty file: ${shown}`, 3);
  const startsWith = (mark: string) => bytes.subarray(0, 4).toString("hex") === mark;
  if (startsWith("504b0304")) return;
  if (startsWith("d0cf11e0")) throw new InputError(oldOrProtected(path, shown), 3);
  const kind = documentKindOf(bytes) ?? "no ZIP file inside";
  throw new InputError(`not an Excel workbook: ${shown} is ${kind}`, 3);
}
