import { createHash } from "node:crypto";

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const decode = (text: string) =>
  text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const hashes = (html: string, pattern: RegExp, read = (text: string) => text) =>
  [...new Set([...html.matchAll(pattern)].map(([, text = ""]) => hash(read(text))))].sort();

/** A Content-Security-Policy that lets a page load its own files and run or apply only the inline text that stands in it. */
export function policy(html: string): string {
  const scripts = hashes(html, /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g);
  const styles = hashes(html, /<style[^>]*>([\s\S]*?)<\/style>/g);
  const attributes = hashes(html, /<[^>]*\sstyle="([^"]*)"/g, decode);
  const isReactive = /<script\b/.test(html);
  return [
    "default-src 'none'",
    `style-src ${["'self'", ...styles, ...(attributes.length ? ["'unsafe-hashes'", ...attributes] : [])].join(" ")}`,
    "font-src 'self'",
    "img-src 'self'",
    ...(isReactive ? [`script-src ${["'self'", ...scripts].join(" ")}`, "connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
