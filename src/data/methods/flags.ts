import type { FlagRow, StatusRow } from "./rows.ts";

/** When an observation bears each flag. */
export const flags: FlagRow[] = [
  {
    flag: "p",
    meaning: {
      nl: "Het schooljaar loopt nog, of de bron noemt het cijfer voorlopig: het kan nog veranderen.",
      en: "The school year is not over, or the source calls the figure provisional: it may still change.",
    },
  },
  {
    flag: "e",
    meaning: {
      nl: "Een deel is geschat en niet geteld, of de bron noemt het cijfer een schatting.",
      en: "Part of it is estimated rather than counted, or the source calls the figure an estimate.",
    },
  },
  {
    flag: "b",
    meaning: {
      nl: "De telling of de indeling veranderde: vergelijk dit cijfer niet zonder meer met dat van de jaren ervoor.",
      en: "The count or the classification changed: do not simply compare this figure with that of the years before.",
    },
  },
  {
    flag: "u",
    meaning: {
      nl: "Het cijfer steunt op te weinig antwoorden om er alleen op te vertrouwen.",
      en: "The figure rests on too few answers to be relied on alone.",
    },
  },
  {
    flag: "x",
    meaning: {
      nl: "Er is niets geladen om het cijfer mee te berekenen, of de noemer is nul.",
      en: "Nothing was loaded to compute the figure from, or its denominator is zero.",
    },
  },
  {
    flag: "z",
    meaning: { nl: "Het cijfer kan hier niet bestaan.", en: "The figure cannot exist here." },
  },
  {
    flag: "c",
    meaning: {
      nl: "De groep is zo klein dat het cijfer iets over één persoon, school of financier kan verraden.",
      en: "The group is so small that the figure could give something away about one person, school or funder.",
    },
  },
];

/** When a figure bears each status word: what `statusOf` decides, in words. */
export const statuses: StatusRow[] = [
  { status: "met", meaning: { nl: "Het doel is bereikt.", en: "The target is reached." } },
  {
    status: "on_course",
    meaning: {
      nl: "De kans dat het doel gehaald wordt, is minstens zo groot als de drempel. Bij een afgesproken band: de kans om erbinnen te eindigen; na het schooljaar: de waarde ligt erbinnen.",
      en: "The chance of reaching the target is at least the threshold. For an agreed band: the chance of ending within it; after the school year: the value lies within it.",
    },
  },
  {
    status: "uncertain",
    meaning: {
      nl: "De kans op halen en die op missen zijn allebei kleiner dan de drempel, of een cijfer dat nog beweegt, heeft geen verwachting.",
      en: "The chances of reaching and of missing it are both below the threshold, or a figure that still moves has no forecast.",
    },
  },
  {
    status: "off_course",
    meaning: {
      nl: "De kans dat het doel gemist wordt, is minstens zo groot als de drempel; of het schooljaar is voorbij en het doel is niet bereikt.",
      en: "The chance of missing the target is at least the threshold; or the school year is over and the figure falls short.",
    },
  },
  {
    status: "past_due",
    meaning: {
      nl: "Het schooljaar waarin het doel gehaald moest zijn, is voorbij, en het cijfer ligt er nu onder.",
      en: "The school year in which the target was due is over, and the figure is short of it now.",
    },
  },
  {
    status: "no_target",
    meaning: { nl: "Er is geen doel afgesproken, of geen waarde.", en: "No target was agreed, or there is no value." },
  },
];
