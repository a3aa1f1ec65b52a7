import { count, sameLength } from "../statistics/arguments.ts";
import { total } from "../statistics/interval.ts";

/** Something that a table tells of all members of a group, to anyone or to the one member of whom it does not hold. */
export interface GroupAttribute {
  group: number;
  category: number;
  members: number;
  toldTo: "anyone" | "the other member";
}

/**
 * Group attribute disclosure in inner counts, groups in rows and categories in columns: a group whose members are all in one category (0 % and
 * 100 %), or all but one, who then knows the category of the rest (Handbook on Statistical Disclosure Control, 2nd edition, 2024).
 */
export function groupAttributes(counts: readonly (readonly number[])[]): GroupAttribute[] {
  sameLength("counts", ...counts);
  return counts.flatMap((line, group) => {
    const all = total(line.map((value, category) => count(`counts[${group}][${category}]`, value)));
    return line.flatMap((members, category): GroupAttribute[] => {
      if (members === 0 || members < all - 1) return [];
      return [{ group, category, members, toldTo: members === all ? "anyone" : "the other member" }];
    });
  });
}
