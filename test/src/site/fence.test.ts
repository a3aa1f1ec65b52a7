import { describe, expect, it } from "vitest";
import { type Drawn, drawFence } from "../../../src/site/fence.ts";
import { newDocument, registry } from "./standIns.ts";

const pageData = "test/fixtures/fence-data";
const draw = (info: string, path = "/dashboards/nl/lessons", onFigure?: (drawn: Drawn) => void) =>
  drawFence(info, path, { registry, pageData, onFigure });

describe("drawFence(info, path, options)", () => {
  it("leaves every other fence to Markdown", () => {
    expect(draw("js")).toBeNull();
    expect(draw("charter oneBar lessons.by_place")).toBeNull();
  });

  it("draws a chart in the language of the page, with links that go up to the site's root", () => {
    const document = newDocument();
    document.body.innerHTML = draw("chart oneBar lessons.by_place", "/dashboards/en/lessons") ?? "";
    expect(document.querySelector("figure#lessons-by-place h3")?.textContent).toBe("One bar & nothing < more");
    expect([...document.querySelectorAll(".links > a")].map((link) => link.getAttribute("href"))).toEqual(
      ["csv", "xlsx", "svg", "png"].map((kind) => `../../downloads/en/lessons-by-place.${kind}`),
    );
  });

  it("hands over what a figure's downloads need", () => {
    const all: Drawn[] = [];
    draw("chart oneBar lessons.by_place", "/dashboards/nl/lessons", (drawn) => all.push(drawn));
    expect(all.map(({ lang, name, svg }) => [lang, name, svg.startsWith("<svg"), svg.includes("#006c75")])).toEqual([
      ["nl", "lessons-by-place", true, true],
    ]);
    expect(all[0]?.source).toMatch(/^Bron: .+\.$/);
  });

  it("gives a part its rows and frame, and takes a language of its own on a page in no one language", () => {
    expect(draw("part sentence lessons.by_place")).toBe("<p>nl 1 2026-03-02</p>");
    expect(draw("part sentence lessons.by_place en", "/index")).toBe("<p>en 1 2026-03-02</p>");
  });

  it.each([
    ["chart nothing lessons.by_place", "unknown chart: nothing"],
    ["chart toString lessons.by_place", "unknown chart: toString"],
    ["part oneBar lessons.by_place", "unknown part: oneBar"],
    ["chart oneBar lessons.by_day", "unknown section: lessons.by_day"],
    ["chart oneBar absent.by_place", "no page data: absent.json"],
    ["chart oneBar no-load-id.by_place", "page data breaks its contract: no-load-id.json, frame.load_id: "],
    ["chart oneBar", "a fence reads: chart|small|part <component> <page>.<section>"],
  ])("refuses %s", (info, reason) => {
    expect(() => draw(info)).toThrow(reason);
    expect(() => draw(info)).toThrow(`(src/dashboards/nl/lessons.md, fence "${info}")`);
  });

  it("refuses a page without a language", () => {
    expect(() => draw("part sentence lessons.by_place", "/index")).toThrow("no language (src/index.md");
  });
});
