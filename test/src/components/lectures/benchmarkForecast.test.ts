import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { Lang } from "../../../../src/components/figure/chart.ts";
import { benchmarkBackTest } from "../../../../src/components/lectures/benchmarkBackTest.ts";
import { benchmarkForecast } from "../../../../src/components/lectures/benchmarkForecast.ts";
import { registrationDelay } from "../../../../src/components/lectures/registrationDelay.ts";
import type { BackTestRow, DelayRow, ForecastRow } from "../../../../src/data/lectures/rows.ts";
import { meanings } from "../../../fixtures/chartRows.ts";

const { document } = parseHTML("<html></html>");
const frame = { as_of: "2026-03-02", load_id: "test", is_synthetic: true };
const at = (lang: Lang) => ({ width: 760, lang, document, frame });
const text = (element: Element | null) => (element?.textContent ?? "").replaceAll("\u00a0", " ");
const cells = (element: HTMLElement) =>
  [...element.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => text(cell)));

const why = { nl: "er zijn geen gegevens geladen", en: "no data were loaded" };
const lectures: ForecastRow = {
  meaning: meanings.lectures,
  value: 245,
  share_elapsed: 0.553,
  mean: 446.28,
  lower: 409,
  upper: 484,
  lower_95: 396,
  upper_95: 500,
  target: 400,
  probability: 0.9618,
  required_pace: 2.1528,
  ...{ held: 253.4, held_lower: 250, held_upper: 257 },
  reason: null,
};

describe("benchmarkForecast", () => {
  it("gives count, expected total, both intervals, chance and pace", () => {
    expect(cells(benchmarkForecast([lectures], at("nl")))).toEqual([
      ["Gastlessen", "245", "253 (250–257)", "55 %", "446", "409–484", "396–500", "400", "96 %", "2,2"],
    ]);
  });

  it("leaves the number held blank where past years do not tell how late lectures are registered", () => {
    const row = { ...lectures, held: null, held_lower: null, held_upper: null };
    expect(cells(benchmarkForecast([row], at("nl")))[0]?.slice(1, 4)).toEqual(["245", "–", "55 %"]);
  });

  it("says why there is no figure, and leaves out what was not set", () => {
    const none = {
      mean: null,
      lower: null,
      upper: null,
      lower_95: null,
      upper_95: null,
      share_elapsed: null,
      held: null,
    };
    const row = { ...lectures, ...none, target: null, probability: null, required_pace: null, reason: why };
    expect(cells(benchmarkForecast([row], at("en")))).toEqual([
      ["Guest lectures", "245", "–", "–", "no figure: no data were loaded", "–", "–", "–", "–", "–"],
    ]);
    expect(text(benchmarkForecast([], at("nl")))).toBe("Er is nog geen verwachting.");
  });

  it("never calls a chance certain", () => {
    const chance = (probability: number) => cells(benchmarkForecast([{ ...lectures, probability }], at("nl")))[0]?.[8];
    expect([chance(1), chance(0.996), chance(0.004), chance(0)]).toEqual([
      ...["meer dan 99 %", "meer dan 99 %", "minder dan 1 %", "minder dan 1 %"],
    ]);
  });
});

const tested = (own: Partial<BackTestRow>): BackTestRow => ({
  ...{
    meaning: meanings.lectures,
    month: null,
    years: 5,
    cases: 175,
    covered: 141,
    error: 0.043,
    error_of_line: 0.387,
  },
  ...{ reason: null, ...own },
});
const teachers = { meaning: meanings.teachers, covered: 147, error: 0.036, error_of_line: 0.376 };
const rows = [
  tested({}),
  tested({ month: "09", cases: 20, covered: 16, error: 0.054 }),
  tested(teachers),
  tested({ ...teachers, month: "09", cases: 20, covered: 17, error: 0.0544 }),
];

describe("benchmarkBackTest", () => {
  it("says in words how past forecasts did, beside a straight line", () => {
    expect(text(benchmarkBackTest(rows, at("nl")).querySelector("p"))).toBe(
      "Nagerekend op 5 voorbije schooljaren, elk voorspeld uit de andere: het echte jaartotaal lag in 81 tot 84 % van de gevallen binnen de marge van 80 %. De verwachting zat er gemiddeld 4 % naast; een rechte lijn door de stand van de dag zat er 38 tot 39 % naast. Dat strookt tot nu toe met 80 %, in 5 schooljaren.",
    );
    expect(text(benchmarkBackTest(rows, at("en")).querySelector("p"))).toContain(
      "That is in line with 80% so far, in 5 school years.",
    );
  });

  it("says of which benchmark the margin was too narrow or too wide", () => {
    const off = [tested({ covered: 100 }), tested({ ...teachers, covered: 170 })];
    expect(text(benchmarkBackTest(off, at("nl")).querySelector("p"))).toContain(
      "De marge was te krap voor gastlessen. Ze was ruimer dan nodig voor leerkrachten.",
    );
    const wide = [tested({}), tested({ ...teachers, covered: 170 })];
    expect(text(benchmarkBackTest(wide, at("en")).querySelector("p"))).toContain(
      "The margin was wider than needed for teachers.",
    );
  });

  it("gives each month the cases that held and the error, for each benchmark", () => {
    const element = benchmarkBackTest(rows, at("nl"));
    expect([...element.querySelectorAll("thead th")].map(text)).toEqual([
      ...["Verwachting gemaakt in", "Gastlessen", "Leerkrachten"],
    ]);
    expect(cells(element)).toEqual([
      ["alle maanden", "141 van 175; 4,3 %", "147 van 175; 3,6 %"],
      ["september", "16 van 20; 5,4 %", "17 van 20; 5,4 %"],
    ]);
  });

  it("says why nothing was tested", () => {
    const none = tested({ cases: 0, covered: null, error: null, error_of_line: null, reason: why });
    expect(text(benchmarkBackTest([none], at("nl")))).toBe(
      "Hoe goed de verwachting het doet, is niet na te gaan: er zijn geen gegevens geladen.",
    );
    expect(text(benchmarkBackTest([], at("en")))).toBe("How well the forecast does cannot be told.");
  });
});

describe("registrationDelay", () => {
  const row = (days: number, share: number | null, more: Partial<DelayRow> = {}): DelayRow => ({
    ...{ days, share, lectures: 2310, dated: 2309, longest_days: 60, past_years: "2023-2024, 2024-2025", reason: null },
    ...more,
  });

  it("gives the share by days after the lecture, and on how many lectures it rests", () => {
    const table = registrationDelay([row(0, 0.0692), row(14, 0.9)], at("nl")) as HTMLElement;
    expect(cells(table)).toEqual([
      ["op de dag zelf", "7 %"],
      ["binnen 14 dagen", "90 %"],
    ]);
    expect(text(table.querySelector("caption"))).toBe(
      "Hoe snel een gastles in het register staat: 2.309 gastlessen uit 2 voorbije schooljaren, de laatste na 60 dagen",
    );
    expect(cells(registrationDelay([row(14, 0.9)], at("en")) as HTMLElement)).toEqual([["within 14 days", "90%"]]);
  });

  it("says why it is not known", () => {
    expect(text(registrationDelay([row(0, null, { reason: why })], at("nl")))).toBe(
      "Geen cijfer: er zijn geen gegevens geladen.",
    );
    expect(text(registrationDelay([], at("en")))).toBe("No lectures of past years were loaded yet.");
  });
});
