import { apportion } from "./apportion.ts";
import { AS_OF, addDays, SCHOOL_YEARS, schoolYearOf } from "./calendar.ts";
import { createRandom } from "./random.ts";
import type { Row } from "./writeCsv.ts";

const PUBLIC = { F001: "Voorbeeldoverheid, onderwijs", F002: "Voorbeeldoverheid, economie en innovatie" };
const PUBLIC_WEIGHTS = [72, 28];
const PRIVATE: Record<string, [name: string, weight: number]> = {
  F101: ["Verzonnen Fonds Noordpeil", 22],
  F102: ["Voorbeeldbank Meander", 16],
  F103: ["Helio7 Energie (verzonnen)", 13],
  F104: ["Sectorfonds Proeftechniek (verzonnen)", 11],
  F105: ["Tessaro Polymers (verzonnen)", 9],
  F106: ["Quintel Systems (verzonnen)", 8],
  F107: ["Stichting Tandwiel (verzonnen)", 6],
  F108: ["Rondobouw (verzonnen)", 5],
  F109: ["Ixora Pharma (verzonnen)", 4],
  F110: ["Velda Logistiek (verzonnen)", 3],
  F111: ["Lumiosoft (verzonnen)", 2],
  F112: ["Umbra Media (verzonnen)", 1],
};
const CASH = [182_000, 188_000, 176_000, 190_000, 198_000, 206_000, 214_000, 220_000];
const PUBLIC_SHARE = [0.702, 0.715, 0.741, 0.724, 0.706, 0.694, 0.662, 0.698];
const PROGRAMMES = { stem_ovk: 45, ovk: 55 };
const COSTS = { staff: 62, travel: 6, materials: 12, communication: 9, overhead: 11 };
const HOURLY_RATES = [52, 53, 54, 55, 58, 60, 62, 64];
/** Preparation, travel and the lecture itself. */
const HOURS_EACH = 4.5;

type Entry = Omit<Row, "entry_id">;

/** Cash by phase near 70/30, and beside it the hours of the lecturers at a published rate. */
export function makeFunding(lectures: Row[]): Row[] {
  const random = createRandom("funding");
  const entries: Entry[] = [];
  const book = (entry: Entry) => {
    if (String(entry.booked_on) <= AS_OF) entries.push(entry);
  };
  for (const [i, schoolYear] of SCHOOL_YEARS.entries()) {
    const autumn = schoolYear.slice(0, 4);
    const spring = schoolYear.slice(5);
    const [open = 0, company = 0] = apportion(CASH[i] ?? 0, [PUBLIC_SHARE[i] ?? 0, 1 - (PUBLIC_SHARE[i] ?? 0)]);
    const funders = [
      ...Object.entries(PUBLIC).map(([id, name], k) => ({
        id,
        name,
        type: "public",
        cash: apportion(open, PUBLIC_WEIGHTS)[k] ?? 0,
      })),
      ...Object.entries(PRIVATE).map(([id, [name]], k) => ({
        id,
        name,
        type: "private",
        cash:
          apportion(
            company,
            Object.values(PRIVATE).map(([, weight]) => weight),
          )[k] ?? 0,
      })),
    ];
    for (const { id, name, type, cash } of funders) {
      const split = apportion(cash, Object.values(PROGRAMMES));
      for (const [k, programme] of Object.keys(PROGRAMMES).entries()) {
        const entry = {
          school_year: schoolYear,
          programme,
          funder_id: id,
          funder_name: name,
          funder_type: type,
          kind: "cash",
        };
        const received = split[k] ?? 0;
        book({
          ...entry,
          phase: "planned",
          amount_eur: Math.max(100, Math.round((received * random.normal(1.02, 0.03)) / 100) * 100),
          booked_on: `${autumn}-09-01`,
        });
        book({
          ...entry,
          phase: "committed",
          amount_eur: received,
          booked_on: addDays(`${autumn}-09-20`, random.int(0, 60)),
        });
        const parts = type === "public" ? apportion(received, [45, 30, 25]) : [received];
        const paid =
          type === "public"
            ? [`${autumn}-10-15`, `${spring}-01-15`, `${spring}-04-15`]
            : [addDays(`${autumn}-11-01`, (Number(id.slice(1)) % 5) * 32 + random.int(0, 14))];
        for (const [n, amount_eur] of parts.entries())
          book({ ...entry, phase: "received", amount_eur, booked_on: paid[n] ?? null });
      }
    }
    for (const programme of Object.keys(PROGRAMMES) as (keyof typeof PROGRAMMES)[]) {
      const spent = apportion(
        Math.round(((CASH[i] ?? 0) * PROGRAMMES[programme] * random.normal(0.97, 0.01)) / 100),
        [34, 40, 26],
      );
      for (const [term, booked_on] of [`${autumn}-12-31`, `${spring}-03-31`, `${spring}-06-30`].entries())
        for (const [type, share] of [
          ["public", PUBLIC_SHARE[i] ?? 0],
          ["private", 1 - (PUBLIC_SHARE[i] ?? 0)],
        ] as const)
          for (const [c, amount_eur] of apportion(
            Math.round((spent[term] ?? 0) * share),
            Object.values(COSTS),
          ).entries())
            book({
              school_year: schoolYear,
              programme,
              funder_id: type === "public" ? "F001" : "F199",
              funder_name: type === "public" ? PUBLIC.F001 : "Private fondsen samen (verzonnen)",
              funder_type: type,
              kind: "cash",
              phase: "spent",
              amount_eur,
              cost_category: Object.keys(COSTS)[c] ?? null,
              booked_on,
            });
    }
  }
  for (const entry of inKind(lectures)) book(entry);
  return entries.map((entry, i) => ({ entry_id: `B${String(i + 1).padStart(5, "0")}`, ...entry }));
}

/** The lecturers' hours of each month that is over, by programme. */
function inKind(lectures: Row[]): Entry[] {
  const counts = new Map<string, number>();
  for (const { status, held_on, programme } of lectures) {
    const key = `${String(held_on).slice(0, 7)} ${programme}`;
    if (status === "held") counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => {
    const [month = "", programme = ""] = key.split(" ");
    const schoolYear = schoolYearOf(`${month}-01`);
    return {
      school_year: schoolYear,
      programme,
      funder_id: "F900",
      funder_name: "Bedrijven van de gastdocenten samen",
      funder_type: "private",
      kind: "in_kind",
      phase: "received",
      hours: count * HOURS_EACH,
      unit_rate_eur: HOURLY_RATES[SCHOOL_YEARS.indexOf(schoolYear)] ?? null,
      cost_category: "lecturer_time",
      booked_on: `${month}-28`,
    };
  });
}
