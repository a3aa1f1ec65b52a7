import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Edition } from "../data/gate.ts";

/**
 * What a host should say with every file, beside the policy that stands in each page: only a header can forbid that a page is framed. The
 * internal edition is not to be found, nor to be kept by what stands between.
 */
export const headersOf = (edition: Edition): Record<string, string> => ({
  "Content-Security-Policy": "frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  ...(edition === "internal"
    ? { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow, noarchive" }
    : {}),
});

/** Writes those headers as static hosts read them: `_headers` (Netlify, Cloudflare Pages) and `.htaccess` (Apache); and `robots.txt` where none may come. */
export async function writeHeaders(site: string, edition: Edition): Promise<void> {
  const headers = Object.entries(headersOf(edition));
  const lines = headers.map(([name, value]) => `  ${name}: ${value}\n`).join("");
  await writeFile(join(site, "_headers"), `/*\n${lines}`);
  const sets = headers.map(([name, value]) => `  Header always set ${name} "${value}"\n`).join("");
  await writeFile(join(site, ".htaccess"), `<IfModule mod_headers.c>\n${sets}</IfModule>\n`);
  if (edition === "internal") await writeFile(join(site, "robots.txt"), "User-agent: *\nDisallow: /\n");
}
