import { z } from "zod";
import type { Gate } from "./gate.ts";
import { Words } from "./rows.ts";

/** Pages, and topics of pages, that show nothing without these tables: without one of all, or without every one of some. */
const NEEDS: { page: string; all?: string[]; any?: string[]; about: { nl: string; en: string } }[] = [
  { page: "quality", any: ["responses"], about: { nl: "kwaliteit", en: "quality" } },
  { page: "coverage", all: ["schools", "lectures"], about: { nl: "spreiding", en: "coverage" } },
  { page: "impact", all: ["schools", "lectures", "enrolments"], about: { nl: "effect", en: "impact" } },
  { page: "enrolments", any: ["enrolments"], about: { nl: "meisjes in STEM", en: "girls in STEM" } },
  { page: "plan", any: ["plan_goals", "initiatives"], about: { nl: "het STEM-plan", en: "the STEM plan" } },
  {
    page: "campaigns",
    any: ["channel_reach", "campaign_metrics", "broadcasts", "media_coverage"],
    about: { nl: "campagnes", en: "campaigns" },
  },
  { page: "funding", any: ["funding"], about: { nl: "financiering", en: "funding" } },
];

/** A page or topic that is left out, and the tables of which it needs all, or one. */
export const AbsentRow = z.strictObject({
  page: z.string(),
  about: Words,
  tables: z.array(z.string()),
  needs: z.enum(["all", "any"]),
});
export type AbsentRow = z.infer<typeof AbsentRow>;

/** Pages and topics for which nothing is loaded: they stand neither in the site nor in its navigation. */
export async function absentPages(gate: Gate): Promise<AbsentRow[]> {
  const rows = await gate.rows<{ name: string }>(
    "select distinct table_name as name from meta.files where rows_accepted > 0",
  );
  const loaded = new Set(rows.map(({ name }) => name));
  return NEEDS.flatMap(({ page, about, all, any = [] }): AbsentRow[] => {
    if (all !== undefined)
      return all.every((table) => loaded.has(table))
        ? []
        : [{ page, about, tables: all.filter((table) => !loaded.has(table)), needs: "all" }];
    return any.some((table) => loaded.has(table)) ? [] : [{ page, about, tables: any, needs: "any" }];
  });
}
