import { describe, expect, it } from "vitest";
import { numberKind, numberText } from "../../../../loaders/read/workbook/serial.ts";

describe("numbers of a workbook", () => {
  it.each([
    ["0000", "digits 4"],
    ["00", "digits 2"],
    ["0", "number"],
    ["0.00", "number"],
    ["#,##0", "number"],
    ["dd/mm/yyyy", "date"],
    ["[h]:mm", "elapsed"],
  ])("shown as %s are %s", (code, kind) => expect(numberKind(164, code)).toBe(kind));

  it("keep their exponent where the last digits are lost, so that no code passes for whole", () => {
    expect(numberText("1.22E+17")).toBe("1.22E+17");
    expect(numberText("1.5E3")).toBe("1500");
    expect(numberText("123456789012345")).toBe("123456789012345");
  });
});
