import { expect, it } from "vitest";
import { insightsMetric } from "../../../../loaders/formats/campaigns/insightsMetric.ts";
import { readFixture, renamed, reordered, shapeTable, unread } from "../shapeTable.ts";
import { tuples } from "./campaignRows.ts";

const table = readFixture("insights.csv", { preamble: 2 });
const options = { campaign: "LockdownLab", channel: "instagram" };
const ROWS = [
  [4, "account", "views", "instagram_view_day_2024", "2024-11-04", "1520"],
  [5, "account", "views", "instagram_view_day_2024", "2024-11-05", "0"],
  [6, "account", "views", "instagram_view_day_2024", unread("5 nov"), "3"],
];

it("takes the metric from the title above the header", async () => {
  expect(tuples((await shapeTable(table, insightsMetric, { options })).rows)).toEqual(ROWS);
  expect(tuples((await shapeTable(reordered(table), insightsMetric, { options })).rows)).toEqual(ROWS);
});

it("takes the metric from the mapping where the title does not say it", async () => {
  const untitled = { ...table, preamble: ["sep=,", '"Interacties"'] };
  await expect(shapeTable(untitled, insightsMetric, { options })).rejects.toThrow(
    "unknown metric above the header: Interacties; give options.metric (insights.csv, line 2)",
  );
  const { rows } = await shapeTable(untitled, insightsMetric, { options: { ...options, metric: "reach" } });
  expect(rows[0]?.metric_definition).toBe("instagram_reach_day_2018");
});

it("takes no other metric for the one that its title ends in", async () => {
  const titled = (title: string, more: Record<string, unknown> = {}) =>
    shapeTable({ ...table, preamble: ["sep=,", `"${title}"`] }, insightsMetric, { options: { ...options, ...more } });
  for (const title of ["3-second video views", "Instagram profile views", "Views on ads", "Paid impressions"])
    await expect(titled(title)).rejects.toThrow(
      `unknown metric above the header: ${title}; give options.metric (insights.csv, line 2)`,
    );
  for (const title of ["Instagram views", "instagram weergaven", "Weergaven op Instagram", "Weergaven"])
    expect((await titled(title)).rows[0]?.metric).toBe("views");
  expect((await titled("Instagram-bereik")).rows[0]?.metric).toBe("reach");
  await expect(titled("Facebook views")).rejects.toThrow(
    "options.channel: instagram, but the title above the header says Facebook views (insights.csv, line 2)",
  );
});

it("names a missing column with the line of the header", async () => {
  await expect(shapeTable(renamed(table, { Primary: "Primair" }), insightsMetric, { options })).rejects.toThrow(
    "missing column: Primary (insights.csv, line 3; found: Date, Primair; did you mean Primair?)",
  );
});
