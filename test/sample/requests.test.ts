import { describe, expect, it } from "vitest";
import { AS_OF } from "../../sample/generate/calendar.ts";
import { makeTables } from "../../sample/generate/tables.ts";

const { requests = [], lectures = [], schools = [] } = makeTables();
const having = (status: string) => requests.filter((row) => row.status === status);

describe("sample requests", () => {
  it("are open sixty times, all of the weeks before the as-of date and for days after it", () => {
    const open = having("open");
    expect(open).toHaveLength(60);
    for (const { requested_on, preferred_until } of open) {
      expect(String(requested_on) >= "2025-12-15" && String(requested_on) < AS_OF, String(requested_on)).toBe(true);
      expect(String(preferred_until) > String(requested_on)).toBe(true);
    }
  });

  it("come of schools that are open and have a second or third stage", () => {
    const byId = new Map(schools.map((school) => [`${school.school_id} ${school.site_id}`, school]));
    const closed = having("open").filter(({ school_id, site_id }) => {
      const school = byId.get(`${school_id} ${site_id}`);
      return school?.open_until !== null || school.stages === "1";
    });
    expect(closed).toEqual([]);
  });

  it("agree with the lecture that a matched one led to, which no other request led to", () => {
    const byId = new Map(lectures.map((lecture) => [lecture.lecture_id, lecture]));
    const matched = having("matched");
    for (const { lecture_id = null, school_id, site_id, requested_on, preferred_from, preferred_until } of matched) {
      const lecture = byId.get(lecture_id);
      expect([school_id, site_id, requested_on]).toEqual([lecture?.school_id, lecture?.site_id, lecture?.requested_on]);
      expect(String(preferred_from) <= String(lecture?.held_on)).toBe(true);
      expect(String(lecture?.held_on) <= String(preferred_until)).toBe(true);
    }
    expect(new Set(matched.map(({ lecture_id }) => lecture_id)).size).toBe(matched.length);
    expect(matched.length).toBeGreaterThan(3000);
  });

  it("are numbered by the day they were made", () => {
    const days = requests.map(({ requested_on }) => String(requested_on));
    expect(days).toEqual([...days].sort());
  });
});
