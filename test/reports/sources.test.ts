import { describe, expect, it } from "vitest";
import { listSources, sourceLine } from "../../reports/sources.ts";

const file = { label: { nl: "Export gastlessen", en: "lectures export" }, url: null, is_synthetic: true };
const plan = {
  label: { nl: "Jaarplan", en: "Annual plan" },
  url: "https://example.org/plan",
  is_synthetic: false,
  is_published: true,
};

describe("sourceLine(sources, asOf, lang)", () => {
  it("names each source, what is sample data, and as of when a file was loaded", () => {
    expect(sourceLine([file, plan], "2026-03-02", "nl")).toBe(
      "Bron: Export gastlessen (voorbeelddata); Jaarplan; stand op 2 maart 2026.",
    );
    expect(sourceLine([file], "2026-03-02", "en")).toBe("Source: lectures export (sample data); as of 2 March 2026.");
  });

  it("gives no date for what somebody else published", () => {
    expect(sourceLine([plan], "2026-03-02", "en")).toBe("Source: Annual plan.");
  });
});

describe("listSources(sources, lang)", () => {
  it("lists a source once, in the order of first use, each with a capital", () => {
    expect(listSources([plan, file, plan], "en")).toEqual([
      { label: "Annual plan", url: "https://example.org/plan" },
      { label: "Lectures export (sample data)", url: null },
    ]);
  });
});
