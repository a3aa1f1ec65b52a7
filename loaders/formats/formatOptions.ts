import { z } from "zod";
import { InputError, nearest } from "../errors.ts";
import type { TextHead } from "./format.ts";

/** A calendar day `yyyy-mm-dd` in the configuration. */
export const Day = z.iso.date({ error: "not a day yyyy-mm-dd" });

/** Reads what the configuration gives a format under `options`. Throws one `InputError` that names each wrong or missing option. */
export function readOptions<T extends z.ZodObject>(
  schema: T,
  options: Record<string, unknown>,
  format: string,
  { file }: Pick<TextHead, "file">,
): z.infer<T> {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  const place = `(format ${format}, ${file})`;
  const lines = parsed.error.issues.flatMap((issue) => {
    const key = ["options", ...issue.path].join(".");
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((name) => {
        const guess = nearest(name, Object.keys(schema.shape));
        return `unknown option: ${key}.${name}${guess ? `; did you mean ${guess}?` : ""} ${place}`;
      });
    if (issue.path.reduce<unknown>((part, name) => Object(part)[name], options) === undefined)
      return [`missing option: ${key} ${place}`];
    return [`${key}: ${issue.message.replace(/^Invalid (input|option): /, "")} ${place}`];
  });
  throw new InputError(lines.join("\n"), 2);
}
