import type { Lang } from "../components/figure/chart.ts";
import { formatDay } from "../components/words/words.ts";
import type { Frame } from "../data/rows.ts";
import { groups, pathOf, placeOf } from "./pages.ts";

const texts = {
  nl: {
    skip: "Naar de inhoud",
    navigation: "Pagina's",
    asOf: "Stand op",
    other: "English",
    band: "<strong>Voorbeelddata.</strong> De cijfers van het programma zijn verzonnen om te tonen hoe STEMpeil werkt. Alleen wat als gepubliceerd cijfer met bron is gemerkt, is echt.",
    internal:
      "<strong>Interne editie.</strong> Alleen voor medewerkers van het programma: kleine aantallen staan er onverkort in. Niet verspreiden.",
    load: "Inleesbeurt",
    synthetic:
      "Verzonnen: scholen, gastdocenten, gastlessen, antwoorden, inschrijvingen, financiering en campagnecijfers. Echt: de gepubliceerde cijfers, elk met zijn bron.",
    real: "Cijfers uit de ingelezen bestanden van de organisatie.",
  },
  en: {
    skip: "Skip to content",
    navigation: "Pages",
    asOf: "As of",
    other: "Nederlands",
    band: "<strong>Sample data.</strong> The programme's figures are invented to show how STEMpeil works. Only what is marked as a published figure with its source is real.",
    internal:
      "<strong>Internal edition.</strong> For the programme's own staff only: small counts are shown in full. Not for distribution.",
    load: "Load",
    synthetic:
      "Invented: schools, guest lecturers, guest lectures, answers, enrolments, funding and campaign figures. Real: the published figures, each with its source.",
    real: "Figures from the files that the organisation loaded.",
  },
};

const time = (day: string, lang: Lang) => `<time datetime="${day}">${formatDay(day, lang)}</time>`;

function navigation(lang: Lang, path: string, absent: readonly string[]): string {
  const link = (slug: string, name: string) => {
    const target = pathOf(lang, slug);
    return `<li><a href="${target}"${target === path ? ' aria-current="page"' : ""}>${name}</a></li>`;
  };
  const items = groups.map(({ name, pages }) => {
    const links = pages
      .filter(({ slug }) => !absent.includes(slug))
      .map((page) => link(page.slug, page.name[lang]))
      .join("");
    return name && links !== "" ? `<li><span class="group">${name[lang]}</span><ul>${links}</ul></li>` : links;
  });
  return `<nav aria-label="${texts[lang].navigation}"><ul>${items.join("")}</ul></nav>`;
}

/** Name, pages, the same page in the other language, as-of date and the note on sample data. */
export function header(path: string, frame: Frame): string {
  const place = placeOf(path);
  const lang = place?.lang ?? "nl";
  const words = texts[lang];
  const other: Lang = lang === "nl" ? "en" : "nl";
  const parts = [
    `<a class="skip" href="#observablehq-main">${words.skip}</a>`,
    `<div class="bar"><a class="brand" href="/index"${place ? "" : ' aria-current="page"'}>STEMpeil</a>`,
    place ? navigation(lang, path, frame.absent ?? []) : "",
    `<p class="as-of">${words.asOf} ${time(frame.as_of, lang)}</p>`,
    place
      ? `<a class="language" lang="${other}" hreflang="${other}" href="${pathOf(other, place.slug)}">${words.other}</a>`
      : "",
    "</div>",
  ];
  if (frame.is_internal) {
    parts.push(`<p class="band internal">${words.internal}</p>`);
    if (!place) parts.push(`<p class="band internal" lang="en">${texts.en.internal}</p>`);
  }
  if (frame.is_synthetic) {
    parts.push(`<p class="band">${words.band}</p>`);
    if (!place) parts.push(`<p class="band" lang="en">${texts.en.band}</p>`);
  }
  return parts.join("");
}

/** As-of date, load and what is invented. */
export function footer(path: string, frame: Frame): string {
  const lang = placeOf(path)?.lang ?? "nl";
  const words = texts[lang];
  const load = `<p>STEMpeil. ${words.asOf} ${time(frame.as_of, lang)}. ${words.load} <code>${frame.load_id}</code>.</p>`;
  return `${load}<p>${frame.is_synthetic ? words.synthetic : words.real}</p>`;
}
