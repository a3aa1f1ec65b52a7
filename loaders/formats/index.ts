import { canonicalFormat, columns } from "./columns.ts";
import { enrolmentsDataloep } from "./enrolmentsDataloep.ts";
import { enrolmentsOpenData } from "./enrolmentsOpenData.ts";
import type { Format } from "./format.ts";
import { googleAnalytics } from "./googleAnalytics.ts";
import { googleForms } from "./googleForms.ts";
import { insightsMetric } from "./insightsMetric.ts";
import { limesurvey } from "./limesurvey.ts";
import { metaPosts } from "./metaPosts.ts";
import { microsoftForms } from "./microsoftForms.ts";
import { onderwijsaanbod } from "./onderwijsaanbod.ts";
import { tiktokContent } from "./tiktokContent.ts";
import { tiktokFollowers } from "./tiktokFollowers.ts";
import { tiktokOverview } from "./tiktokOverview.ts";
import { youtubeStudio } from "./youtubeStudio.ts";

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
