import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { serialiseSvg } from "../../../src/components/drawing/serialise.ts";
import type { Chart } from "../../../src/components/figure/chart.ts";
import { charts, parts } from "../../../src/components/index.ts";
import type { Meaning } from "../../../src/data/rows.ts";
import * as fixture from "../../fixtures/chartRows.ts";
import * as lectures from "../../fixtures/lectureRows.ts";
import * as money from "../../fixtures/moneyRows.ts";
import * as shift from "../../fixtures/shiftRows.ts";

const { document } = parseHTML("<html></html>");
const folder = join(import.meta.dirname, "svg");
const { meanings } = fixture;

/** Every picture once in each language at the page's width, and one of each chart at a phone's. */
const pictures: [string, keyof typeof charts, readonly unknown[], Meaning | null][] = [
  ["cumulativeLine", "cumulativeLine", fixture.cumulative, meanings.lectures],
  ["breakdownBars", "breakdownBars", fixture.provinces, meanings.lectures],
  ["breakdownBarsOfShares", "breakdownBars", fixture.topTwo, meanings.wrapUp],
  ["shareLines", "shareLines", fixture.girlsTotal, meanings.girls],
  ["shareLinesByTrack", "shareLines", fixture.girlsByTrack, meanings.girls],
  ["shareLinesOfIndex", "shareLines", fixture.parity, meanings.parity],
  ["publishedPoints", "publishedPoints", fixture.published, null],
  ["fundingSplit", "fundingSplit", fixture.funding, meanings.publicShare],
  ["fundingSplitAhead", "fundingSplit", fixture.fundingAhead, meanings.publicShare],
  ["sharePair", "sharePair", shift.pair, meanings.girls],
  ["shareSplit", "shareSplit", shift.split, meanings.girls],
  ["shareSplitBySchool", "shareSplit", shift.splitBySchool, meanings.girls],
  ["shareForecast", "shareForecast", shift.trend, meanings.girls],
  ["shareForecastUncertain", "shareForecast", shift.uncertainTrend, meanings.girls],
  ["shareForecastMet", "shareForecast", shift.metTrend, meanings.girls],
  ["shareForecastShort", "shareForecast", shift.shortTrend, meanings.girls],
  ["costPerContact", "costPerContact", money.costs, null],
  ["costPerContactHidden", "costPerContact", money.hiddenCosts, null],
  ["waveReach", "waveReach", money.waves, null],
  ["girlsReached", "girlsReached", money.girlsReach, null],
  ["campaignTimeline", "campaignTimeline", money.events, null],
  ["coverageBars", "coverageBars", lectures.provinces, null],
  ["distanceBars", "distanceBars", lectures.distances, null],
  ["distanceBarsByProvince", "distanceBars", lectures.distancesByProvince, null],
  ["municipalityMap", "municipalityMap", lectures.places, null],
  ["likert", "likert", lectures.items, null],
  ["eventStudy", "eventStudy", lectures.study, null],
  ["empty", "cumulativeLine", [], meanings.lectures],
];

const compare = (name: string, svg: string) => {
  const file = join(folder, `${name}.svg`);
  const changed = join(folder, `${name}-changed.svg`);
  const reviewed = existsSync(file) ? readFileSync(file, "utf8") : null;
  if (reviewed === `${svg}\n`) return rmSync(changed, { force: true });
  writeFileSync(reviewed === null && !process.env.CI ? file : changed, `${svg}\n`);
  if (reviewed !== null || process.env.CI)
    expect.fail(`the picture changed: compare ${name}.svg with ${name}-changed.svg`);
};

describe("charts", () => {
  for (const [name, chart, rows, meaning] of pictures) {
    const { draw } = charts[chart] as unknown as Chart<unknown>;
    for (const [lang, width, suffix] of [
      ["nl", 760, "nl"],
      ["en", 760, "en"],
      ["nl", 360, "nl-phone"],
    ] as const)
      it(`draws ${name} as it was reviewed (${suffix})`, () => {
        const svg = serialiseSvg(draw(rows, { width, lang, document }, meaning));
        const picture = new Resvg(svg, { font: { loadSystemFonts: false } });
        expect(picture.width).toBe(width);
        compare(`${name}-${suffix}`, svg);
      });
  }

  it("draw the same picture twice alike", () => {
    const draw = () =>
      serialiseSvg(
        charts.fundingSplit.draw(fixture.funding, { width: 760, lang: "nl", document }, meanings.publicShare),
      );
    expect(draw()).toBe(draw());
  });

  it("give the patterns of two widths on one page different ids", () => {
    const ids = [760, 360].flatMap((width) => [
      ...charts.fundingSplit.draw(fixture.funding, { width, lang: "nl", document }).querySelectorAll("[id]"),
    ]);
    expect(ids).toHaveLength(4);
    expect(new Set(ids.map(({ id }) => id)).size).toBe(4);
  });

  it("carry no style sheet, inline style or label on a group", () => {
    const svg = charts.cumulativeLine.draw(fixture.cumulative, { width: 760, lang: "nl", document }, meanings.lectures);
    expect(svg.querySelectorAll("style, [style], g[aria-label], g[aria-hidden]")).toHaveLength(0);
    expect(svg.getAttribute("role")).toBe("img");
    expect(svg.getAttribute("viewBox")).toBe("0 0 760 400");
  });
});

describe("parts", () => {
  it("are found by the names that a fence calls them", () => {
    expect(Object.keys(parts)).toEqual([
      "absentPages",
      "agreementTable",
      "analysisList",
      "answer",
      "attention",
      "balanceTable",
      "benchmarkBackTest",
      "benchmarkForecast",
      "broadcastTable",
      "campaignAnswer",
      "checksTable",
      "coverageAnswer",
      "dataDictionary",
      "definitions",
      "dilution",
      "equitySentence",
      "filesTable",
      "flagsTable",
      "freshness",
      "freshnessLine",
      "funderConcentration",
      "functionList",
      "girlsInLectures",
      "held",
      "hiddenCounts",
      "impactAnswer",
      "impactTable",
      "indicatorList",
      "initiativeTable",
      "lectureDose",
      "loadsTable",
      "matchingTable",
      "methodAnswer",
      "morePublished",
      "nonResponse",
      "openAnswers",
      "originsTable",
      "planActual",
      "planAnswer",
      "planGoals",
      "pressTable",
      "provenanceTable",
      "publishedTable",
      "qualityAnswer",
      "reachTable",
      "registrationDelay",
      "rejectedTable",
      "revisions",
      "scaleTable",
      "scorecard",
      "shiftAnswer",
      "shiftVerdict",
      "splitTable",
      "statusTable",
      "targetYear",
      "threeWay",
      "thresholdsTable",
    ]);
  });
});
