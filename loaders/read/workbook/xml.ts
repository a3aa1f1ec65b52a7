import { Tokenizer } from "htmlparser2";
import { MAX_LINE_BYTES, MAX_XML_DEPTH } from "../limits.ts";

/** What is told of an XML document; names come without their prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Takes the bytes of an XML document piece by piece. */
export interface XmlReader {
  write(bytes: Uint8Array): void;
  end(): void;
}

const local = (name: string) => {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
};

const encodingOf = ([first, second]: Uint8Array) =>
  first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";

/**
 * Reads XML as a stream. Entities that a document declares itself are not expanded; depth and length of a piece are bounded. Throws an `Error`
 * that says what is wrong. The tokenizer is heard without the parser around it, which would double the time that a large sheet takes.
 */
export function xmlReader({ open, text, close }: XmlHandler): XmlReader {
  let decoder: TextDecoder | undefined;
  const within: string[] = [];
  let elements = 0;
  let silent = 0;
  /** The part of the document that the tokenizer may still point at, and where it begins. */
  let held = "";
  let start = 0;
  let told = 0;
  let name = "";
  let attribute = "";
  let value = "";
  let attributes: Record<string, string> = {};

  const slice = (from: number, to: number): string => {
    told = to;
    return held.slice(from - start, to - start);
  };
  const opened = () => {
    silent = 0;
    elements++;
    if (within.push(name) > MAX_XML_DEPTH) throw new Error("XML is nested too deep");
    open?.(local(name), attributes);
  };
  const closed = (ended: string) => {
    const last = within.pop();
    if (last !== ended) throw new Error(`XML is not well formed: ${last ?? "nothing"} ends as ${ended}`);
    close?.(local(ended));
  };
  const heard = (data: string) => {
    silent = 0;
    text?.(data);
  };
  const ignore = () => {};
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      onopentagname(from, to) {
        name = slice(from, to);
        attributes = {};
      },
      onattribname(from, to) {
        attribute = slice(from, to);
        value = "";
      },
      onattribdata(from, to) {
        value += slice(from, to);
      },
      onattribentity(codepoint) {
        value += String.fromCodePoint(codepoint);
      },
      onattribend() {
        attributes[attribute] = value;
      },
      onopentagend: opened,
      onselfclosingtag() {
        opened();
        closed(name);
      },
      onclosetag: (from, to) => closed(slice(from, to)),
      ontext: (from, to) => heard(slice(from, to)),
      ontextentity: (codepoint) => heard(String.fromCodePoint(codepoint)),
      oncdata: (from, to, offset) => heard(slice(from, to - offset)),
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  );
  return {
    write(bytes) {
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
      silent += bytes.length;
      const chunk = decoder.decode(bytes, { stream: true });
      held = held.slice(told - start) + chunk;
      start = told;
      tokenizer.write(chunk);
      if (silent > MAX_LINE_BYTES) throw new Error("one piece of XML is longer than 10 MB");
    },
    end() {
      if (within.length > 0 || elements === 0) throw new Error("XML stops halfway");
      tokenizer.end();
    },
  };
}
