import { html } from "../drawing/element.ts";

/** What few readers need at once, behind one line that says what it holds. */
export const folded = (document: Document, title: string, ...children: (Node | string)[]): HTMLElement =>
  html(document, "details", { class: "folded" }, html(document, "summary", {}, title), ...children);
