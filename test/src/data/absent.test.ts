import { describe, expect, it } from "vitest";
import { absentPages } from "../../../src/data/absent.ts";

const absent = async (...tables: string[]) =>
  (await absentPages({ rows: async <T>() => tables.map((name) => ({ name })) as T[] })).map(({ page, tables }) => [
    page,
    tables,
  ]);

describe("absentPages(gate)", () => {
  it("names each page for which nothing is loaded, with the tables that it lacks", async () => {
    expect(
      await absent("schools", "lectures", "responses", "broadcasts", "initiatives", "funding", "enrolments"),
    ).toEqual([]);
    expect(await absent("schools", "lectures")).toEqual([
      ["quality", ["responses"]],
      ["impact", ["enrolments"]],
      ["enrolments", ["enrolments"]],
      ["plan", ["plan_goals", "initiatives"]],
      ["campaigns", ["channel_reach", "campaign_metrics", "broadcasts", "media_coverage"]],
      ["funding", ["funding"]],
    ]);
    expect((await absent("funding"))[1]).toEqual(["coverage", ["schools", "lectures"]]);
  });
});
