import { AS_OF, SCHOOL_YEARS, type SchoolDay, schoolDays, teachingDays } from "../calendar.ts";
import type { Random } from "../random.ts";
import { SEASON_BY_MONTH, SEASON_BY_WEEKDAY, STEM_BEFORE_KICKOFF } from "../truths.ts";

export type Programme = "stem_ovk" | "ovk";

/** A lecture before anybody knows who gives it: its day, its programme and what became of it. */
export interface Slot {
  day: string;
  schoolYear: string;
  programme: Programme;
  status: "planned" | "held" | "cancelled";
  format: "on_site" | "online";
  isKickoff: boolean;
}

/** Lectures that each year's programme meant to give. */
export const MEANT: Record<string, Record<Programme, number>> = {
  "2018-2019": { ovk: 402, stem_ovk: 108 },
  "2019-2020": { ovk: 420, stem_ovk: 118 },
  "2020-2021": { ovk: 305, stem_ovk: 88 },
  "2021-2022": { ovk: 352, stem_ovk: 98 },
  "2022-2023": { ovk: 372, stem_ovk: 106 },
  "2023-2024": { ovk: 380, stem_ovk: 110 },
  "2024-2025": { ovk: 376, stem_ovk: 109 },
  "2025-2026": { ovk: 384, stem_ovk: 112 },
};
const ONLINE: Record<string, number> = { "2019-2020": 0.01, "2020-2021": 0.45, "2021-2022": 0.18, "2022-2023": 0.07 };
/** Of the lectures whose day has come, the fraction that was cancelled. */
export const CANCELLED = 0.05;
/** How busy a teaching day is: the season opens after the kick-off in January. */
export const busyness = ({ day, weekday }: SchoolDay): number =>
  (SEASON_BY_MONTH[day.slice(5, 7)] ?? 0) * (SEASON_BY_WEEKDAY[weekday] ?? 0);

/** The days on which a year's kick-off may fall: its second and third week of January, never a Wednesday or Friday. */
export const kickoffDays = (schoolYear: string): SchoolDay[] => {
  const january = `${schoolYear.slice(5)}-01`;
  return teachingDays(schoolYear).filter(
    ({ day, weekday }) => day >= `${january}-11` && day <= `${january}-24` && weekday !== 3 && weekday !== 5,
  );
};

function kickoff(random: Random, schoolYear: string): Slot {
  const format = schoolYear === "2020-2021" ? "online" : "on_site";
  const { day } = random.pick(kickoffDays(schoolYear));
  return { day, schoolYear, programme: "stem_ovk", status: "held", format, isKickoff: true };
}

function fate(random: Random, slot: Slot, { isClosed }: SchoolDay, open: SchoolDay[]): Slot | null {
  const online = random.chance(ONLINE[slot.schoolYear] ?? 0.03);
  const usual = { ...slot, format: online ? ("online" as const) : slot.format };
  if (isClosed) {
    const what = random.next();
    if (what < 0.3) return { ...usual, status: "cancelled" };
    const later = open.filter(({ day }) => day > slot.day).slice(3, 30);
    return what < 0.45 ? { ...usual, day: random.pick(later).day, format: "online" } : null;
  }
  if (slot.day > AS_OF) {
    const known = slot.day < "2026-04-01" ? 0.85 : slot.day < "2026-05-01" ? 0.5 : 0.25;
    return random.chance(known) ? { ...usual, status: "planned" } : null;
  }
  return random.chance(CANCELLED) ? { ...usual, status: "cancelled" } : usual;
}

/** Every lecture of the eight school years, by day. */
export function makeSlots(random: Random): Slot[] {
  const slots: Slot[] = [];
  for (const schoolYear of SCHOOL_YEARS) {
    const days = schoolDays(schoolYear);
    const open = days.filter(({ isClosed }) => !isClosed);
    const opening = kickoff(random, schoolYear);
    slots.push(opening);
    for (const programme of ["ovk", "stem_ovk"] as const) {
      const busy = days.map((day) => ({
        day,
        weight: busyness(day) * (programme === "stem_ovk" && day.day < opening.day ? STEM_BEFORE_KICKOFF : 1),
      }));
      for (let i = 0; i < (MEANT[schoolYear]?.[programme] ?? 0); i++) {
        const { day } = random.weighted(busy, ({ weight }) => weight);
        const slot: Slot = { day: day.day, schoolYear, programme, status: "held", format: "on_site", isKickoff: false };
        const kept = fate(random, slot, day, open);
        if (kept) slots.push(kept);
      }
    }
  }
  return slots.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
