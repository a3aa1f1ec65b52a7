import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { finishPage } from "../../../src/site/finish.ts";

const assets = { font: "_file/font.woff2", icon: "_file/icon.svg" };
const page = (script: string, body = "") => `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<meta name="generator" content="Observable Framework v1.13.4">
<title>Data | STEMpeil</title>
<link rel="preload" as="style" href="../../_import/style.css">
<link rel="stylesheet" type="text/css" href="../../_import/style.css">
<link rel="modulepreload" href="../../_observablehq/client.js">
<script type="module">
${script}
</script>
</head>
<body>${body}</body>
</html>
`;
const plain = page('import "../../_observablehq/client.js";');
const reactive = page('import {define} from "../../_observablehq/client.js";\ndefine({id: "1", body: () => 1});');
const policyOf = (html: string) => /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];

describe("finishPage(source, path, assets)", () => {
  it("says the language of the page and lets the reader zoom", () => {
    const html = finishPage(plain, "/dashboards/en/data", assets);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
    expect(finishPage(plain, "/index", assets)).toContain('<html lang="nl">');
  });

  it("takes the script from a page on which nothing reacts", () => {
    const html = finishPage(plain, "/dashboards/nl/data", assets);
    expect(html).not.toMatch(/<script|modulepreload|_observablehq/);
    expect(policyOf(html)).toBe(
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'",
    );
  });

  it("keeps the script of a reactive page and lets that script alone run", () => {
    const html = finishPage(reactive, "/dashboards/nl/data", assets);
    const script = /<script type="module">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
    const hash = createHash("sha256").update(script).digest("base64");
    expect(policyOf(html)).toContain(`script-src 'self' 'sha256-${hash}'; connect-src 'self'`);
  });

  it("allows a style attribute by its hash, not all of them", () => {
    const html = finishPage(page("", '<p style="color: red">x</p>'), "/dashboards/nl/data", assets);
    const hash = createHash("sha256").update("color: red").digest("base64");
    expect(policyOf(html)).toContain(`style-src 'self' 'unsafe-hashes' 'sha256-${hash}';`);
    expect(policyOf(html)).not.toContain("unsafe-inline");
  });

  it("names the page in both languages and links font and icon from its depth", () => {
    const html = finishPage(plain, "/dashboards/nl/data", assets);
    expect(html).toContain('<link rel="alternate" hreflang="en" href="../en/data.html">');
    expect(html).toContain('<link rel="alternate" hreflang="x-default" href="../../index.html">');
    expect(html).toContain('href="../../_file/font.woff2"');
    expect(finishPage(plain, "/index", assets)).toContain('href="./_file/font.woff2"');
  });

  it("frees headings from links to themselves and opens no new window", () => {
    const heading =
      '<h2 id="a" tabindex="-1"><a class="observablehq-header-anchor" href="#a">Een <em>kop</em></a></h2>';
    const link = '<a href="https://example.org" target="_blank" rel="noopener noreferrer">bron</a>';
    const html = finishPage(page("", heading + link), "/dashboards/nl/data", assets);
    expect(html).toContain('<h2 id="a" tabindex="-1">Een <em>kop</em></h2>');
    expect(html).toContain('<a href="https://example.org" rel="noopener noreferrer">bron</a>');
  });
});
