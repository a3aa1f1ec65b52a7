import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../../../loaders/config/config.ts";
import { ingest } from "../../../../loaders/ingest.ts";
import { openWarehouse, type Warehouse } from "../../../../loaders/warehouse.ts";

const PLACES = [
  ["2500", "12021", 5], // Antwerpen
  ["9000", "44021", 4], // Oost-Vlaanderen
  ["3600", "71016", 2], // Limburg
  ["1000", "21004", 1], // Brussels
] as const;

/**
 * A programme as easy to see through as can be: 12 schools, one of them alone in its province, one lecture there and classes of their own in
 * towns with a single lecture, three teachers who answered, one private funder, and domains with a handful of girls. `lectures` are those of
 * each place, `ict` the girls in ICT in each year of the
 * first school year, whose number in chemistry makes up for them.
 */
export async function smallProgramme({ lectures: of = [13, 10, 8, 2], ict = 1 } = {}): Promise<Warehouse> {
  const folder = mkdtempSync(join(tmpdir(), "stempeil-small-"));
  mkdirSync(join(folder, "exports"));
  const schools = PLACES.flatMap(([postcode, nis, amount], place) =>
    Array.from({ length: amount }, (_, i) => ({ id: `9${place}${String(i).padStart(4, "0")}`, postcode, nis })),
  );
  const places = of.flatMap((amount, place) => Array<number>(amount).fill(place));
  const lectures = places.map((place, i) => {
    const own = schools.filter(({ id }) => id.startsWith(`9${place}`));
    const day = `${["2025-10", "2025-11", "2026-01", "2026-02"][i % 4]}-${String(5 + ((i * 7) % 23)).padStart(2, "0")}`;
    return `L${i},${i % 3 === 0 ? "ovk" : "stem_ovk"},held,${day},${own[i % own.length]?.id},01,D${i % 3},T${i},${15 + (i % 9)},${4 + (i % 5)},${day}`;
  });
  const enrolments = ["2023-2024", "2024-2025", "2025-2026"].flatMap((year, y) =>
    [1, 2].flatMap((inStage) =>
      [
        ["ict", "stem", y === 0 ? ict : 1, 60],
        ["chemistry", "stem", 23 - (y === 0 ? ict : 1), 31],
        ["engineering", "stem", 9, 84],
        ["other", "no_stem", 140, 90],
      ].flatMap(([domain, category, girls, boys]) =>
        [
          ["f", Number(girls) + y],
          ["m", Number(boys) + inStage],
        ].map(
          ([sex, count]) =>
            `${year},${Number(year.slice(0, 4)) + 1}-02-01,1,stem_monitor,secondary,3,${inStage},doorstroom,${category},${domain},${sex},Limburg,,,${count},`,
        ),
      ),
    ),
  );
  const tables: Record<string, string[]> = {
    schools: [
      "school_id,site_id,name,postcode,nis,network,stages",
      ...schools.map(({ id, postcode, nis }) => `${id},01,School ${id},${postcode},${nis},vgo,2+3`),
    ],
    lecturers: ["lecturer_id,discipline,active", "D0,ict,ja", "D1,energy,ja", "D2,chemistry,ja"],
    lectures: [
      "lecture_id,programme,status,held_on,school_id,site_id,lecturer_id,teacher_id,students,girls,recorded_on",
      ...lectures,
    ],
    enrolments: [
      "school_year,count_date,edition,definition,level,stage,year_in_stage,track,stem_category,domain,sex,province,school_id,site_id,headcount,status",
      ...enrolments,
    ],
    funding: [
      "entry_id,school_year,programme,funder_id,funder_name,funder_type,kind,phase,amount_eur,hours,unit_rate_eur,cost_category,booked_on",
      "B1,2025-2026,stem_ovk,F1,Overheid,public,cash,received,70000,,,,2025-10-01",
      "B2,2025-2026,stem_ovk,F2,Enige Onderneming,private,cash,received,30017,,,,2025-11-01",
      "B3,2025-2026,stem_ovk,F2,Enige Onderneming,private,in_kind,received,,40,50,lecturer_time,2025-11-01",
    ],
    questionnaire_items: [
      "questionnaire_id,version,item_id,role,text_nl,text_en,scale,is_reversed",
      "leerkracht,1,Q1,teacher,De les was helder.,The lecture was clear.,likert5,nee",
    ],
    invitations: ["questionnaire_id,role,period,invited", "leerkracht,teacher,2025-2026,29"],
    responses: [
      "response_id,item_id,questionnaire_id,version,role,lecture_id,submitted_at,answer",
      ...[0, 1, 2].map((i) => `R${i},Q1,leerkracht,1,teacher,L${i},2026-01-20T10:00:00,${i + 3}`),
    ],
  };
  for (const [name, lines] of Object.entries(tables))
    writeFileSync(join(folder, "exports", `${name}.csv`), `${lines.join("\n")}\n`);
  const sources = Object.keys(tables).map(
    (table) => `  ${table}:\n    table: ${table}\n    file: exports/${table}.csv\n`,
  );
  writeFileSync(join(folder, "config.yaml"), `as_of: 2026-03-02\nsources:\n${sources.join("")}`);
  const warehouse = join(folder, "small.duckdb");
  const report = await ingest(readConfig(join(folder, "config.yaml"), { today: "2026-03-02" }), {
    ...{ reference: "reference", warehouse, quarantine: join(folder, "quarantine") },
  });
  const held = report.sources.filter(({ rows_rejected }) => rows_rejected > 0);
  if (held.length > 0) throw new Error(`rows held: ${JSON.stringify(held)}`);
  return openWarehouse(warehouse, { readOnly: true });
}
