import { existsSync } from "node:fs";
import { InputError } from "../loaders/errors.ts";
import type { Lang } from "../src/components/figure/chart.ts";
import { refreshPageData, reportAll } from "./mainJob.ts";
import { editionOf, places, readOptions, runCommand } from "./options.ts";

const LANGS: readonly Lang[] = ["nl", "en"];
const one = (value: string | boolean | undefined) => (typeof value === "string" ? [value] : undefined);

await runCommand(async () => {
  const options = readOptions({ audience: "string", lang: "string", period: "string", edition: "string" });
  const { values } = options;
  const edition = editionOf(options);
  const lang = LANGS.find((lang) => lang === values.lang);
  if (values.lang !== undefined && !lang) throw new InputError(`unknown language: ${values.lang} (--lang nl or en)`, 2);
  if (!existsSync(places.warehouse)) throw new InputError("nothing was loaded yet: run npm run build first", 2);
  await refreshPageData(edition);
  const choice = {
    audiences: one(values.audience),
    periods: one(values.period),
    langs: lang ? [lang] : [...LANGS],
  };
  await reportAll(choice, edition);
});
