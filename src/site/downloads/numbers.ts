import type { Lang } from "../../components/figure/chart.ts";

export type Unit = "%" | "euro";

export interface Reading {
  value: number;
  unit: Unit | null;
}

const LETTERS: Record<Lang, { thousands: string; decimal: string }> = {
  nl: { thousands: ".", decimal: "," },
  en: { thousands: ",", decimal: "." },
};

/** The number that a text of a data table stands for, null for a flag, a dash or any other word. */
export function readNumber(text: string, lang: Lang): Reading | null {
  const bare = text.replace(/[\s\u00a0\u202f]/g, "");
  const match = /^(€?)([-+−]?)([\d.,]+)(%|euro)?$/.exec(bare);
  if (!match?.[3]) return null;
  const { thousands, decimal } = LETTERS[lang];
  const value = Number(
    `${match[2] && match[2] !== "+" ? "-" : ""}${match[3].replaceAll(thousands, "").replace(decimal, ".")}`,
  );
  if (Number.isNaN(value)) return null;
  return { value, unit: match[1] ? "euro" : ((match[4] as Unit | undefined) ?? null) };
}

/** Digits after the decimal sign, as the table shows them. */
export function countDecimals(text: string, lang: Lang): number {
  return new RegExp(`\\${LETTERS[lang].decimal}(\\d+)`).exec(text)?.[1]?.length ?? 0;
}
