import { googleAnalytics } from "./campaigns/googleAnalytics.ts";
import { insightsMetric } from "./campaigns/insightsMetric.ts";
import { metaPosts } from "./campaigns/metaPosts.ts";
import { tiktokContent } from "./campaigns/tiktokContent.ts";
import { tiktokFollowers } from "./campaigns/tiktokFollowers.ts";
import { tiktokOverview } from "./campaigns/tiktokOverview.ts";
import { youtubeStudio } from "./campaigns/youtubeStudio.ts";
import { canonicalFormat, columns } from "./columns.ts";
import { enrolmentsDataloep } from "./education/enrolmentsDataloep.ts";
import { enrolmentsOpenData } from "./education/enrolmentsOpenData.ts";
import { onderwijsaanbod } from "./education/onderwijsaanbod.ts";
import type { Format } from "./format.ts";
import { googleForms } from "./questionnaires/googleForms.ts";
import { limesurvey } from "./questionnaires/limesurvey.ts";
import { microsoftForms } from "./questionnaires/microsoftForms.ts";

/** Every known export by its id. */
export const knownFormats: Readonly<Record<string, Format>> = Object.fromEntries(
  [
    canonicalFormat,
    columns,
    enrolmentsOpenData,
    enrolmentsDataloep,
    onderwijsaanbod,
    microsoftForms,
    limesurvey,
    googleForms,
    youtubeStudio,
    metaPosts,
    insightsMetric,
    tiktokOverview,
    tiktokFollowers,
    tiktokContent,
    googleAnalytics,
  ].map((format) => [format.id, format]),
);

/** The formats that a header can only belong to: one when it is known, none when the mapping must say it. */
export const guessFormat = (header: readonly string[]): Format[] =>
  Object.values(knownFormats).filter((format) => format.recognises(header));
