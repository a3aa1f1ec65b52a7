import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSite } from "../../../src/site/build.ts";
import { langs, pathOf, slugs } from "../../../src/site/pages.ts";
import { shared, sharedSite } from "../../sharedSample.ts";

const { pageData, site: dist } = shared;
const folder = mkdtempSync(join(tmpdir(), "stempeil-build-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const filesOf = (site: string) =>
  (readdirSync(site, { recursive: true }) as string[]).filter((file) => statSync(join(site, file)).isFile()).sort();
const fingerprint = (site: string) =>
  filesOf(site).map(
    (file) =>
      `${file} ${createHash("sha256")
        .update(readFileSync(join(site, file)))
        .digest("hex")}`,
  );

describe("buildSite(options)", () => {
  beforeAll(sharedSite);

  it("gives each page in both languages and nothing else", () => {
    const pages = langs.flatMap((lang) => slugs.map((slug) => `${pathOf(lang, slug).slice(1)}.html`));
    expect(filesOf(dist).filter((file) => file.endsWith(".html"))).toEqual([...pages, "index.html"].sort());
    expect(
      filesOf(dist).filter((file) => /\.(js|json|ts|md)$/.test(file) && !file.endsWith(".csv-metadata.json")),
    ).toEqual([]);
  });

  it("links only to what is there, relatively, so that the site works from any folder", () => {
    const missing: string[] = [];
    for (const page of filesOf(dist).filter((file) => file.endsWith(".html"))) {
      const html = readFileSync(join(dist, page), "utf8");
      const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
      for (const [, href = ""] of html.matchAll(/\shref="([^"]+)"/g)) {
        if (/^https?:/.test(href)) continue;
        const isThere = href.startsWith("#")
          ? ids.has(href.slice(1))
          : !href.startsWith("/") &&
            filesOf(dist).some((file) => join(dist, file) === resolve(dist, dirname(page), href.replace(/#.*$/, "")));
        if (!isThere) missing.push(`${page}: ${href}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it("gives the same bytes on a second build", async () => {
    const again = join(folder, "again");
    expect(await buildSite({ pageData, output: again, quiet: true })).toMatchObject({
      pages: langs.length * slugs.length + 1,
    });
    expect(fingerprint(again)).toEqual(fingerprint(dist));
  });

  it("leaves the old site whole when a build fails, and says why in one line", async () => {
    const old = join(folder, "old");
    cpSync(dist, old, { recursive: true });
    const broken = join(folder, "broken-data");
    cpSync(pageData, broken, { recursive: true });
    const overview = JSON.parse(readFileSync(join(broken, "overview.json"), "utf8"));
    delete overview.sections.funding;
    writeFileSync(join(broken, "overview.json"), JSON.stringify(overview));
    await expect(buildSite({ pageData: broken, output: old, quiet: true })).rejects.toThrow(
      /^unknown section: overview\.funding \(src\/dashboards\/\w\w\/overview\.md, fence "chart fundingSplit overview\.funding"\)$/,
    );
    expect(fingerprint(old)).toEqual(fingerprint(dist));
    expect(readdirSync(folder).filter((name) => name.includes("draft"))).toEqual([]);
  });

  it("leaves out pages for which nothing is loaded, and every way to them", async () => {
    const [few, output] = [join(folder, "few-data"), join(folder, "few")];
    cpSync(pageData, few, { recursive: true });
    const absent = ["quality", "campaigns", "funding", "plan"];
    for (const name of readdirSync(few)) {
      const data = JSON.parse(readFileSync(join(few, name), "utf8"));
      writeFileSync(join(few, name), JSON.stringify({ ...data, frame: { ...data.frame, absent } }));
    }
    await buildSite({ pageData: few, output, quiet: true });
    const wayTo = new RegExp(`(?:${absent.join("|")})(?:\\.html|-[a-z-]+\\.(?:csv|xlsx|svg|png))`);
    expect(filesOf(output).filter((file) => wayTo.test(file))).toEqual([]);
    for (const page of filesOf(output).filter((file) => file.endsWith(".html")))
      expect(wayTo.exec(readFileSync(join(output, page), "utf8"))?.[0], page).toBeUndefined();
    expect(readFileSync(join(output, "dashboards/nl/overview.html"), "utf8")).not.toContain("Geld en campagnes");
  });

  it("does not clear a folder that holds something else", async () => {
    const other = join(folder, "other");
    mkdirSync(other);
    writeFileSync(join(other, "thesis.txt"), "keep");
    await expect(buildSite({ pageData, output: other, quiet: true })).rejects.toThrow(
      "output folder holds something else",
    );
    expect(readFileSync(join(other, "thesis.txt"), "utf8")).toBe("keep");
  });
});
