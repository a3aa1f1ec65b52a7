import { describe, expect, it } from "vitest";
import { withoutAbsent } from "../../../src/site/absent.ts";
import { header } from "../../../src/site/header.ts";

describe("withoutAbsent(html, absent)", () => {
  const html = [
    '<p>See <a href="./funding.html">Funding</a> and <a href="./data.html#files">Data</a>.</p>',
    '<div data-needs="funding campaigns"><h2>Money</h2><div data-needs="funding"><div>a</div></div><div data-needs="campaigns">b</div></div>',
    '<ul><li><a href="./dashboards/nl/funding.html">Funding</a>: who pays</li><li><a href="./dashboards/nl/data.html">Data</a>: files</li></ul>',
  ].join("\n");

  it("takes out links, items and blocks of pages that are not there, and leaves the others", () => {
    expect(withoutAbsent(html, ["funding"]).split("\n")).toEqual([
      '<p>See Funding and <a href="./data.html#files">Data</a>.</p>',
      '<div data-needs="funding campaigns"><h2>Money</h2><div data-needs="campaigns">b</div></div>',
      '<ul><li><a href="./dashboards/nl/data.html">Data</a>: files</li></ul>',
    ]);
    expect(withoutAbsent(html, ["funding", "campaigns"])).not.toContain("Money");
    expect(withoutAbsent(html, [])).toBe(html);
  });

  it("takes out a column that is needed by nothing else, whatever class it has", () =>
    expect(
      withoutAbsent(
        '<div class="pair"><div data-needs="enrolments" class="column">a</div><div class="column">b</div></div>',
        ["enrolments"],
      ),
    ).toBe('<div class="pair"><div class="column">b</div></div>'));

  it("has no absent page in the navigation, nor a group without pages", () => {
    const frame = { as_of: "2026-03-02", load_id: "test", is_synthetic: false };
    const bar = (absent?: string[]) => header("/dashboards/nl/overview", absent ? { ...frame, absent } : frame);
    expect(bar()).toContain("Financiering");
    expect(bar(["funding"])).not.toContain("Financiering");
    expect(bar(["girls-in-stem", "plan"])).not.toContain("STEM-monitor");
  });
});
