import { describe, expect, it } from "vitest";
import { conflicting, published } from "../../../fixtures/chartRows.ts";
import { tell, titles } from "../told.ts";

describe("publishedPoints.tell", () => {
  it("states the way from the first to the last published figure, without a definition at hand", () => {
    expect(titles("publishedPoints", published, null)).toEqual([
      "Aandeel meisjes in STEM (derde graad): van 27,4 % in 2010-2011 naar 30,1 % in 2015-2016, 3,2 procentpunt onder het doel",
      "Girls' share in STEM (third stage): from 27.4% in 2010-2011 to 30.1% in 2015-2016, 3.2 percentage points below the target",
    ]);
  });

  it("keeps figures that disagree beside each other, as their sources gave them", () => {
    expect(tell("publishedPoints", conflicting, "nl", null).table.rows.map((row) => [row[3], row[5]])).toEqual([
      ["34,47 %", "rtcoostvlaanderen.be/p5374"],
      ["31,1 %", "gva.be dmf20170420_02842383"],
      ["55.153 leerlingen", "standaard.be/cnt/dmf20190705_04495193"],
    ]);
  });
});
