import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runModels } from "../../../loaders/models/models.ts";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { fixtureWarehouse } from "./fixtureWarehouse.ts";

let warehouse: Warehouse;
const values = async (sql: string) => (await warehouse.rows(sql)).map((row) => Object.values(row));

beforeAll(async () => {
  warehouse = await fixtureWarehouse();
  await runModels(warehouse);
});
afterAll(() => warehouse.close());

describe("schools", () => {
  it("finds the province by the present or the former NIS code", async () => {
    expect(await values("select school_id, site_id, municipality, province from marts.schools order by all")).toEqual([
      ["S1", "1", "Antwerpen", "Antwerpen"],
      ["S1", "2", "Antwerpen", "Antwerpen"],
      ["S2", "1", "Brussel", "Brussels Hoofdstedelijk Gewest"],
      ["S3", "1", "Genk", "Limburg"],
    ]);
  });
});

describe("registration_delays", () => {
  it("knows no delay of a lecture without a day of registration: it was not registered on the day itself", async () => {
    const model = readFileSync(
      join(import.meta.dirname, "../../../loaders/models/marts/registration_delays.sql"),
      "utf8",
    );
    const counts = () => values("select count(*)::integer, count(delay)::integer from marts.registration_delays");
    const [[lectures = 0] = []] = (await counts()) as number[][];
    expect(lectures).toBeGreaterThan(0);
    await warehouse.run("begin");
    try {
      await warehouse.run("update marts.lectures set days_to_record = null");
      await warehouse.run(`create or replace table marts.registration_delays as ${model}`);
      expect(await counts()).toEqual([[lectures, 0]]);
      await warehouse.run("update marts.lectures set days_to_record = -2");
      await warehouse.run(`create or replace table marts.registration_delays as ${model}`);
      expect(await values("select distinct delay from marts.registration_delays")).toEqual([[0]]);
    } finally {
      await warehouse.run("rollback");
    }
  });
});

describe("school_days", () => {
  it("numbers Monday to Friday from 1 September, holidays left out", async () => {
    const days = "select teaching_day, date from marts.school_days where school_year = '2022-2023' order by all";
    expect(await values(days)).toEqual([
      [1, "2022-09-01"],
      [2, "2022-09-02"],
      [3, "2022-09-06"],
      [4, "2022-09-07"],
      [5, "2022-09-08"],
    ]);
    const autumn =
      "select teaching_day, date from marts.school_days where school_year = '2024-2025' and teaching_day = 1";
    expect(await values(autumn)).toEqual([[1, "2024-09-02"]]);
  });

  it("leaves days of closure out", async () => {
    const days = "select date from marts.school_days where school_year = '2023-2024' order by date";
    expect(await values(days)).toEqual([["2023-09-01"], ["2023-09-04"], ["2023-09-06"], ["2023-09-07"]]);
  });

  it("marks a closure year by a closure of lectures outside the holidays alone", async () => {
    const years = "select distinct school_year, is_closure_year from marts.school_days order by school_year";
    expect(await values(years)).toEqual([
      ["2022-2023", false],
      ["2023-2024", true],
      ["2024-2025", false],
      ["2025-2026", false],
      ["2026-2027", false],
    ]);
  });

  it("marks a closure year by the calendar alone, where no annotations were loaded", async () => {
    const model = readFileSync(join(import.meta.dirname, "../../../loaders/models/marts/school_days.sql"), "utf8");
    await warehouse.run("begin transaction");
    try {
      await warehouse.run("delete from staging.stg_annotations");
      expect(await values(`select distinct school_year from (${model}) where is_closure_year`)).toEqual([
        ["2023-2024"],
      ]);
    } finally {
      await warehouse.run("rollback");
    }
  });
});

describe("lectures", () => {
  it("keeps planned and cancelled lectures beside those held", async () => {
    expect(await values("select status, count(*) from marts.lectures group by status order by status")).toEqual([
      ["cancelled", 2],
      ["held", 14],
      ["planned", 1],
    ]);
  });

  it("counts a lecture at the weekend or in summer with the teaching day before it", async () => {
    const days =
      "select lecture_id, province, teaching_day from marts.lectures where lecture_id in ('L3', 'L4', 'L8', 'L11', 'L17') order by all";
    expect(await values(days)).toEqual([
      ["L11", "Brussels Hoofdstedelijk Gewest", 5],
      ["L17", "Brussels Hoofdstedelijk Gewest", null],
      ["L3", "Brussels Hoofdstedelijk Gewest", 4],
      ["L4", "Brussels Hoofdstedelijk Gewest", 5],
      ["L8", "Antwerpen", 3],
    ]);
  });

  it("knows after how many days a lecture was recorded", async () => {
    const days =
      "select days_to_record, is_current_year from marts.lectures where lecture_id in ('L2', 'L12') order by lecture_id";
    expect(await values(days)).toEqual([
      [1, true],
      [14, false],
    ]);
  });
});

describe("lecture_days", () => {
  const day = (year: string) =>
    values(`select * exclude (programme, school_year, date, is_current_year, is_closure_year) from marts.lecture_days
            where programme is null and school_year = '${year}' order by teaching_day`);

  it("adds up lectures and contacts, and counts a lecturer or teacher once a year", async () => {
    expect(await day("2024-2025")).toEqual([
      [1, 1, 1, 25, 1],
      [2, 1, 1, 25, 1],
      [3, 3, 3, 70, 3],
      [4, 4, 4, 80, 4],
      [5, 5, 4, 100, 5],
    ]);
  });

  it("stops at the as-of date", async () => {
    expect(await day("2025-2026")).toEqual([
      [1, 1, 1, 20, 1],
      [2, 2, 2, 50, 1],
      [3, 3, 2, 90, 2],
    ]);
    expect(await day("2026-2027")).toEqual([]);
  });
});

describe("school_lecture_days", () => {
  it("counts by school and teaching day, a lecturer or teacher at the first lecture of the year", async () => {
    expect(
      await values(
        "select * exclude (programme, school_year) from marts.school_lecture_days where programme is null and school_year = '2024-2025'",
      ),
    ).toEqual([
      [1, "S1", 1, 1, 25, 1],
      [3, "S1", 1, 1, 25, 1],
      [3, "S3", 1, 1, 20, 1],
      [4, "S3", 1, 1, 10, 1],
      [5, "S2", 1, 0, 20, 1],
    ]);
  });
});

describe("benchmark_progress", () => {
  const of = (year: string) =>
    values(`select indicator_id, teaching_day, teaching_days, value, target, direction, last_year_value
            from marts.benchmark_progress where programme is null and school_year = '${year}' order by indicator_id`);

  it("compares the current year with the same teaching day of the year before", async () => {
    expect(await of("2025-2026")).toEqual([
      ["lecturers_count", 3, 5, 2, 4, "up", 3],
      ["lectures_count", 3, 5, 3, 6, "up", 3],
      ["student_contacts_count", 3, 5, 90, null, null, 70],
      ["teachers_count", 3, 5, 2, null, null, 3],
    ]);
  });

  it("compares with the last day of a shorter year", async () => {
    expect((await of("2023-2024"))[1]).toEqual(["lectures_count", 4, 4, 2, null, null, 3]);
  });

  it("gives a past year its total", async () => {
    expect(await of("2024-2025")).toEqual([
      ["lecturers_count", 5, 5, 4, null, null, 2],
      ["lectures_count", 5, 5, 5, 4, "up", 2],
      ["student_contacts_count", 5, 5, 100, null, null, 40],
      ["teachers_count", 5, 5, 5, null, null, 2],
    ]);
  });
});

describe("responses", () => {
  it("turns reversed items round and takes the school year of the lecture where it is known", async () => {
    const answers = "select response_id, item_id, school_year, answer, score from marts.responses order by all";
    expect(await values(answers)).toEqual([
      ["R1", "recommend", "2025-2026", 9, 9],
      ["R1", "too_hard", "2025-2026", 2, 4],
      ["R1", "useful", "2025-2026", 5, 5],
      ["R2", "too_hard", "2025-2026", null, null],
      ["R2", "useful", "2025-2026", 3, 3],
      ["R3", "useful", "2024-2025", 4, 4],
      ["R4", "useful", "2024-2025", 1, 1],
      ["R5", "useful", "2025-2026", 4, 4],
      ["R6", "useful", "2025-2026", null, null],
      ["R7", "useful", "2022-2023", null, null],
    ]);
  });
});

describe("stem_year_groups", () => {
  it("parts the pupils of both years of stage 3 that the girls' share and participation count", async () => {
    const [differing] = await values(
      `select count(*)::integer from (
         select school_year, sum(girls_in_stem) as girls_in_stem, sum(in_stem) as in_stem, sum(girls) as girls
         from marts.stem_year_groups where breakdown = 'total' group by school_year
       ) as years
       join indicators.observations as share on share.period = school_year and share.indicator_id = 'girls_share_in_stem'
         and coalesce(share.province, share.track, share.domain) is null
       join indicators.observations as part on part.period = school_year and part.indicator_id = 'girls_stem_participation'
         and coalesce(part.province, part.track, part.domain) is null
       where (girls_in_stem, in_stem, girls) is distinct from (share.numerator, share.denominator, part.denominator)`,
    );
    expect(differing).toEqual([0]);
  });
});

describe("stem_pupils", () => {
  it("holds girls and all pupils in STEM of the years 1 and 2 of stage 3, by programme, province and school", async () => {
    expect(
      await values(
        "select school_year, track, domain, province, school_id, girls, pupils from marts.stem_pupils order by all",
      ),
    ).toEqual([
      ["2023-2024", "aso", "Wetenschappen", "Antwerpen", null, 25, 100],
      ["2024-2025", "aso", "Wetenschappen", "Antwerpen", null, 30, 60],
      ["2024-2025", "tso", "unknown", "Limburg", "S3", 5, 40],
    ]);
  });
});

describe("enrolments", () => {
  it("holds secondary pupils of the STEM-monitor alone, in the last edition", async () => {
    const counts = "select school_year, edition, sum(headcount) from marts.enrolments group by all order by all";
    expect(await values(counts)).toEqual([
      ["2023-2024", "2025", 100],
      ["2024-2025", "2025", 882],
    ]);
  });

  it("counts no pupil again by school where there is a total for that year of the stage", async () => {
    const bySchool =
      "select school_id, stage, year_in_stage, sum(headcount) from marts.enrolments where school_id is not null group by all";
    expect(await values(bySchool)).toEqual([["S3", "3", 2, 40]]);
  });

  it("takes the province of the school where the count names none", async () => {
    expect(await values("select distinct province from marts.enrolments where school_id = 'S3'")).toEqual([
      ["Limburg"],
    ]);
  });
});

describe("school_panel", () => {
  it("follows the schools that were counted every year; lectures for stage 3 alone do not make one treated", async () => {
    expect(await warehouse.rows("select * exclude (nis, school_year) from marts.school_panel")).toEqual([
      {
        ...{ year: 2024, school_id: "S1", site_id: "1", first_treated: null, girls_in_stem: 25, pupils_in_stem: 100 },
        ...{ girls: 25, pupils: 100, baseline_pupils: 100, student_contacts: 0 },
      },
      {
        ...{ year: 2025, school_id: "S1", site_id: "1", first_treated: null, girls_in_stem: 30, pupils_in_stem: 60 },
        ...{ girls: 90, pupils: 140, baseline_pupils: 100, student_contacts: 0 },
      },
    ]);
  });
});

describe("funding", () => {
  it("values hours in kind at their rate, and cash at its amount", async () => {
    const entries = "select entry_id, value_eur from marts.funding where entry_id in ('F2', 'F4', 'F9') order by all";
    expect(await values(entries)).toEqual([
      ["F2", 20000.5],
      ["F4", 630],
      ["F9", 111],
    ]);
  });
});

describe("campaign_metrics", () => {
  it("keeps the last measurement up to the as-of date", async () => {
    const counts = "select content_id, metric, measured_on, value from marts.campaign_metrics order by all";
    expect(await values(counts)).toEqual([
      ["p1", "reach", "2025-02-01", 40],
      ["v1", "likes", "2025-02-01", 7],
      ["v1", "views", "2025-02-01", 150],
      ["v2", "views", "2025-02-01", 50],
      ["w1", "sessions", "2025-09-02", 12],
    ]);
  });
});

describe("funding_years", () => {
  it("holds what was received, cash by type of funder and in kind apart", async () => {
    expect(await values("from marts.funding_years order by school_year")).toEqual([
      ["2024-2025", false, 70000, 30000, 830, 14.5],
      ["2025-2026", true, 30000, 10000, 0, 0],
    ]);
  });
});

describe("lecture_groups", () => {
  it("counts each group beside the same teaching day last year", async () => {
    const groups = "from marts.lecture_groups where breakdown in ('programme', 'province') order by all";
    expect(await values(groups)).toEqual([
      ["programme", "ovk", 1, 1],
      ["programme", "stem_ovk", 2, 2],
      ["province", "Antwerpen", 2, 2],
      ["province", "Brussels Hoofdstedelijk Gewest", 1, 0],
      ["province", "Limburg", 0, 1],
    ]);
  });
});
