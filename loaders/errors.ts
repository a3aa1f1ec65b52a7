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
/** Number of single-letter edits from one text to the other. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const current = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}

/** The option that a misspelt name most likely meant, or null when none comes near. */
export function nearest(name: string, options: readonly string[]): string | null {
  const plain = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, "");
  const ranked = options
    .map((option) => ({ option, distance: editDistance(plain(name).slice(0, 100), plain(option).slice(0, 100)) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(2, Math.floor(name.length / 3)) ? best.option : null;
}
