import type { Lang } from "../src/components/figure/chart.ts";

interface Note {
  term: string;
  text: string;
}

interface FundersWords {
  heading: string;
  title(period: string): string;
  headings: { scorecard: string; context: string; money: string; lectures: string };
  scoreHeads: string[];
  scoreCaption: string;
  context: string;
  basis(numerator: string, denominator: string): string;
  cash(sum: string, publicShare: string, privateShare: string, day: string, period: string): string;
  noCash(period: string): string;
  noSplit(period: string, why: string): string;
  inKind(sum: string, hours: string): string;
  standing(number: number, parts: string): string;
  cashCaption: string;
  cashHeads: string[];
  notes: Note[];
  flags(list: string): Note;
  synthetic: Note;
}

/** The words of the funder report that do not come with the data. */
export const fundersWords: Record<Lang, FundersWords> = {
  nl: {
    heading: "STEM-OvK: rapport voor de financiers",
    title: (period) => `STEM-OvK: rapport voor de financiers, schooljaar ${period}`,
    headings: {
      scorecard: "Hoe het programma ervoor staat",
      money: "Geld en bijdragen in natura",
      lectures: "Gastlessen",
      context: "Context: geen resultaat van het programma",
    },
    scoreHeads: ["Indicator", "Beeld", "Waarde", "Doel", "Stand", "Toelichting"],
    scoreCaption:
      "Donkere balk: waarde; lichte balk: waar het jaar met 80 % kans eindigt; streep: doel; grijs: afgesproken band; open bolletje: vorig jaar.",
    context:
      "Het aandeel meisjes in STEM is een cijfer over heel Vlaanderen. Het telt niet mee in de stand van het programma.",
    basis: (numerator, denominator) => `${numerator} van\u00a0${denominator}`,
    cash: (sum, publicShare, privateShare, day, period) =>
      `Tot en met ${day} is voor schooljaar ${period} in totaal ${sum} ontvangen: ${publicShare} komt van de overheid en ${privateShare} van private financiers`,
    noCash: (period) => `Voor schooljaar ${period} is nog geen geld geboekt.`,
    noSplit: (period, why) => `Hoe het geld voor schooljaar ${period} verdeeld is, staat hier niet: ${why}.`,
    inKind: (sum, hours) =>
      `Daarnaast is voor ${sum} aan bijdragen in natura geleverd (${hours} uur), die niet in die verdeling meetellen.`,
    standing: (number, parts) =>
      number === 1 ? `Stand van de ene indicator: ${parts}.` : `Stand van de ${number} indicatoren: ${parts}.`,
    cashCaption: "Ontvangen geld per schooljaar, en de bijdragen in natura apart (bedragen in euro)",
    cashHeads: [
      "Schooljaar",
      "Overheid",
      "Privaat",
      "Samen",
      "Aandeel overheid",
      "In natura, waarde",
      "In natura, uren",
    ],
    notes: [
      {
        term: "Contacten zijn geen leerlingen",
        text: "Een leerlingcontact is één leerling in één gastles. Wie twee gastlessen volgt, telt twee keer; er zijn dus minder verschillende leerlingen dan contacten.",
      },
      {
        term: "Bijdragen in natura staan apart",
        text: "Wat bedrijven en gastdocenten gratis leveren, is gewaardeerd als uren maal het gepubliceerde uurtarief. Het telt niet mee in de verhouding van ongeveer 70 % overheid en 30 % privaat: die gaat alleen over geld.",
      },
      {
        term: "Alleen ontvangen geld",
        text: "Een bedrag telt mee wanneer het ontvangen is, in het schooljaar waarvoor het geboekt is. Toezeggingen en begrotingen tellen niet mee, zodat de verhouding in een lopend jaar nog kan verschuiven.",
      },
      {
        term: "Vergelijken op dezelfde lesdag",
        text: "Aantallen die in de loop van het jaar groeien, zijn vergeleken met dezelfde lesdag van het jaar ervoor, niet met het volledige jaar. Vakantiedagen tellen niet als lesdag.",
      },
      {
        term: "Verwachting en stand",
        text: "De verwachting leidt uit de stand en uit het verloop van voorbije schooljaren af waar het jaartotaal uitkomt, met de grenzen waartussen het met 80 % kans ligt. Op koers: de kans om het doel te halen, of binnen de band te eindigen, is minstens 80 %, tenzij bij de drempels anders ingesteld. Niet op koers: de kans om het te missen is zo groot. Onzeker: geen van beide, of er is geen verwachting. Na het schooljaar beslist de waarde zelf.",
      },
      {
        term: "Telling, geen effectmeting",
        text: "Dit rapport toont wat gegeven en ontvangen is. Het zegt niet of leerlingen door de gastlessen vaker voor STEM kiezen.",
      },
    ],
    flags: (list) => ({ term: "Letters bij een cijfer", text: `${list}.` }),
    synthetic: {
      term: "Voorbeelddata",
      text: "De scholen, gastdocenten, bedrijven, gastlessen en bedragen in dit rapport zijn verzonnen. Waar totalen aansluiten bij gepubliceerde cijfers, is de verdeling eronder verzonnen. Geen enkel cijfer uit een bron met het woord voorbeelddata mag als resultaat worden aangehaald.",
    },
  },
  en: {
    heading: "STEM-OvK: report for the funders",
    title: (period) => `STEM-OvK: report for the funders, school year ${period}`,
    headings: {
      scorecard: "How the programme stands",
      money: "Cash and contributions in kind",
      lectures: "Guest lectures",
      context: "Context: not a result of the programme",
    },
    scoreHeads: ["Indicator", "Chart", "Value", "Target", "Status", "Note"],
    scoreCaption:
      "Dark bar: value; light bar: where the year has an 80% chance of ending; stroke: target; grey: agreed band; open dot: last year.",
    context:
      "The girls' share in STEM is a figure of all Flanders. It is not counted in the standing of the programme.",
    basis: (numerator, denominator) => `${numerator} of\u00a0${denominator}`,
    cash: (sum, publicShare, privateShare, day, period) =>
      `In school year ${period}, ${sum} was received up to and including ${day}: ${publicShare} from government and ${privateShare} from private funders`,
    noCash: (period) => `No cash has been booked for school year ${period} yet.`,
    noSplit: (period, why) => `How the cash for school year ${period} divides is not shown here: ${why}.`,
    inKind: (sum, hours) =>
      `Contributions in kind worth ${sum} (${hours} hours) came on top and are not counted in that split.`,
    standing: (number, parts) =>
      number === 1 ? `Status of the one indicator: ${parts}.` : `Status of the ${number} indicators: ${parts}.`,
    cashCaption: "Cash received by school year, with contributions in kind apart (amounts in euro)",
    cashHeads: ["School year", "Government", "Private", "Together", "Public share", "In kind, value", "In kind, hours"],
    notes: [
      {
        term: "Contacts are not students",
        text: "A student contact is one student at one guest lecture. A student at two lectures counts twice, so there are fewer different students than contacts.",
      },
      {
        term: "Contributions in kind stand apart",
        text: "What companies and lecturers give free of charge is valued as hours times the published hourly rate. It is outside the split of about 70% government and 30% private, which is about cash alone.",
      },
      {
        term: "Cash received only",
        text: "An amount counts once it is received, in the school year for which it was booked. Commitments and budgets do not count, so the split of a year in progress can still move.",
      },
      {
        term: "Compared on the same teaching day",
        text: "Counts that grow during the year are compared with the same teaching day of the year before, not with the full year. Holidays are not teaching days.",
      },
      {
        term: "Forecast and standing",
        text: "The forecast works out from the count and from the course of past school years where the year total ends, with the bounds between which it lies with a chance of 80%. On course: the chance of reaching the target, or of ending within the band, is at least 80%, unless the thresholds were set otherwise. Off course: the chance of missing it is as great. Uncertain: neither, or there is no forecast. Once the school year is over the value itself decides.",
      },
      {
        term: "Counts, not effects",
        text: "This report shows what was given and received. It does not say whether students choose STEM more often because of the lectures.",
      },
    ],
    flags: (list) => ({ term: "Letters beside a figure", text: `${list}.` }),
    synthetic: {
      term: "Sample data",
      text: "The schools, lecturers, companies, lectures and amounts in this report are invented. Where totals agree with published figures, the detail beneath them is invented. No figure from a source marked as sample data may be quoted as a result.",
    },
  },
};
