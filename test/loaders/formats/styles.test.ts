import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DateStyle, NumberStyle } from "../../../loaders/formats/format.ts";
import { cellOf } from "../../../loaders/formats/format.ts";
import { dateText, type Grain, isoOr, numberText } from "../../../loaders/formats/styles.ts";
import { storeTexts } from "../../../loaders/judge/storeTexts.ts";
import { openWarehouse, type Warehouse } from "../../../loaders/warehouse.ts";
import { unread } from "./shapeTable.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openWarehouse(":memory:");
});
afterAll(() => warehouse.close());

async function texts(sql: (cell: string) => string, cells: string[]): Promise<(string | null)[]> {
  await storeTexts(warehouse, "cells", ["cell"], [cells.map((cell, line) => [line, cell] as const)]);
  const rows = await warehouse.rows<{ text: string | null }>(
    `select ${sql(cellOf("cell"))} as text from cells order by _line`,
  );
  return rows.map(({ text }) => text);
}

const numbers = async (style: NumberStyle, cells: Record<string, string | null>) =>
  expect(await texts((cell) => numberText(cell, style), Object.keys(cells))).toEqual(Object.values(cells));
const dates = async (style: DateStyle, grain: Grain, cells: Record<string, string | null>) =>
  expect(await texts((cell) => dateText(cell, style, grain), Object.keys(cells))).toEqual(Object.values(cells));

describe("numberText(cell, style)", () => {
  it("reads a point in a Dutch number as a thousand, and never as a decimal", () =>
    numbers("dutch", {
      "1.234": "1234",
      "1.234,5": "1234.5",
      "-1.234.567,89": "-1234567.89",
      "1234,5": "1234.5",
      " 12 ": "12",
      "1234.5": unread("1234.5"),
      "0.123": unread("0.123"),
      "1.23": unread("1.23"),
      "1,2,3": unread("1,2,3"),
    }));

  it("reads a comma in an English number as a thousand", () =>
    numbers("english", {
      "12,400": "12400",
      "1,234.5": "1234.5",
      "15400": "15400",
      "1.234": "1.234",
      "1,23": unread("1,23"),
      "1.234,5": unread("1.234,5"),
    }));

  it("leaves a plain number to the contract, and a blank blank", async () => {
    await numbers("plain", { "1.234": "1.234", "1e3": "1e3" });
    await numbers("dutch", { "": null, "-": null, "n.v.t.": null, undefined: null });
  });

  it("gives back any number written in either style", async () => {
    const value = fc.tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 99 }));
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 50 }), async (values) => {
        const styles = [
          ["dutch", "nl-BE"],
          ["english", "en-US"],
        ] as const;
        for (const [style, locale] of styles) {
          const written = values.map(([whole, cents]) => {
            const comma = style === "dutch" ? "," : ".";
            return `${new Intl.NumberFormat(locale).format(whole)}${cents ? `${comma}${cents}` : ""}`;
          });
          const expected = values.map(([whole, cents]) => `${whole}${cents ? `.${cents}` : ""}`);
          expect(await texts((cell) => numberText(cell, style), written)).toEqual(expected);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("dateText(cell, style, grain)", () => {
  const day = { grain: "day" } as const;
  const moment = { grain: "moment" } as const;

  it("reads day, month and year between slashes, dashes or points", () =>
    dates("dmy", day, {
      "31/12/2024": "2024-12-31",
      "1/2/2024": "2024-02-01",
      "31-12-2024": "2024-12-31",
      "31.12.2024": "2024-12-31",
      "31/12-2024": unread("31/12-2024"),
      "12/31/2024": unread("12/31/2024"),
      "31/12/24": unread("31/12/24"),
      "2024-12-31": unread("2024-12-31"),
    }));

  it("never rolls an impossible day over", async () => {
    await dates("dmy", day, { "31/02/2024": unread("31/02/2024"), "29/02/2023": unread("29/02/2023") });
    await dates("month_name", day, { "Feb 30, 2024": unread("Feb 30, 2024") });
    await dates("compact", day, { "20260231": unread("20260231") });
  });

  it("reads American days with hours of twelve or twenty-four, and years of two digits", () =>
    dates("mdy", moment, {
      "12/31/2024 17:00": "2024-12-31 17:00:00",
      "8/20/25 12:51:45": "2025-08-20 12:51:45",
      "3/4/2024 5:03 PM": "2024-03-04 17:03:00",
      "3/4/2024 12:03 AM": "2024-03-04 00:03:00",
      "1/1/70 1:00": "1970-01-01 01:00:00",
      "3/4/2024 13:03 PM": unread("3/4/2024 13:03 PM"),
      "3/4/2024 24:00": unread("3/4/2024 24:00"),
      "3/4/2024": unread("3/4/2024"),
    }));

  it("reads names of months in Dutch and English", () =>
    dates("month_name", day, {
      "Jan 6, 2024": "2024-01-06",
      "6 januari 2024": "2024-01-06",
      "6 mrt. 2024": "2024-03-06",
      "Mei 1, 2021": "2021-05-01",
      "Sept. 1, 2024": "2024-09-01",
      "Foo 6, 2024": unread("Foo 6, 2024"),
    }));

  it("reads the serial numbers of Excel from 1990 on, so that a year is no day", async () => {
    await dates("excel", day, { "45658": "2025-01-01", "45658.75": "2025-01-01", "60": unread("60"), x: unread("x") });
    await dates("excel", day, { "32874": "1990-01-01", "32873": unread("32873"), "2025": unread("2025") });
    await dates("excel", moment, { "45658.75": "2025-01-01 18:00:00", "45658,5": "2025-01-01 12:00:00" });
  });

  it("gives a day without a year the last year in which it falls before the end of the period", () =>
    dates(
      "no_year",
      { grain: "day", end: "2025-01-10" },
      {
        "December 31": "2024-12-31",
        "January 10": "2025-01-10",
        "January 11": "2024-01-11",
        "31 december": "2024-12-31",
        "Feb 29": "2024-02-29",
        "December 32": unread("December 32"),
      },
    ));

  it("keeps a blank blank in every style", async () => {
    for (const style of ["iso", "dmy", "mdy", "month_name", "compact", "excel", "no_year"] as const)
      await dates(style, { grain: "day", end: "2025-01-10" }, { "": null, "-": null, undefined: null });
  });

  it("gives back any day of two centuries, and refuses any that the calendar does not have", async () => {
    const parts = fc.tuple(
      fc.integer({ min: 1900, max: 2099 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    const two = (n: number) => String(n).padStart(2, "0");
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { minLength: 1, maxLength: 100 }), async (all) => {
        const iso = all.map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`);
        const exists = iso.map((text) => {
          const found = new Date(`${text}T00:00:00Z`);
          return !Number.isNaN(found.valueOf()) && found.toISOString().startsWith(text);
        });
        const written = {
          dmy: all.map(([year, month, day]) => `${day}/${month}/${year}`),
          mdy: all.map(([year, month, day]) => `${month}/${day}/${year}`),
          compact: iso.map((text) => text.replaceAll("-", "")),
        };
        for (const [style, cells] of Object.entries(written))
          expect(await texts((cell) => dateText(cell, style as DateStyle, day), cells)).toEqual(
            cells.map((cell, i) => (exists[i] ? iso[i] : unread(cell))),
          );
      }),
      { numRuns: 30 },
    );
  });
});

it("isoOr(cell, otherwise) passes an ISO day beside the texts of another style", async () => {
  const sql = (cell: string) => isoOr(cell, dateText(cell, "dmy", { grain: "day" }), { grain: "day" });
  expect(await texts(sql, ["2024-12-31", "2024-12-31T08:00:00", "31/12/2024", "2024/12/31", ""])).toEqual([
    ...["2024-12-31", "2024-12-31", "2024-12-31", unread("2024/12/31")],
    null,
  ]);
});
