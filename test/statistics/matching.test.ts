import fc from "fast-check";
import * as highs from "highs";
import { munkres } from "munkres";
import { describe, expect, it } from "vitest";
import { haversineKm } from "../../statistics/geo.ts";
import { type AssignmentOptions, assignLecturers } from "../../statistics/matching/assignLecturers.ts";
import type { LectureRequest, LecturerSlot } from "../../statistics/matching/market.ts";
import { minimumAssignment } from "../../statistics/matching/minimumAssignment.ts";
import { seededRandom } from "../../statistics/random.ts";
import { expectFault, notNumbers } from "./fault.ts";

const NO = Number.POSITIVE_INFINITY;
/** Its types speak of a CommonJS module, where it is an ES module. */
const loadHighs = highs.default as unknown as typeof highs.default.default;

/** Most rows first, then least cost, over every way there is. */
function best(costs: number[][], row = 0, taken = 0): { rows: number; cost: number } {
  if (row === costs.length) return { rows: 0, cost: 0 };
  let found = best(costs, row + 1, taken);
  for (const [column, cost] of (costs[row] ?? []).entries()) {
    if (cost === NO || taken & (1 << column)) continue;
    const rest = best(costs, row + 1, taken | (1 << column));
    const other = { rows: rest.rows + 1, cost: rest.cost + cost };
    if (other.rows > found.rows || (other.rows === found.rows && other.cost < found.cost)) found = other;
  }
  return found;
}

/** Places on one meridian, 1 km apart: `at(3)` lies 3 km from `at(0)`. */
const at = (km: number) => ({ lat: 50 + (km / 6371.0088) * (180 / Math.PI), lon: 4 });
const request = (id: string, km: number | null, discipline: string | null = null): LectureRequest => ({
  id,
  place: km === null ? null : at(km),
  discipline,
});
const slot = (lecturerId: string, km: number | null, disciplines: string[] = [], load = 0): LecturerSlot => ({
  lecturerId,
  place: km === null ? null : at(km),
  disciplines,
  load,
});
const shown = ({ pairs }: { pairs: { requestId: string; lecturerId: string }[] }) =>
  pairs.map(({ requestId, lecturerId }) => `${requestId}-${lecturerId}`);

describe("minimumAssignment", () => {
  it("meets the worked example of SciPy's documentation", () => {
    const costs = [
      [4, 1, 3],
      [2, 0, 5],
      [3, 2, 2],
    ];
    expect(minimumAssignment(costs)).toEqual([1, 0, 2]);
  });

  it("equals trying every way, with pairs forbidden and more rows or more columns", () => {
    const cost = fc.oneof({ weight: 3, arbitrary: fc.nat(20) }, { weight: 1, arbitrary: fc.constant(NO) });
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 7 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cost, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      );
    fc.assert(
      fc.property(matrix, (costs) => {
        const columns = minimumAssignment(costs);
        const used = columns.filter((column) => column !== null);
        expect(new Set(used).size).toBe(used.length);
        const total = columns.reduce(
          (sum: number, column, row) => sum + (column === null ? 0 : (costs[row]?.[column] ?? NO)),
          0,
        );
        expect({ rows: used.length, cost: total }).toEqual(best(costs));
      }),
    );
  });

  it("agrees with munkres on larger matrices, wide and tall", () => {
    const random = seededRandom(5);
    for (const [rows, columns] of [
      [80, 60],
      [60, 80],
      [70, 70],
    ] as const) {
      const costs = Array.from({ length: rows }, () =>
        Array.from({ length: columns }, () => Math.floor(1000 * random())),
      );
      const sum = (pairs: [number, number][]) => pairs.reduce((total, [i, j]) => total + (costs[i]?.[j] ?? NO), 0);
      const found = minimumAssignment(costs).flatMap((column, row): [number, number][] =>
        column === null ? [] : [[row, column]],
      );
      expect(found).toHaveLength(Math.min(rows, columns));
      expect(sum(found)).toBe(sum(munkres(costs)));
    }
  });

  it("has no answer to give where there is nothing to pair", () => {
    expect(minimumAssignment([])).toEqual([]);
    expect(minimumAssignment([[], []])).toEqual([null, null]);
    expect(minimumAssignment([[NO], [NO]])).toEqual([null, null]);
    expect(minimumAssignment([[-3], [-5]])).toEqual([null, 0]);
  });

  it("refuses a ragged matrix and what is no number", () => {
    expectFault(() => minimumAssignment([[1, 2], [3]]), "lengths_differ");
    expectFault(() => minimumAssignment([[1, Number.NaN]]), "not_a_number");
    expectFault(() => minimumAssignment([[1, Number.NEGATIVE_INFINITY]]), "not_a_number");
  });
});

describe("assignLecturers", () => {
  it("beats taking the nearest in turn", () => {
    const found = assignLecturers([request("a", 0), request("b", 3)], [slot("P", -4), slot("Q", 1)]);
    expect(shown(found)).toEqual(["a-P", "b-Q"]);
    expect(found.km).toBeCloseTo(6, 9);
    const inTurn = { matched: 2, asked: 0, fitting: 0, km: expect.closeTo(8, 9), cost: expect.closeTo(8, 9) };
    expect([found.nearestInTurn, found.cheapestInTurn]).toEqual([inTurn, inTurn]);
  });

  it("tells the nearest in turn from the cheapest in turn, which pays for another discipline, a repeat visit and the load", () => {
    const slots = [slot("P", 1, ["ict"], 3), slot("Q", 4, ["energy"])];
    const requests = [request("a", 0, "energy"), request("b", 0, null)];
    const isRepeat = (id: string, lecturer: string) => id === "a" && lecturer === "P";
    const options = { mismatchKm: 10, repeatKm: 5, loadKm: 2, isRepeat };
    const { nearestInTurn, cheapestInTurn } = assignLecturers(requests, slots, options);
    // a takes P, 1 km off, for 1 + 10 + 5 + 3 × 2; b is left with Q
    expect(nearestInTurn).toEqual({
      ...{ matched: 2, asked: 1, fitting: 0, km: expect.closeTo(5, 9), cost: expect.closeTo(22 + 4, 9) },
    });
    expect(cheapestInTurn).toEqual({
      ...{ matched: 2, asked: 1, fitting: 1, km: expect.closeTo(5, 9), cost: expect.closeTo(4 + 7, 9) },
    });
    const forbidden = assignLecturers(requests, slots, { ...options, mismatchKm: NO, caliperKm: 3 });
    expect(forbidden.nearestInTurn).toMatchObject({ matched: 1, fitting: 0, km: expect.closeTo(1, 9) });
  });

  it("matches as many requests as can be, even where that is farther", () => {
    const found = assignLecturers([request("a", 0), request("b", 10)], [slot("P", 1), slot("Q", -9)], {
      caliperKm: 9.5,
    });
    expect(shown(found)).toEqual(["a-Q", "b-P"]);
    expect([found.nearestInTurn.matched, found.cheapestInTurn.matched]).toEqual([1, 1]);
  });

  it("adds the prices of another discipline, a repeat visit and the load", () => {
    const lecturers = [slot("P", 1, ["ict"], 2), slot("Q", 4, ["energy"])];
    const chosen = (options: AssignmentOptions, discipline: string | null = "energy") =>
      assignLecturers([request("a", 0, discipline)], lecturers, options).pairs[0];
    expect(chosen({})).toMatchObject({ lecturerId: "P", cost: expect.closeTo(1, 9), fits: false, isRepeat: false });
    expect(chosen({ mismatchKm: 5 })).toMatchObject({ lecturerId: "Q", cost: expect.closeTo(4, 9), fits: true });
    expect(chosen({ mismatchKm: 5 }, null)).toMatchObject({ lecturerId: "P", cost: expect.closeTo(1, 9), fits: null });
    const isRepeat = (_: string, lecturer: string) => lecturer === "P";
    expect(chosen({ repeatKm: 5, isRepeat })).toMatchObject({ lecturerId: "Q", isRepeat: false });
    expect(chosen({ repeatKm: 2, isRepeat })).toMatchObject({
      lecturerId: "P",
      cost: expect.closeTo(3, 9),
      isRepeat: true,
    });
    expect(chosen({ loadKm: 1 })).toMatchObject({ lecturerId: "P", cost: expect.closeTo(3, 9) });
    expect(chosen({ loadKm: 2 })).toMatchObject({ lecturerId: "Q", km: expect.closeTo(4, 9) });
  });

  it("gives a lecturer as many lectures as he has slots, and spreads them when load has a price", () => {
    const requests = ["a", "b", "c"].map((id) => request(id, 0));
    const slots = [slot("P", 1), slot("P", 1, [], 1), slot("P", 1, [], 2), slot("Q", 2)];
    expect(shown(assignLecturers(requests, slots))).toEqual(["a-P", "b-P", "c-P"]);
    const spread = assignLecturers(requests, slots, { loadKm: 1 });
    expect(spread.pairs.map(({ lecturerId }) => lecturerId).sort()).toEqual(["P", "P", "Q"]);
    expect(spread.cost).toBeCloseTo(1 + 2 + 2, 9);
    expect(shown(assignLecturers(requests, slots.slice(0, 2)))).toHaveLength(2);
  });

  it("names why nobody is proposed, and how far the nearest lecturer is", () => {
    const requests = [
      request("a", 0, "ict"),
      request("b", 1, "ict"),
      request("c", 90, "ict"),
      request("d", null),
      request("e", 0, "energy"),
    ];
    const { pairs, unmatched } = assignLecturers(requests, [slot("P", 0, ["ict"])], { caliperKm: 40, mismatchKm: NO });
    expect(pairs).toHaveLength(1);
    expect(unmatched).toEqual([
      { requestId: "b", reason: "all_full", nearestKm: expect.closeTo(1, 9) },
      { requestId: "c", reason: "none_within_caliper", nearestKm: expect.closeTo(90, 9) },
      { requestId: "d", reason: "no_place", nearestKm: null },
      { requestId: "e", reason: "none_fits", nearestKm: 0 },
    ]);
    expect(assignLecturers([request("a", 0)], [slot("P", null)]).unmatched).toEqual([
      { requestId: "a", reason: "no_lecturer", nearestKm: null },
    ]);
    expect(assignLecturers([request("a", 0)], [], { full: [slot("P", 2)] }).unmatched).toEqual([
      { requestId: "a", reason: "all_full", nearestKm: expect.closeTo(2, 9) },
    ]);
  });

  it("gives the next best lecturers: free ones first, then those proposed elsewhere or full", () => {
    const slots = [slot("P", 1), slot("Q", 3), slot("Q", 3, [], 1), slot("R", 9), slot("S", 60)];
    const { alternatives } = assignLecturers([request("a", 0), request("b", 4)], slots, {
      caliperKm: 40,
      full: [slot("F", 0)],
    });
    const names = (id: string) => alternatives.get(id)?.map(({ lecturerId, state }) => `${lecturerId} ${state}`);
    expect(names("a")).toEqual(["Q free", "R free", "F full"]);
    expect(names("b")).toEqual(["R free", "P proposed", "F full"]);
    expect(alternatives.get("a")?.[1]).toEqual({ lecturerId: "R", km: expect.closeTo(9, 9), state: "free" });
  });

  it("gives equal costs to the lowest id", () => {
    const slots = [slot("Q", 1), slot("P", -1), slot("R", 1)];
    expect(shown(assignLecturers([request("b", 0), request("a", 0)], slots))).toEqual(["a-P", "b-Q"]);
  });

  const market = fc.record({
    requests: fc.array(fc.tuple(fc.nat(12), fc.constantFrom("ict", "energy", null)), { maxLength: 6 }),
    lecturers: fc.array(fc.tuple(fc.nat(12), fc.constantFrom("ict", "energy"), fc.nat(3)), { maxLength: 4 }),
    caliperKm: fc.constantFrom(3, 6, 20),
    mismatchKm: fc.constantFrom(0, 4, NO),
    loadKm: fc.constantFrom(0, 2),
  });
  const marketOf = ({
    requests,
    lecturers,
  }: {
    requests: [number, string | null][];
    lecturers: [number, string, number][];
  }) => ({
    requests: requests.map(([km, discipline], i) => request(`r${i}`, km, discipline)),
    slots: lecturers.flatMap(([km, discipline, n], j) =>
      Array.from({ length: n }, (_, load) => slot(`p${j}`, km, [discipline], load)),
    ),
  });

  it("equals trying every way, and is never worse than taking requests in turn", () => {
    fc.assert(
      fc.property(market, ({ caliperKm, mismatchKm, loadKm, ...drawn }) => {
        const { requests, slots } = marketOf(drawn);
        fc.pre(slots.length <= 7);
        const isRepeat = (id: string, lecturer: string) => id.at(-1) === lecturer.at(-1);
        const options = { caliperKm: caliperKm + 0.5, mismatchKm, loadKm, repeatKm: 1, isRepeat };
        const found = assignLecturers(requests, slots, options);
        const costs = requests.map(({ id, place, discipline }) =>
          slots.map(({ lecturerId, place: home, disciplines, load }) => {
            const km = place && home ? haversineKm(place, home) : NO;
            const mismatch = discipline === null || disciplines.includes(discipline) ? 0 : mismatchKm;
            return km > caliperKm + 0.5 ? NO : km + mismatch + loadKm * load + (isRepeat(id, lecturerId) ? 1 : 0);
          }),
        );
        const wanted = best(costs);
        expect(found.pairs).toHaveLength(wanted.rows);
        expect(found.cost).toBeCloseTo(wanted.cost, 6);
        for (const { matched, cost } of [found.nearestInTurn, found.cheapestInTurn]) {
          expect(matched).toBeLessThanOrEqual(wanted.rows);
          if (matched === wanted.rows) expect(cost).toBeGreaterThan(wanted.cost - 1e-6);
        }
        expect(found.pairs.length + found.unmatched.length).toBe(requests.length);
        expect(notNumbers(found)).toEqual([]);
      }),
    );
  });

  it("does not depend on the order of requests and slots", () => {
    const shuffled = market.chain((drawn) => {
      const { requests, slots } = marketOf(drawn);
      return fc.tuple(
        fc.constant({ requests, slots, options: drawn }),
        fc.shuffledSubarray(requests, { minLength: requests.length }),
        fc.shuffledSubarray(slots, { minLength: slots.length }),
      );
    });
    fc.assert(
      fc.property(shuffled, ([{ requests, slots, options }, otherRequests, otherSlots]) => {
        expect(assignLecturers(otherRequests, otherSlots, options)).toEqual(assignLecturers(requests, slots, options));
      }),
    );
  });

  it("equals the linear programme that HiGHS solves", async () => {
    const random = seededRandom(11);
    const place = () => ({ lat: 50.8 + 0.5 * random(), lon: 3 + 2 * random() });
    const disciplines = ["ict", "energy", "chemistry"];
    const any = () => disciplines[Math.floor(random() * 3)] ?? "ict";
    const requests = Array.from({ length: 70 }, (_, i) => ({ id: `r${i}`, place: place(), discipline: any() }));
    const slots = Array.from({ length: 25 }, (_, j) => {
      const [home, discipline] = [place(), any()];
      const seats = 1 + Math.floor(random() * 4);
      return Array.from({ length: seats }, (_, load) => ({
        lecturerId: `p${j}`,
        place: home,
        disciplines: [discipline],
        load,
      }));
    }).flat();
    const options = { caliperKm: 35, mismatchKm: 12, loadKm: 1.5 };
    const found = assignLecturers(requests, slots, options);
    const UNMATCHED = 10_000;
    const pairs = requests.flatMap((request, i) =>
      slots.flatMap((slot, j) => {
        const km = haversineKm(request.place, slot.place);
        const mismatch = slot.disciplines.includes(request.discipline) ? 0 : 12;
        return km > 35 ? [] : [{ i, j, name: `x${i}_${j}`, cost: km + mismatch + 1.5 * slot.load }];
      }),
    );
    const sum = (of: { name: string }[]) => of.map(({ name }) => name).join(" + ");
    const programme = [
      "Minimize",
      ` obj: ${pairs.map(({ cost, name }) => `${cost} ${name}`).join(" + ")} + ${requests.map((_, i) => `${UNMATCHED} u${i}`).join(" + ")}`,
      "Subject To",
      ...requests.map(
        (_, i) =>
          ` r${i}: ${[...pairs.filter((pair) => pair.i === i), { name: `u${i}` }].map(({ name }) => name).join(" + ")} = 1`,
      ),
      ...slots.flatMap((_, j) => {
        const some = pairs.filter((pair) => pair.j === j);
        return some.length > 0 ? [` s${j}: ${sum(some)} <= 1`] : [];
      }),
      "End",
    ].join("\n");
    const solved = (await loadHighs()).solve(programme);
    expect(solved.Status).toBe("Optimal");
    expect(found.unmatched.length).toBeGreaterThan(0);
    expect(found.cost + UNMATCHED * found.unmatched.length).toBeCloseTo(solved.ObjectiveValue, 4);
  });

  /** So many requests and lecturers with so many slots each, around Flanders, few lecturers with what is asked for. */
  const drawn = (requests: number, lecturers: number, each: number) => {
    const random = seededRandom(requests);
    const place = () => ({ lat: 50.8 + 0.6 * random(), lon: 3 + 2.5 * random() });
    return {
      requests: Array.from({ length: requests }, (_, i) => ({
        ...{ id: `r${i}`, place: place(), discipline: random() < 0.5 ? "ict" : "energy" },
      })),
      slots: Array.from({ length: lecturers }, (_, j) => {
        const [home, disciplines] = [place(), [random() < 0.1 ? "ict" : "energy"]];
        return Array.from({ length: each }, (_, load) => ({ lecturerId: `p${j}`, place: home, disciplines, load }));
      }).flat(),
    };
  };

  it("equals munkres where a price is so large that billionths of a km would not add up exactly", () => {
    const { requests, slots } = drawn(40, 30, 2);
    const found = assignLecturers(requests, slots, { mismatchKm: 1_000_000, loadKm: 500 });
    const costs = requests.map(({ place, discipline }) =>
      slots.map(
        ({ place: home, disciplines, load }) =>
          haversineKm(place, home) + (disciplines.includes(discipline) ? 0 : 1_000_000) + 500 * load,
      ),
    );
    const wanted = munkres(costs).reduce((sum, [i, j]) => sum + (costs[i]?.[j] ?? NO), 0);
    expect(found.pairs).toHaveLength(40);
    expect(found.pairs.filter(({ fits }) => !fits).length).toBeGreaterThan(3);
    expect(Math.abs(found.cost - wanted)).toBeLessThan(1e-3);
  });

  it("ends with the dearest prices that a configuration may set, and with dearer ones", () => {
    const many = drawn(600, 30, 200);
    const dearest = assignLecturers(many.requests, many.slots, { caliperKm: 500, mismatchKm: 500, loadKm: 500 });
    expect(dearest.pairs).toHaveLength(600);
    expect(dearest.cost).toBeLessThanOrEqual(dearest.cheapestInTurn.cost);
    const one = drawn(1200, 600, 1);
    const { pairs } = assignLecturers(one.requests, one.slots, { caliperKm: 40, mismatchKm: 5000, loadKm: 2 });
    expect(pairs).toHaveLength(600);
  });

  it("refuses prices beside which a metre would be lost", () => {
    const options = { mismatchKm: 1e13 };
    expectFault(() => assignLecturers([request("a", 0, "ict")], [slot("P", 0)], options), "out_of_range");
  });

  it("ends on costs that are no whole numbers and do not add up exactly", () => {
    const random = seededRandom(3);
    const costs = Array.from({ length: 60 }, () => Array.from({ length: 40 }, () => 10 ** (30 * random() - 10)));
    expect(minimumAssignment(costs).filter((column) => column !== null)).toHaveLength(40);
  });

  it("answers empty markets with empty answers", () => {
    const none = { matched: 0, asked: 0, fitting: 0, km: 0, cost: 0 };
    const empty = { pairs: [], unmatched: [], km: 0, cost: 0, nearestInTurn: none, cheapestInTurn: none };
    expect(assignLecturers([], [])).toMatchObject(empty);
    expect(assignLecturers([], [slot("P", 1)])).toMatchObject(empty);
    expect(assignLecturers([request("a", null)], []).unmatched[0]?.reason).toBe("no_place");
  });

  it("refuses an id twice, a lecturer in two places, places off the globe, and prices that are none", () => {
    const [a, p] = [request("a", 0), slot("P", 0)];
    expectFault(() => assignLecturers([a, a], [p]), "duplicate");
    expectFault(() => assignLecturers([a], [p, slot("P", 1)]), "contradictory");
    expectFault(() => assignLecturers([{ ...a, place: { lat: 99, lon: 0 } }], [p]), "out_of_range");
    expectFault(() => assignLecturers([{ ...a, place: { lat: Number.NaN, lon: 0 } }], [p]), "not_a_number");
    expectFault(() => assignLecturers([a], [{ ...p, load: -1 }]), "negative");
    for (const price of ["caliperKm", "mismatchKm", "repeatKm", "loadKm"]) {
      expectFault(() => assignLecturers([a], [p], { [price]: -1 }), "negative");
      expectFault(() => assignLecturers([a], [p], { [price]: Number.NaN }), "not_a_number");
    }
    expectFault(() => assignLecturers([a], [p], { alternatives: 1.5 }), "not_a_count");
  });
});
