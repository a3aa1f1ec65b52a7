/** The faults that an argument can have; each is the caller's to mend, unlike an undefined answer, which is null. */
export type Fault =
  | "not_a_number"
  | "not_a_count"
  | "more_successes_than_trials"
  | "not_a_fraction"
  | "not_positive"
  | "negative"
  | "lengths_differ"
  | "out_of_range"
  | "not_a_date"
  | "not_a_school_year"
  | "weights_do_not_add_up"
  | "rate_missing"
  | "duplicate"
  | "contradictory"
  | "unknown_option";

/** A wrong argument of a statistical function: `fault` names what is wrong, the message gives the argument and its value. */
export class StatisticsError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault, argument: string, value: unknown) {
    super(`${fault.replaceAll("_", " ")}: ${argument} = ${typeof value === "string" ? value : JSON.stringify(value)}`);
    this.name = "StatisticsError";
    this.fault = fault;
  }
}
