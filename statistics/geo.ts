import { finite, positive } from "./arguments.ts";
import { StatisticsError } from "./errors.ts";

/** A place in degrees: latitude −90 to 90, longitude −180 to 180. */
export interface Point {
  lat: number;
  lon: number;
}

/** Mean radius of the earth in km (IUGG). */
export const EARTH_RADIUS_KM = 6371.0088;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

function place({ lat, lon }: Point): Point {
  if (Math.abs(finite("lat", lat)) > 90) throw new StatisticsError("out_of_range", "lat", lat);
  if (Math.abs(finite("lon", lon)) > 180) throw new StatisticsError("out_of_range", "lon", lon);
  return { lat: radians(lat), lon: radians(lon) };
}

/** Great-circle distance in km by the haversine formula (Sinnott 1984); as the crow flies, not travel time. */
export function haversineKm(a: Point, b: Point, radiusKm = EARTH_RADIUS_KM): number {
  positive("radiusKm", radiusKm);
  const [from, to] = [place(a), place(b)];
  const across = Math.sin((to.lat - from.lat) / 2) ** 2;
  const along = Math.sin((to.lon - from.lon) / 2) ** 2;
  const half = across + Math.cos(from.lat) * Math.cos(to.lat) * along;
  return 2 * radiusKm * Math.asin(Math.min(1, Math.sqrt(half)));
}
