import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readConfig } from "../../loaders/config/config.ts";
import { InputError } from "../../loaders/errors.ts";
import { ingest, type Progress } from "../../loaders/ingest.ts";
import { row, workbookEntries, zipOf } from "../fixtures/read/workbook.ts";

vi.mock("../../loaders/read/limits.ts", async (original) => ({
  ...(await original<typeof import("../../loaders/read/limits.ts")>()),
  ...{ FETCH_STALL_MS: 150, FETCH_TIMEOUT_MS: 1000, FETCH_TRIES: 2, FETCH_BACKOFF_MS: 5, MAX_FETCH_BYTES: 1_000_000 },
}));

const HEADER = "lecture_id,programme,status,held_on,school_id,site_id,students,theme";
const FIRST = "L1,stem_ovk,held,2026-01-15,900001,01,20,career";
const GOOD = `${HEADER}\n${FIRST}\nL2,ovk,held,2026-01-16,900001,01,30,\n`;

const folder = mkdtempSync(join(tmpdir(), "stempeil-bad-"));
const path = (name: string) => join(folder, name);
const places = { reference: "reference", warehouse: path("warehouse/stempeil.duckdb"), quarantine: path("quarantine") };
const load = (file: string, progress?: Progress) => {
  writeFileSync(
    path("config.yaml"),
    `as_of: 2026-03-02\nsources:\n  schools: { table: schools, file: schools.csv }\n  lectures: { table: lectures, file: "${file}" }\n`,
  );
  return ingest(readConfig(path("config.yaml"), { today: "2026-03-02" }), places, progress);
};

let before: Buffer;
beforeAll(async () => {
  writeFileSync(
    path("schools.csv"),
    "school_id,site_id,name,postcode,nis,network,stages\n900001,01,Voorbeeldschool,2500,12021,vgo,2+3\n",
  );
  writeFileSync(path("lectures.csv"), GOOD);
  await load("lectures.csv");
  before = readFileSync(places.warehouse);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Loads a file that is to be refused: one line, status 3, within seconds, and the earlier warehouse stands byte for byte. */
async function refusal(file: string, progress?: Progress): Promise<string> {
  const start = performance.now();
  const error: unknown = await load(file, progress).then(
    () => new Error(`${file} was loaded`),
    (fault: unknown) => fault,
  );
  if (!(error instanceof InputError)) throw error;
  expect(error.status).toBe(3);
  expect(error.message).not.toContain("\n");
  expect(performance.now() - start).toBeLessThan(20_000);
  expect(readFileSync(places.warehouse).equals(before)).toBe(true);
  expect(readdirSync(path("warehouse"))).toEqual(["stempeil.duckdb"]);
  return error.message;
}

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
const book = (...rows: string[]) =>
  zipOf({ ...workbookEntries({ sheets: { data: rows.join("") } }), "[Content_Types].xml": "<Types/>" });
const withPassword = () => {
  const bytes = Buffer.alloc(4096);
  bytes.write("d0cf11e0a1b11ae1", "hex");
  bytes.write("EncryptedPackage", 2048, "utf16le");
  return bytes;
};

describe("a file that is refused", () => {
  const faults: [string, string, () => Uint8Array | string, string][] = [
    [
      "UTF-16 that stops halfway a character",
      "utf16.csv",
      () => utf16(GOOD).subarray(0, -31),
      "not a whole file: utf16.csv stops halfway a character (UTF-16); export it again",
    ],
    [
      "a ZIP bomb",
      "bomb.zip",
      () => zipOf({ "a.csv": new Uint8Array(60e6) }),
      "suspicious ZIP file: a.csv in bomb.zip grows more than 200 times",
    ],
    [
      "a ZIP entry outside its folder",
      "outside.zip",
      () => zipOf({ "../lectures.csv": GOOD }),
      "not a readable ZIP file: invalid relative path: ../lectures.csv (outside.zip)",
    ],
    [
      "a workbook that is a ZIP bomb",
      "bomb.xlsx",
      () => book(" ".repeat(60e6)),
      "suspicious ZIP file: xl/worksheets/sheet1.xml in bomb.xlsx grows more than 200 times",
    ],
    [
      "a workbook that stops halfway",
      "half.xlsx",
      () => book(row(1, "a")).subarray(0, 900),
      "not a readable ZIP file: End of central directory record signature not found. Either not a zip file, or file is truncated (half.xlsx)",
    ],
    [
      "a workbook with a password",
      "secret.xlsx",
      withPassword,
      "protected by a password: secret.xlsx; save it without a password",
    ],
    ["a workbook without rows", "empty.xlsx", () => book(), "empty sheet: empty.xlsx, sheet data"],
    [
      "10,000 columns",
      "wide.csv",
      () => `${HEADER}${",x".repeat(9992)}\n${FIRST}${",1".repeat(9992)}\n`,
      "too many columns: 10000 (wide.csv, line 1)",
    ],
    [
      "a line of 50 MB",
      "line.csv",
      () => `${GOOD}L3,ovk,held,2026-01-16,900001,01,30,${"x".repeat(50e6)}\n`,
      "a line is too long: 50000037 bytes (line.csv)",
    ],
    [
      "a line of 50 MB in UTF-16",
      "line16.csv",
      () => utf16(`${GOOD}${"x".repeat(25e6)}`),
      "a line is too long: 50000001 bytes (line16.csv)",
    ],
    [
      "a quoted cell of 50 MB over many lines",
      "cell.csv",
      () => `${GOOD}L3,ovk,held,2026-01-16,900001,01,30,"${"x\n".repeat(25e6)}"\n`,
      "not a readable table: ",
    ],
    [
      "NUL bytes",
      "nul.csv",
      () => GOOD.replace("career", "\0"),
      "not a text file: control character in nul.csv, line 2",
    ],
    [
      "NUL characters in UTF-16",
      "nul16.csv",
      () => utf16(GOOD.replaceAll("L", "\0")),
      "not a text file: control character in nul16.csv, line 2",
    ],
    [
      "an error page saved as CSV",
      "page.csv",
      () => "\n<!DOCTYPE html>\n<html><body><h1>503, a, b</h1></body></html>\n",
      "not a table but a web page: page.csv",
    ],
    [
      "an error page saved as a workbook",
      "page.xlsx",
      () => "<html><body>Log in</body></html>",
      "not a table but a web page: page.xlsx",
    ],
  ];
  for (const [fault, name, content, message] of faults)
    it(`leaves the warehouse as it was: ${fault}`, async () => {
      writeFileSync(path(name), content());
      const told = await refusal(name);
      expect(told.startsWith(message) || told).toBe(true);
      rmSync(path(name));
    });

  it("leaves the warehouse as it was: a folder", async () => {
    mkdirSync(path("map.csv"));
    expect(await refusal("map.csv")).toBe("a folder where a file is expected: map.csv (source lectures)");
  });

  const changes: [string, string, (name: string) => void][] = [
    ["grows", "grows.csv", (name) => appendFileSync(path(name), "L3,ovk,held,2026-01-16,900001,01,30,\n")],
    ["is replaced by as many lines", "replaced.csv", (name) => writeFileSync(path(name), GOOD.replace(",30,", ",31,"))],
    ["is emptied", "emptied.csv", (name) => writeFileSync(path(name), "")],
    ["disappears", "gone.csv", (name) => rmSync(path(name))],
  ];
  for (const [change, name, spoil] of changes)
    it(`leaves the warehouse as it was: a file that ${change} while it is read`, async () => {
      writeFileSync(path(name), GOOD);
      const told = await refusal(name, (stage) => {
        if (stage === "read") spoil(name);
      });
      expect(told).toMatch(
        change === "disappears"
          ? /^missing file: gone\.csv/
          : /^file changed while it was read: .*; load it again once it is complete/,
      );
    });
});

describe("a server that is refused", () => {
  const answers: [string, RequestListener, string][] = [
    ["never answers", () => {}, "not fetched: the server sends nothing for 0.15 s"],
    [
      "answers slowly",
      (_, response) => {
        const timer = setInterval(() => response.write("x"), 20);
        response.on("close", () => clearInterval(timer));
      },
      "not fetched: the server did not finish in time",
    ],
    [
      "answers with an error page",
      (_, response) => {
        response.writeHead(200, { "content-type": "text/html" });
        response.end("<!DOCTYPE html><html><body>moved</body></html>");
      },
      "not a table but a web page: ",
    ],
    [
      "answers without end",
      (_, response) => {
        const more = () => {
          while (!response.destroyed && response.write("x".repeat(65_536)));
        };
        response.on("drain", more);
        more();
      },
      "too large: ",
    ],
    [
      "does not have the file",
      (_, response) => {
        response.statusCode = 404;
        response.end();
      },
      "refused by the server: ",
    ],
  ];
  for (const [fault, answer, message] of answers)
    it(`leaves the warehouse as it was: a server that ${fault}`, async () => {
      const server = createServer(answer);
      await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
      try {
        const told = await refusal(`http://127.0.0.1:${(server.address() as AddressInfo).port}/lectures.csv`);
        expect(told.startsWith(message) || told).toBe(true);
      } finally {
        server.closeAllConnections();
        server.close();
      }
    });
});

// Last, for it is a load that does go through.
it("holds the row of a formula whose result the workbook does not have", async () => {
  const formula = (column: number) =>
    FIRST.replace("L1", `L${column}`)
      .split(",")
      .map((cell, i) => (i === column ? { xml: "<c><f>SUM(A1)</f></c>" } : cell));
  writeFileSync(
    path("formula.xlsx"),
    book(row(1, ...HEADER.split(",")), row(2, ...FIRST.split(",")), row(3, ...formula(6)), row(4, ...formula(7))),
  );
  const report = await load("formula.xlsx");
  expect(report.sources[1]).toMatchObject({ rows_read: 3, rows_accepted: 1, rows_rejected: 2 });
  const held = readFileSync(path("quarantine/lectures.csv"), "utf8").split("\r\n");
  expect(held[1]).toContain("formula.xlsx,3,students,'=FORMULA,unreadable,");
  expect(held[2]).toContain("formula.xlsx,4,theme,'=FORMULA,unreadable,");
});
