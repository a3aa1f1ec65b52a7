import { expect, it } from "vitest";
import { guessFormat, knownFormats } from "../../../loaders/formats/index.ts";
import { readFixture } from "./shapeTable.ts";

it.each([
  ["enrolments-open-data", "inschrijvingen-leerplicht-2025-2026-1feb.csv", {}],
  ["enrolments-dataloep", "dataloep.csv", {}],
  ["onderwijsaanbod", "onderwijsaanbod.csv", { delimiter: ";" }],
  ["microsoft-forms", "forms-nl.csv", {}],
  ["limesurvey", "limesurvey.csv", {}],
  ["google-forms", "google-nl.csv", {}],
  ["youtube-studio", "table-data.csv", {}],
  ["meta-posts", "facebook.csv", {}],
  ["meta-posts", "instagram.csv", {}],
  ["insights-metric", "insights.csv", { preamble: 2 }],
  ["tiktok-overview", "tiktok-overview.csv", {}],
  ["tiktok-followers", "tiktok-followers.csv", {}],
  ["tiktok-content", "tiktok-content.csv", {}],
  ["google-analytics", "ga4.csv", { preamble: 9 }],
  ["google-analytics", "ga4-days.csv", { preamble: 2 }],
])("guesses %s, and nothing else, from the header of %s", (id, file, reading) => {
  expect(guessFormat(readFixture(file, reading).header).map((format) => format.id)).toEqual([id]);
});

it("guesses our own CSV, and nothing from a header of one's own", () => {
  const header = ["lecture_id", "programme", "status", "school_id", "site_id"];
  expect(guessFormat(header).map(({ id }) => id)).toEqual(["canonical"]);
  expect(guessFormat(readFixture("gastlessen-nl.csv").header)).toEqual([]);
});

it("knows each format by its id", () => {
  for (const [id, format] of Object.entries(knownFormats)) expect(format.id).toBe(id);
  expect(Object.keys(knownFormats)).toHaveLength(15);
});
