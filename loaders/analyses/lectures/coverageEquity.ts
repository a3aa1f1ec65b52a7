import { group } from "d3-array";
import { analysis, type Result } from "../analysis.ts";
import type { Reason } from "../reasons.ts";

const columns = {
  school_year: "VARCHAR",
  is_current_year: "BOOLEAN",
  provinces: "INTEGER",
  lowest_province: "VARCHAR",
  lowest_share: "DOUBLE",
  highest_province: "VARCHAR",
  highest_share: "DOUBLE",
  ratio: "DOUBLE",
} as const;
type Row = Result<typeof columns>;

interface Province {
  school_year: string;
  is_current_year: boolean;
  province: string;
  share: number;
}

/** How evenly the provinces are reached: the lowest share of schools over the highest. */
export const coverageEquity = analysis({
  id: "coverage_equity",
  name: { nl: "Gelijke toegang tussen provincies", en: "Equity of access between provinces" },
  method: {
    nl: "Per schooljaar het laagste aandeel bereikte scholen van een provincie, gedeeld door het hoogste: 1 wil zeggen dat alle provincies even vaak bereikt zijn. De aandelen zijn die van het bereik naar provincie; een provincie zonder scholen die meetellen, en scholen waarvan de provincie onbekend is, blijven erbuiten. Bij gelijke aandelen is de provincie die vooraan staat in het alfabet genoemd. Met minder dan twee provincies, of zonder een enkele bereikte school, is er geen verhouding. Kansarmoede van scholen is niet geladen, en dus niet vergeleken.",
    en: "For each school year the lowest share of schools reached in a province over the highest: 1 means that all provinces are reached equally often. The shares are those of coverage by province; a province without schools that count, and schools of an unknown province, are left out. Where shares are equal the province that comes first in the alphabet is named. With fewer than two provinces, or no school reached at all, there is no ratio. Disadvantage of schools was not loaded, and so is not compared.",
  },
  evidence: "monitoring",
  codes: ["C4"],
  inputs: ["analyses.coverage"],
  functions: [],
  parameters: {},
  thresholds: [],
  columns,
  async run({ warehouse }) {
    const provinces = await warehouse.rows<Province>(
      `select school_year, is_current_year, province, share from analyses.coverage
       where level = 'province' and province <> 'unknown' and share is not null order by school_year, province`,
    );
    const years = group(provinces, ({ school_year }) => school_year);
    return [...years].map(([school_year, of]): Row => {
      const is_current_year = of[0]?.is_current_year ?? false;
      const lowest = of.reduce((low, one) => (one.share < low.share ? one : low));
      const highest = of.reduce((high, one) => (one.share > high.share ? one : high));
      const reason: Reason | null = of.length < 2 ? "one_province" : highest.share === 0 ? "no_school_reached" : null;
      return {
        ...{ school_year, is_current_year, provinces: of.length },
        ...{ lowest_province: lowest.province, lowest_share: lowest.share },
        ...{ highest_province: highest.province, highest_share: highest.share },
        ratio: reason ? null : lowest.share / highest.share,
        reason,
      };
    });
  },
});
