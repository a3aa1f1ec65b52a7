import { describe, expect, it } from "vitest";
import { count, deed, list, lowerFirst, things } from "../../../../src/components/words/nouns.ts";
import { meanings } from "../../../fixtures/chartRows.ts";

describe("count(value, plural, lang)", () => {
  it("has a singular for one only", () => {
    expect(count(1, "gastlessen", "nl")).toBe("1 gastles");
    expect(count(0, "gastlessen", "nl")).toBe("0 gastlessen");
    expect(count(1, "student contacts", "en")).toBe("1 student contact");
    expect(count(1, "onbekende dingen", "nl")).toBe("1 onbekende dingen");
  });
});

describe("things(meaning, lang)", () => {
  it("is the unit, or the name where the unit names nothing", () => {
    expect(things(meanings.lectures, "nl")).toBe("gastlessen");
    expect(things(meanings.parity, "nl")).toBe("pariteitsindex STEM");
  });
});

describe("deed(plural, lang)", () => {
  it("fits the thing that is counted", () => {
    expect([deed("gastlessen", "nl"), deed("gastdocenten", "nl"), deed("teachers", "en"), deed("euro", "nl")]).toEqual([
      "gegeven",
      "actief",
      "involved",
      "",
    ]);
  });
});

describe("lowerFirst(text)", () => {
  it("leaves abbreviations alone", () => {
    expect(lowerFirst("Meisjes in STEM")).toBe("meisjes in STEM");
    expect(lowerFirst("STEM-aandeel")).toBe("STEM-aandeel");
  });
});

describe("list(items, lang)", () => {
  it("joins with the language's own conjunction", () => {
    expect(list(["a", "b", "c"], "nl")).toBe("a, b en c");
    expect(list(["a", "b"], "en")).toBe("a and b");
  });
});
