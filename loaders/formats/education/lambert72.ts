import { once } from "../once.ts";

/** Belgian Lambert 72 (EPSG:31370): a conformal cone through two parallels on the International 1924 ellipsoid. */
const degrees = Math.PI / 180;
const HAYFORD = { a: 6_378_388, f: 1 / 297 };
const WGS84 = { a: 6_378_137, f: 1 / 298.257_223_563 };
const CONE = {
  north: 51.166_667_233_333_33,
  south: 49.833_333_9,
  meridian: 4.367_486_666_666_666,
  x: 150_000.013,
  y: 5_400_088.438,
};
/** Position vector from BD72 to WGS84: metres, seconds of arc, parts per million. */
const SHIFT = { x: -106.869, y: 52.2978, z: -103.724, rx: 0.3366, ry: -0.457, rz: 1.8422, scale: -1.2747 };

const squared = ({ f }: { f: number }) => f * (2 - f);
const e2 = squared(HAYFORD);
const e = Math.sqrt(e2);
const scaleOf = (latitude: number) => Math.cos(latitude) / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2);
const conformal = (latitude: number) =>
  Math.tan(Math.PI / 4 - latitude / 2) / ((1 - e * Math.sin(latitude)) / (1 + e * Math.sin(latitude))) ** (e / 2);
const south = CONE.south * degrees;
const north = CONE.north * degrees;
const n =
  (Math.log(scaleOf(south)) - Math.log(scaleOf(north))) / (Math.log(conformal(south)) - Math.log(conformal(north)));
const radius = (HAYFORD.a * scaleOf(south)) / (n * conformal(south) ** n);

/** Conformal to geodetic latitude (Snyder 1987, 3-5): the rest of the series is below a tenth of a millimetre. */
const SERIES = [
  e2 / 2 + (5 * e2 ** 2) / 24 + e2 ** 3 / 12 + (13 * e2 ** 4) / 360,
  (7 * e2 ** 2) / 48 + (29 * e2 ** 3) / 240 + (811 * e2 ** 4) / 11_520,
  (7 * e2 ** 3) / 120 + (81 * e2 ** 4) / 1120,
  (4279 * e2 ** 4) / 161_280,
];

const seconds = (angle: number) => (angle / 3600) * degrees;
const [rx, ry, rz] = [seconds(SHIFT.rx), seconds(SHIFT.ry), seconds(SHIFT.rz)];
const k = 1 + SHIFT.scale / 1e6;
const { a } = WGS84;
const b = a * (1 - WGS84.f);
const w2 = squared(WGS84);
const second2 = w2 / (1 - w2);
/** A number as a SQL double: without an exponent it would be read as a decimal. */
const sql = (value: number) => `(${value.toExponential(17)})`;

const STEPS: [string, string][] = [
  ["east", `point.x - ${sql(CONE.x)}`],
  ["south", `${sql(CONE.y)} - point.y`],
  ["lambda", `atan2(point.east, point.south) / ${sql(n)} + ${sql(CONE.meridian * degrees)}`],
  [
    "chi",
    `pi() / 2 - 2 * atan(pow(sqrt(point.east * point.east + point.south * point.south) / ${sql(radius)}, ${sql(1 / n)}))`,
  ],
  ["phi", `point.chi + ${SERIES.map((term, i) => `${sql(term)} * sin(${2 * (i + 1)} * point.chi)`).join(" + ")}`],
  ["normal", `${sql(HAYFORD.a)} / sqrt(1 - ${sql(e2)} * sin(point.phi) * sin(point.phi))`],
  ["x1", "point.normal * cos(point.phi) * cos(point.lambda)"],
  ["y1", "point.normal * cos(point.phi) * sin(point.lambda)"],
  ["z1", `point.normal * ${sql(1 - e2)} * sin(point.phi)`],
  ["x2", `${sql(k)} * (point.x1 - ${sql(rz)} * point.y1 + ${sql(ry)} * point.z1) + ${sql(SHIFT.x)}`],
  ["y2", `${sql(k)} * (${sql(rz)} * point.x1 + point.y1 - ${sql(rx)} * point.z1) + ${sql(SHIFT.y)}`],
  ["z2", `${sql(k)} * (-1 * ${sql(ry)} * point.x1 + ${sql(rx)} * point.y1 + point.z1) + ${sql(SHIFT.z)}`],
  ["axis", "sqrt(point.x2 * point.x2 + point.y2 * point.y2)"],
  ["theta", `atan2(point.z2 * ${sql(a)}, point.axis * ${sql(b)})`],
  ["lon", "degrees(atan2(point.y2, point.x2))"],
  // Bowring's closed form, exact to far below a millimetre on the ground.
  [
    "lat",
    `degrees(atan2(point.z2 + ${sql(second2 * b)} * pow(sin(point.theta), 3), point.axis - ${sql(w2 * a)} * pow(cos(point.theta), 3)))`,
  ],
];

/**
 * SQL: Lambert 72 coordinates (doubles) as a struct with `lat` and `lon` in WGS84, and `phi` and `lambda`, the radians before the shift of datum.
 * Each step is a lambda over the struct of the steps before it, so that no expression is written out twice.
 */
export const lambert72 = (x: string, y: string): string =>
  STEPS.reduce(
    (point, [name, value]) => once(point, "point", () => `struct_insert(point, "${name}" := ${value})`),
    `{'x': ${x}, 'y': ${y}}`,
  );
