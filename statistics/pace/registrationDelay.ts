import { count, notNegative } from "../arguments.ts";
import { StatisticsError } from "../errors.ts";

/** An event on record: the days from the event to its record, and from the event to today. */
export interface RecordedEvent {
  delay: number;
  age: number;
}

export interface RegistrationDelay {
  /** Share of events on record within so many days, from 0 to 1; all of them after the longest delay seen. */
  within(days: number): number;
  /** In days. */
  longest: number;
}

/**
 * Share of events that are on record within k days, learnt from those on record by now: the reverse-time product-limit estimator of
 * Lagakos, Barraj & De Gruttola (1988), F(k) = Π over j > k of (1 − d_j / n_j), with d_j the events recorded after j days and n_j those
 * recorded within j days among events at least j days old. Young events, whose late companions are not on record yet, so pull nothing
 * down; where every event is older than the longest delay it is the plain share. Null without events. A delay is a whole number of days,
 * and no larger than the age.
 */
export function registrationDelay(events: readonly RecordedEvent[]): RegistrationDelay | null {
  if (events.length === 0) return null;
  for (const [i, { delay, age }] of events.entries()) {
    count(`events[${i}].delay`, delay);
    if (notNegative(`events[${i}].age`, age) < delay)
      throw new StatisticsError("out_of_range", `events[${i}].age`, age);
  }
  const longest = Math.max(...events.map(({ delay }) => delay));
  const shares = new Array<number>(longest + 1).fill(1);
  for (let j = longest; j > 0; j--) {
    const seen = events.filter(({ delay, age }) => delay <= j && age >= j);
    const late = seen.filter(({ delay }) => delay === j).length;
    shares[j - 1] = (shares[j] as number) * (late === 0 ? 1 : 1 - late / seen.length);
  }
  return { longest, within: (days) => (days < 0 ? 0 : (shares[Math.min(Math.floor(days), longest)] as number)) };
}
