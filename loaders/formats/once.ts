/** SQL: what `use` makes of a value that is written out, and worked out, once: long expressions within expressions are slow to plan. */
export const once = (value: string, name: string, use: (name: string) => string): string =>
  `list_transform([${value}], lambda ${name}: ${use(name)})[1]`;
