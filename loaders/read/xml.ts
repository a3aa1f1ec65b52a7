import { Parser } from "htmlparser2";
import { MAX_LINE_BYTES, MAX_XML_DEPTH } from "./limits.ts";

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

/** Reads XML as a stream. Entities that a document declares itself are not expanded; depth and length of a piece are bounded. Throws an `Error` that says what is wrong. */
export function xmlReader({ open, text, close }: XmlHandler): XmlReader {
  let decoder: TextDecoder | undefined;
  let depth = 0;
  let elements = 0;
  let silent = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        silent = 0;
        elements++;
        if (++depth > MAX_XML_DEPTH) throw new Error("XML is nested too deep");
        open?.(local(name), attributes);
      },
      ontext(data) {
        silent = 0;
        text?.(data);
      },
      onclosetag(name) {
        depth--;
        close?.(local(name));
      },
    },
    { xmlMode: true },
  );
  return {
    write(bytes) {
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
      silent += bytes.length;
      parser.write(decoder.decode(bytes, { stream: true }));
      if (silent > MAX_LINE_BYTES) throw new Error("one piece of XML is longer than 10 MB");
    },
    end() {
      if (depth !== 0 || elements === 0) throw new Error("XML stops halfway");
      parser.end();
    },
  };
}
