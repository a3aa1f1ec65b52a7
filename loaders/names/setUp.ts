import { createHmac, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { storeTexts } from "../judge/storeTexts.ts";
import { headerName } from "../read/textTable.ts";
import type { Warehouse } from "../warehouse.ts";
import type { Alias } from "./aliases.ts";

const sql = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

/** The key of this place's personal codes: made on the first load that names persons, kept beside the warehouse for its owner alone, never published. */
export function personKey(warehouse: string): Buffer {
  const path = join(dirname(warehouse), "persons.key");
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  return Buffer.from(readFileSync(path, "utf8").trim(), "hex");
}

/** True where a file names lecturers or teachers, so that codes must be made for them. */
export const namesPersons = (files: readonly { config: { columns: object }; table: { header: readonly string[] } }[]) =>
  files.some(({ config, table }) =>
    [...Object.keys(config.columns), ...table.header.map(headerName)].some((name) =>
      ["lecturer_name", "teacher_name"].includes(name),
    ),
  );

/** The key with the two paddings of HMAC-SHA256 (blocks of 64 bytes), as hexadecimal. */
function padded(key: Buffer): { inner: string; outer: string } {
  const block = Buffer.alloc(64);
  (key.length > 64 ? createHmac("sha256", "").update(key).digest() : key).copy(block);
  const xor = (sign: number) => Buffer.from(block.map((byte) => byte ^ sign)).toString("hex");
  return { inner: xor(0x36), outer: xor(0x5c) };
}

/** Makes ready what names are resolved with: their forms, the key of persons (one for this run alone where none is given), earlier decisions. */
export async function setUpNames(
  warehouse: Warehouse,
  { key = randomBytes(32), aliases = [] }: { key?: Buffer; aliases?: Alias[] } = {},
): Promise<void> {
  const { inner, outer } = padded(key);
  // Beside the file of the warehouse: what holds names that are stored nowhere.
  await warehouse.run("attach if not exists ':memory:' as scratch");
  await warehouse.run(sql("school_forms.sql"));
  await warehouse.run(sql("person_forms.sql").replace("{inner}", inner).replace("{outer}", outer));
  const cells = aliases.map(({ school, place, postcode, school_id, site_id }, i): [number, ...string[]] => [
    i,
    ...[school, place, postcode, school_id, site_id],
  ]);
  await storeTexts(warehouse, "scratch._aliases", ["school", "place", "postcode", "school_id", "site_id"], [cells]);
  await warehouse.run(`
    create or replace temp table names_aliases as
      select plain_text("in:school") as school,
        trim(plain_text("in:place") || ' ' || coalesce(regexp_extract("in:postcode", '^\\s*([1-9][0-9]{3})', 1), '')) as place,
        arg_max("in:school_id", _line) as school_id, arg_max("in:site_id", _line) as site_id
      from scratch._aliases group by all;
    create or replace temp table names_open (school varchar, place varchar, postcode varchar, times bigint, candidates varchar[]);
    drop table scratch._aliases`);
}
