import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { headersOf } from "./headers.ts";

const HIGHEST_TRIES = 20;

/** Serves a built site on this machine alone; a port that is taken gives way to the next one. */
export async function serveSite(folder: string, port: number): Promise<{ url: string; close: () => Promise<void> }> {
  if (!existsSync(join(folder, "index.html"))) throw new Error(`no site to serve: ${folder}`);
  const respond = sirv(folder, {
    dev: true,
    extensions: ["html"],
    setHeaders: (response) => {
      for (const [name, value] of Object.entries(headersOf("public"))) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) => {
    respond(request, response, () => {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("404\n");
    });
  });
  const listen = (at: number) =>
    new Promise<void>((done, fail) => {
      server.once("error", fail);
      server.listen(at, "127.0.0.1", () => {
        server.off("error", fail);
        done();
      });
    });
  let at = port;
  for (;;) {
    try {
      await listen(at);
      break;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "EADDRINUSE") throw new Error(`port cannot be used: ${at} (${code})`);
      if (port === 0 || at - port >= HIGHEST_TRIES) throw new Error(`no free port: ${port} to ${at}`);
      at += 1;
    }
  }
  const address = server.address();
  const taken = typeof address === "object" && address ? address.port : at;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${taken}`, close };
}
