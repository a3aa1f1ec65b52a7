import { benchmarks } from "./benchmarks.json.ts";
import { data } from "./data.json.ts";
import { funders } from "./funders.json.ts";
import { girlsInStem } from "./girls-in-stem.json.ts";
import { methods } from "./methods.json.ts";
import { overview } from "./overview.json.ts";

/** The data of every page and every report. */
export const pages = [overview, benchmarks, girlsInStem, data, methods, funders];
