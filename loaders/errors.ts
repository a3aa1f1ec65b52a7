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

/** Runs what one source is read or judged by; a refusal that does not name the source gets its name. */
export async function named<T>(source: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError) || /\bsource /.test(error.message)) throw error;
    throw new InputError(`${error.message} (source ${source})`, error.status);
  }
}
