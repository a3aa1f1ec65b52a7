import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { coverage } from "../../../../loaders/analyses/lectures/coverage.ts";
import { coverageEquity } from "../../../../loaders/analyses/lectures/coverageEquity.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { wilsonInterval } from "../../../../statistics/proportion/wilson.ts";
import { rawWarehouse } from "../rawWarehouse.ts";
import { placesWarehouse, warehouseWithoutRows } from "./placesWarehouse.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await placesWarehouse(coverage, coverageEquity);
});
afterAll(() => warehouse.close());

const areas = async (schoolYear: string, level: string) =>
  (
    await warehouse.rows(
      "select * from analyses.coverage where school_year = $1 and level = $2 order by province, municipality",
      [schoolYear, level],
    )
  ).map(
    ({ province, municipality, reached_schools, eligible_schools, lectures, white_spots, reason }) =>
      `${municipality ?? province ?? "all"}: ${reached_schools}/${eligible_schools}, ${lectures} lectures, ${white_spots} white${reason ? `, ${reason}` : ""}`,
  );

describe("coverage", () => {
  it("counts a school in each of its municipalities, and once in all", async () => {
    expect(await areas("2024-2025", "all")).toEqual(["all: 1/3, 6 lectures, 0 white"]);
    expect(await areas("2024-2025", "municipality")).toEqual([
      "Antwerpen: 1/1, 3 lectures, 0 white",
      "Brussel: 0/0, 1 lectures, 0 white, no_eligible_school",
      "Genk: 1/2, 2 lectures, 0 white",
    ]);
  });

  it("takes schools of the second and third stage that are open on 1 February", async () => {
    expect(await areas("2025-2026", "municipality")).toEqual([
      "Antwerpen: 0/1, 0 lectures, 1 white",
      "Brussel: 0/1, 0 lectures, 1 white",
      "Genk: 0/2, 0 lectures, 1 white",
    ]);
    expect(await areas("2025-2026", "all")).toEqual(["all: 1/4, 1 lectures, 3 white"]);
  });

  it("keeps a school of which the municipality is unknown in a province of its own name", async () => {
    expect(await areas("2024-2025", "province")).toEqual([
      "Antwerpen: 1/1, 3 lectures, 0 white",
      "Brussels Hoofdstedelijk Gewest: 0/0, 1 lectures, 0 white, no_eligible_school",
      "Limburg: 1/2, 2 lectures, 0 white",
      "unknown: 0/1, 0 lectures, 0 white",
    ]);
  });

  it("gives the share with its Wilson interval, and says which school year still runs", async () => {
    const [row] = await warehouse.rows("from analyses.coverage where level = 'all' and school_year = '2024-2025'");
    expect(row).toMatchObject({ share: 1 / 3, ...wilsonInterval(1, 3), is_current_year: false, reason: null });
    const running = await warehouse.rows("select distinct school_year from analyses.coverage where is_current_year");
    expect(running).toEqual([{ school_year: "2025-2026" }]);
  });
});

describe("a school with sites in more than one municipality", () => {
  it("is reached in an area by a lecture at any of its sites there, and in all by a lecture anywhere", async () => {
    const site = (school_id: string, site_id: string, nis: string, stages: string) => ({
      ...{ school_id, site_id, name: "School", postcode: "9999", nis, network: "go", stages },
    });
    const lecture = (lecture_id: string, school_id: string, site_id: string) => ({
      ...{ lecture_id, programme: "ovk", status: "held", held_on: "2024-11-12", school_id, site_id, students: "20" },
    });
    // S1 has its older pupils in Antwerpen (11002), and its lecture where it has the first stage alone, in Genk (71016)
    const own = await rawWarehouse(
      {
        schools: [
          ...[site("S1", "1", "11002", "2+3"), site("S1", "2", "71016", "1")],
          ...[site("S2", "1", "11002", "3"), site("S2", "2", "11002", "1"), site("S3", "1", "71016", "3")],
        ],
        lectures: [lecture("L1", "S1", "2"), lecture("L2", "S2", "2")],
      },
      [coverage],
    );
    const rows = await own.rows(
      "select level, municipality, reached_schools, eligible_schools, white_spots from analyses.coverage where eligible_schools > 0",
    );
    expect(rows.map((row) => Object.values(row).join(" ")).sort()).toEqual([
      "all  2 3 1",
      "municipality Antwerpen 1 2 0",
      "municipality Genk 0 1 1",
      "province  0 1 1",
      "province  1 2 0",
    ]);
    own.close();
  });
});

describe("coverage_equity", () => {
  it("divides the lowest province by the highest, and has no ratio where no school was reached", async () => {
    expect(await warehouse.rows("select * exclude (as_of) from analyses.coverage_equity order by school_year")).toEqual(
      [
        {
          ...{ school_year: "2024-2025", is_current_year: false, provinces: 2 },
          ...{ lowest_province: "Limburg", lowest_share: 0.5, highest_province: "Antwerpen", highest_share: 1 },
          ...{ ratio: 0.5, reason: null },
        },
        {
          ...{ school_year: "2025-2026", is_current_year: true, provinces: 3 },
          ...{ lowest_province: "Antwerpen", lowest_share: 0, highest_province: "Antwerpen", highest_share: 0 },
          ...{ ratio: null, reason: "no_school_reached" },
        },
      ],
    );
  });

  it("has no ratio with one province", async () => {
    await warehouse.run("begin transaction");
    await warehouse.run("delete from analyses.coverage where province <> 'Antwerpen'");
    const rows = await coverageEquity.run({ warehouse } as never);
    await warehouse.run("rollback");
    expect(rows.map(({ provinces, ratio, reason }) => [provinces, ratio, reason])).toEqual([
      [1, null, "one_province"],
      [1, null, "one_province"],
    ]);
  });
});

describe("an empty warehouse", () => {
  it("has no coverage and says that nothing was loaded", async () => {
    const empty = await warehouseWithoutRows(coverage, coverageEquity);
    expect(await empty.rows("from analyses.coverage")).toEqual([]);
    expect(await empty.rows("select id, reason from analyses.catalogue order by id")).toEqual([
      { id: "coverage", reason: "no_rows" },
      { id: "coverage_equity", reason: "no_rows" },
    ]);
    empty.close();
  });
});
