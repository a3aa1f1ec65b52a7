import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { costPerContact } from "../../../../loaders/analyses/funding/costPerContact.ts";
import { funderConcentration } from "../../../../loaders/analyses/funding/funderConcentration.ts";
import { fundingSplit } from "../../../../loaders/analyses/funding/fundingSplit.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { type RawRow, rawWarehouse } from "../rawWarehouse.ts";

let number = 0;
const cash = (school_year: string, phase: string, funder: string, amount_eur: number, more: RawRow = {}): RawRow => ({
  ...{ entry_id: `F${number++}`, school_year, programme: "ovk", funder_id: funder, phase, kind: "cash", amount_eur },
  ...{ funder_type: funder.startsWith("G") ? "public" : "private", funder_name: funder, ...more },
});
const hours = (school_year: string, phase: string, given: number): RawRow => ({
  ...cash(school_year, phase, "C9", 0),
  ...{ kind: "in_kind", amount_eur: null, hours: given, unit_rate_eur: 50 },
});
const lecture = (held_on: string, students: number | null, more: RawRow = {}): RawRow => ({
  ...{ lecture_id: `L${number++}`, programme: "ovk", status: "held", held_on, school_id: "S1", site_id: "1" },
  ...{ students, students_estimated: false, ...more },
});
const band = (period: string, target: number): RawRow => ({
  ...{ indicator_id: "public_share_of_funding", period, target, direction: "band", tolerance: 0.05, source: "plan" },
});

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await rawWarehouse(
    {
      schools: [{ school_id: "S1", site_id: "1", name: "School", postcode: "2000", nis: "11002", network: "go" }],
      funding: [
        cash("2021-2022", "received", "G1", 90),
        cash("2021-2022", "received", "C1", 10),
        cash("2022-2023", "received", "G1", 650),
        cash("2022-2023", "received", "C1", 300),
        cash("2022-2023", "received", "C2", 20, { programme: "stem_ovk" }),
        cash("2022-2023", "received", "C3", 10),
        cash("2022-2023", "received", "C3", 20),
        cash("2022-2023", "planned", "C1", 100),
        cash("2022-2023", "committed", "G1", -50),
        cash("2022-2023", "committed", "C1", 60),
        hours("2022-2023", "received", 4),
        hours("2022-2023", "planned", 9),
        cash("2022-2023", "spent", "G1", 900),
        cash("2023-2024", "spent", "G1", 1200),
        cash("2024-2025", "received", "C5", 5),
        cash("2024-2025", "received", "C5", -5),
        cash("2025-2026", "spent", "G1", 100),
        cash("2026-2027", "planned", "G1", 70),
        cash("2026-2027", "planned", "C1", 30),
      ],
      lectures: [
        lecture("2022-10-01", 40),
        lecture("2022-10-02", 20),
        lecture("2023-10-01", 50, { students_estimated: true }),
        lecture("2023-10-02", 100),
        lecture("2024-10-01", 30),
        lecture("2025-09-02", 10),
        lecture("2025-09-03", null),
      ],
      targets: [band("2022-2023", 0.7), band("2023-2024", 0.9)],
    },
    [fundingSplit, costPerContact, funderConcentration],
  );
});
afterAll(() => warehouse.close());

describe("funding split", () => {
  const split = async (school_year: string, phase: string, programme: string | null = null) =>
    (
      await warehouse.rows(
        "from analyses.funding_split where school_year = $1 and phase = $2 and programme is not distinct from $3",
        [school_year, phase, programme],
      )
    )[0];

  it("is public over all cash of a phase, its band's edge inside, in kind apart", async () => {
    expect(await split("2022-2023", "received")).toMatchObject({
      ...{ public_eur: 650, private_eur: 350, cash_eur: 1000, public_share: 0.65, target: 0.7, verdict: "inside" },
      ...{ in_kind_eur: 200, in_kind_hours: 4, reason: null },
    });
    expect(await split("2022-2023", "received", "stem_ovk")).toMatchObject({ public_share: 0, verdict: "below" });
    expect(await split("2022-2023", "spent")).toMatchObject({ public_share: 1, verdict: "above", in_kind_eur: 0 });
  });

  it("has no verdict before the first target, and takes the last one after it", async () => {
    expect(await split("2021-2022", "received")).toMatchObject({
      ...{ public_share: 0.9, target: null, verdict: null, verdict_reason: "no_target" },
    });
    expect(await split("2025-2026", "spent")).toMatchObject({
      ...{ target: 0.9, verdict: null, verdict_reason: "running_year", status: "p" },
    });
  });

  it("is provisional in the running school year and in one to come", async () => {
    expect(await split("2026-2027", "planned")).toMatchObject({ public_share: 0.7, status: "p" });
    expect(await split("2022-2023", "received")).toMatchObject({ status: null });
    const funders = await warehouse.rows(
      "select status from analyses.funder_concentration where school_year = '2026-2027'",
    );
    expect(funders).toEqual([{ status: "p" }, { status: "p" }]);
  });

  it("has no share without cash, or of a negative sum", async () => {
    expect(await split("2024-2025", "received")).toMatchObject({ public_share: null, reason: "no_cash" });
    expect(await split("2022-2023", "committed")).toMatchObject({ public_share: null, reason: "not_computable" });
    expect(await split("2022-2023", "planned")).toMatchObject({ public_share: 0, in_kind_eur: 450 });
  });
});

describe("cost per contact", () => {
  const year = async (school_year: string) =>
    (
      await warehouse.rows("from analyses.cost_per_contact where school_year = $1 and programme is null", [school_year])
    )[0];

  it("divides spent cash by contacts and by lectures", async () => {
    expect(await year("2022-2023")).toMatchObject({
      ...{ spent_eur: 900, student_contacts: 60, lectures: 2, cost_per_contact: 15, cost_per_lecture: 450 },
      cost_per_contact_with_in_kind: expect.closeTo(1100 / 60, 12),
      ...{ change: null, change_reason: "no_figure_last_year", status: null },
    });
  });

  it("splits the change into what spending and what contacts did", async () => {
    // From 900/60 = 15 to 1200/150 = 8: 300·(1/60 + 1/150)/2 = 3.5, and (1/150 − 1/60)·(900 + 1200)/2 = −10.5.
    expect(await year("2023-2024")).toMatchObject({
      ...{ cost_per_contact: 8, change: expect.closeTo(-7, 12), change_by_cost: expect.closeTo(3.5, 12) },
      ...{ change_by_contacts: expect.closeTo(-10.5, 12), change_reason: null, status: "e" },
    });
  });

  it("does not compare the running year, and says why there is no figure", async () => {
    expect(await year("2025-2026")).toMatchObject({
      ...{ cost_per_contact: 10, lectures_without_students: 1, change: null, change_reason: "running_year" },
      status: "p",
    });
    expect(await year("2024-2025")).toMatchObject({ cost_per_contact: null, reason: "no_spending" });
    expect(await year("2021-2022")).toMatchObject({ cost_per_contact: null, reason: "no_spending" });
  });
});

describe("funder concentration", () => {
  const of = async (school_year: string, phase: string) =>
    (
      await warehouse.rows(
        "from analyses.funder_concentration where school_year = $1 and phase = $2 and programme is null",
        [school_year, phase],
      )
    )[0];

  it("counts funders, and says whether their sum may be shown", async () => {
    // 300, 20 and 30 of 350: beside the two largest stands 20, less than 10 % of 300.
    expect(await of("2022-2023", "received")).toMatchObject({
      ...{ private_eur: 350, funders: 3, largest_share: 300 / 350, is_safe: false, is_dominated: true },
      herfindahl: expect.closeTo((300 ** 2 + 20 ** 2 + 30 ** 2) / 350 ** 2, 12),
    });
    expect(await of("2021-2022", "received")).toMatchObject({ funders: 1, herfindahl: 1, is_safe: false });
  });

  it("has no figure for a sum that comes to nothing, and holds no name", async () => {
    expect(await of("2024-2025", "received")).toMatchObject({ private_eur: null, is_safe: false, reason: "no_cash" });
    expect(JSON.stringify(await warehouse.rows("from analyses.funder_concentration"))).not.toMatch(/"C[0-9]"/);
  });
});
