import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import type { Browser, Page, Response } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { langs, pathOf, slugs } from "../../src/site/pages.ts";
import { serveSite } from "../../src/site/serve.ts";
import { shared, sharedSite } from "../sharedSample.ts";
import { findBrowser, openBrowser } from "./browser.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Of a dark page nothing but the colours differs. */
const colours = ["color-contrast", "link-in-text-block"];
const pages = ["/index", ...langs.flatMap((lang) => slugs.map((slug) => pathOf(lang, slug)))];
const widths = [360, 1280];

const executable = findBrowser();
const isRequired = process.env.REQUIRE_BROWSER === "1";
if (!executable && !isRequired) console.log("browser tests skipped: no Chromium at CHROME_PATH or on the path");

describe.skipIf(!executable && !isRequired)("the built pages in a browser", () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;

  beforeAll(async () => {
    if (!executable) throw new Error("no Chromium at CHROME_PATH or on the path");
    const own = process.env.STEMPEIL_DIST;
    if (!own) await sharedSite();
    site = await serveSite(own ?? shared.site, 4400);
    browser = await openBrowser(executable);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Opens a page and notes what a reader never should meet. */
  async function open(path: string, options: Parameters<Browser["newContext"]>[0] = {}) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const faults: string[] = [];
    const elsewhere: string[] = [];
    const responses: Response[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(site.url)) elsewhere.push(request.url());
    });
    page.on("response", (response) => responses.push(response));
    await page.goto(`${site.url}${path}.html`, { waitUntil: "networkidle" });
    let weight = 0;
    for (const response of [...responses]) weight += gzipSync(await response.body()).length;
    return { page, faults, elsewhere, weight, close: () => context.close() };
  }

  const overflow = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  /** Labels of a picture that stand on one another or outside it, of the pictures that are shown at this width. */
  const crossings = (page: Page) =>
    page.evaluate(() => {
      const found: string[] = [];
      for (const fold of document.querySelectorAll("details")) fold.open = true;
      for (const picture of document.querySelectorAll("figure.chart > svg")) {
        if (getComputedStyle(picture).display === "none") continue;
        const frame = picture.getBoundingClientRect();
        const labels = [...picture.querySelectorAll("text")]
          .filter(({ textContent }) => textContent?.trim())
          .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }));
        const name = picture.parentElement?.id;
        labels.forEach(({ text, box }, i) => {
          const sides = [
            frame.left - box.left,
            box.right - frame.right,
            frame.top - box.top,
            box.bottom - frame.bottom,
          ];
          if (Math.max(...sides) > 2) found.push(`${name}: ${text} stands outside`);
          for (const other of labels.slice(i + 1)) {
            const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
            const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
            if (wide > 2 && high > 0.35 * Math.min(box.height, other.box.height))
              found.push(`${name}: ${text} stands on ${other.text}`);
          }
        });
      }
      return found;
    });

  it.each(pages)(
    "%s has no console error, no request elsewhere, no sideways scroll, no label on another, and weighs at most 70 kB",
    async (path) => {
      const opened = await open(path, { viewport: { width: 360, height: 800 } });
      expect(opened.faults).toEqual([]);
      expect(opened.elsewhere).toEqual([]);
      expect(await overflow(opened.page)).toBe(0);
      // the page of all definitions alone may weigh more than 60 kB
      expect(opened.weight).toBeLessThanOrEqual(path.endsWith("/methods") ? 70_000 : 60_000);
      expect(await crossings(opened.page)).toEqual([]);
      await opened.page.setViewportSize({ width: 1440, height: 900 });
      const folded = await opened.page.evaluate(() => {
        for (const fold of document.querySelectorAll("details")) fold.open = false;
        return document.documentElement.scrollHeight;
      });
      if (!path.endsWith("/methods")) expect(folded).toBeLessThanOrEqual(4500);
      expect(await crossings(opened.page)).toEqual([]);
      expect(await overflow(opened.page)).toBe(0);
      if (process.env.SHOW_WEIGHTS) console.log(`${path} ${(opened.weight / 1000).toFixed(1)} kB`);
      await opened.close();
    },
  );

  it.each(pages)(
    "%s has no axe violation at two widths, light and dark",
    async (path) => {
      const opened = await open(path, { bypassCSP: true });
      await opened.page.evaluate(axeSource);
      await opened.page.evaluate(() => {
        for (const closed of document.querySelectorAll("details")) closed.open = true;
      });
      // Colours take four fifths of the time: of the one language they are looked at in light and dark; both have one style.
      const isFirst = !path.includes("/en/");
      for (const width of widths)
        for (const colorScheme of ["light", "dark"] as const) {
          const withColours = isFirst
            ? colorScheme === "light" || width === 360
            : colorScheme === "light" && width === 360;
          if (colorScheme === "dark" && !withColours) continue;
          await opened.page.setViewportSize({ width, height: 800 });
          await opened.page.emulateMedia({ colorScheme });
          const options =
            colorScheme === "dark"
              ? { runOnly: { type: "rule", values: colours } }
              : {
                  runOnly: { type: "tag", values: tags },
                  rules: Object.fromEntries(colours.map((rule) => [rule, { enabled: withColours }])),
                };
          const violations = await opened.page.evaluate(async (options) => {
            // @ts-expect-error: axe comes with the script that was put into the page
            const { violations } = await axe.run(document, { ...options, resultTypes: ["violations"] });
            return violations.map(
              (found: { id: string; nodes: { html: string }[] }) => `${found.id}: ${found.nodes[0]?.html}`,
            );
          }, options);
          expect(violations, `${width} px, ${colorScheme}`).toEqual([]);
        }
      await opened.close();
    },
    60_000,
  );

  it("shows the first chart without JavaScript, with its table and its text alternative", async () => {
    const { page, close } = await open("/dashboards/nl/benchmarks", { javaScriptEnabled: false });
    const chart = page.locator("figure.chart").first();
    const picture = chart.getByRole("img");
    expect(await picture.count()).toBe(1);
    expect(await picture.isVisible()).toBe(true);
    expect((await picture.getAttribute("aria-label"))?.length).toBeGreaterThan(40);
    await chart.locator("summary").first().click();
    expect(await chart.locator("table.data").isVisible()).toBe(true);
    expect(await chart.locator("table.data tbody tr").count()).toBeGreaterThan(1);
    await close();
  });

  it("switches the language on the same page", async () => {
    const { page, close } = await open("/dashboards/nl/girls-in-stem");
    await page.getByRole("link", { name: "English" }).click();
    expect(page.url()).toBe(`${site.url}/dashboards/en/girls-in-stem.html`);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await close();
  });
});
