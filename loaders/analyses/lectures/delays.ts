import {
  type RecordedEvent,
  type RegistrationDelay,
  registrationDelay,
} from "../../../statistics/pace/registrationDelay.ts";
import type { Warehouse } from "../../warehouse.ts";

/** With fewer lectures of past years than this, or a smaller part of them with a day of registration, no delay is learnt. */
export const FEWEST_LECTURES = 30;
export const LEAST_DATED = 0.9;

export interface PastDelays {
  /** Held lectures of past years, and those of them with a day of registration. */
  lectures: number;
  dated: number;
  pastYears: string[];
  /** Null where too few have a day. */
  delay: RegistrationDelay | null;
}

type Delay = { school_year: string; delay: number | null; age: number };

/** How late lectures of past years were registered. */
export async function pastDelays(warehouse: Warehouse): Promise<PastDelays> {
  const rows = await warehouse.rows<Delay>("select school_year, delay, age from marts.registration_delays");
  const events = rows.filter((row): row is Delay & RecordedEvent => row.delay !== null);
  const isKnown = events.length >= FEWEST_LECTURES && events.length >= LEAST_DATED * rows.length;
  return {
    ...{ lectures: rows.length, dated: events.length },
    pastYears: [...new Set(rows.map(({ school_year }) => school_year))].sort(),
    delay: isKnown ? registrationDelay(events) : null,
  };
}

/** For each teaching day of the school year so far, what share of its lectures is registered by today, as past years were. */
export async function shareOnRecord(warehouse: Warehouse, delay: RegistrationDelay): Promise<number[]> {
  const days = await warehouse.rows<{ age: number }>(
    `select (parameters.as_of - days.date)::integer as age
     from marts.lecture_days as days cross join staging.stg_parameters as parameters
     where days.is_current_year and days.programme is null order by days.teaching_day`,
  );
  return days.map(({ age }) => delay.within(age));
}
