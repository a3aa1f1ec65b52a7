/** How a number of a workbook is shown: as a number, with so many digits at least (`0001`), as a date (with or without a time), or an elapsed time. */
export type NumberKind = "number" | "date" | "elapsed" | `digits ${number}`;

const BUILT_IN_DATES = [
  [14, 22],
  [27, 36],
  [45, 45],
  [47, 47],
  [50, 58],
] as const;

/** The kind of a number format: its built-in number, or its code such as `dd/mm/yyyy`. */
export function numberKind(id: number, code?: string): NumberKind {
  if (code === undefined) {
    if (id === 46) return "elapsed";
    return BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to) ? "date" : "number";
  }
  const bare = code.replace(/"[^"]*"|\\.|[_*]./g, "").split(";")[0] ?? "";
  if (/^0{2,15}$/.test(bare)) return `digits ${bare.length}`;
  if (/\[(h+|m+|s+)\]/i.test(bare)) return "elapsed";
  return /[dmyhs]/i.test(bare.replace(/\[[^\]]*\]/g, "")) ? "date" : "number";
}

const SECONDS = 86_400;
const LAST_DAY = 2_958_465;
const two = (value: number) => String(value).padStart(2, "0");
const clock = (seconds: number) =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;

function dayText(serial: number, from1904: boolean): string {
  // the 1900 system counts a 29 February 1900 that never was
  if (!from1904 && serial === 60) return "1900-02-29";
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  return new Date(first + serial * SECONDS * 1000).toISOString().slice(0, 10);
}

/** A serial date of Excel as `yyyy-mm-dd`, with ` hh:mm:ss` when it has a time; a time alone as `hh:mm:ss`. Null for what is no date. */
export function serialText(value: number, kind: NumberKind, from1904: boolean): string | null {
  const seconds = Math.round(value * SECONDS);
  if ((kind !== "date" && kind !== "elapsed") || !(value >= 0) || value > LAST_DAY + 1) return null;
  if (kind === "elapsed" || value < 1) return clock(seconds);
  const day = dayText(Math.floor(seconds / SECONDS), from1904);
  const time = seconds % SECONDS;
  return time === 0 ? day : `${day} ${clock(time)}`;
}

const PLAIN = /^(?!-0$)-?(0|[1-9]\d*)(\.\d*[1-9])?$/;

/** A number of a workbook as plain digits: no exponent, and the 15 digits that Excel shows, so that 0.1 + 0.2 is 0.3. */
export function numberText(written: string): string {
  if (PLAIN.test(written) && (written.length <= 15 || !written.includes("."))) return written;
  const value = Number(written);
  // beyond 15 digits the last ones are lost: no number of ours is so large, and an identifier is spoilt
  if (Math.abs(value) >= 1e15) return value.toExponential().toUpperCase();
  if (written.trim() === "" || !Number.isFinite(value)) return written;
  const [digits = "", exponent] = String(Number(value.toPrecision(15)) + 0).split("e");
  if (exponent === undefined) return digits;
  const sign = digits.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = digits.replace("-", "").split(".");
  const point = whole.length + Number(exponent);
  const all = whole + fraction;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${all}`;
  return `${sign}${all.padEnd(point, "0").slice(0, point)}`;
}
