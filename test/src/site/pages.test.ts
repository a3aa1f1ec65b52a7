import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { langs, slugs } from "../../../src/site/pages.ts";

const page = (lang: string, slug: string) => readFileSync(`src/dashboards/${lang}/${slug}.md`, "utf8");
const fences = (text: string) => [...text.matchAll(/^```(\w+ .+)$/gm)].map(([, fence]) => fence);
const layout = (text: string) => [...text.matchAll(/^<\/?(?:div|details)[^>]*>/gm)].map(([tag]) => tag);

describe("pages", () => {
  it.each(langs)("are all there in %s, and no other", (lang) =>
    expect(readdirSync(`src/dashboards/${lang}`).sort()).toEqual(slugs.map((slug) => `${slug}.md`).sort()),
  );

  it.each(slugs)("%s shows the same in the same order in both languages", (slug) => {
    expect(fences(page("nl", slug)).length).toBeGreaterThan(1);
    expect(fences(page("en", slug))).toEqual(fences(page("nl", slug)));
    expect(layout(page("en", slug))).toEqual(layout(page("nl", slug)));
    const links = (text: string) => [...text.matchAll(/\]\(\.\/([\w-]+)/g)].map(([, to]) => to);
    expect(links(page("en", slug))).toEqual(links(page("nl", slug)));
  });

  it.each(slugs)("%s closes what it opens", (slug) => {
    for (const lang of langs)
      for (const tag of ["div", "details"]) {
        const text = page(lang, slug);
        expect(text.split(`</${tag}>`).length, `${lang} ${tag}`).toBe(text.split(`<${tag}`).length);
      }
  });

  it("has no sentence of one language in the other", () => {
    const sentences = (text: string) => text.split("\n").filter((line) => line.length > 40 && !/^(```|<)/.test(line));
    for (const slug of slugs) {
      const dutch = new Set(sentences(page("nl", slug)));
      expect(sentences(page("en", slug)).filter((line) => dutch.has(line))).toEqual([]);
    }
  });
});
