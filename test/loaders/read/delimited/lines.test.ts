import { isAscii, isUtf8 } from "node:buffer";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { openDelimited } from "../../../../loaders/read/delimited/delimited.ts";
import { decodeLines } from "../../../../loaders/read/delimited/encoding.ts";

const folder = mkdtempSync(join(tmpdir(), "stempeil-lines-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Letters of Windows-1252 that Latin 1 has no place for, and some that it has. */
const WINDOWS: Record<string, number> = { "€": 0x80, "–": 0x96, œ: 0x9c, é: 0xe9, ë: 0xeb };
const windows = (text: string) => Buffer.from([...text].map((letter) => WINDOWS[letter] ?? letter.charCodeAt(0)));
const rowsOf = async (name: string, bytes: Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const { delimiter, header, records } = openDelimited(path, name, () => 0);
  const rows = [];
  for await (const portion of records()) rows.push(...portion.map(({ cells }) => cells));
  return { delimiter, header, rows };
};

describe("decodeLines(bytes)", () => {
  it("reads each line in its own encoding, whatever stands beside it", () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ text: fc.stringMatching(/^[a-z ,;€–œéë]{0,20}$/), isUtf: fc.boolean() }), {
          maxLength: 12,
        }),
        (lines) => {
          // three letters of Windows-1252 can be one of UTF-8: no reader can tell
          fc.pre(lines.every(({ text }) => !isUtf8(windows(text)) || isAscii(windows(text))));
          const bytes = Buffer.concat(
            lines.map(({ text, isUtf }) =>
              Buffer.concat([isUtf ? Buffer.from(text) : windows(text), Buffer.from("\n")]),
            ),
          );
          expect(decodeLines(bytes)).toBe(lines.map(({ text }) => `${text}\n`).join(""));
        },
      ),
    ));

  it("loses no more than the last letter of a file that was cut off within it", () => {
    const whole = Buffer.from("naam\nRené\nZoë");
    expect(decodeLines(whole.subarray(0, -1))).toMatch(/^naam\nRené\nZo/);
  });
});

describe("openDelimited", () => {
  it("reads a file of which one line is Windows-1252 and the others UTF-8", async () => {
    const bytes = Buffer.concat([
      Buffer.from("naam;bedrag\nSociété;1\n"),
      windows(`${"Æ".replace("Æ", "œ")}ë – €;2\n`),
      Buffer.from("Zoë;3\n"),
    ]);
    expect((await rowsOf("mixed.csv", bytes)).rows).toEqual([
      ["Société", "1"],
      ["œë – €", "2"],
      ["Zoë", "3"],
    ]);
  });

  it("parts cells by a bar", async () =>
    expect(
      await rowsOf("bar.csv", Buffer.from('naam|bedrag|op\n"Ruimte | Co"|1,5|12/09/2025\nB|2|03/10/2025\n')),
    ).toMatchObject({
      delimiter: "|",
      header: ["naam", "bedrag", "op"],
      rows: [
        ["Ruimte | Co", "1,5", "12/09/2025"],
        ["B", "2", "03/10/2025"],
      ],
    }));
});
