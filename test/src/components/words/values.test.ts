import { describe, expect, it } from "vitest";
import {
  decimalsOf,
  flagWords,
  formatCell,
  formatGap,
  formatTarget,
  formatTick,
  formatValue,
} from "../../../../src/components/words/values.ts";
import { meanings } from "../../../fixtures/chartRows.ts";

const plain = (text: string | null) => text?.replaceAll("\u00a0", " ");

describe("formatValue(value, meaning, lang)", () => {
  it("writes a percentage with two decimals fewer than its fraction, and one at most", () => {
    expect(decimalsOf(meanings.wrapUp)).toBe(1);
    expect(decimalsOf(meanings.girls)).toBe(1);
    expect(plain(formatValue(0.30123, meanings.girls, "nl"))).toBe("30,1 %");
    expect(formatValue(0.30123, meanings.girls, "en")).toBe("30.1%");
  });

  it("writes euros and counts as such", () => {
    const money = { ...meanings.lectures, unit: { nl: "euro", en: "euro" } };
    expect(formatValue(-1234, money, "en")).toMatch(/^[-−]€1,234/);
    expect(plain(formatValue(1234.5, money, "nl"))).toBe("1.235 euro");
    expect(formatValue(1234, money, "en")).toBe("€1,234");
    expect(formatValue(1234, meanings.lectures, "nl")).toBe("1.234");
  });
});

describe("formatTarget(value, meaning, lang)", () => {
  it("leaves out decimals that were never agreed", () => {
    expect(plain(formatTarget(0.7, meanings.publicShare, "nl"))).toBe("70 %");
    expect(plain(formatTarget(1 / 3, meanings.girls, "nl"))).toBe("33,3 %");
  });
});

describe("formatGap(from, to, meaning, lang)", () => {
  it("is the difference of the numbers as they are printed", () => {
    expect(formatGap(0.301, 1 / 3, meanings.girls, "nl")).toBe("3,2 procentpunt");
    expect(formatGap(312, 288, meanings.lectures, "en")).toBe("24");
  });

  it("is null when nothing is left of it", () => {
    expect(formatGap(0.3011, 0.3012, meanings.girls, "nl")).toBeNull();
  });
});

describe("formatCell(value, flag, meaning, lang)", () => {
  it("puts a letter in the place of what is hidden or missing, and behind what is weak", () => {
    expect(formatCell(312, "c", meanings.lectures, "nl")).toBe("c");
    expect(formatCell(null, null, meanings.lectures, "nl")).toBe("x");
    expect(formatCell(312, "p", meanings.lectures, "nl")).toBe("312 (p)");
    expect(flagWords("b", "en")).toBe("break in the series");
  });
});

describe("formatTick(value, lang)", () => {
  it("shortens millions", () => {
    expect(plain(formatTick(2_500_000, "nl"))).toBe("2,5 mln.");
    expect(formatTick(0.25, "nl")).toBe("0,25");
  });
});
