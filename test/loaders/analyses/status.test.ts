import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Standing, statusOf } from "../../../loaders/analyses/status.ts";

const standing = (own: Partial<Standing>): Standing => ({
  value: 300,
  target: 450,
  direction: "up",
  tolerance: null,
  probability: null,
  is_running: true,
  is_cumulative: true,
  is_past_due: false,
  ...own,
});

describe("statusOf(standing, onCourseProbability)", () => {
  const cases: [string, Partial<Standing>, string][] = [
    ["met when the target is reached", { value: 450, probability: 1 }, "met"],
    ["on course from the chance of the threshold", { probability: 0.8 }, "on_course"],
    ["uncertain just below it", { probability: 0.799 }, "uncertain"],
    ["uncertain as long as the chance of missing is below it", { probability: 0.201 }, "uncertain"],
    ["off course when the target is missed with that chance", { probability: 0.2 }, "off_course"],
    ["uncertain when it still grows without a forecast", {}, "uncertain"],
    ["off course when short of the target and no longer growing", { is_running: false }, "off_course"],
    [
      "on course within a band, its edge included",
      { direction: "band", value: 0.65, target: 0.7, tolerance: 0.05, is_running: false, is_cumulative: false },
      "on_course",
    ],
    [
      "off course outside a band, above as well as below",
      { direction: "band", value: 0.76, target: 0.7, tolerance: 0.05, is_running: false, is_cumulative: false },
      "off_course",
    ],
    ["without a target no word", { target: null }, "no_target"],
    ["uncertain without a value, for the target still stands", { value: null, is_running: false }, "uncertain"],
    ["without a value or a target no word", { value: null, target: null }, "no_target"],
    ["a downward target is met from below", { direction: "down", value: 400, is_running: false }, "met"],
    ["a count below its limit has not kept it while the year runs", { direction: "down", value: 400 }, "uncertain"],
    ["a count above its limit cannot come back", { direction: "down", value: 451 }, "off_course"],
    [
      "a running share outside its band is not judged without a forecast",
      { direction: "band", value: 0.633, target: 0.7, tolerance: 0.05, is_cumulative: false },
      "uncertain",
    ],
    [
      "a running share outside its band is on course when it ends within it",
      { direction: "band", value: 0.633, target: 0.7, tolerance: 0.05, is_cumulative: false, probability: 0.9 },
      "on_course",
    ],
    ["a running share above its target has not met it yet", { value: 460, is_cumulative: false }, "uncertain"],
    ["short of a target whose date has passed: past due", { is_running: false, is_past_due: true }, "past_due"],
    ["met though its date has passed", { value: 450, is_running: false, is_past_due: true }, "met"],
  ];
  for (const [title, own, status] of cases) it(title, () => expect(statusOf(standing(own), 0.8)).toBe(status));

  const order = ["off_course", "uncertain", "on_course", "met"];
  it("never gets worse when the chance is greater, nor better when the threshold is higher", () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    const threshold = fc.double({ min: 0.5, max: 1, noNaN: true });
    fc.assert(
      fc.property(chance, chance, threshold, threshold, (one, other, easy, strict) => {
        const at = (probability: number, level: number) => order.indexOf(statusOf(standing({ probability }), level));
        expect(at(Math.max(one, other), easy)).toBeGreaterThanOrEqual(at(Math.min(one, other), easy));
        if (at(one, Math.min(easy, strict)) === 1) expect(at(one, Math.max(easy, strict))).toBe(1);
      }),
    );
  });
});
