/** True for the first bytes of a web page: a portal's error or log-in page is often saved under the name of the export. */
export function startsAsHtml(head: Uint8Array): boolean {
  const start = new TextDecoder(head[0] === 0xff && head[1] === 0xfe ? "utf-16le" : "utf-8").decode(
    head.slice(0, 1024),
  );
  return /^[\s\ufeff]*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html[\s>])/i.test(start);
}
