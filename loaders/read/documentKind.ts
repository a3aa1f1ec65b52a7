const HTML =
  /^\s*(<\?xml[^>]*>\s*)?(<!--(?:(?!-->)[\s\S])*-->\s*)*<(!doctype\s+html|(html|head|body|title|meta|script|table|div|p|h1)[\s>])/i;
/** An object, or a list of them: a name of a column may begin with a bracket, but no quote or second bracket follows there. */
const JSON_TEXT = /^\s*(\{\s*["}]|\[\s*["{[\]])/;
/** Comments and declarations may stand in front, but not for long. */
const SEARCHED = 16_384;

/** What a text is when it begins as another document than a table: a portal's error page or answer is often saved under the name of the export. */
export function documentKind(text: string): "a web page" | "JSON" | "XML" | null {
  const start = text.slice(0, SEARCHED).replace(/^\ufeff/, "");
  if (HTML.test(start)) return "a web page";
  if (JSON_TEXT.test(start)) return "JSON";
  return /^\s*<(\?xml|!--|!doctype)/i.test(start) ? "XML" : null;
}

/** The same of the first bytes of a file. */
export const documentKindOf = (head: Uint8Array): ReturnType<typeof documentKind> =>
  documentKind(new TextDecoder(head[0] === 0xff && head[1] === 0xfe ? "utf-16le" : "utf-8").decode(head));
