import { expect, it } from "vitest";
import { screenTable } from "../../commands/screenTable.ts";

const HEADER = ["line", "found", "reason"];

it("aligns columns, and numbers to the right", () => {
  expect(
    screenTable(
      HEADER,
      [
        ["9", "één", "too short"],
        ["1,204", "(blank)", "missing"],
      ],
      { width: 80, numbers: [0] },
    ),
  ).toEqual(["   line  found    reason", "      9  één      too short", "  1,204  (blank)  missing"]);
});

it("cuts long cells, and lines to the width of the screen", () => {
  const [, row] = screenTable(HEADER, [["2", "x".repeat(50), "y".repeat(50)]], { width: 60, widest: 10 });
  expect(row).toBe(`  2     xxxxxxxxx…  ${"y".repeat(39)}…`);
  expect(row).toHaveLength(60);
});

it("lets no cell break a line or steer the terminal", () => {
  expect(screenTable(HEADER, [["2", "a\r\nb\u001b[2J", "c\u2028d"]], { width: 80 })[1]).toBe("  2     a b [2J  c d");
});
