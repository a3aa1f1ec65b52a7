const MONTH = "0[1-9]|1[0-2]";
const DAY = "0[1-9]|[12]\\d|3[01]";
/** Year first, with one sign throughout or none, or day first as in Belgium; a digit on either side makes it another number. */
const IN_NAME = new RegExp(
  `(?<!\\d)(?:(?<y>20\\d\\d)(?<s>[-_.]?)(?<m>${MONTH})\\k<s>(?<d>${DAY})|(?<d2>${DAY})(?<s2>[-_.])(?<m2>${MONTH})\\k<s2>(?<y2>20\\d\\d))(?!\\d)`,
  "g",
);

const exists = (day: string) => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

/** The day in the name of a file, `yyyy-mm-dd`, or null: of a period its end. Folders tell when somebody put the file away, and are not asked. */
export function dayInName(file: string): string | null {
  const name = file.split(/[/\\]/).at(-1) ?? "";
  const days = [...name.matchAll(IN_NAME)].map(({ groups: { y, m, d, y2, m2, d2 } = {} }) =>
    y ? `${y}-${m}-${d}` : `${y2}-${m2}-${d2}`,
  );
  return days.findLast(exists) ?? null;
}
