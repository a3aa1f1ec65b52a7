import { describe, expect, it } from "vitest";
import { tiktokContent } from "../../../../loaders/formats/campaigns/tiktokContent.ts";
import { tiktokFollowers } from "../../../../loaders/formats/campaigns/tiktokFollowers.ts";
import { tiktokOverview } from "../../../../loaders/formats/campaigns/tiktokOverview.ts";
import { readFixture, reordered, shapeTable, without } from "../shapeTable.ts";
import { tuples } from "./campaignRows.ts";

const period = { options: { campaign: "LockdownLab", period_end: "2025-01-02" } };

describe("tiktok-overview", () => {
  const table = readFixture("tiktok-overview.csv");
  const day = (line: number, date: string, [comments, likes, shares, views]: string[]) => [
    [line, "account", "comments", "tiktok_comment_day_2018", date, comments],
    [line, "account", "likes", "tiktok_like_day_2018", date, likes],
    [line, "account", "shares", "tiktok_share_day_2018", date, shares],
    [line, "account", "views", "tiktok_view_day_2018", date, views],
  ];
  const ROWS = [
    ...day(2, "2024-12-30", ["0", "0", "0", "0"]),
    ...day(3, "2024-12-31", ["1", "2", "3", "100"]),
    ...day(4, "2025-01-01", ["0", "4", "1", "200"]),
  ];

  it("gives days without a year the year of a period that wraps over New Year", async () => {
    expect(tuples((await shapeTable(table, tiktokOverview, period)).rows)).toEqual(ROWS);
    expect(tuples((await shapeTable(reordered(table), tiktokOverview, period)).rows)).toEqual(ROWS);
  });

  it("asks for the end of the period", async () => {
    await expect(shapeTable(table, tiktokOverview, { options: { campaign: "x" } })).rejects.toThrow(
      "missing option: options.period_end (format tiktok-overview, tiktok-overview.csv)",
    );
    await expect(
      shapeTable(table, tiktokOverview, { options: { campaign: "x", period_end: "2025-02-30" } }),
    ).rejects.toThrow("options.period_end: not a day yyyy-mm-dd (format tiktok-overview, tiktok-overview.csv)");
  });

  it("refuses an end of the period on which the file does not end", async () => {
    const ending = (period_end: string) =>
      shapeTable(table, tiktokOverview, { options: { campaign: "LockdownLab", period_end } });
    const refusal = (end: string) =>
      `options.period_end: ${end} is not the end of this file, whose last day is January 1 (tiktok-overview.csv, line 4); a file with another end needs a source of its own`;
    await expect(ending("2026-03-31")).rejects.toThrow(refusal("2026-03-31"));
    await expect(ending("2024-12-31")).rejects.toThrow(refusal("2024-12-31"));
    expect((await ending("2025-01-04")).rows[0]?.measured_on).toBe("2024-12-30");
  });

  it("names a missing column", async () => {
    await expect(shapeTable(without(table, "Shares"), tiktokOverview, period)).rejects.toThrow(
      /^missing column: Shares /,
    );
  });
});

describe("tiktok-followers", () => {
  const table = readFixture("tiktok-followers.csv");

  it("skips a day whose number is undefined", async () => {
    const { rows, skipped } = await shapeTable(table, tiktokFollowers, period);
    expect(tuples(rows)).toEqual([
      [3, "account", "followers", "tiktok_follower_2018", "2025-01-01", "1200"],
      [4, "account", "followers", "tiktok_follower_2018", "2025-01-02", "1205"],
    ]);
    expect(skipped).toEqual({ no_metric: [2] });
  });

  it("names a missing column", async () => {
    await expect(shapeTable(without(table, "Followers"), tiktokFollowers, period)).rejects.toThrow(
      /^missing column: Followers /,
    );
  });
});

describe("tiktok-content", () => {
  const table = readFixture("tiktok-content.csv");
  const options = { campaign: "LockdownLab", measured_on: "2025-01-02" };

  it("names a film by the number in its link, and reads its day with or without a year", async () => {
    const { rows } = await shapeTable(reordered(table), tiktokContent, { options });
    expect(tuples(rows)).toEqual([
      [2, "7123456789012345678", "comments", "tiktok_comment_2018", "2025-01-02", "1"],
      [2, "7123456789012345678", "likes", "tiktok_like_2018", "2025-01-02", "20"],
      [2, "7123456789012345678", "shares", "tiktok_share_2018", "2025-01-02", "3"],
      [2, "7123456789012345678", "views", "tiktok_view_2018", "2025-01-02", "1000"],
      [3, "7123456789012345679", "views", "tiktok_view_2018", "2025-01-02", "50"],
    ]);
    expect([rows[0]?.published_on, rows[4]?.published_on]).toEqual(["2024-12-30", "2024-01-06"]);
  });

  it("names a missing column", async () => {
    await expect(shapeTable(without(table, "Video link"), tiktokContent, { options })).rejects.toThrow(
      /^missing column: Video link \(tiktok-content\.csv, line 1; found: Video title, /,
    );
  });
});
