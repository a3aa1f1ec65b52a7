import type { ThresholdId } from "../../loaders/config/thresholds.ts";
import { InputError } from "../../loaders/errors.ts";
import type { Warehouse } from "../../loaders/warehouse.ts";
import { type Assignment, assignLecturers } from "../../statistics/matching/assignLecturers.ts";
import type { LecturerSlot } from "../../statistics/matching/market.ts";

/** How many alternatives are named beside a proposal. */
export const ALTERNATIVES = 3;

export interface OpenRequest {
  request_id: string;
  school_id: string;
  site_id: string;
  school: string | null;
  municipality: string | null;
  lat: number | null;
  lon: number | null;
  requested_on: string;
  stage: string | null;
  discipline: string | null;
  preferred_from: string | null;
  preferred_until: string | null;
}

export interface ActiveLecturer {
  lecturer_id: string;
  discipline: string;
  municipality: string | null;
  lat: number | null;
  lon: number | null;
  max_lectures_per_year: number | null;
  lectures_this_year: number;
}

/** What is proposed for the open requests, and all that a reader of the proposals asks about. */
export interface Proposals {
  as_of: string;
  school_year: string;
  caliperKm: number;
  requests: OpenRequest[];
  lecturers: ActiveLecturer[];
  /** Lectures that the lecturers can still give this school year, all together. */
  slots: number;
  /** Lecturers whose place is not known, to whom nothing can be proposed. */
  withoutPlace: number;
  assignment: Assignment;
}

const OPEN = `
  select request_id, school_id, site_id, school, municipality, lat, lon, requested_on, stage, discipline, preferred_from, preferred_until
  from marts.requests where status = 'open' order by request_id`;
const ACTIVE = `
  select lecturer_id, discipline, municipality, lat, lon, max_lectures_per_year, lectures_this_year
  from marts.lecturers where is_active order by lecturer_id`;
const VISITS = `
  select distinct lecturer_id, school_id from marts.lectures
  where status in ('held', 'planned') and lecturer_id is not null`;

const placeOf = ({ lat, lon }: { lat: number | null; lon: number | null }) =>
  lat === null || lon === null ? null : { lat, lon };
const few = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;

async function thresholdsOf(warehouse: Warehouse): Promise<Record<ThresholdId, number>> {
  const rows = await warehouse.rows<{ id: ThresholdId; value: number }>("select id, value from meta.thresholds");
  return Object.fromEntries(rows.map(({ id, value }) => [id, value])) as Record<ThresholdId, number>;
}

/** One slot for each lecture that a lecturer can still give; who has none left is told apart. */
function slotsOf(lecturers: ActiveLecturer[], standard: number): { slots: LecturerSlot[]; full: LecturerSlot[] } {
  const [slots, full]: [LecturerSlot[], LecturerSlot[]] = [[], []];
  for (const lecturer of lecturers) {
    const { lecturer_id, discipline, max_lectures_per_year, lectures_this_year } = lecturer;
    const slot = { lecturerId: lecturer_id, place: placeOf(lecturer), disciplines: [discipline] };
    const most = max_lectures_per_year ?? standard;
    if (lectures_this_year >= most) full.push({ ...slot, load: lectures_this_year });
    for (let load = lectures_this_year; load < most; load++) slots.push({ ...slot, load });
  }
  return { slots, full };
}

/** Proposes lecturers for every open request of the warehouse. Throws an `InputError` where there is nobody to ask or nothing asked for. */
export async function proposeMatches(warehouse: Warehouse): Promise<Proposals> {
  const [parameters] = await warehouse.rows<{ as_of: string; current_school_year: string }>(
    "select as_of, current_school_year from staging.stg_parameters",
  );
  const thresholds = await thresholdsOf(warehouse);
  const requests = await warehouse.rows<OpenRequest>(OPEN);
  const lecturers = await warehouse.rows<ActiveLecturer>(ACTIVE);
  const [loaded] = await warehouse.rows<{ requests: number; lecturers: number }>(
    "select (select count(*) from marts.requests) as requests, (select count(*) from marts.lecturers) as lecturers",
  );
  const { as_of = "", current_school_year: school_year = "" } = parameters ?? {};
  if (requests.length === 0)
    throw new InputError(
      `no open requests on ${as_of} (of ${few(loaded?.requests ?? 0, "request", "requests")} loaded)`,
      2,
    );
  if (lecturers.length === 0)
    throw new InputError(`no active lecturers (of ${few(loaded?.lecturers ?? 0, "lecturer", "lecturers")} loaded)`, 2);

  const pairOf = (lecturer: string, school: string) => `${lecturer}\n${school}`;
  const visits = await warehouse.rows<{ lecturer_id: string; school_id: string }>(VISITS);
  const visited = new Set(visits.map(({ lecturer_id, school_id }) => pairOf(lecturer_id, school_id)));
  const schoolOf = new Map(requests.map(({ request_id, school_id }) => [request_id, school_id]));
  const { slots, full } = slotsOf(lecturers, thresholds.lectures_per_lecturer);
  const assignment = assignLecturers(
    requests.map(({ request_id, discipline, ...request }) => ({ id: request_id, discipline, place: placeOf(request) })),
    slots,
    {
      caliperKm: thresholds.caliper_km,
      mismatchKm: thresholds.mismatch_km,
      repeatKm: thresholds.repeat_visit_km,
      loadKm: thresholds.load_km,
      isRepeat: (request, lecturer) => visited.has(pairOf(lecturer, schoolOf.get(request) ?? "")),
      full,
      alternatives: ALTERNATIVES,
    },
  );
  return {
    ...{ as_of, school_year, caliperKm: thresholds.caliper_km, requests, lecturers, assignment },
    slots: slots.length,
    withoutPlace: lecturers.filter((lecturer) => placeOf(lecturer) === null).length,
  };
}
