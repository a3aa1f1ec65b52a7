import { html } from "../drawing/element.ts";

export type Fact = [label: string, ...told: (Node | string)[]];

/** Labels with what they say, as a list of two columns. */
export const facts = (document: Document, ...list: (Fact | null)[]): HTMLElement =>
  html(
    document,
    "dl",
    { class: "facts" },
    ...list
      .filter((fact) => fact !== null)
      .flatMap(([label, ...told]) => [html(document, "dt", {}, label), html(document, "dd", {}, ...told)]),
  );

/** Links to parts of the same page, with commas between. */
export const linksTo = (document: Document, targets: readonly { id: string; text: string }[]): (Node | string)[] =>
  targets.flatMap(({ id, text }, index) => [
    ...(index === 0 ? [] : [", "]),
    html(document, "a", { href: `#${id}` }, text),
  ]);

/** A text in which `backticks` mark names of the code. */
export const withCode = (document: Document, text: string): (Node | string)[] =>
  text
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? html(document, "code", {}, part) : part))
    .filter((part) => part !== "");

/** What few readers need at once, behind one line that says what it holds. */
export const folded = (document: Document, title: string, ...children: (Node | string)[]): HTMLElement =>
  html(document, "details", { class: "folded" }, html(document, "summary", {}, title), ...children);
