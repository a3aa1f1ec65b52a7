import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { serveSite } from "../../../src/site/serve.ts";

const withSite = async (check: (folder: string) => Promise<void>) => {
  const folder = mkdtempSync(join(tmpdir(), "stempeil-serve-"));
  writeFileSync(join(folder, "index.html"), "<p>first</p>");
  writeFileSync(join(folder, "data.html"), "<p>data</p>");
  await check(folder).finally(() => rmSync(folder, { recursive: true, force: true }));
};

describe("serveSite(folder, port)", () => {
  it("resolves clean addresses and answers 404 for the rest", () =>
    withSite(async (folder) => {
      const { url, close } = await serveSite(folder, 0);
      expect(await (await fetch(`${url}/`)).text()).toBe("<p>first</p>");
      expect(await (await fetch(`${url}/data`)).text()).toBe("<p>data</p>");
      expect((await fetch(`${url}/nothing`)).status).toBe(404);
      await close();
    }));

  it("takes the next port when one is taken", () =>
    withSite(async (folder) => {
      const first = await serveSite(folder, 0);
      const taken = Number(new URL(first.url).port);
      const second = await serveSite(folder, taken);
      expect(Number(new URL(second.url).port)).toBeGreaterThan(taken);
      await Promise.all([first.close(), second.close()]);
    }));

  it("refuses a folder without a site", async () => {
    await expect(serveSite("test/fixtures/fence-data", 0)).rejects.toThrow(
      "no site to serve: test/fixtures/fence-data",
    );
  });
});
