import { expect, it } from "vitest";
import { lectureDose } from "../../../../loaders/analyses/lectures/lectureDose.ts";
import { type RawRow, rawWarehouse } from "../rawWarehouse.ts";

let number = 0;
const lecture = (programme: string, held_on: string, school_id: string, more: RawRow = {}): RawRow => ({
  ...{ lecture_id: `L${++number}`, programme, status: "held", held_on, school_id, site_id: "1", students: "20" },
  ...more,
});

it("counts the lectures of a school, those reached once and before, and how the lectures were given", async () => {
  const third = { stage: "3", format: "on_site" };
  const warehouse = await rawWarehouse(
    {
      lectures: [
        // 2024-2025, STEM-OvK: A three, of which one at another site; B one: median (1 + 3) / 2 = 2
        lecture("stem_ovk", "2024-10-01", "A", { ...third, wrap_up_on: "2024-10-05" }),
        lecture("stem_ovk", "2024-10-02", "A", { stage: "2", format: "online" }),
        lecture("stem_ovk", "2024-10-03", "A", { site_id: "2" }),
        lecture("stem_ovk", "2024-10-04", "B", third),
        // OvK: C one; together A three, B one, C one: median 1
        lecture("ovk", "2024-10-04", "C", third),
        // 2025-2026, STEM-OvK: A again, C for the first time in STEM-OvK, though OvK was there
        lecture("stem_ovk", "2025-09-01", "A"),
        lecture("stem_ovk", "2025-09-01", "C"),
        lecture("stem_ovk", "2025-09-01", "D", { status: "cancelled" }),
      ],
    },
    [lectureDose],
  );
  const rows = await warehouse.rows(
    "select * exclude (as_of, is_current_year, reason) from analyses.lecture_dose order by all",
  );
  warehouse.close();
  const counted = (of: Record<string, unknown>) => ({
    ...{ stage_known: 0, third_stage: 0, format_known: 0, online: 0, wrapped_up: null, wrap_ups_due: null },
    ...of,
  });
  expect(rows).toEqual([
    counted({
      ...{ school_year: "2024-2025", programme: "ovk", reached_schools: 1, lectures: 1, median_lectures: 1 },
      ...{ once_reached_schools: 1, returning_schools: null, stage_known: 1, third_stage: 1, format_known: 1 },
      ...{ wrapped_up: 0, wrap_ups_due: 1 },
    }),
    counted({
      ...{ school_year: "2024-2025", programme: "stem_ovk", reached_schools: 2, lectures: 4, median_lectures: 2 },
      ...{
        once_reached_schools: 1,
        returning_schools: null,
        stage_known: 3,
        third_stage: 2,
        format_known: 3,
        online: 1,
      },
      ...{ wrapped_up: 1, wrap_ups_due: 4 },
    }),
    counted({
      ...{ school_year: "2024-2025", programme: null, reached_schools: 3, lectures: 5, median_lectures: 1 },
      ...{
        once_reached_schools: 2,
        returning_schools: null,
        stage_known: 4,
        third_stage: 3,
        format_known: 4,
        online: 1,
      },
      ...{ wrapped_up: 1, wrap_ups_due: 5 },
    }),
    counted({
      ...{ school_year: "2025-2026", programme: "stem_ovk", reached_schools: 2, lectures: 2, median_lectures: 1 },
      ...{ once_reached_schools: 2, returning_schools: 1 },
    }),
    counted({
      ...{ school_year: "2025-2026", programme: null, reached_schools: 2, lectures: 2, median_lectures: 1 },
      ...{ once_reached_schools: 2, returning_schools: 2 },
    }),
  ]);
});
