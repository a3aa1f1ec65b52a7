import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { InputError } from "../../errors.ts";
import { documentKindOf } from "../documentKind.ts";
import { MAX_REDIRECTS } from "../limits.ts";

/** The server is away or overloaded: another try, or the last good copy, may help. */
export class ServerDown extends Error {
  constructor(
    message: string,
    readonly retryAfterMs = 0,
  ) {
    super(message);
  }
}

export type Answer =
  | { status: "unchanged" }
  | { status: "new"; sha256: string; etag: string | null; lastModified: string | null };

/** Bytes that tell what kind of document an answer is. */
const HEAD = 16_384;

interface Request {
  url: URL;
  /** Address in messages, without what may be secret in it. */
  shown: string;
  headers: Record<string, string>;
  draft: string;
  maxBytes: number;
  stallMs: number;
  signal: AbortSignal;
}

async function follow(request: Request, signal: AbortSignal): Promise<Response> {
  let url = request.url;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const response = await fetch(url, { headers: request.headers, redirect: "manual", signal });
    const location = response.headers.get("location");
    if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response;
    await response.body?.cancel();
    const next = URL.canParse(location, url) ? new URL(location, url) : null;
    const upgrade = url.protocol === "http:" && next?.protocol === "https:";
    if (!next || (next.protocol !== url.protocol && !upgrade))
      throw new InputError(`redirect refused: ${request.shown} leads to ${next?.protocol ?? "no address"}`, 3);
    url = next;
  }
  throw new InputError(`too many redirects: ${request.shown} (limit ${MAX_REDIRECTS})`, 3);
}

function judge(response: Response, { shown, maxBytes }: Request): void {
  const { status } = response;
  if (status >= 500 || status === 429) {
    const wait = Number(response.headers.get("retry-after"));
    throw new ServerDown(`the server answers ${status}`, Number.isFinite(wait) ? wait * 1000 : 0);
  }
  if (status !== 200) throw new InputError(`refused by the server: ${shown} (status ${status})`, 3);
  if (/^\s*(text\/html|application\/xhtml)/i.test(response.headers.get("content-type") ?? ""))
    throw new InputError(`not a table but a web page: ${shown}`, 3);
  const length = Number(response.headers.get("content-length"));
  if (length > maxBytes) throw tooLarge(shown, maxBytes);
}

const tooLarge = (shown: string, maxBytes: number) =>
  new InputError(
    `too large: ${shown} (limit ${maxBytes >= 1e6 ? `${Math.round(maxBytes / 1e6)} MB` : `${maxBytes} bytes`})`,
    3,
  );

/** One try: asks the server and writes the answer to `draft`. Throws `ServerDown` for what may pass, `InputError` for what will not. */
export async function download(request: Request): Promise<Answer> {
  const { shown, draft, maxBytes, stallMs } = request;
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), stallMs);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stalled.abort(), stallMs);
  };
  const signal = AbortSignal.any([request.signal, stalled.signal]);
  let response: Response | undefined;
  try {
    response = await follow(request, signal);
    heard();
    if (response.status === 304) return { status: "unchanged" };
    judge(response, request);
    const hash = createHash("sha256");
    let size = 0;
    let head = Buffer.alloc(0);
    const file = await open(draft, "wx");
    try {
      for await (const chunk of response.body ?? []) {
        heard();
        size += chunk.length;
        if (size > maxBytes) throw tooLarge(shown, maxBytes);
        if (head.length < HEAD) head = Buffer.concat([head, chunk]);
        hash.update(chunk);
        await file.writeFile(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    if (size === 0) throw new ServerDown("the server sends an empty file");
    const kind = documentKindOf(head);
    if (kind) throw new InputError(`not a table but ${kind}: ${shown}`, 3);
    const { headers } = response;
    return {
      status: "new",
      sha256: hash.digest("hex"),
      etag: headers.get("etag"),
      lastModified: headers.get("last-modified"),
    };
  } catch (error) {
    if (error instanceof InputError || error instanceof ServerDown) throw error;
    if (request.signal.aborted) throw new ServerDown("the server did not finish in time");
    if (stalled.signal.aborted) throw new ServerDown(`the server sends nothing for ${stallMs / 1000} s`);
    const cause = (error as Error).cause as NodeJS.ErrnoException | undefined;
    // a disk that is full is no fault of the server
    if ((error as NodeJS.ErrnoException).syscall)
      throw new InputError(`cannot keep a copy of ${shown}: ${(error as Error).message}`, 3);
    throw new ServerDown(`no complete answer (${cause?.code ?? cause?.message ?? (error as Error).message})`);
  } finally {
    clearTimeout(timer);
    await response?.body?.cancel().catch(() => {});
  }
}
