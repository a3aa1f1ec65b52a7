import { createHash, randomBytes } from "node:crypto";
import { createReadStream, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { z } from "zod";
import { InputError } from "../errors.ts";

const Copy = z.object({
  url: z.string(),
  /** Name of the file beside this one. */
  file: z.string().regex(/^[0-9a-f-]+(\.[a-z0-9]+)?$/),
  sha256: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  fetchedAt: z.string(),
});
type Copy = z.infer<typeof Copy>;

/** The last good copy of an address, kept in a folder as a file and a note of what the server said about it. */
export interface LastCopy {
  /** Null when there is none, or when it is no longer what was kept. */
  read(): Promise<(Copy & { path: string }) | null>;
  /** A fresh path in the folder to download to. */
  draft(): string;
  /** Puts the draft in the place of the copy in one step. */
  keep(draft: string, said: Pick<Copy, "sha256" | "etag" | "lastModified" | "fetchedAt">): string;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

export function lastCopy(folder: string, url: URL): LastCopy {
  const key = createHash("sha256").update(url.href).digest("hex").slice(0, 16);
  const notePath = join(folder, `${key}.json`);
  const ending = /^\.[a-z0-9]{1,8}$/.exec(extname(url.pathname).toLowerCase())?.[0] ?? "";
  const readNote = (): Copy | null => {
    try {
      return Copy.parse(JSON.parse(readFileSync(notePath, "utf8")));
    } catch {
      return null;
    }
  };
  return {
    async read() {
      const note = readNote();
      if (!note) return null;
      const path = join(folder, note.file);
      const sha256 = await sha256Of(path).catch(() => null);
      return sha256 === note.sha256 ? { ...note, path } : null;
    },
    draft() {
      try {
        mkdirSync(folder, { recursive: true });
      } catch (error) {
        throw new InputError(`no place for copies: ${folder} (${(error as NodeJS.ErrnoException).code})`, 3);
      }
      return join(folder, `${key}-${process.pid}-${randomBytes(4).toString("hex")}.part`);
    },
    keep(draft, said) {
      const before = readNote();
      // the file is named for its content: a note never points at another file's bytes
      const file = `${key}-${said.sha256.slice(0, 16)}${ending}`;
      renameSync(draft, join(folder, file));
      const note: Copy = { url: `${url.origin}${url.pathname}`, file, ...said };
      writeFileSync(`${draft}.json`, `${JSON.stringify(note, null, 2)}\n`);
      renameSync(`${draft}.json`, notePath);
      if (before && before.file !== file) rmSync(join(folder, before.file), { force: true });
      return join(folder, file);
    },
  };
}
