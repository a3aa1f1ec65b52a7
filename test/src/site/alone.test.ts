import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { alone } from "../../../src/site/alone.ts";

describe("alone(lock, work)", () => {
  const folder = mkdtempSync(join(tmpdir(), "stempeil-alone-"));
  const lock = join(folder, "lock");
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("lets one finish before the next begins, and gives the lock back after a fault", async () => {
    const steps: string[] = [];
    const step = (name: string) =>
      alone(lock, async () => {
        steps.push(`${name} begins`);
        await setTimeout(20);
        steps.push(`${name} ends`);
        if (name === "b") throw new Error("b fails");
      });
    const results = await Promise.allSettled(["a", "b", "c"].map(step));
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    for (let i = 0; i < steps.length; i += 2) expect(steps[i + 1]).toBe(steps[i]?.replace("begins", "ends"));
    expect(existsSync(lock)).toBe(false);
  });

  it("takes over the lock of a process that is gone", async () => {
    writeFileSync(lock, "2147483646");
    expect(await alone(lock, async () => "done")).toBe("done");
  });
});
