import { langs, placeOf } from "./pages.ts";
import { policy } from "./policy.ts";

/** Files that every page takes besides its own, by their path in the site. */
export interface Assets {
  font: string;
  icon: string;
}

/** A page of Framework as a page of ours: language, zoom, policy, alternates, and no script where nothing reacts. */
export function finishPage(source: string, path: string, assets: Assets): string {
  const place = placeOf(path);
  const up = "../".repeat(path.split("/").length - 2) || "./";
  let html = source
    .replace(/<html[^>]*>/, `<html lang="${place?.lang ?? "nl"}">`)
    .replace(
      /<meta name="viewport"[^>]*>/,
      '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">',
    )
    .replace(/<meta name="generator"[^>]*>\n?/, "")
    .replace(/\n?<link rel="preload" as="style"[^>]*>/g, "")
    // A heading is not a link to itself, and a link to another site opens where the reader is.
    .replace(/<a class="observablehq-header-anchor" href="[^"]*">([\s\S]*?)<\/a>(?=<\/h\d>)/g, "$1")
    .replace(/ target="_blank"/g, "");
  if (!isReactive(html)) html = withoutScript(html);
  const links = [
    `<link rel="icon" type="image/svg+xml" href="${up}${assets.icon}">`,
    `<link rel="preload" as="font" type="font/woff2" crossorigin href="${up}${assets.font}">`,
  ];
  if (place) {
    for (const lang of langs)
      links.push(`<link rel="alternate" hreflang="${lang}" href="../${lang}/${place.slug}.html">`);
    links.push(`<link rel="alternate" hreflang="x-default" href="${up}index.html">`);
  }
  html = html.replace("</head>", `${links.join("\n")}\n</head>`);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(html)}">`;
  return html.replace('<meta charset="utf-8">', `<meta charset="utf-8">\n${meta}`);
}

/** Whether a page holds a cell that the client must run: Framework then defines it in the page's module. */
export const isReactive = (html: string): boolean => /<script type="module">[^<]*\bdefine\(\{/.test(html);

const withoutScript = (html: string) =>
  html.replace(/\n?<script type="module">[\s\S]*?<\/script>/g, "").replace(/\n?<link rel="modulepreload"[^>]*>/g, "");
