import { z } from "zod";
import {
  coverageByProvince,
  coverageYears,
  distancesByProvince,
  distanceYears,
  equity,
  matching,
  places,
} from "../lectures/coverage.ts";
import { CoverageRow, DistanceRow, EquityRow, MatchingRow, PlaceRow } from "../lectures/rows.ts";
import type { PageData } from "../pageData.ts";
import { Frame, section } from "../rows.ts";
import { frame } from "../sections.ts";

export const coverage: PageData = {
  name: "coverage",
  schema: z.strictObject({
    frame: Frame,
    sections: z.strictObject({
      years: section(CoverageRow),
      provinces: section(CoverageRow),
      places: section(PlaceRow),
      equity: section(EquityRow),
      distances: section(DistanceRow),
      distances_by_province: section(DistanceRow),
      matching: section(MatchingRow),
    }),
  }),
  load: async (gate) => ({
    frame: await frame(gate),
    sections: {
      years: await coverageYears(gate),
      provinces: await coverageByProvince(gate),
      places: await places(gate),
      equity: await equity(gate),
      distances: await distanceYears(gate),
      distances_by_province: await distancesByProvince(gate),
      matching: await matching(gate),
    },
  }),
};
