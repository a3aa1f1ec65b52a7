import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { buildSite } from "../../src/site/build.ts";
import { langs, pathOf, slugs } from "../../src/site/pages.ts";
import { serveSite } from "../../src/site/serve.ts";
import { shared, sharedPageData } from "../sharedSample.ts";
import { findBrowser, openBrowser } from "./browser.ts";
import { hostile, poison } from "./hostile.ts";

const executable = findBrowser();
const isRequired = process.env.REQUIRE_BROWSER === "1";
const folder = mkdtempSync(join(tmpdir(), "stempeil-hostile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!executable && !isRequired)("hostile texts in the place of every text of a page", () => {
  it("run nowhere and ask for nothing elsewhere, with the policy and without it", async () => {
    await sharedPageData();
    const pageData = join(folder, "data");
    mkdirSync(pageData);
    let texts = 0;
    for (const name of readdirSync(shared.pageData).filter((name) => name.endsWith(".json"))) {
      const poisoned = poison(JSON.parse(readFileSync(join(shared.pageData, name), "utf8")));
      texts += poisoned.texts;
      writeFileSync(join(pageData, name), JSON.stringify(poisoned.data));
    }
    expect(hostile.length).toBeGreaterThanOrEqual(60);
    expect(texts).toBeGreaterThan(5 * hostile.length);
    const output = join(folder, "dist");
    await buildSite({ pageData, output, quiet: true });
    const site = await serveSite(output, 4500);
    const browser = await openBrowser(executable ?? "");
    const faults: string[] = [];
    try {
      for (const bypassCSP of [false, true]) {
        const context = await browser.newContext({ bypassCSP });
        await context.exposeFunction("ran", () => faults.push("a text ran"));
        const page = await context.newPage();
        page.on("dialog", (dialog) => faults.push(dialog.message()));
        page.on("request", (request) => request.url().startsWith(site.url) || faults.push(request.url()));
        // the policy of a page follows from the page: with it, one language is enough
        const told = bypassCSP ? langs : langs.slice(0, 1);
        for (const path of ["/index", ...told.flatMap((lang) => slugs.map((slug) => pathOf(lang, slug)))]) {
          await page.goto(`${site.url}${path}.html`, { waitUntil: "load" });
          faults.push(
            ...(await page.evaluate(() => {
              for (const closed of document.querySelectorAll("details")) closed.open = true;
              const handlers = [...document.querySelectorAll("*")].flatMap((element) =>
                [...element.attributes].filter(
                  ({ name, value }) => name.startsWith("on") || /^\s*javascript:/i.test(value),
                ),
              );
              const foreign = [...document.querySelectorAll("script, iframe, object, embed, base, form, input")];
              return [
                ...handlers.map(({ name, value }) => `${name}=${value}`),
                ...foreign.map(({ outerHTML }) => outerHTML),
              ];
            })),
          );
          expect(faults, `${path}, ${bypassCSP ? "without" : "with"} the policy`).toEqual([]);
        }
        await context.close();
      }
    } finally {
      await browser.close();
      await site.close();
    }
  }, 180_000);
});
