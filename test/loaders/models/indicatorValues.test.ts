import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analyses } from "../../../loaders/analyses/index.ts";
import { BREAKDOWNS, loadIndicators } from "../../../loaders/models/indicators.ts";
import { runModels } from "../../../loaders/models/models.ts";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { fixtureWarehouse } from "./fixtureWarehouse.ts";

const indicators = loadIndicators(join(import.meta.dirname, "../../../loaders/models/indicators"));
let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await fixtureWarehouse();
  await runModels(warehouse);
});
afterAll(() => warehouse.close());

/** The observations of a school year as `group: numerator/denominator = value flag`. */
async function observed(id: string, period: string): Promise<string[]> {
  const rows = await warehouse.rows(
    "select * from indicators.observations where indicator_id = $1 and period = $2 order by all",
    [id, period],
  );
  return rows
    .map(({ numerator, denominator, value, status, ...row }) => {
      const group = BREAKDOWNS.flatMap((name) => (row[name] === null ? [] : [row[name]])).join(" ") || "total";
      const share = denominator === null ? "" : `/${denominator}`;
      const rounded = typeof value === "number" ? Math.round(value * 10_000) / 10_000 : value;
      return `${group}: ${numerator}${share} = ${rounded}${status ? ` ${status}` : ""}`;
    })
    .sort();
}

describe("intervals", () => {
  const computed = analyses.filter(({ functions }) =>
    functions.some((name) => name === "wilsonInterval" || name === "topTwoBox"),
  );
  const codes = new Set(computed.flatMap((analysis) => analysis.codes));

  it("promises a Wilson interval only where an analysis computes one", () => {
    const promised = indicators.filter(({ interval }) => interval === "wilson");
    expect(
      promised.filter((indicator) => !indicator.codes.some((code) => codes.has(code))).map(({ id }) => id),
    ).toEqual([]);
    expect(promised.map(({ id }) => id)).toContain("top_two_share");
  });

  it("has none for what counts everything: lectures, wrap-ups, requests and answers", () => {
    const counted = ["stem_share_of_lectures", "wrap_up_rate", "match_rate", "response_rate"];
    for (const id of counted) expect(indicators.find((one) => one.id === id)?.interval, id).toBe("none");
  });
});

describe("lectures", () => {
  it("lectures_count counts lectures held, with a group for what is unknown", async () => {
    expect(await observed("lectures_count", "2025-2026")).toEqual([
      "Antwerpen: 2 = 2 p",
      "Brussels Hoofdstedelijk Gewest: 1 = 1 p",
      "energy: 1 = 1 p",
      "ict: 2 = 2 p",
      "ovk: 1 = 1 p",
      "stem_ovk: 2 = 2 p",
      "technology: 2 = 2 p",
      "total: 3 = 3 p",
      "unknown: 1 = 1 p",
    ]);
    expect(await observed("lectures_count", "2024-2025")).toContain("total: 5 = 5");
  });

  it("lecturers_count counts a lecturer once, and in every group they taught", async () => {
    expect(await observed("lecturers_count", "2024-2025")).toEqual([
      "Antwerpen: 2 = 2",
      "Brussels Hoofdstedelijk Gewest: 1 = 1",
      "Limburg: 2 = 2",
      "ovk: 3 = 3",
      "stem_ovk: 2 = 2",
      "total: 4 = 4",
    ]);
  });

  it("student_contacts_count is estimated above 20 % of estimated contacts, not at 20 %", async () => {
    expect(await observed("student_contacts_count", "2024-2025")).toEqual([
      "Antwerpen: 50 = 50",
      "Brussels Hoofdstedelijk Gewest: 20 = 20",
      "Limburg: 30 = 30 e",
      "ovk: 50 = 50 e",
      "stem_ovk: 50 = 50",
      "total: 100 = 100",
    ]);
  });

  it("student_contacts_count tells estimated before provisional", async () => {
    expect(await observed("student_contacts_count", "2025-2026")).toEqual([
      "Antwerpen: 50 = 50 e",
      "Brussels Hoofdstedelijk Gewest: 40 = 40 p",
      "ovk: 30 = 30 p",
      "stem_ovk: 60 = 60 e",
      "total: 90 = 90 e",
    ]);
  });

  it("students_reached_count lies between the largest lecture of each site and all contacts", async () => {
    expect(await observed("students_reached_count", "2022-2023")).toEqual(["lower: 70 = 70 e", "upper: 100 = 100 e"]);
    expect(await observed("students_reached_count", "2024-2025")).toEqual(["lower: 90 = 90", "upper: 100 = 100"]);
  });

  it("teachers_count counts a teacher once", async () => {
    expect(await observed("teachers_count", "2022-2023")).toEqual([
      "Antwerpen: 2 = 2",
      "Brussels Hoofdstedelijk Gewest: 2 = 2",
      "ovk: 1 = 1",
      "stem_ovk: 2 = 2",
      "total: 3 = 3",
    ]);
  });

  it("stem_share_of_lectures sets STEM lectures against both programmes together", async () => {
    expect(await observed("stem_share_of_lectures", "2024-2025")).toEqual([
      "Antwerpen: 2/2 = 1",
      "Brussels Hoofdstedelijk Gewest: 0/1 = 0",
      "Limburg: 0/2 = 0",
      "total: 2/5 = 0.4",
    ]);
  });

  it("wrap_up_rate counts lectures with a day of wrap-up", async () => {
    expect(await observed("wrap_up_rate", "2022-2023")).toEqual([
      "ovk: 1/2 = 0.5",
      "stem_ovk: 0/2 = 0",
      "total: 1/4 = 0.25",
    ]);
  });

  it("wrap_up_rate and timeliness_share leave out lectures that are days old", async () => {
    expect(await observed("wrap_up_rate", "2025-2026")).toEqual([]);
    expect(await observed("timeliness_share", "2025-2026")).toEqual([]);
  });

  it("completeness_share asks for all seven fields", async () => {
    expect(await observed("completeness_share", "2022-2023")).toEqual([
      "ovk: 2/2 = 1",
      "stem_ovk: 1/2 = 0.5",
      "total: 3/4 = 0.75",
    ]);
    expect(await observed("completeness_share", "2025-2026")).toContain("ovk: 0/1 = 0 p");
  });

  it("timeliness_share counts the last day of the term as in time, a day later as late", async () => {
    expect(await observed("timeliness_share", "2022-2023")).toEqual([
      "ovk: 1/2 = 0.5",
      "stem_ovk: 2/2 = 1",
      "total: 3/4 = 0.75",
    ]);
  });
});

describe("questionnaires", () => {
  it("top_two_share leaves no opinion out, after turning reversed items round", async () => {
    expect(await observed("top_two_share", "2025-2026")).toEqual([
      "lecturer speaker 1 useful: 1/1 = 1 p",
      "teacher after 1 too_hard: 1/1 = 1 p",
      "teacher after 1 useful: 1/2 = 0.5 p",
    ]);
    expect(await observed("top_two_share", "2024-2025")).toEqual(["teacher after 1 useful: 1/2 = 0.5"]);
  });

  it("a share without a denominator is not available", async () => {
    expect(await observed("top_two_share", "2022-2023")).toEqual(["lecturer speaker 1 useful: 0/0 = null x"]);
  });

  it("response_rate counts a respondent once, flags below 60 %, and leaves out invitations that are days old", async () => {
    expect(await observed("response_rate", "2025-2026")).toEqual([]);
    expect(await observed("response_rate", "2024-2025")).toEqual(["teacher after: 2/4 = 0.5 u", "total: 2/4 = 0.5 u"]);
  });
});

describe("enrolments", () => {
  it("stem_share_of_intake looks at the first year of stages 2 and 3", async () => {
    expect(await observed("stem_share_of_intake", "2024-2025")).toEqual([
      "2: 60/200 = 0.3 e",
      "3: 60/140 = 0.4286",
      "total: 120/340 = 0.3529 e",
    ]);
  });

  it("girls_share_in_stem looks at STEM alone in years 1 and 2 of stage 3", async () => {
    expect(await observed("girls_share_in_stem", "2024-2025")).toEqual([
      "Antwerpen: 30/60 = 0.5",
      "Limburg: 5/40 = 0.125 p",
      "Wetenschappen: 30/60 = 0.5",
      "aso: 30/60 = 0.5",
      "total: 35/100 = 0.35 p",
      "tso: 5/40 = 0.125 p",
      "unknown: 5/40 = 0.125 p",
    ]);
  });

  it("girls_share_in_stem takes the flag of its counts and the last edition", async () => {
    expect(await observed("girls_share_in_stem", "2023-2024")).toContain("total: 25/100 = 0.25 b");
  });

  it("girls_stem_participation is out of all girls", async () => {
    expect(await observed("girls_stem_participation", "2024-2025")).toEqual([
      "Antwerpen: 30/90 = 0.3333",
      "Limburg: 5/5 = 1 p",
      // a domain is that of the STEM programme: out of all girls, with or without STEM
      "Wetenschappen: 30/95 = 0.3158 p",
      "aso: 30/90 = 0.3333",
      "total: 35/95 = 0.3684 p",
      "tso: 5/5 = 1 p",
      "unknown: 5/95 = 0.0526 p",
    ]);
  });

  it("stem_parity_index divides the girls' participation by the boys'", async () => {
    const rows = await warehouse.rows(
      "select numerator, denominator, value from indicators.observations where indicator_id = 'stem_parity_index' and period = '2024-2025' and track is null",
    );
    expect(rows).toEqual([{ numerator: 35 / 95, denominator: 65 / 85, value: 35 / 95 / (65 / 85) }]);
    expect(await observed("stem_parity_index", "2024-2025")).toContain("tso: 1/1 = 1 p");
  });
});

describe("money and reach", () => {
  it("public_share_of_funding holds cash alone, one row a phase", async () => {
    expect(await observed("public_share_of_funding", "2024-2025")).toEqual([
      "planned: 0/5000 = 0",
      "received: 70000/100000 = 0.7",
    ]);
    expect(await observed("public_share_of_funding", "2025-2026")).toEqual(["received: 30000/40000 = 0.75 p"]);
  });

  it("in_kind_value_eur is hours times rate", async () => {
    expect(await observed("in_kind_value_eur", "2024-2025")).toEqual(["received: 830 = 830"]);
    expect(await observed("in_kind_value_eur", "2025-2026")).toEqual(["planned: 111 = 111 p"]);
  });

  it("gross_reach_count adds content within one definition only, and no likes", async () => {
    expect(await observed("gross_reach_count", "2024-2025")).toEqual([
      "helden instagram ig_accounts_2018: 40 = 40",
      "helden youtube yt_views_2012: 200 = 200",
    ]);
    expect(await observed("gross_reach_count", "2025-2026")).toEqual(["helden website site_sessions: 12 = 12 p"]);
  });
});

describe("every indicator", () => {
  it("stands in the catalogue with its definition", async () => {
    const rows = await warehouse.rows<{ id: string }>("select id from indicators.catalogue order by id");
    expect(rows.map(({ id }) => id)).toEqual(indicators.map(({ id }) => id));
    // Each has a value worked out by hand, here or beside the places.
    const worked = ["indicatorValues", "places"].map((name) =>
      readFileSync(`${import.meta.dirname}/${name}.test.ts`, "utf8"),
    );
    expect(rows.filter(({ id }) => !new RegExp(`it\\("${id} `).test(worked.join()))).toEqual([]);
    const reached =
      "select codes, name_en, denominator_en, breakdowns, sources from indicators.catalogue where id = 'girls_share_in_stem'";
    expect(await warehouse.rows(reached)).toEqual([
      {
        codes: "D2, D5",
        name_en: "Girls' share in STEM",
        denominator_en: "all pupils in STEM, stage 3",
        breakdowns: "province, track, domain",
        sources: "enrolments, schools",
      },
    ]);
  });

  it.each(indicators.map(({ id, breakdowns }) => [id, breakdowns] as const))(
    "%s is broken down by what its definition lists",
    async (id, breakdowns) => {
      const counted = BREAKDOWNS.map((name) => `count(${name}) as ${name}`).join(", ");
      const [row] = await warehouse.rows(`select ${counted} from indicators.observations where indicator_id = $1`, [
        id,
      ]);
      expect(BREAKDOWNS.filter((name) => row?.[name])).toEqual(BREAKDOWNS.filter((name) => breakdowns.includes(name)));
    },
  );

  it("is dated with the as-of date", async () => {
    expect(await warehouse.rows("select distinct as_of from indicators.observations")).toEqual([
      { as_of: "2025-09-03" },
    ]);
  });
});
