import { createHash, randomBytes } from "node:crypto";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { extname, join } from "node:path";
import { z } from "zod";
import { InputError } from "../../errors.ts";

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
  /** Puts the draft beside the copy; `accept` makes it the copy in one step, once what it holds was loaded. */
  offer(
    draft: string,
    said: Pick<Copy, "sha256" | "etag" | "lastModified" | "fetchedAt">,
  ): Promise<{ path: string; accept: () => void }>;
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
  /** The copy before, and what was offered but never loaded. */
  const isOffered = new RegExp(`^${key}-[0-9a-f]{16}(\\.[a-z0-9]+)?$`);
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
    async offer(draft, said) {
      // the file is named for its content: a note never points at another file's bytes
      const file = `${key}-${said.sha256.slice(0, 16)}${ending}`;
      const path = join(folder, file);
      // what is whole stays: another source of this load may be reading it
      if ((await sha256Of(path).catch(() => null)) !== said.sha256) renameSync(draft, path);
      const accept = () => {
        // another answer of this address was loaded too, and became the copy
        if (!existsSync(path)) return;
        const note: Copy = { url: `${url.origin}${url.pathname}`, file, ...said };
        try {
          writeFileSync(`${draft}.json`, `${JSON.stringify(note, null, 2)}\n`);
          renameSync(`${draft}.json`, notePath);
          for (const name of readdirSync(folder))
            if (name !== file && isOffered.test(name)) rmSync(join(folder, name), { force: true });
        } catch {
          // the load stands all the same: the next one keeps the copy before, and fetches anew
        }
      };
      return { path, accept };
    },
  };
}
