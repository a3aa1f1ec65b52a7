import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeHeaders } from "../../../src/site/headers.ts";

const folder = mkdtempSync(join(tmpdir(), "stempeil-headers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const read = (name: string) => readFileSync(join(folder, name), "utf8");

describe("writeHeaders(site, edition)", () => {
  it("says the same to hosts that read _headers and to Apache", async () => {
    await writeHeaders(folder, "public");
    expect(readdirSync(folder).sort()).toEqual([".htaccess", "_headers"]);
    expect(read("_headers")).toMatch(/^\/\*\n {2}Content-Security-Policy: frame-ancestors 'none'\n/);
    const named = (text: string, pattern: RegExp) =>
      [...text.matchAll(pattern)].map(([, name, value]) => `${name}: ${value}`);
    expect(named(read(".htaccess"), /Header always set (\S+) "(.*)"/g)).toEqual(
      named(read("_headers"), /^ {2}(\S+): (.*)$/gm),
    );
  });

  it("keeps the internal edition from search machines and from caches", async () => {
    await writeHeaders(folder, "internal");
    expect(read("_headers")).toContain("X-Robots-Tag: noindex");
    expect(read("_headers")).toContain("Cache-Control: private, no-store");
    expect(read("robots.txt")).toBe("User-agent: *\nDisallow: /\n");
  });
});
