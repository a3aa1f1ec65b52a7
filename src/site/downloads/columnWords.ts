import type { Lang } from "../../components/figure/chart.ts";

type Both = [nl: string, en: string];

/** What the columns of downloads hold. Shares are fractions from 0 to 1, money is in euro, days are yyyy-mm-dd. */
const words: Record<string, Both> = {
  answers: ["antwoorden met een mening", "answers with an opinion"],
  answers_1: ["antwoorden 1, de minst gunstige", "answers 1, the least favourable"],
  answers_2: ["antwoorden 2", "answers 2"],
  answers_3: ["antwoorden 3", "answers 3"],
  answers_4: ["antwoorden 4", "answers 4"],
  answers_5: ["antwoorden 5, de gunstigste", "answers 5, the most favourable"],
  att: [
    "verschil tussen scholen met en zonder gastles, als fractie",
    "difference between schools reached and others, as a fraction",
  ],
  band_lower: [
    "ondergrens van de band die met 95 % voor alle tellingen geldt",
    "lower end of the band that holds with 95% for all counts",
  ],
  band_upper: ["bovengrens van die band", "upper end of that band"],
  base_year: ["schooljaar waarmee vergeleken wordt", "school year that is compared with"],
  between_programmes: ["deel van de verandering tussen richtingen", "part of the change between programmes"],
  break_year: ["eerste schooljaar na een breuk in de reeks", "first school year after a break in the series"],
  campaign: ["campagne", "campaign"],
  change: ["verandering sinds het schooljaar ervoor", "change since the school year before"],
  change_by_contacts: [
    "deel van de verandering door het aantal contacten",
    "part of the change by the number of contacts",
  ],
  change_by_cost: ["deel van de verandering door de uitgaven", "part of the change by spending"],
  channel_names: ["kanalen van de golf", "channels of the wave"],
  channels: ["aantal kanalen", "number of channels"],
  cost_per_contact: ["uitgaven per leerlingencontact", "spending per student contact"],
  cost_per_contact_with_in_kind: ["hetzelfde met bijdragen in natura erbij", "the same with contributions in kind"],
  cost_per_lecture: ["uitgaven per gastles", "spending per lecture"],
  count_earliest_year: [
    "vroegste schooljaar waarin één telling het doel kan halen",
    "earliest school year in which one count may reach the target",
  ],
  count_latest_year: [
    "laatste schooljaar waarin één telling het doel kan halen",
    "latest school year in which one count may reach the target",
  ],
  counts_since_break: ["tellingen sinds de breuk", "counts since the break"],
  cumulative_lower: ["meisjes tot en met deze golf, minstens", "girls up to this wave, at least"],
  cumulative_upper: ["meisjes tot en met deze golf, hoogstens", "girls up to this wave, at most"],
  date: ["dag", "day"],
  denominator: ["noemer", "denominator"],
  earliest_year: ["vroegste schooljaar van het interval", "earliest school year of the interval"],
  eligible_municipalities: ["gemeenten met een school die meetelt", "municipalities with a school that counts"],
  eligible_schools: ["scholen die meetellen", "schools that count"],
  ends_on: ["laatste dag", "last day"],
  event_time: ["tellingen sinds de eerste gastles; negatief ervoor", "counts since the first lecture; negative before"],
  figure_id: ["nummer van het gepubliceerde cijfer", "number of the published figure"],
  first_year: ["eerste schooljaar van de lijn", "first school year of the line"],
  fitted: ["waarde op de trendlijn", "value on the trend line"],
  flag: [
    "p voorlopig, e geschat, b breuk, u weinig betrouwbaar, c vertrouwelijk, x niet beschikbaar, z niet van toepassing",
    "p provisional, e estimated, b break, u low reliability, c confidential, x not available, z not applicable",
  ],
  from_year: ["schooljaar voor de verandering", "school year before the change"],
  group: ["groep", "group"],
  has_break: ["of de vergelijking over een breuk heen gaat", "whether the comparison crosses a break"],
  horizon_year: ["laatste schooljaar waarover iets gezegd wordt", "last school year of which anything is said"],
  in_kind_eur: [
    "waarde van bijdragen in natura, apart van het geld",
    "value of contributions in kind, apart from cash",
  ],
  in_kind_hours: ["uren in natura", "hours in kind"],
  independent: ["bereik als de kanalen los van elkaar stonden", "reach if the channels were independent"],
  indicator_id: ["indicator", "indicator"],
  is_ahead: ["of het schooljaar nog moet komen", "whether the school year is still to come"],
  is_base: ["of dit het vergelijkingspunt is", "whether this is the point of comparison"],
  is_bounded: ["of het interval een einde heeft", "whether the interval has an end"],
  is_closure_year: [
    "of de scholen dat jaar een tijd gesloten waren",
    "whether schools were closed for a time that year",
  ],
  is_current: ["of het schooljaar nog loopt", "whether the school year still runs"],
  is_current_year: ["of het schooljaar nog loopt", "whether the school year still runs"],
  is_default: ["of het doel het algemene is", "whether the target is the general one"],
  is_forecast: ["of het een vooruitzicht is", "whether it is a forecast"],
  is_met: ["of het doel gehaald is", "whether the target was met"],
  is_reversed: [
    "of de vraag omgekeerd geformuleerd is; de antwoorden zijn omgedraaid",
    "whether the item is worded in reverse; answers are turned round",
  ],
  is_rounded: ["of de bron het cijfer afrondde", "whether the source rounded the figure"],
  is_used: ["of het jaar in de lijn meetelt", "whether the year counts in the line"],
  is_whole_year: ["of het schooljaar voorbij is", "whether the school year is over"],
  item_id: ["vraag", "item"],
  kind: ["soort", "kind"],
  label: ["naam", "name"],
  last_year: [
    "waarde van vorig jaar op dezelfde lesdag, of het laatste schooljaar van de lijn",
    "value of last year on the same teaching day, or last school year of the line",
  ],
  lat: ["breedtegraad van het midden", "latitude of the middle"],
  latest_year: ["laatste schooljaar van het interval", "latest school year of the interval"],
  lectures: ["gastlessen", "lectures"],
  left_out: ["weggelaten schooljaren", "school years left out"],
  lon: ["lengtegraad van het midden", "longitude of the middle"],
  lower: ["ondergrens", "lower bound"],
  lower_persons: ["ondergrens in personen", "lower bound in persons"],
  median_km: ["mediaan van de afstand in km, in vogelvlucht", "median distance in km, as the crow flies"],
  met_year: ["schooljaar waarin het doel gehaald werd", "school year in which the target was met"],
  name: ["naam", "name"],
  near_share: ["aandeel binnen 30 km", "share within 30 km"],
  no_opinion: ["antwoorden zonder mening", "answers without an opinion"],
  note: ["opmerking", "note"],
  numerator: ["teller", "numerator"],
  overlaps_known: ["paren van kanalen met bekende overlap", "pairs of channels with a known overlap"],
  overlaps_possible: ["paren van kanalen", "pairs of channels"],
  p90_km: ["afstand in km waar 9 op 10 gastlessen binnen vallen", "distance in km within which 9 in 10 lectures lie"],
  period: ["schooljaar of jaar", "school year or year"],
  points_per_year: ["verandering per jaar op de lijn", "change a year on the line"],
  population: ["uitgenodigde lessen", "lectures invited"],
  predicted_lower: ["ondergrens van het vooruitzicht", "lower bound of the forecast"],
  predicted_upper: ["bovengrens van het vooruitzicht", "upper bound of the forecast"],
  private_eur: ["geld van private financiers", "cash of private funders"],
  province: ["provincie", "province"],
  provisional_since_break: ["voorlopige tellingen sinds de breuk", "provisional counts since the break"],
  public_eur: ["geld van de overheid", "cash of government"],
  public_share: ["aandeel van de overheid in het geld", "public share of cash"],
  questionnaire_version: ["versie van de vragenlijst", "version of the questionnaire"],
  reached_schools: ["scholen met minstens één gastles", "schools with at least one lecture"],
  reached_year: ["schooljaar waarin de lijn het doel haalt", "school year in which the line reaches the target"],
  reason: ["waarom er geen cijfer is", "why there is no figure"],
  respondents: ["personen die antwoordden", "persons who answered"],
  role: ["wie antwoordde", "who answered"],
  scale: ["antwoordschaal", "scale of answers"],
  school_year: ["schooljaar", "school year"],
  sequence: ["volgorde van de golf", "order of the wave"],
  share: ["aandeel", "share"],
  share_when_due: ["aandeel in het streefjaar", "share when it was due"],
  since_base: ["verandering sinds het basisjaar", "change since the base year"],
  source: ["bron", "source"],
  span: ["jaar op jaar, van begin tot eind, of som van de jaren", "year by year, end to end, or sum of the years"],
  spent_eur: ["uitgaven in geld", "cash spent"],
  stage: ["graad", "stage"],
  starts_on: ["eerste dag", "first day"],
  state: ["stand", "how it stands"],
  strata: ["indeling van de vergeleken groepen", "grouping that is compared by"],
  student_contacts: ["leerlingencontacten", "student contacts"],
  target: ["doel", "target"],
  target_period: ["schooljaar van het doel", "school year of the target"],
  target_source: ["bron van het doel", "source of the target"],
  teaching_day: ["lesdag van het schooljaar", "teaching day of the school year"],
  text: ["tekst", "text"],
  to_year: ["schooljaar na de verandering", "school year after the change"],
  tolerance: [
    "breedte van de afgesproken band aan elke kant van het doel",
    "width of the agreed band on each side of the target",
  ],
  total: ["verandering in haar geheel", "change as a whole"],
  track: ["onderwijsvorm of finaliteit", "track or finality"],
  unit: ["eenheid", "unit"],
  universe: ["omvang van de doelgroep", "size of the population"],
  unmeasured_channels: ["gebruikte kanalen zonder gemeten bereik", "channels used whose reach was not measured"],
  upper: ["bovengrens", "upper bound"],
  upper_persons: ["bovengrens in personen", "upper bound in persons"],
  value: ["waarde", "value"],
  verdict: ["oordeel", "verdict"],
  walk: ["vooruitzicht van een toevalswandeling met drift", "forecast of a random walk with drift"],
  walk_year: [
    "schooljaar waarin de toevalswandeling het doel haalt",
    "school year in which the random walk reaches the target",
  ],
  wave: ["campagnegolf", "wave of the campaign"],
  white_spots: ["gemeenten met een school, maar zonder gastles", "municipalities with a school but without a lecture"],
  within_programmes: ["deel van de verandering binnen richtingen", "part of the change within programmes"],
  worst_lower: [
    "aandeel als iedereen die zweeg ongunstig antwoordde",
    "share if all who kept silent answered unfavourably",
  ],
  worst_upper: [
    "aandeel als iedereen die zweeg gunstig antwoordde",
    "share if all who kept silent answered favourably",
  ],
  years: ["schooljaren in de lijn", "school years in the line"],
};

const ends: [RegExp, (of: Both) => Both][] = [
  [/_lower$/, ([nl, en]) => [`ondergrens van het interval van: ${nl}`, `lower end of the interval of: ${en}`]],
  [/_upper$/, ([nl, en]) => [`bovengrens van het interval van: ${nl}`, `upper end of the interval of: ${en}`]],
  [/_reason$/, ([nl, en]) => [`waarom er geen cijfer is van: ${nl}`, `why there is no figure of: ${en}`]],
];
const starts: [RegExp, (of: Both) => Both][] = [
  [/^aim_/, ([nl, en]) => [`bij het doel: ${nl}`, `at the target: ${en}`]],
];
/** A stem that is no column of its own. */
const stems: Record<string, Both> = {
  aim: ["het doel", "the target"],
  between: ["deel van de verandering tussen richtingen", "part of the change between programmes"],
  within: ["deel van de verandering binnen richtingen", "part of the change within programmes"],
  interval: ["interval", "interval"],
  cumulative: ["meisjes tot en met deze golf", "girls up to this wave"],
};

function find(name: string): Both | null {
  const own = words[name] ?? stems[name];
  if (own !== undefined) return own;
  for (const [pattern, said] of [...ends, ...starts]) {
    const rest = pattern.test(name) ? find(name.replace(pattern, "")) : null;
    if (rest !== null) return said(rest);
  }
  return null;
}

/** What a column holds, in the reader's language; null for one that nobody described. */
export const columnWords = (name: string, lang: Lang): string | null => find(name)?.[lang === "nl" ? 0 : 1] ?? null;
