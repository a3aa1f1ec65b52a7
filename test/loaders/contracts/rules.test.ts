import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { broadcasts } from "../../../loaders/contracts/broadcasts.ts";
import { campaignMetrics } from "../../../loaders/contracts/campaignMetrics.ts";
import { channelReach } from "../../../loaders/contracts/channelReach.ts";
import type { Contract } from "../../../loaders/contracts/contract.ts";
import { enrolments } from "../../../loaders/contracts/enrolments.ts";
import { funding } from "../../../loaders/contracts/funding.ts";
import { contracts } from "../../../loaders/contracts/index.ts";
import { initiatives } from "../../../loaders/contracts/initiatives.ts";
import { invitations } from "../../../loaders/contracts/invitations.ts";
import { mediaCoverage } from "../../../loaders/contracts/mediaCoverage.ts";
import { planGoals } from "../../../loaders/contracts/planGoals.ts";
import { requests } from "../../../loaders/contracts/requests.ts";
import { responses } from "../../../loaders/contracts/responses.ts";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { emptyWarehouse } from "../models/fixtureWarehouse.ts";
import { brokenRules } from "./brokenRules.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await emptyWarehouse();
  await warehouse.run(
    `insert into raw.questionnaire_items (questionnaire_id, version, item_id, scale)
     values ('Q1', 1, 'clear', 'likert5'), ('Q1', 1, 'recommend', 'nps'), ('Q1', 1, 'again', 'yes_no'), ('Q1', 1, 'remark', 'text'),
       ('Q1', 2, 'clear', 'nps')`,
  );
});
afterAll(() => warehouse.close());

type Case = [title: string, contract: Contract, row: Record<string, string>, broken: string[]];
const from = { preferred_from: "2025-10-01" };
const cash = { kind: "cash", amount_eur: "1", school_year: "2025-2026" };
const toCome = { school_year: "2026-2027" };
const reach = { channel: "tv", unique_reach: "300", universe: "1000" };

const cases: Case[] = [
  [
    "a request for one day",
    requests,
    { ...from, preferred_until: "2025-10-01", status: "open", requested_on: "2025-09-03" },
    [],
  ],
  [
    "a request that ends before it starts",
    requests,
    { ...from, preferred_until: "2025-09-30" },
    ["preferred_ends_after_start"],
  ],
  ["a request with a first day alone", requests, from, []],
  ["a matched request without a lecture", requests, { status: "matched" }, ["matched_has_lecture"]],
  ["a matched request with its lecture", requests, { status: "matched", lecture_id: "L1" }, []],
  ["an open request with a lecture", requests, { status: "open", lecture_id: "L1" }, ["open_has_no_lecture"]],
  ["a request withdrawn after a match", requests, { status: "withdrawn", lecture_id: "L1" }, []],
  ["a request of after the as-of date", requests, { requested_on: "2025-09-04" }, ["requested_not_in_future"]],
  ["an answer of the as-of date", responses, { submitted_at: "2025-09-03 23:59:59" }, []],
  [
    "an answer of after the as-of date",
    responses,
    { submitted_at: "2025-09-04 00:00:00" },
    ["submitted_not_in_future"],
  ],
  ["a count of after the as-of date", enrolments, { count_date: "2025-09-04" }, ["count_not_in_future"]],
  ["a count without its day", enrolments, {}, []],
  ["a commitment of before the as-of date", funding, { ...cash, phase: "committed", booked_on: "2025-09-03" }, []],
  [
    "a commitment of after the as-of date",
    funding,
    { ...cash, phase: "committed", booked_on: "2025-09-04" },
    ["booked_not_in_future"],
  ],
  [
    "a plan of after the as-of date",
    funding,
    { ...cash, phase: "planned", booked_on: "2025-09-04" },
    ["booked_not_in_future"],
  ],
  ["a plan for a school year to come", funding, { ...cash, phase: "planned", ...toCome, booked_on: "2025-09-03" }, []],
  ["a commitment for a school year to come without its day", funding, { ...cash, phase: "committed", ...toCome }, []],
  [
    "money spent in a school year to come, without its day",
    funding,
    { ...cash, phase: "spent", ...toCome },
    ["money_ahead_has_day"],
  ],
  [
    "money received ahead for a school year to come",
    funding,
    { ...cash, phase: "received", ...toCome, booked_on: "2025-09-03" },
    [],
  ],
  ["money received this school year, without its day", funding, { ...cash, phase: "received" }, []],
  [
    "money that was received after the as-of date",
    funding,
    { kind: "cash", amount_eur: "1", phase: "received", booked_on: "2025-09-04" },
    ["booked_not_in_future"],
  ],
  ["invitations of this school year", invitations, { period: "2025-2026" }, []],
  ["invitations of a school year to come", invitations, { period: "2026-2027" }, ["year_has_begun"]],
  ["invitations of today", invitations, { period: "2025-2026", invited_on: "2025-09-03" }, []],
  [
    "invitations of tomorrow",
    invitations,
    { period: "2025-2026", invited_on: "2025-09-04" },
    ["invited_not_in_future"],
  ],
  [
    "invitations before their school year",
    invitations,
    { period: "2025-2026", invited_on: "2025-08-31" },
    ["invited_after_start_of_year"],
  ],
  ["a reach of the whole target group", channelReach, { ...reach, unique_reach: "1000" }, []],
  ["a reach larger than the target group", channelReach, { ...reach, unique_reach: "1001" }, ["reach_within_universe"]],
  ["a wave of this school year", channelReach, { ...reach, wave: "2025-2026" }, []],
  ["a wave of a school year to come", channelReach, { ...reach, wave: "2026-2027" }, ["wave_not_in_future"]],
  ["a wave of a school year to come, in short", channelReach, { ...reach, wave: "2026-27" }, ["wave_not_in_future"]],
  [
    "a wave of a school year to come, with a number",
    channelReach,
    { ...reach, wave: "2026-2027-1" },
    ["wave_not_in_future"],
  ],
  ["a wave of this month", channelReach, { ...reach, wave: "2025-09" }, []],
  ["a wave of a month to come", channelReach, { ...reach, wave: "2025-10" }, ["wave_not_in_future"]],
  ["a wave of the as-of date", channelReach, { ...reach, wave: "2025-09-03" }, []],
  ["a wave of a day to come", channelReach, { ...reach, wave: "2025-09-04_tv" }, ["wave_not_in_future"]],
  ["a wave of this year", channelReach, { ...reach, wave: "2025" }, []],
  ["a wave of a year to come", channelReach, { ...reach, wave: "2026_b" }, ["wave_not_in_future"]],
  ["a wave whose name tells no time", channelReach, { ...reach, wave: "20261" }, []],
  ["overlaps with two other channels", channelReach, { ...reach, overlaps: "youtube:0.1|tiktok:0.3" }, []],
  ["an overlap rounded up to a whole percent", channelReach, { ...reach, overlaps: "youtube:0.305" }, []],
  ["an overlap larger than the reach", channelReach, { ...reach, overlaps: "youtube:0.31" }, ["overlaps_within_reach"]],
  ["an overlap with the channel itself", channelReach, { ...reach, overlaps: "tv:0.1" }, ["overlaps_other_channels"]],
  [
    "the same overlap twice",
    channelReach,
    { ...reach, overlaps: "youtube:0.1|youtube:0.2" },
    ["overlaps_other_channels"],
  ],
  ["viewers without a basis", broadcasts, { viewers: "10", broadcast_on: "2025-09-01" }, ["viewers_have_basis"]],
  ["a broadcast that is planned", broadcasts, { broadcast_on: "2025-12-01" }, []],
  [
    "viewers of a broadcast to come",
    broadcasts,
    { viewers: "10", basis: "live", broadcast_on: "2025-09-04" },
    ["viewers_not_in_future"],
  ],
  ["one age", initiatives, { age_from: "12", age_to: "12" }, []],
  ["ages the wrong way round", initiatives, { age_from: "18", age_to: "12" }, ["ages_in_order"]],
  ["an oldest age alone", initiatives, { age_to: "12" }, []],
  ["an item of after the as-of date", mediaCoverage, { published_on: "2025-09-04" }, ["published_not_in_future"]],
  ["a goal in figures without a year", planGoals, { target: "0.3" }, ["target_has_period"]],
  ["hours with decimals", campaignMetrics, { metric: "watch_hours", value: "170.22" }, []],
  ["a whole count", campaignMetrics, { metric: "views", value: "12.00" }, []],
  ["a count with decimals", campaignMetrics, { metric: "views", value: "12.40" }, ["count_is_whole"]],
  ["a goal in words", planGoals, { text_nl: "meer kennis" }, []],
];

describe("rules of the contracts", () => {
  it.each(cases)("%s", async (_, contract, row, broken) =>
    expect(await brokenRules(warehouse, contract, row)).toEqual(broken),
  );

  it("have words in both languages and an id of their own within the contract", () => {
    for (const { table, rules } of contracts) {
      expect(new Set(rules.map(({ id }) => id)).size, table).toBe(rules.length);
      for (const { nl, en, id } of rules) expect([nl, en, nl === en].map(Boolean), id).toEqual([true, true, false]);
    }
  });
});

describe("answer_within_scale", () => {
  const answers: [item: string, version: string, allowed: string[], refused: string[]][] = [
    ["clear", "1", ["1", "5"], ["0", "6", "10"]],
    ["recommend", "1", ["0", "10"], []],
    ["again", "1", ["0", "1"], ["2"]],
    ["remark", "1", [], ["0", "1", "10"]],
    ["clear", "2", ["0", "10"], []],
  ];
  const rulesOf = (item_id: string, version: string, answer: string) =>
    brokenRules(warehouse, responses, { questionnaire_id: "Q1", version, item_id, answer });

  it.each(answers)("holds an answer to %s (version %s) to its scale", async (item, version, allowed, refused) => {
    for (const answer of allowed) expect(await rulesOf(item, version, answer), answer).toEqual([]);
    for (const answer of refused) expect(await rulesOf(item, version, answer), answer).toEqual(["answer_within_scale"]);
  });

  it("lets no opinion pass on any scale, and leaves an unknown item to the reference", async () => {
    expect(await rulesOf("clear", "1", "")).toEqual([]);
    expect(await rulesOf("remark", "1", "")).toEqual([]);
    expect(await rulesOf("clear", "9", "10")).toEqual([]);
  });
});

describe("cells of the contracts", () => {
  const cells: [title: string, contract: Contract, column: string, text: string, verdict: string | null][] = [
    ["an overlap with one channel", channelReach, "overlaps", "youtube:0.125", null],
    ["overlaps with more channels", channelReach, "overlaps", "youtube:0|tv:1|tiktok:0.5", null],
    ["a channel that is none", channelReach, "overlaps", "radio:0.1", "unreadable"],
    ["an overlap above one", channelReach, "overlaps", "tv:1.1", "unreadable"],
    ["an overlap in percents", channelReach, "overlaps", "tv:12%", "unreadable"],
    ["overlaps that end in a bar", channelReach, "overlaps", "tv:0.1|", "unreadable"],
    ["a girls' share above one", channelReach, "girls_share", "1.01", "not_allowed"],
    ["a girls' share of one", channelReach, "girls_share", "1", null],
    ["a page on the web", initiatives, "url", "https://www.voorbeeld.be/a/b?c=d&e=f#g", null],
    ["a host alone", initiatives, "url", "http://voorbeeld.be:8080", null],
    ["a script for an address", initiatives, "url", "javascript:alert(1)", "unreadable"],
    ["an address with a quotation mark", mediaCoverage, "url", 'https://voorbeeld.be/"onload', "unreadable"],
    ["a strand that the plan does not have", planGoals, "strand", "4", "unreadable"],
  ];
  it.each(cells)("%s", async (_, { columns }, name, text, verdict) => {
    const parsed = columns[name]?.cell.zod.safeParse(text);
    expect(parsed?.error?.issues[0]?.message ?? null).toBe(verdict);
    const { cell } = columns[name] ?? {};
    const value = `(${cell?.sqlValue(`'${text.replaceAll("'", "''")}'`)})`;
    const [found] = await warehouse.rows<{ rule: string | null }>(
      `select case when ${value} is null then 'unreadable' when not (${cell?.sqlAllowed(value)}) then 'not_allowed' end as rule`,
    );
    expect(found?.rule).toBe(verdict);
  });
});
