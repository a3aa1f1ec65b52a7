import { inflateSync } from "node:zlib";

/** Bytes of a PDF string, `(…)` with its escapes or `<…>` in hexadecimal. */
function bytes(token: string): Buffer {
  if (token.startsWith("<")) return Buffer.from(token.slice(1, -1).replace(/\s/g, ""), "hex");
  const named: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
  const text = token
    .slice(1, -1)
    .replace(/\\([0-7]{1,3}|\r?\n|[\s\S])/g, (_, code: string) =>
      /^[0-7]/.test(code)
        ? String.fromCharCode(Number.parseInt(code, 8))
        : /^\r?\n/.test(code)
          ? ""
          : (named[code] ?? code),
    );
  return Buffer.from(text, "latin1");
}

const STRING = String.raw`\((?:[^\\()]|\\[\s\S]|\([^\\()]*\))*\)|<[0-9A-Fa-f\s]*>`;

/** Text of a string in the document's own dictionaries: UTF-16 after its mark, else ASCII. */
function words(token: string): string {
  const content = bytes(token);
  return content[0] === 0xfe && content[1] === 0xff
    ? content.subarray(2).swap16().toString("utf16le")
    : content.toString("latin1");
}

/** What a PDF without object streams says: the text of each page, and the strings under a key (`Alt`, `Title`, `Lang`). */
export function readPdf(pdf: Uint8Array) {
  const source = Buffer.from(pdf).toString("latin1");
  const objects = new Map<string, string>();
  for (const [, id = "", body = ""] of source.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\sendobj/g))
    objects.set(id, body);

  const stream = (id: string): string => {
    const [, dictionary = "", data = ""] =
      /^([\s\S]*?)\sstream\r?\n([\s\S]*)\r?\nendstream/.exec(objects.get(id) ?? "") ?? [];
    return dictionary.includes("FlateDecode") ? inflateSync(Buffer.from(data, "latin1")).toString("latin1") : data;
  };
  const letters = (font: string): Map<number, string> => {
    const id = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? "")?.[1] ?? "";
    return new Map(
      [...stream(id).matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gim)].map(([, glyph = "", text = ""]) => [
        Number.parseInt(glyph, 16),
        Buffer.from(text, "hex").swap16().toString("utf16le"),
      ]),
    );
  };
  const pageText = (page: string): string => {
    const fonts = new Map(
      [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = "", id = ""]) => [name, letters(id)]),
    );
    const content = stream(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? "");
    let font = new Map<number, string>();
    let text = "";
    for (const [token] of content.matchAll(
      new RegExp(String.raw`/(f\d+) [\d.]+ Tf|\bET\b|<<[\s\S]*?>>|${STRING}`, "g"),
    )) {
      if (token.startsWith("/")) font = fonts.get(token.slice(1).split(" ")[0] ?? "") ?? new Map();
      else if (token === "ET") text += " ";
      else if (!token.startsWith("<<")) {
        const glyphs = bytes(token);
        for (let at = 0; at + 1 < glyphs.length; at += 2) text += font.get(glyphs.readUInt16BE(at)) ?? "\ufffd";
      }
    }
    return text.replace(/\s+/g, " ");
  };
  return {
    source,
    pages: [...objects.values()].filter((body) => /\/Type \/Page\s/.test(body)).map(pageText),
    strings: (key: string): string[] =>
      [...objects.values()].flatMap((body) =>
        [
          ...body
            .split(/\sstream\r?\n/, 1)
            .join("")
            .matchAll(new RegExp(`/${key} (${STRING})`, "g")),
        ].map(([, token = ""]) => words(token)),
      ),
  };
}
