import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { readConfig } from "../../../../loaders/config/config.ts";
import { ingest } from "../../../../loaders/ingest.ts";
import { openWarehouse } from "../../../../loaders/warehouse.ts";

vi.mock("../../../../loaders/read/limits.ts", async (original) => ({
  ...(await original<typeof import("../../../../loaders/read/limits.ts")>()),
  ...{ FETCH_TRIES: 1, FETCH_BACKOFF_MS: 5 },
}));

const HEADER = "school_id,site_id,name,postcode,nis,network,stages\n";
const school = (id: string) => `${id},01,Voorbeeldschool,2500,12021,vgo,2+3\n`;

const folder = mkdtempSync(join(tmpdir(), "stempeil-web-"));
const path = (name: string) => join(folder, name);
const places = { reference: "reference", warehouse: path("warehouse/stempeil.duckdb"), quarantine: path("quarantine") };
/** What the server gives next for each token; a number is a status. */
const answers: Record<string, string | number> = {};
let server: Server;
let origin: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = answers[new URL(request.url ?? "", "http://x").searchParams.get("token") ?? ""] ?? 404;
    response.statusCode = typeof answer === "number" ? answer : 200;
    response.end(typeof answer === "number" ? "" : answer);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

function load(...tokens: string[]) {
  const sources = tokens.map((token, i) => `  s${i}: { table: schools, file: "${origin}/x.csv?token=${token}" }\n`);
  writeFileSync(path("config.yaml"), `as_of: 2026-03-02\nsources:\n${sources.join("")}`);
  return ingest(readConfig(path("config.yaml"), { today: "2026-03-02" }), places);
}

it("an answer that cannot be loaded is not kept in the place of one that was", async () => {
  answers.geheim = HEADER + school("900001");
  await load("geheim");
  for (const [wrong, message] of [
    [HEADER, `no rows under the header: ${origin}/x.csv?token=…, line 1 (source s0)`],
    [`${HEADER},,,,,,x\n`, "no row could be accepted: line 2, column school_id"],
  ] as const) {
    answers.geheim = wrong;
    await expect(load("geheim")).rejects.toThrow(message);
    answers.geheim = 500;
    const [report] = (await load("geheim")).sources;
    expect(report).toMatchObject({ rows_accepted: 1, file: `${origin}/x.csv?token=…` });
    expect(report?.note).toMatch(/^not fetched: the server answers 500 \(.*\); the copy of .* UTC is used$/);
  }
});

it("two addresses that differ in what they ask are two files, and no secret in them is stored", async () => {
  answers.geheim = HEADER + school("900001");
  answers.verborgen = HEADER + school("900002") + school("");
  const report = await load("geheim", "verborgen");
  expect(report.sources.map(({ file, rows_accepted, rows_rejected }) => [file, rows_accepted, rows_rejected])).toEqual([
    [`${origin}/x.csv?token=…`, 1, 0],
    [`${origin}/x.csv?token=… (2)`, 1, 1],
  ]);
  const warehouse = await openWarehouse(places.warehouse, { readOnly: true });
  const files = await warehouse.rows("select file, title_nl, title_en from meta.files order by 1");
  const rows = await warehouse.rows("select school_id, _file as file from raw.schools order by 1");
  warehouse.close();
  const [first, second] = [`${origin}/x.csv?token=…`, `${origin}/x.csv?token=… (2)`];
  expect(files).toEqual([first, second].map((file) => ({ file, title_nl: file, title_en: file })));
  expect(rows).toEqual([
    { school_id: "900001", file: first },
    { school_id: "900002", file: second },
  ]);
  const written = [
    readFileSync(places.warehouse, "latin1"),
    ...readdirSync(places.quarantine).map((name) => readFileSync(join(places.quarantine, name), "utf8")),
    ...readdirSync(path(".cache")).map((name) => readFileSync(join(path(".cache"), name), "utf8")),
    JSON.stringify(report),
  ].join("\n");
  expect(written).not.toMatch(/geheim|verborgen/);
});
