import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { type FetchOptions, fetchSource } from "../../../../loaders/read/web/fetchSource.ts";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Starts a server that gives these answers one after another, the last one for ever; counts the requests. */
async function serve(...answers: Answer[]) {
  const asked: IncomingMessage[] = [];
  const running = createServer((request, response) => {
    asked.push(request);
    answers[Math.min(asked.length, answers.length) - 1]?.(response, request);
  });
  server = running;
  await new Promise<void>((resolve) => running.listen(0, "127.0.0.1", resolve));
  const cacheFolder = mkdtempSync(join(tmpdir(), "stempeil-fetch-"));
  const origin = `http://127.0.0.1:${(running.address() as AddressInfo).port}`;
  const offered = (options: Partial<FetchOptions> = {}, path = "/enrolments.csv?token=secret") =>
    fetchSource(`${origin}${path}`, { cacheFolder, tries: 3, backoffMs: 5, stallMs: 150, timeoutMs: 2000, ...options });
  /** Fetches, and loads what came. */
  const fetched = async (...asked: Parameters<typeof offered>) => {
    const { accept, ...source } = await offered(...asked);
    accept();
    return source;
  };
  return { asked, origin, cacheFolder, fetched, offered };
}

const table: Answer = (response) => {
  response.setHeader("etag", '"v1"');
  response.setHeader("last-modified", "Mon, 01 Jan 2024 00:00:00 GMT");
  response.end("a;b\n1;2\n");
};
const status =
  (code: number): Answer =>
  (response) => {
    response.statusCode = code;
    response.end();
  };
const body =
  (text: string, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(200, headers);
    response.end(text);
  };
const never: Answer = () => {};
const stalling: Answer = (response) => {
  response.writeHead(200);
  response.write("a;b\n");
};
const dripping: Answer = (response) => {
  const timer = setInterval(() => response.write("x"), 20);
  response.on("close", () => clearInterval(timer));
};
const endless: Answer = (response) => {
  const more = () => {
    while (!response.destroyed && response.write("x".repeat(65536)));
  };
  response.on("drain", more);
  more();
};
const cutOff: Answer = (response) => {
  response.writeHead(200, { "content-length": "1000" });
  response.write("a;b\n");
  setTimeout(() => response.destroy(), 20);
};
const to =
  (location: string): Answer =>
  (response) => {
    response.writeHead(302, { location });
    response.end();
  };

describe("fetchSource(url, options)", () => {
  it("fetches, and asks the next time whether the copy still stands", async () => {
    const { fetched, asked, cacheFolder } = await serve(table, status(304));
    const first = await fetched();
    expect(first).toEqual({ path: expect.stringMatching(/\.csv$/), from: "server" });
    expect(readFileSync(first.path, "utf8")).toBe("a;b\n1;2\n");
    expect(await fetched()).toEqual({ path: first.path, from: "cache" });
    expect(asked[0]?.headers).not.toHaveProperty("if-none-match");
    expect(asked[1]?.headers).toMatchObject({
      "if-none-match": '"v1"',
      "if-modified-since": "Mon, 01 Jan 2024 00:00:00 GMT",
    });
    expect(readdirSync(cacheFolder)).toHaveLength(2);
  });
  it("replaces the copy by a newer one, and keeps one file", async () => {
    const { fetched, cacheFolder } = await serve(table, body("new"));
    await fetched();
    expect(readFileSync((await fetched()).path, "utf8")).toBe("new");
    expect(readdirSync(cacheFolder)).toHaveLength(2);
  });
  it("keeps the copy of the last load that succeeded, with what the server said of it", async () => {
    const { fetched, offered, asked, cacheFolder } = await serve(
      table,
      body("a;b\n", { etag: '"bad"' }),
      status(500),
      body("a;b\n3;4\n", { etag: '"v2"' }),
      status(304),
    );
    const good = await fetched();
    expect(await offered()).toMatchObject({ from: "server" });
    expect(await fetched({ tries: 1 })).toMatchObject({ path: good.path, from: "last good copy" });
    expect(readFileSync(good.path, "utf8")).toBe("a;b\n1;2\n");
    const newer = await fetched();
    expect(await fetched()).toEqual({ path: newer.path, from: "cache" });
    expect(readdirSync(cacheFolder)).toHaveLength(2);
    expect(asked.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, '"v1"', '"v1"', '"v1"', '"v2"']);
  });
  it("leaves alone the file of a source that reads the same address in the same load", async () => {
    const { offered, cacheFolder } = await serve(body("a;b\n1;2\n"));
    const [first, second] = [await offered(), await offered()];
    expect(second.path).toBe(first.path);
    const state = statSync(first.path);
    const third = await offered();
    expect(statSync(third.path)).toMatchObject({ ino: state.ino, mtimeMs: state.mtimeMs });
    for (const { accept } of [first, second, third]) accept();
    expect(readdirSync(cacheFolder)).toHaveLength(2);
  });
  it("fetches anew when the copy was touched by another hand", async () => {
    const { fetched, asked } = await serve(table);
    const { path } = await fetched();
    writeFileSync(path, "mangled");
    expect(await fetched()).toEqual({ path, from: "server" });
    expect(asked[1]?.headers).not.toHaveProperty("if-none-match");
    expect(readFileSync(path, "utf8")).toBe("a;b\n1;2\n");
  });
  it("tries again after 500, 429 and a broken connection", async () => {
    const { fetched, asked } = await serve(status(500), status(429), cutOff, table);
    expect((await fetched({ tries: 4 })).from).toBe("server");
    expect(asked).toHaveLength(4);
  });
  it("does not try again after 404", async () => {
    const { fetched, asked, origin } = await serve(status(404));
    await expect(fetched()).rejects.toThrow(`refused by the server: ${origin}/enrolments.csv (status 404)`);
    expect(asked).toHaveLength(1);
  });
  it("follows a redirect within its scheme", async () => {
    const { fetched } = await serve(to("/elsewhere.csv"), table);
    expect((await fetched()).from).toBe("server");
  });

  const away: [string, Answer, Partial<FetchOptions>, string][] = [
    ["fails", status(503), {}, "the server answers 503"],
    ["never answers", never, {}, "the server sends nothing for 0.15 s"],
    ["stalls halfway", stalling, {}, "the server sends nothing for 0.15 s"],
    ["drips", dripping, { timeoutMs: 300 }, "the server did not finish in time"],
    ["breaks off", cutOff, { stallMs: 1500 }, "no complete answer (UND_ERR_SOCKET"],
    ["sends nothing", body(""), {}, "the server sends an empty file"],
  ];
  for (const [fault, answer, options, reason] of away) {
    it(`says so when a server ${fault} and no copy is kept`, async () => {
      const { fetched, cacheFolder } = await serve(answer);
      const start = performance.now();
      const failure = await fetched(options).catch((error: unknown) => error);
      expect(failure).toMatchObject({ name: "InputError", status: 3 });
      expect((failure as Error).message).toMatch(/^not fetched: [^\n]*; no earlier copy is kept$/);
      expect((failure as Error).message).toContain(reason);
      expect((failure as Error).message).not.toContain("secret");
      expect(performance.now() - start).toBeLessThan(2500);
      expect(readdirSync(cacheFolder)).toEqual([]);
    });
    it(`uses the last good copy when a server ${fault}`, async () => {
      const { fetched } = await serve(table, answer);
      const { path } = await fetched();
      const again = await fetched(options);
      expect(again).toMatchObject({ path, from: "last good copy" });
      expect(again.note).toContain(reason);
      expect(again.note).toMatch(/; the copy of \d{4}-\d\d-\d\d \d\d:\d\d UTC is used$/);
      expect(readFileSync(path, "utf8")).toBe("a;b\n1;2\n");
    });
  }
  it("uses the last good copy when no server listens any more", async () => {
    const { fetched } = await serve(table);
    await fetched();
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
    const again = await fetched();
    expect(again).toMatchObject({ from: "last good copy", note: expect.stringContaining("ECONNREFUSED") });
  });

  const refused: [string, Answer, string][] = [
    ["an endless body", endless, "too large: <url> (limit 2 MB)"],
    ["a body that is declared too long", body("x", { "content-length": "3000000" }), "too large: <url> (limit 2 MB)"],
    [
      "a page by its content type",
      body("x", { "content-type": "text/html; charset=utf-8" }),
      "not a table but a web page: <url>",
    ],
    [
      "a page by its first words",
      body("\ufeff\n<!DOCTYPE HTML><p>", { "content-type": "text/csv" }),
      "not a table but a web page: <url>",
    ],
    ["an answer in JSON", body('{"error":"invalid token"}\n'), "not a table but JSON: <url>"],
    ["a redirect to another scheme", to("file:///etc/passwd"), "redirect refused: <url> leads to file:"],
    ["redirects without end", to("/again"), "too many redirects: <url> (limit 5)"],
    ["304 without a copy", status(304), 'wrong answer: <url> says "not modified" to a first request'],
  ];
  for (const [fault, answer, message] of refused)
    it(`refuses ${fault} and keeps nothing of it`, async () => {
      const first = await serve(answer);
      const url = `${first.origin}/enrolments.csv`;
      await expect(first.fetched({ maxBytes: 2e6 })).rejects.toMatchObject({
        message: message.replace("<url>", url),
        status: 3,
      });
      expect(readdirSync(first.cacheFolder)).toEqual([]);
    });
  it("leaves the copy as it was when a newer answer is refused", async () => {
    const { fetched } = await serve(table, body("<html>"));
    const { path } = await fetched();
    await expect(fetched()).rejects.toThrow("not a table but a web page");
    expect(readFileSync(path, "utf8")).toBe("a;b\n1;2\n");
  });

  const wrong: [string, string][] = [
    ["ftp://example.org/a.csv", "not an http or https address: ftp://example.org/a.csv"],
    ["enrolments.csv", "not an address: enrolments.csv"],
    ["https://me:hidden@example.org/a.csv", "name or password in an address: https://example.org/a.csv; remove it"],
  ];
  for (const [url, message] of wrong)
    it(`refuses the address ${url.replace("hidden", "…")}`, async () =>
      await expect(fetchSource(url, { cacheFolder: tmpdir() })).rejects.toMatchObject({ message, status: 3 }));
});
