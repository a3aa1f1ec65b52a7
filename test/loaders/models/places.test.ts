import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { placesWarehouse } from "../analyses/lectures/placesWarehouse.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await placesWarehouse();
});
afterAll(() => warehouse.close());

const values = async (sql: string) => (await warehouse.rows(sql)).map((row) => Object.values(row));

describe("school_places", () => {
  it("takes the coordinates of the site, or else of its postcode, or else of its municipality", async () => {
    const places = "select school_id, site_id, place_source, lat, lon from marts.school_places order by all";
    expect(await values(places)).toEqual([
      ["S1", "1", "site", 51.2, 4.4],
      ["S1", "2", "postcode", 50.97, 5.5],
      ["S2", "1", "postcode", 51.22, 4.3],
      ["S3", "1", "municipality", 50.8, 4.4],
      ["S4", "1", "postcode", 51.22, 4.4],
      ["S5", "1", null, null, null],
      ["S6", "1", "postcode", 50.97, 5.5],
    ]);
  });
});

describe("lecturers", () => {
  it("puts a lecturer at the centre of his municipality, and counts what he has this school year", async () => {
    expect(
      await values("select lecturer_id, municipality, lat, lon, lectures_this_year from marts.lecturers order by all"),
    ).toEqual([
      ["P1", "Antwerpen", 51.2, 4.4, 1],
      ["P2", "Genk", 51, 5.5, 2],
      ["P3", null, null, null, 0],
      ["P4", null, null, null, 0],
    ]);
  });
});

describe("lecture_trips", () => {
  it("holds lectures held at a school, also where the format is not given", async () => {
    expect(await values("select lecture_id from marts.lecture_trips order by lecture_id")).toEqual(
      ["L1", "L2", "L3", "L4", "L6", "L8"].map((id) => [id]),
    );
  });
});

describe("requests", () => {
  it("knows the days until the match, and the days since the request", async () => {
    expect(
      await values("select request_id, school_year, days_to_match, days_since from marts.requests order by all"),
    ).toEqual([
      ["V1", "2024-2025", 30, 337],
      ["V2", "2024-2025", 31, 337],
      ["V3", "2024-2025", null, 337],
      ["V4", "2024-2025", null, 30],
      ["V5", "2024-2025", null, 29],
      ["V6", "2024-2025", null, 306],
    ]);
  });

  it("match_rate counts matches within 30 days, of requests that are 30 days old", async () => {
    const rates =
      "select period, province, numerator, denominator from indicators.observations where indicator_id = 'match_rate' order by all";
    expect(await values(rates)).toEqual([
      ["2024-2025", "Antwerpen", 1, 3],
      ["2024-2025", "Brussels Hoofdstedelijk Gewest", 0, 1],
      ["2024-2025", "Limburg", 0, 1],
      ["2024-2025", null, 1, 5],
    ]);
  });
});
