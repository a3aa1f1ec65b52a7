import { expect, it } from "vitest";
import { googleAnalytics } from "../../../../loaders/formats/campaigns/googleAnalytics.ts";
import { readFixture, reordered, shapeTable, unread, without } from "../shapeTable.ts";
import { tuples } from "./campaignRows.ts";

const pages = readFixture("ga4.csv", { preamble: 9 });
const options = { campaign: "#STEMhelden" };
const hashed = "page:708d92124d5a0bfa60210d843e498f31";
const ROWS = [
  [12, "page:/stemhelden", "reach", "website_active_user_2020", "2026-05-31", "910"],
  [12, "page:/stemhelden", "views", "website_view_2020", "2026-05-31", "1520"],
  [13, hashed, "views", "website_view_2020", "2026-05-31", "100"],
];

it("reads pages up to the end date above the header", async () => {
  const { rows, skipped } = await shapeTable(pages, googleAnalytics, { options });
  expect(tuples(rows)).toEqual(ROWS);
  expect(skipped).toEqual({ total_row: [11] });
  expect(tuples((await shapeTable(reordered(pages), googleAnalytics, { options })).rows)).toEqual(ROWS);
});

it("takes the end date of the block whose header is read", async () => {
  const april = ["# Start date: 20260401", "# End date: 20260430", "Nth day,Active users", "0001,5", ""];
  const both = { ...pages, preamble: [...april, ...pages.preamble] };
  const { rows } = await shapeTable(both, googleAnalytics, { options });
  expect(rows[0]?.measured_on).toBe("2026-05-31");
});

it("reads days without separators, each in a definition of its own", async () => {
  const { rows } = await shapeTable(readFixture("ga4-days.csv", { preamble: 2 }), googleAnalytics, { options });
  const impossible = unread("20260231");
  expect(tuples(rows)).toEqual([
    [4, "site", "reach", "website_active_user_day_2020", "2026-05-01", "30"],
    [4, "site", "sessions", "website_session_day_2020", "2026-05-01", "40"],
    [4, "site", "views", "website_view_day_2020", "2026-05-01", "90"],
    [5, "site", "reach", "website_active_user_day_2020", impossible, "1"],
    [5, "site", "sessions", "website_session_day_2020", impossible, "1"],
    [5, "site", "views", "website_view_day_2020", impossible, "1"],
  ]);
});

it("asks for a day that the file does not give, and names a missing column", async () => {
  await expect(shapeTable({ ...pages, preamble: [] }, googleAnalytics, { options })).rejects.toThrow(
    'missing option: options.measured_on, since no "# End date" stands above the header (ga4.csv)',
  );
  await expect(shapeTable(without(pages, "Page path and screen class"), googleAnalytics, { options })).rejects.toThrow(
    /^missing column: Page path and screen class \/ Page path \/ .*\(ga4\.csv, line 10; /,
  );
});
