import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { InputError } from "../../errors.ts";
import { FETCH_BACKOFF_MS, FETCH_STALL_MS, FETCH_TIMEOUT_MS, FETCH_TRIES, MAX_FETCH_BYTES } from "../limits.ts";
import { type Answer, download, ServerDown } from "./download.ts";
import { lastCopy } from "./lastCopy.ts";

export interface FetchedSource {
  path: string;
  from: "server" | "cache" | "last good copy";
  /** Said in the load report: why the copy is not of today. */
  note?: string;
  /** To be called once the file was loaded: only then is it the copy for when the server is down. */
  accept: () => void;
}

const NOTHING = () => {};

export interface FetchOptions {
  cacheFolder: string;
  maxBytes?: number;
  /** For the whole, all tries together. */
  timeoutMs?: number;
  /** A server that sends nothing for so long is given up. */
  stallMs?: number;
  tries?: number;
  /** Wait before the second try; doubled before each next. */
  backoffMs?: number;
}

function address(text: string): URL {
  if (!URL.canParse(text)) throw new InputError(`not an address: ${text}`, 3);
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new InputError(`not an http or https address: ${url.protocol}//${url.host}${url.pathname}`, 3);
  if (url.username || url.password)
    throw new InputError(`name or password in an address: ${url.origin}${url.pathname}; remove it`, 3);
  return url;
}

/** Fetches a source over http or https, unless the copy that is kept still stands; when the server is down, the last good copy is given with a note. */
export async function fetchSource(
  text: string,
  {
    cacheFolder,
    maxBytes = MAX_FETCH_BYTES,
    timeoutMs = FETCH_TIMEOUT_MS,
    stallMs = FETCH_STALL_MS,
    tries = FETCH_TRIES,
    backoffMs = FETCH_BACKOFF_MS,
  }: FetchOptions,
): Promise<FetchedSource> {
  const url = address(text);
  const shown = `${url.origin}${url.pathname}`;
  const copies = lastCopy(cacheFolder, url);
  const copy = await copies.read();
  const headers: Record<string, string> = { accept: "*/*" };
  if (copy?.etag) headers["if-none-match"] = copy.etag;
  if (copy?.lastModified) headers["if-modified-since"] = copy.lastModified;
  const overtime = new AbortController();
  const clock = setTimeout(() => overtime.abort(), timeoutMs);
  const { signal } = overtime;
  let fault = "";
  let tried = 0;
  try {
    while (tried < tries && !signal.aborted) {
      tried++;
      const draft = copies.draft();
      let wait = backoffMs * 2 ** (tried - 1);
      try {
        const answer: Answer = await download({ url, shown, headers, draft, maxBytes, stallMs, signal });
        if (answer.status === "new") {
          const { sha256, etag, lastModified } = answer;
          const fetchedAt = new Date().toISOString();
          return { ...(await copies.offer(draft, { sha256, etag, lastModified, fetchedAt })), from: "server" };
        }
        if (copy) return { path: copy.path, from: "cache", accept: NOTHING };
        throw new InputError(`wrong answer: ${shown} says "not modified" to a first request`, 3);
      } catch (error) {
        if (!(error instanceof ServerDown)) throw error;
        fault = error.message;
        wait = Math.max(wait, error.retryAfterMs);
      } finally {
        rmSync(draft, { force: true });
      }
      if (tried < tries) await sleep(wait, undefined, { signal }).catch(() => {});
    }
  } finally {
    clearTimeout(clock);
  }
  const reason = `${fault} (${shown}, ${tried} ${tried === 1 ? "try" : "tries"})`;
  if (!copy) throw new InputError(`not fetched: ${reason}; no earlier copy is kept`, 3);
  return {
    path: copy.path,
    from: "last good copy",
    accept: NOTHING,
    note: `not fetched: ${reason}; the copy of ${copy.fetchedAt.slice(0, 16).replace("T", " ")} UTC is used`,
  };
}
