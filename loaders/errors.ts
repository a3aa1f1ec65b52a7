/** Wrong usage or configuration (2), or a source refused as a whole or a blocking check that failed (3). */
export type ExitStatus = 2 | 3 | 4;

/** Something the user can mend: `message` is one or more lines of "what is wrong: value (place)". */
export class InputError extends Error {
  constructor(
    message: string,
    readonly status: ExitStatus,
  ) {
    super(message);
    this.name = "InputError";
  }
}
