import { benchmarks } from "./pages/benchmarks.json.ts";
import { campaigns } from "./pages/campaigns.json.ts";
import { coverage } from "./pages/coverage.json.ts";
import { data } from "./pages/data.json.ts";
import { funders } from "./pages/funders.json.ts";
import { funding } from "./pages/funding.json.ts";
import { girlsInStem } from "./pages/girls-in-stem.json.ts";
import { impact } from "./pages/impact.json.ts";
import { methods } from "./pages/methods.json.ts";
import { overview } from "./pages/overview.json.ts";
import { plan } from "./pages/plan.json.ts";
import { quality } from "./pages/quality.json.ts";

/** The data of every page and every report. */
export const pages = [
  ...[overview, benchmarks, quality, coverage, impact, girlsInStem, plan, campaigns, funding, data, methods],
  funders,
];
