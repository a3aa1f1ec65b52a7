import { canonical } from "./canonical.ts";

/** Every known export: what turns its text cells into contract columns. */
export const formats = { canonical };
