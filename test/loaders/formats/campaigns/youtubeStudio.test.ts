import { describe, expect, it } from "vitest";
import { youtubeStudio } from "../../../../loaders/formats/campaigns/youtubeStudio.ts";
import { edited, readFixture, renamed, reordered, shapeTable, unread, without } from "../shapeTable.ts";
import { tuples } from "./campaignRows.ts";

const table = readFixture("table-data.csv");
const options = { campaign: "#STEMhelden", measured_on: "2025-06-01" };
const ROWS = [
  [3, "aBcDeFgHiJk", "impressions", "youtube_impression_2018", "2025-06-01", "65010"],
  [3, "aBcDeFgHiJk", "views", "youtube_view_2012", "2025-06-01", "8420"],
  [3, "aBcDeFgHiJk", "watch_hours", "youtube_watch_2012", "2025-06-01", "170.23"],
  [4, "video:-YxWvUtSrQp", "impressions", "youtube_impression_2018", "2025-06-01", "55330"],
  [4, "video:-YxWvUtSrQp", "views", "youtube_view_2025", "2025-06-01", "6980"],
];

describe("youtube-studio", () => {
  it("makes a row of each metric that a film has, without the total row", async () => {
    const { rows, skipped } = await shapeTable(table, youtubeStudio, { options });
    expect(tuples(rows)).toEqual(ROWS);
    expect(skipped).toEqual({ total_row: [2], no_metric: [5] });
    expect(rows[0]).toMatchObject({
      campaign: "#STEMhelden",
      channel: "youtube",
      title: "#STEMhelden: recyclage, hoe werkt dat?",
      published_on: "2020-11-04",
    });
  });

  it("reads older and newer headers in any order", async () => {
    const other = renamed(reordered(table), { Content: "Video", Impressions: "Thumbnail impressions" });
    expect(tuples((await shapeTable(other, youtubeStudio, { options })).rows)).toEqual(ROWS);
  });

  it("counts a view of a Short by the definition of the day", async () => {
    const views = async (more: Record<string, unknown>) => {
      const { rows } = await shapeTable(table, youtubeStudio, { options: { ...options, ...more } });
      return rows.filter(({ metric }) => metric === "views").map(({ metric_definition }) => metric_definition);
    };
    expect(await views({ measured_on: "2025-03-30" })).toEqual(["youtube_view_2012", "youtube_view_2012"]);
    expect(await views({ measured_on: "2025-03-31", shorts: true })).toEqual([
      "youtube_view_2025",
      "youtube_view_2025",
    ]);
  });

  it("takes the campaign by title and the day of the file where the mapping says so", async () => {
    const values = { campaign: { "Veilig bankieren #Shorts": "LockdownLab" } };
    const { rows } = await shapeTable(table, youtubeStudio, { values, day: "2024-01-31" });
    expect(
      rows.filter(({ metric }) => metric === "views").map(({ campaign, measured_on }) => [campaign, measured_on]),
    ).toEqual([
      [undefined, "2024-01-31"],
      ["LockdownLab", "2024-01-31"],
    ]);
  });

  it("never rolls an impossible day of publication over", async () => {
    const { rows } = await shapeTable(edited(table, 5, { Views: "3" }), youtubeStudio, { options });
    expect(rows.at(-1)?.published_on).toBe(unread("Feb 30, 2021"));
  });

  it("asks for the campaign and the day", async () => {
    await expect(shapeTable(table, youtubeStudio, { options: { measured_on: "2025-06-01" } })).rejects.toThrow(
      "missing option: options.campaign, or values.campaign by title (table-data.csv)",
    );
    await expect(shapeTable(table, youtubeStudio, { options: { campaign: "x" } })).rejects.toThrow(
      "missing option: options.measured_on (table-data.csv)",
    );
  });

  describe("in a file that a spreadsheet saved", () => {
    const saved = edited(edited(table, 3, { "Watch time (hours)": "170,221", Views: "8.420" }), 4, {
      "Watch time (hours)": "142,2356",
      Impressions: "55330",
    });

    it("asks for the style of numbers where semicolons part the cells", async () => {
      await expect(shapeTable({ ...saved, delimiter: ";" }, youtubeStudio, { options })).rejects.toThrow(
        "missing option: numbers, since a file with semicolons was saved by a spreadsheet, in a style of its own; give dutch (1.234,5) or english (1,234.5) (table-data.csv)",
      );
      const { rows } = await shapeTable({ ...saved, delimiter: ";" }, youtubeStudio, { options, numbers: "dutch" });
      expect(rows.filter(({ metric }) => metric !== "impressions").map(({ value }) => value)).toEqual([
        ...["8420", "170.22", "6980", "142.24"],
      ]);
    });

    it("takes no decimal comma for a thousand", async () => {
      const { rows } = await shapeTable(saved, youtubeStudio, { options });
      const hours = rows.filter(({ metric }) => metric === "watch_hours").map(({ value }) => value);
      expect(hours).toEqual([unread("170,221"), unread("142,2356")]);
    });

    it("takes no point in a count for a decimal one", async () => {
      const views = async (text: string) =>
        (await shapeTable(edited(table, 3, { Views: text }), youtubeStudio, { options })).rows.find(
          ({ line, metric }) => line === 3 && metric === "views",
        )?.value;
      expect(await views("12,400")).toBe("12400");
      expect(await views("12.400")).toBe("12.40");
      expect(await views("12.000")).toBe(unread("12.000"));
      expect(await views("12.9999")).toBe(unread("12.9999"));
      expect(await views("12.0")).toBe("12.0");
    });
  });

  it("names a missing column", async () => {
    await expect(shapeTable(without(table, "Views"), youtubeStudio, { options })).rejects.toThrow(
      /^missing column: Views /,
    );
  });
});
