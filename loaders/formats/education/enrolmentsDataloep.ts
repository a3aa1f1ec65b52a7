import { z } from "zod";
import { cleanSql } from "../../contracts/cells.ts";
import { type Format, unreadable } from "../format.ts";
import { readOptions } from "../formatOptions.ts";
import { hasAll, headersOf } from "../headers.ts";
import {
  applicable,
  digits,
  headcountText,
  province,
  sex,
  stage,
  stemCategory,
  track,
  unclassified,
  yearInStage,
} from "./education.ts";

/** The older export on enrolments, with spaces in its headers; it holds several school years and says "… niet van toepassing" for nothing. */
export const enrolmentsDataloep: Format = {
  id: "enrolments-dataloep",
  tables: ["enrolments"],
  reads: ["reference.stem_classification"],
  recognises: (header) =>
    hasAll(header, "schooljaar", "instellingscode", "graad secundair onderwijs", "aantal inschrijvingen"),
  uses: { numbers: true },
  shape(head, _contract, { options, numbers }) {
    readOptions(z.strictObject({}), options, "enrolments-dataloep", head);
    const { cell, optional, has } = headersOf(head);
    const year = cleanSql(cell("schooljaar"));
    const graad = cell("graad secundair onderwijs");
    const names = {
      studierichting: cell("studierichting"),
      administratieve_groep: optional("administratieve groep"),
    };
    const category = stemCategory(names, `left(${year}, 4)`);
    const headcount = headcountText(cell("aantal inschrijvingen"), numbers);
    const structure = applicable(optional("hoofdstructuur"));
    return {
      texts: {
        school_year: `case when regexp_full_match(${year}, '[0-9]{4} ?[-/] ?[0-9]{4}') then left(${year}, 4) || '-' || right(${year}, 4) else ${unreadable(year)} end`,
        definition: "'stem_monitor'",
        level: has("hoofdstructuur") ? `case when ${structure} is not null then 'secondary' end` : "'secondary'",
        stage: stage(graad),
        year_in_stage: yearInStage(cell("leerjaar"), graad),
        track: track(optional("finaliteit"), cell("onderwijsvorm"), graad),
        stem_category: category,
        domain: applicable(optional("studiedomein", "domein", "studiegebied")),
        sex: sex(cell("geslacht")),
        province: province(optional("provincie", "provincie vestigingsplaats")),
        school_id: digits(cell("instellingscode")),
        site_id: digits(optional("intern volgnummer vestigingsplaats", "vestigingsplaatscode")),
        headcount,
      },
      skips: has("hoofdstructuur")
        ? [
            {
              rule: "not_ordinary_secondary",
              when: `${structure} is not null and not regexp_matches(${structure}, '(?i)^311([.]0+)?$|^(voltijds )?gewoon (voltijds )?secundair')`,
            },
          ]
        : [],
      sumOver: "headcount",
      tallies: [unclassified(names, [graad, cell("leerjaar")], category, headcount)],
    };
  },
};
