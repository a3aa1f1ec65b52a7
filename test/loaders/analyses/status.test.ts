import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Standing, statusOf } from "../../../loaders/analyses/status.ts";

const standing = (own: Partial<Standing>): Standing => ({
  value: 300,
  target: 450,
  direction: "up",
  tolerance: null,
  projected_low: null,
  projected_high: null,
  ...own,
});

describe("statusOf(standing)", () => {
  const cases: [string, Partial<Standing>, string][] = [
    [
      "met when the target is reached, whatever is projected",
      { value: 450, projected_low: 1, projected_high: 2 },
      "met",
    ],
    [
      "on course when every past year's course reaches the target",
      { projected_low: 450, projected_high: 500 },
      "on_course",
    ],
    ["uncertain when past years disagree", { projected_low: 430, projected_high: 470 }, "uncertain"],
    ["off course when no past year's course reaches it", { projected_low: 400, projected_high: 449 }, "off_course"],
    ["off course when short of the target with nothing projected", {}, "off_course"],
    [
      "on course within a band, its edge included",
      { direction: "band", value: 0.65, target: 0.7, tolerance: 0.05 },
      "on_course",
    ],
    [
      "off course outside a band, above as well as below",
      { direction: "band", value: 0.76, target: 0.7, tolerance: 0.05 },
      "off_course",
    ],
    ["without a target no word", { target: null }, "no_target"],
    ["without a value no word", { value: null }, "no_target"],
    ["a downward target is met from below", { direction: "down", value: 400 }, "met"],
    [
      "a downward target may be uncertain",
      { direction: "down", value: 460, projected_low: 440, projected_high: 470 },
      "uncertain",
    ],
  ];
  for (const [title, own, status] of cases) it(title, () => expect(statusOf(standing(own))).toBe(status));

  const order = ["off_course", "uncertain", "on_course", "met"];
  it("never gets worse when more has been done", () =>
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(300), fc.nat(500), fc.nat(500), (target, more, low, spread) => {
        const at = (extra: number) =>
          order.indexOf(
            statusOf(
              standing({
                value: low + extra,
                target,
                projected_low: low + extra,
                projected_high: low + extra + spread,
              }),
            ),
          );
        return at(more) >= at(0);
      }),
    ));
});
