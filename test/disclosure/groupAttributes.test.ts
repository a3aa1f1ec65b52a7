import { expect, it } from "vitest";
import { groupAttributes } from "../../disclosure/groupAttributes.ts";
import { expectFault } from "../statistics/fault.ts";

it("tells that all married people work full time, and to the one divorced part-timer that the others do (Handbook on SDC, 2024)", () => {
  expect(
    groupAttributes([
      [6, 0],
      [5, 1],
      [2, 2],
    ]),
  ).toEqual([
    { group: 0, category: 0, members: 6, toldTo: "anyone" },
    { group: 1, category: 0, members: 5, toldTo: "the other member" },
  ]);
});

it("tells two members of different categories of one another, and nothing of a group without members", () => {
  expect(
    groupAttributes([
      [1, 0, 1],
      [0, 0, 0],
    ]),
  ).toEqual([
    { group: 0, category: 0, members: 1, toldTo: "the other member" },
    { group: 0, category: 2, members: 1, toldTo: "the other member" },
  ]);
  expectFault(() => groupAttributes([[1, -1]]), "negative");
  expectFault(() => groupAttributes([[1, 1], [1]]), "lengths_differ");
});
