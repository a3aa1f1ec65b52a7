import { describe, expect, it } from "vitest";
import { metaPosts } from "../../../../loaders/formats/campaigns/metaPosts.ts";
import { edited, readFixture, reordered, shapeTable, without } from "../shapeTable.ts";
import { tuples } from "./campaignRows.ts";

const facebook = readFixture("facebook.csv");
const given = { options: { campaign: "LockdownLab" }, day: "2025-01-31" };
const DAY = "2025-01-31";
const hashed = "post:7cfe3eb4ede6205f158d6ea95ea0cc0e";
const ROWS = [
  [2, "100001", "comments", "facebook_comment_2018", DAY, "35"],
  [2, "100001", "likes", "facebook_reaction_2018", DAY, "300"],
  [2, "100001", "reach", "facebook_reach_2018", DAY, "9100"],
  [2, "100001", "shares", "facebook_share_2018", DAY, "18"],
  [2, "100001", "views", "facebook_view_2024", DAY, "12400"],
  [3, "facebook.com/reel/2", "likes", "facebook_reaction_2018", DAY, "3"],
  [3, "facebook.com/reel/2", "views", "facebook_view_2024", DAY, "80"],
  [5, hashed, "comments", "facebook_comment_2018", DAY, "0"],
  [5, hashed, "likes", "facebook_reaction_2018", DAY, "3"],
  [5, hashed, "views", "facebook_view_2024", DAY, "90"],
];

describe("meta-posts", () => {
  it("reads Facebook posts, by permalink where a workbook has cut the number of the post", async () => {
    const { rows, skipped } = await shapeTable(facebook, metaPosts, given);
    expect(tuples(rows)).toEqual(ROWS);
    expect(skipped).toEqual({ not_lifetime: [6] });
    expect(rows[5]).toMatchObject({ channel: "facebook", title: "Deel 2 met twee regels", published_on: "2020-03-24" });
  });

  it("reads the columns in any order", async () => {
    expect(tuples((await shapeTable(reordered(facebook), metaPosts, given)).rows)).toEqual(ROWS);
  });

  it("reads Instagram posts", async () => {
    const { rows } = await shapeTable(readFixture("instagram.csv"), metaPosts, given);
    expect(tuples(rows)).toEqual([
      [2, "200001", "comments", "instagram_comment_2018", DAY, "6"],
      [2, "200001", "likes", "instagram_like_2018", DAY, "80"],
      [2, "200001", "reach", "instagram_reach_2018", DAY, "900"],
      [2, "200001", "shares", "instagram_share_2018", DAY, "4"],
      [2, "200001", "views", "instagram_view_2024", DAY, "1500"],
    ]);
  });

  it("finds the number of a post that a workbook has cut in its permalink, else goes by the permalink", async () => {
    const idOf = async (id: string, link: string) => {
      const own = edited(facebook, 2, { "Post ID": id, Permalink: link });
      return (await shapeTable(own, metaPosts, given)).rows[0]?.content_id;
    };
    const post = "https://www.facebook.com/100064000000001/posts/122158123456789012";
    expect(await idOf("122158123456789012", post)).toBe("122158123456789012");
    expect(await idOf("122158123456789000", post)).toBe("122158123456789012");
    expect(await idOf("1,22158E+17", post)).toBe("122158123456789012");
    expect(await idOf("122158123456789000", "https://www.facebook.com/reel/122158123456700000/")).toBe(
      "facebook.com/reel/122158123456700000/",
    );
    expect(await idOf("122158123456789000", "https://www.facebook.com/reel/7")).toBe("facebook.com/reel/7");
    expect(await idOf("100064000000", "https://www.facebook.com/reel/7")).toBe("100064000000");
  });

  it("names a missing column", async () => {
    await expect(shapeTable(without(facebook, "Permalink"), metaPosts, given)).rejects.toThrow(
      /^missing column: Permalink /,
    );
    await expect(shapeTable(without(facebook, "Page ID"), metaPosts, given)).rejects.toThrow(
      /^missing column: Page ID \/ Account ID /,
    );
  });
});
