import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { protectCells } from "../../../../disclosure/protectCells.ts";
import { loadSolver } from "../../../../disclosure/solver.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { type Edition, openGate } from "../../../../src/data/gate.ts";
import { pages } from "../../../../src/data/index.ts";
import { findLeaks, leaksIn } from "../../../../src/data/publication/audit.ts";
import { linkedTables } from "../../../../src/data/publication/hidden.ts";
import { RULES } from "../../../../src/data/publication/rules.ts";
import { smallProgramme } from "./smallProgramme.ts";

const K = 5;
let warehouse: Warehouse;
const printed = {} as Record<Edition, string>;
const gates = {} as Record<Edition, Awaited<ReturnType<typeof openGate>>>;

beforeAll(async () => {
  warehouse = await smallProgramme();
  for (const edition of ["public", "internal"] as const) {
    const gate = await openGate(warehouse, edition);
    gates[edition] = gate;
    const data = [];
    for (const { schema, load } of pages) data.push(schema.parse(await load(gate)));
    printed[edition] = JSON.stringify(data);
  }
});
afterAll(async () => {
  for (const gate of [gates.internal, gates.public]) await gate.close();
  warehouse.close();
});

const blanks = (edition: Edition, and: string) =>
  gates[edition].rows<{ place: string }>(
    `select concat_ws(' ', indicator_id, programme, province, track, domain, phase, role, period) as place from indicators.observations
     where status = 'c' and ${and} order by all`,
  );
const placesOf = async (edition: Edition, and: string) => (await blanks(edition, and)).map(({ place }) => place);

describe("the public edition of a programme that is easy to see through", () => {
  it("hides the two lectures of Brussels and, so that it cannot be subtracted, the next smallest province", async () => {
    expect(await placesOf("public", "indicator_id = 'lectures_count'")).toEqual([
      "lectures_count Brussels Hoofdstedelijk Gewest 2025-2026",
      "lectures_count Limburg 2025-2026",
    ]);
    for (const indicator of ["student_contacts_count", "teachers_count"])
      expect(await placesOf("public", `indicator_id = '${indicator}' and province is not null`)).toHaveLength(2);
    // three lecturers went everywhere: a number of persons below five stands in no province
    expect(await placesOf("public", "indicator_id = 'lecturers_count'")).toHaveLength(4);
  });

  it("hides girls of a domain of whom there are a handful, the share they give, and a second domain", async () => {
    expect(await placesOf("public", "indicator_id = 'girls_share_in_stem' and period = '2023-2024'")).toEqual([
      "girls_share_in_stem chemistry 2023-2024",
      "girls_share_in_stem ict 2023-2024",
    ]);
    // two girls in ict in 2023-2024, four a year later, six in 2025-2026
    expect(await placesOf("public", "indicator_id = 'girls_share_in_stem' and period = '2025-2026'")).toEqual([]);
    const changes = await gates.public.rows<{ school_year: string }>(
      `select school_year from analyses.girls_share where "group" = 'ict' and since_base is not null and school_year <> base_year`,
    );
    expect(changes).toEqual([]);
  });

  it("hides three answers, one private funder in cash and in kind, and the split that tells what he gave", async () => {
    expect(
      await placesOf("public", "indicator_id in ('top_two_share', 'public_share_of_funding', 'in_kind_value_eur')"),
    ).toEqual([
      "in_kind_value_eur received 2025-2026",
      "public_share_of_funding received 2025-2026",
      "top_two_share teacher 2025-2026",
    ]);
    expect(
      await gates.public.rows("select public_eur, private_eur, in_kind_eur, in_kind_hours from marts.funding_years"),
    ).toEqual([{ public_eur: null, private_eur: null, in_kind_eur: null, in_kind_hours: null }]);
    expect(
      await gates.public.rows(
        "select value, status, flag from analyses.scorecard where indicator_id = 'public_share_of_funding'",
      ),
    ).toEqual([{ value: null, status: "no_target", flag: "c" }]);
    for (const amount of ["30017", "100017"]) {
      expect(printed.internal).toContain(amount);
      expect(printed.public).not.toContain(amount);
    }
    expect(printed.public).not.toContain("0.6998");
  });

  it("gives not one small count away to whoever lays all tables side by side, and hides no cell in vain", async () => {
    const linked = await linkedTables(warehouse, K);
    expect(await findLeaks(gates.public, linked, K)).toEqual([]);
    const solve = await loadSolver();
    let tried = 0;
    for (const { cells, sums } of linked) {
      const { hidden, secondaries } = protectCells(cells, sums, { k: K, solve });
      const shown = new Map(cells.filter(({ key }) => !hidden.has(key)).map(({ key, value }) => [key, value]));
      expect(leaksIn(shown, { cells, sums }, { k: K, solve })).toEqual([]);
      for (const secondary of secondaries) {
        const told = new Map(shown).set(secondary, cells.find(({ key }) => key === secondary)?.value ?? 0);
        expect(leaksIn(told, { cells, sums }, { k: K, solve }), secondary).not.toEqual([]);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(2);
  });

  it("prints the same bytes whatever the hidden counts are, so that nothing told, drawn or sorted by them gives them away", async () => {
    // what names the file itself: its hash, its size and the load
    const plainOf = (text: string) => text.replaceAll(/[0-9a-f]{64}|"bytes":\d+|\d{4}-\d{2}-\d{2}-[0-9a-f]{8}/g, "");
    const areSame = async (given: Parameters<typeof smallProgramme>[0]) => {
      const own = await smallProgramme(given);
      const same: boolean[] = [];
      for (const edition of ["public", "internal"] as const) {
        const gate = await openGate(own, edition);
        const data = [];
        for (const { schema, load } of pages) data.push(schema.parse(await load(gate)));
        same.push(plainOf(JSON.stringify(data)) === plainOf(printed[edition]));
        await gate.close();
      }
      own.close();
      return same;
    };
    // one lecture more in Brussels and one less in Limburg; four girls in ICT in place of two, and two less in chemistry
    expect(await areSame({ lectures: [13, 10, 7, 3] })).toEqual([true, false]);
    expect(await areSame({ ict: 2 })).toEqual([true, false]);
  });

  it("finds what the internal edition gives away, by the same attack", async () => {
    const leaks = await findLeaks(gates.internal, await linkedTables(warehouse, K), K);
    expect(leaks).toContainEqual({
      place: "lectures|2025-2026|province|Brussels Hoofdstedelijk Gewest|lectures",
      ...{ lower: 2, upper: 2 },
    });
  });

  it("shows unprotected counts inside, and says so to every page", async () => {
    expect(await placesOf("internal", "true")).toEqual([]);
    expect(printed.internal).toContain('"is_internal":true');
    expect(printed.public).not.toContain("is_internal");
  });
});

describe("the rules of publication", () => {
  it("are about tables and columns that there are", async () => {
    for (const [table, { blanks: all = [] }] of Object.entries(RULES)) {
      const columns = all.flatMap(({ columns, set = {} }) => [...columns, ...Object.keys(set)]);
      await gates.public.rows(`select ${columns.map((name) => `"${name}"`).join(", ") || "*"} from ${table} limit 0`);
    }
  });
});
