import { rm } from "node:fs/promises";
import { join } from "node:path";
import { langs, pathOf } from "./pages.ts";

/** Cuts out the element that begins at `from`, with the divs inside it. */
function withoutDiv(html: string, from: number): string {
  const tags = /<div\b|<\/div>/g;
  tags.lastIndex = from;
  let depth = 0;
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    depth += tag[0] === "</div>" ? -1 : 1;
    if (depth === 0) return html.slice(0, from) + html.slice(tags.lastIndex);
  }
  return html;
}

/** A page without what speaks of pages that are not there: blocks of which every page in `data-needs` is absent, items that lead to one, and links. */
export function withoutAbsent(html: string, absent: readonly string[]): string {
  if (absent.length === 0) return html;
  let kept = html;
  for (let at = kept.indexOf('<div data-needs="'); at >= 0; at = kept.indexOf('<div data-needs="', at)) {
    const needs = /data-needs="([^"]*)"/.exec(kept.slice(at))?.[1]?.split(" ") ?? [];
    const cut = needs.every((slug) => absent.includes(slug)) ? withoutDiv(kept, at) : kept;
    if (cut === kept) at += 1;
    kept = cut;
  }
  const pageOf = (list: string) => /<a href="(?:\.\/)?(?:dashboards\/\w+\/)?([\w-]+)\.html"/.exec(list)?.[1] ?? "";
  kept = kept.replace(/<li>\s*<a href="[^"]*">(?:(?!<\/?li>)[\s\S])*<\/li>\n?/g, (item) =>
    absent.includes(pageOf(item)) ? "" : item,
  );
  return kept.replace(/<a href="(?:\.\/)?([\w-]+)(?:\.html)?(?:#[^"]*)?">([^<]*)<\/a>/g, (link, slug, text) =>
    absent.includes(slug) ? text : link,
  );
}

/** Takes the pages out of a built site for which nothing is loaded. */
export async function removeAbsent(site: string, absent: readonly string[]): Promise<void> {
  for (const lang of langs)
    for (const slug of absent) await rm(join(site, `${pathOf(lang, slug)}.html`), { force: true });
}
