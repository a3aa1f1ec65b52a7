import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { folders } from "../commands/options.ts";
import { pathOf, slugs } from "../src/site/pages.ts";
import { serveSite } from "../src/site/serve.ts";
import { findBrowser, openBrowser } from "../test/browser/browser.ts";

/** Takes the picture of each page for the README: the top of the English page, 1280 by 800 px. Needs a site in dist/ and Chromium. */
const output = join(import.meta.dirname, "pages");
const executable = findBrowser();
if (!executable) throw new Error("no Chromium at CHROME_PATH or on the path");
mkdirSync(output, { recursive: true });
const site = await serveSite(folders.public.site, 4700);
const browser = await openBrowser(executable);
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
for (const slug of slugs) {
  await page.goto(`${site.url}${pathOf("en", slug)}.html`, { waitUntil: "networkidle" });
  await page.screenshot({ path: join(output, `${slug}.jpg`), type: "jpeg", quality: 70 });
}
await browser.close();
await site.close();
console.log(`${slugs.length} pictures in docs/pages/`);
