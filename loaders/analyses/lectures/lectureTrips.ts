import { haversineKm } from "../../../statistics/geo.ts";
import type { Warehouse } from "../../warehouse.ts";

/** A lecture held at a school with both ends of its way; km is null where either end is unknown. */
export interface Trip {
  lecture_id: string;
  school_year: string;
  is_current_year: boolean;
  province: string;
  discipline: string | null;
  lecturer_id: string | null;
  school: { lat: number; lon: number } | null;
  home: { lat: number; lon: number } | null;
  km: number | null;
}

interface Row extends Omit<Trip, "school" | "home" | "km"> {
  school_lat: number | null;
  school_lon: number | null;
  lecturer_lat: number | null;
  lecturer_lon: number | null;
}

const placeOf = (lat: number | null, lon: number | null) => (lat === null || lon === null ? null : { lat, lon });

/** Every lecture held at a school, in the order of their ids. */
export async function tripsOf(warehouse: Warehouse): Promise<Trip[]> {
  const rows = await warehouse.rows<Row>("from marts.lecture_trips order by school_year, lecture_id");
  return rows.map(({ school_lat, school_lon, lecturer_lat, lecturer_lon, ...lecture }) => {
    const [school, home] = [placeOf(school_lat, school_lon), placeOf(lecturer_lat, lecturer_lon)];
    return { ...lecture, school, home, km: school && home && haversineKm(school, home) };
  });
}
