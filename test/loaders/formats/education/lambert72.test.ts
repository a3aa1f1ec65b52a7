import { expect, it } from "vitest";
import { lambert72 } from "../../../../loaders/formats/education/lambert72.ts";
import { openWarehouse } from "../../../../loaders/warehouse.ts";

interface Point {
  lat: number;
  lon: number;
  phi: number;
  lambda: number;
}

async function convert(x: number, y: number): Promise<Point> {
  const warehouse = await openWarehouse(":memory:");
  const [point] = await warehouse.rows<Point>(
    `select point.lat, point.lon, degrees(point.phi) as phi, degrees(point."lambda") as "lambda"
    from (select ${lambert72(`cast(${x} as double)`, `cast(${y} as double)`)} as point)`,
  );
  warehouse.close();
  if (!point) throw new Error("no point");
  return point;
}

/** Metres on the ground in Belgium, near enough. */
const apart = (a: { lat: number; lon: number }, b: { lat: number; lon: number }) =>
  Math.hypot((a.lat - b.lat) * 111_200, (a.lon - b.lon) * 70_500);

it("gives the point of EPSG guidance note 7-2 on the Belgian datum", async () => {
  const { phi, lambda } = await convert(251_763.2, 153_034.13);
  const published = { lat: 50 + 40 / 60 + 46.461 / 3600, lon: 5 + 48 / 60 + 26.533 / 3600 };
  expect(apart({ lat: phi, lon: lambda }, published)).toBeLessThan(0.05);
});

it.each([
  ["Zonhoven", 219_009.14, 187_317.72, 50.991974017459327, 5.3517046535166282],
  ["Gent", 104_751.84, 192_389.4, 51.03991219945412, 3.723601443431199],
  ["Anderlecht", 146_321.078, 169_504.609, 50.83595, 4.31653],
])("gives the coordinates that the address registers publish for a place in %s", async (_, x, y, lat, lon) => {
  expect(apart(await convert(x, y), { lat, lon })).toBeLessThan(1);
});
