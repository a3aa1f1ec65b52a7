import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { charts, parts } from "../components/index.ts";
import { removeAbsent, withoutAbsent } from "./absent.ts";
import { alone, isRunning } from "./alone.ts";
import { siteConfig } from "./config.ts";
import { writeDownloads } from "./downloads/downloads.ts";
import { refuseOtherEdition } from "./edition.ts";
import type { Drawn, Registry } from "./fence.ts";
import { type Assets, finishPage, isReactive } from "./finish.ts";
import { writeHeaders } from "./headers.ts";
import { answerForRegistry } from "./offline.ts";
import { readPageData } from "./pageData.ts";
import { finishPlacing, placeSite } from "./place.ts";

interface BuildOptions {
  /** Folder of `<page>.json`. */
  pageData: string;
  output: string;
  quiet?: boolean;
  registry?: Registry;
}

/**
 * Builds the site beside its place and puts it there when it is whole, so that a failed build leaves the old site standing and a reader never
 * meets a gap; of two builds at once the second puts its site in place after the first.
 * Framework runs in this process: a fault in a fence comes back as an error with one line, and the downloads of a figure are
 * written while the other pages are drawn.
 */
export async function buildSite({ pageData, output, quiet, registry = { charts, parts } }: BuildOptions) {
  const start = performance.now();
  const target = resolve(output);
  if (existsSync(target) && (await readdir(target)).length > 0 && !existsSync(join(target, "index.html")))
    throw new Error(`output folder holds something else than a site: ${output}`);
  const { is_internal, absent = [] } = readPageData(pageData, "overview").frame;
  const edition = is_internal ? "internal" : "public";
  refuseOtherEdition(target, edition);
  await removeDrafts(target);
  const placing = <T>(work: () => T) => alone(`${target}.lock`, async () => work());
  const draft = `${target}.draft-${process.pid}`;
  const downloads = new Map<string, Promise<void>>();
  try {
    await mkdir(draft, { recursive: true });
    await placing(() => finishPlacing(target));
    const onFigure = (drawn: Drawn) => {
      if (absent.some((slug) => drawn.name.startsWith(`${slug}-`))) return;
      const name = `${drawn.lang}/${drawn.name}`;
      if (downloads.has(name)) return;
      const written = writeDownloads(drawn, draft);
      written.catch(() => {});
      downloads.set(name, written);
    };
    const drawn: string[] = [];
    const hold = (html: string) => `<div data-drawn="${drawn.push(html.replaceAll("&#160;", "\u00a0")) - 1}"></div>`;
    await runFramework(siteConfig({ registry, pageData, onFigure, hold, output: draft }), draft);
    await removeAbsent(draft, absent);
    const pages = await finishPages(draft, (html) =>
      withoutAbsent(
        html.replace(/<div data-drawn="(\d+)"><\/div>/g, (_, n) => drawn[Number(n)] ?? ""),
        absent,
      ),
    );
    await Promise.all(downloads.values());
    await writeHeaders(draft, edition);
    await placing(() => {
      refuseOtherEdition(target, edition);
      placeSite(draft, target);
    });
    const ms = Math.round(performance.now() - start);
    if (!quiet) console.log(`site: ${pages} pages, ${downloads.size} figures, ${(ms / 1000).toFixed(1)} s`);
    return { pages, ms };
  } finally {
    await Promise.allSettled(downloads.values());
    await rm(draft, { recursive: true, force: true });
  }
}

/** What a build that was stopped left beside the site. */
async function removeDrafts(target: string): Promise<void> {
  if (!existsSync(dirname(target))) return;
  const prefix = `${basename(target)}.draft-`;
  for (const name of await readdir(dirname(target)))
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length))))
      await rm(join(dirname(target), name), { recursive: true, force: true });
}

async function runFramework(spec: ReturnType<typeof siteConfig>, output: string): Promise<void> {
  process.env.OBSERVABLE_TELEMETRY_DISABLE = "true";
  await answerForRegistry(spec.root);
  const [{ normalizeConfig }, { build, FileBuildEffects }] = await Promise.all([
    import("@observablehq/framework/dist/config.js"),
    import("@observablehq/framework/dist/build.js"),
  ]);
  const silent = { log() {}, warn() {}, error() {} };
  const cache = join(spec.root, ".observablehq", "cache");
  const effects = new FileBuildEffects(output, cache, { logger: silent, output: { write() {} } });
  await alone(join(cache, "building"), () => build({ config: normalizeConfig(spec) }, effects));
}

async function finishPages(site: string, putBack: (html: string) => string): Promise<number> {
  const assets = await placeAssets(site);
  const files = await readdir(site, { recursive: true });
  const pages = files.filter((file) => file.endsWith(".html"));
  let isClientUsed = false;
  for (const page of pages) {
    const html = putBack(await readFile(join(site, page), "utf8"));
    isClientUsed ||= isReactive(html);
    await writeFile(join(site, page), finishPage(html, `/${page.replace(/\.html$/, "")}`, assets));
  }
  if (!isClientUsed)
    for (const folder of ["_observablehq", "_npm", "_node"])
      await rm(join(site, folder), { recursive: true, force: true });
  return pages.length;
}

/** The web font goes into the style sheet here: the bundler of Framework knows no font files. */
async function placeAssets(site: string): Promise<Assets> {
  const { resolve: find } = createRequire(import.meta.url);
  const font = await readFile(find("@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2"));
  const stamp = createHash("sha256").update(font).digest("hex").slice(0, 8);
  const assets = { font: `_file/source-sans-3.${stamp}.woff2`, icon: "_file/icon.svg" };
  await mkdir(join(site, "_file"), { recursive: true });
  await writeFile(join(site, assets.font), font);
  await writeFile(join(site, assets.icon), await readFile(new URL("icon.svg", import.meta.url)));
  const face = `@font-face{font-family:"Source Sans 3";font-weight:200 900;font-display:swap;src:url("../${assets.font}") format("woff2")}\n`;
  for (const name of await readdir(join(site, "_import"))) {
    const sheet = join(site, "_import", name);
    if (name.endsWith(".css")) await writeFile(sheet, face + (await readFile(sheet, "utf8")));
  }
  return assets;
}
