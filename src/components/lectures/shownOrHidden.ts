import type { z } from "zod";
import type { Words } from "../../data/rows.ts";
import type { Lang } from "../figure/chart.ts";
import { formatNumber, formatShare } from "../words/words.ts";

/** The letter in the place of a figure that is not shown. */
export const HIDDEN = "c";

export const whole = (value: number | null, lang: Lang): string =>
  value === null ? HIDDEN : formatNumber(value, lang);
export const share = (value: number | null, lang: Lang): string =>
  value === null ? HIDDEN : formatShare(value, lang, 0);
export const why = ({ reason }: { reason: z.infer<typeof Words> | null }, lang: Lang): string => reason?.[lang] ?? "–";
