import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lectureDistances } from "../../../../loaders/analyses/lectures/lectureDistances.ts";
import { matchingEfficiency } from "../../../../loaders/analyses/lectures/matchingEfficiency.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { haversineKm } from "../../../../statistics/geo.ts";
import { wilsonInterval } from "../../../../statistics/proportion/wilson.ts";
import { placesWarehouse, warehouseWithoutRows } from "./placesWarehouse.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await placesWarehouse(lectureDistances, matchingEfficiency);
});
afterAll(() => warehouse.close());

const [antwerpen, genk, school] = [
  { lat: 51.2, lon: 4.4 },
  { lat: 51, lon: 5.5 },
  { lat: 50.97, lon: 5.5 },
];
const [there, back, near] = [haversineKm(antwerpen, school), haversineKm(genk, antwerpen), haversineKm(genk, school)];
const rounded = (km: number) => expect.closeTo(km, 9);

describe("lecture_distances", () => {
  it("goes from the centre of the lecturer's municipality to the school, for lectures at schools", async () => {
    const [all] = await warehouse.rows(
      "select * exclude (as_of) from analyses.lecture_distances where province is null and school_year = '2024-2025'",
    );
    const sorted = [0, near, ...[there, back].sort((a, b) => a - b)];
    expect(near).toBeCloseTo(3.34, 2);
    expect(there).toBeGreaterThan(70);
    expect(all).toEqual({
      ...{ school_year: "2024-2025", is_current_year: false, province: null, lectures: 4, without_place: 1 },
      median_km: rounded(((sorted[1] as number) + (sorted[2] as number)) / 2),
      p90_km: rounded((sorted[2] as number) + 0.7 * ((sorted[3] as number) - (sorted[2] as number))),
      ...{ near_lectures: 2, near_share: 0.5, ...wilsonInterval(2, 4), reason: null },
    });
  });

  it("stands by province of the school, with a reason where no distance is known", async () => {
    const rows = await warehouse.rows(
      "select school_year, province, lectures, without_place, median_km, reason from analyses.lecture_distances where province is not null order by all",
    );
    expect(rows).toEqual([
      {
        ...{ school_year: "2024-2025", province: "Antwerpen", lectures: 2, without_place: 1 },
        ...{ median_km: rounded(back / 2), reason: null },
      },
      {
        ...{ school_year: "2024-2025", province: "Limburg", lectures: 2, without_place: 0 },
        ...{ median_km: rounded((near + there) / 2), reason: null },
      },
      {
        ...{ school_year: "2025-2026", province: "unknown", lectures: 0, without_place: 1 },
        ...{ median_km: null, reason: "no_distance_known" },
      },
    ]);
  });
});

describe("matching_efficiency", () => {
  it("compares with the shortest way in which the same lecturers could have gone", async () => {
    const [past, running] = await warehouse.rows(
      "select * exclude (as_of) from analyses.matching_efficiency order by school_year",
    );
    const actual = there + back + near;
    expect(past).toEqual({
      ...{ school_year: "2024-2025", is_current_year: false, lectures: 4, without_place: 1, lecturers: 2 },
      ...{ actual_km: rounded(actual), optimal_km: rounded(2 * near), efficiency: rounded((2 * near) / actual) },
      ...{ same_discipline_km: rounded(actual), same_discipline_efficiency: rounded(1), reason: null },
    });
    expect(running).toMatchObject({
      ...{ school_year: "2025-2026", is_current_year: true, lectures: 0, without_place: 1, lecturers: 0 },
      ...{ actual_km: null, optimal_km: null, efficiency: null, reason: "no_distance_known" },
    });
  });

  it("has no ratio where nobody left his place", async () => {
    await warehouse.run("begin transaction");
    await warehouse.run("delete from marts.lecture_trips where lecture_id <> 'L1'");
    const rows = await matchingEfficiency.run({ warehouse } as never);
    await warehouse.run("rollback");
    expect(rows).toMatchObject([{ lectures: 1, actual_km: null, efficiency: null, reason: "no_distance" }]);
  });
});

describe("an empty warehouse", () => {
  it("has no distances and says that nothing was loaded", async () => {
    const empty = await warehouseWithoutRows(lectureDistances, matchingEfficiency);
    expect(await empty.rows("select id, reason from analyses.catalogue order by id")).toEqual([
      { id: "lecture_distances", reason: "no_rows" },
      { id: "matching_efficiency", reason: "no_rows" },
    ]);
    empty.close();
  });
});
