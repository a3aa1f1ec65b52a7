import { type Stats, statSync } from "node:fs";
import { InputError } from "../errors.ts";

/** Size, time and identity of a file before it is read. */
export type FileState = Pick<Stats, "size" | "mtimeMs" | "ino">;

/** Throws an `InputError` for a missing or unreadable path, or a folder. */
export function fileState(path: string, shown: string): FileState {
  try {
    const state = statSync(path);
    if (state.isFile()) return state;
    throw new InputError(
      `${state.isDirectory() ? "a folder" : "no ordinary file"} where a file is expected: ${shown}`,
      3,
    );
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new InputError(code === "ENOENT" ? `missing file: ${shown}` : `unreadable file: ${shown} (${code})`, 3);
  }
}

/** Throws an `InputError` when the file is not the one it was: half of an old and half of a new export is no export. */
export function refuseChanged(path: string, before: FileState, shown: string): void {
  const after = fileState(path, shown);
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs || after.ino !== before.ino)
    throw new InputError(`file changed while it was read: ${shown}; load it again once it is complete`, 3);
}
