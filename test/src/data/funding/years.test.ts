import { expect, it } from "vitest";
import { fundingYears } from "../../../../src/data/funding/years.ts";
import { rawWarehouse } from "../../../loaders/analyses/rawWarehouse.ts";

it("an advance for a school year to come is marked and stands apart, also where it is in kind alone", async () => {
  const entry = (entry_id: string, school_year: string, more = {}) => ({
    ...{ entry_id, school_year, programme: "stem_ovk", funder_id: "F099", funder_name: "X", funder_type: "private" },
    ...{ kind: "cash", phase: "received", amount_eur: 10_000, booked_on: "2026-02-20" },
    ...more,
  });
  const inKind = { kind: "in_kind", amount_eur: null, hours: 10, unit_rate_eur: 50 };
  const warehouse = await rawWarehouse(
    {
      funding: [
        entry("B1", "2024-2025", { funder_type: "public" }),
        entry("B2", "2025-2026", { funder_type: "public" }),
        entry("B99999", "2026-2027"),
        entry("B3", "2027-2028", inKind),
      ],
    },
    [],
    "2026-03-02",
  );
  await warehouse.run(
    "create table meta.files (source varchar, table_name varchar, title_nl varchar, title_en varchar, url varchar, is_synthetic boolean, file varchar, sha256 varchar, latest_day varchar, rows_read integer, rows_rejected integer)",
  );
  const { rows } = await fundingYears(warehouse);
  warehouse.close();
  expect(
    rows.map(({ school_year, public_share, flag, is_ahead }) => [school_year, public_share, flag, is_ahead]),
  ).toEqual([
    ["2024-2025", 1, null, false],
    ["2025-2026", 1, "p", false],
    ["2026-2027", 0, "p", true],
    ["2027-2028", null, "p", true],
  ]);
});
