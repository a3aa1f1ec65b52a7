import { expect } from "vitest";
import { type Fault, StatisticsError } from "../../statistics/errors.ts";

/** Expects a call to be refused with the named fault. */
export function expectFault(call: () => unknown, fault: Fault): void {
  let thrown: unknown;
  try {
    call();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(StatisticsError);
  expect((thrown as StatisticsError).fault).toBe(fault);
}

/** Names every NaN in a result, however deep; empty when there is none. */
export function notNumbers(value: unknown, path = "result"): string[] {
  if (typeof value === "number") return Number.isNaN(value) ? [path] : [];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => notNumbers(inner, `${path}.${key}`));
}
