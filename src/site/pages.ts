import type { z } from "zod";
import type { Lang } from "../components/figure/chart.ts";
import type { Words } from "../data/rows.ts";

interface PageName {
  slug: string;
  name: z.infer<typeof Words>;
}

/** The pages as the navigation groups them; a group without a name stands alone. */
export const groups: { name: z.infer<typeof Words> | null; pages: PageName[] }[] = [
  { name: null, pages: [{ slug: "overview", name: { nl: "Overzicht", en: "Overview" } }] },
  {
    name: { nl: "STEM-OvK", en: "STEM-OvK" },
    pages: [
      { slug: "benchmarks", name: { nl: "Benchmarks", en: "Benchmarks" } },
      { slug: "quality", name: { nl: "Kwaliteit", en: "Quality" } },
      { slug: "coverage", name: { nl: "Spreiding", en: "Coverage" } },
      { slug: "impact", name: { nl: "Effect", en: "Impact" } },
    ],
  },
  {
    name: { nl: "STEM-monitor", en: "STEM-monitor" },
    pages: [
      { slug: "girls-in-stem", name: { nl: "Meisjes in STEM", en: "Girls in STEM" } },
      { slug: "plan", name: { nl: "STEM-plan", en: "STEM plan" } },
    ],
  },
  {
    name: null,
    pages: [
      { slug: "campaigns", name: { nl: "Campagnes", en: "Campaigns" } },
      { slug: "funding", name: { nl: "Financiering", en: "Funding" } },
      { slug: "data", name: { nl: "Gegevens", en: "Data" } },
      { slug: "methods", name: { nl: "Methode", en: "Methods" } },
    ],
  },
];

export const langs: Lang[] = ["nl", "en"];

/** Language and name of a page by its path (`/dashboards/nl/overview`), null for a page in no one language. */
export function placeOf(path: string): { lang: Lang; slug: string } | null {
  const match = /^\/?dashboards\/(nl|en)\/([\w-]+)$/.exec(path);
  return match ? { lang: match[1] as Lang, slug: match[2] as string } : null;
}

export const pathOf = (lang: Lang, slug: string): string => `/dashboards/${lang}/${slug}`;

export const slugs: string[] = groups.flatMap(({ pages }) => pages.map(({ slug }) => slug));
