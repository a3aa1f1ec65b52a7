import { StatisticsError } from "../../statistics/errors.ts";
import type { Words } from "../contracts/cells.ts";

/** Why there is no figure, as the reader is told. */
export const REASONS = {
  confidential: {
    nl: "de groep is zo klein dat het cijfer iets over één persoon, school of financier kan verraden",
    en: "the group is so small that the figure could give something away about one person, school or funder",
  },
  no_rows: { nl: "er zijn geen gegevens geladen", en: "no data were loaded" },
  not_computable: {
    nl: "de gegevens spreken elkaar tegen, zodat de berekening niets oplevert",
    en: "the data contradict each other, so that the computation gives nothing",
  },
  no_pupils: { nl: "er is geen enkele leerling geteld", en: "not one pupil was counted" },
  nobody_in_stem: {
    nl: "van de meisjes of van de jongens volgt niemand STEM",
    en: "none of the girls or none of the boys take STEM",
  },
  is_base_year: { nl: "dit is het basisjaar zelf", en: "this is the base year itself" },
  not_in_base_year: { nl: "deze groep bestond niet in het basisjaar", en: "this group did not exist in the base year" },
  not_in_last_year: {
    nl: "deze groep is het schooljaar ervoor niet geteld",
    en: "this group was not counted in the school year before",
  },
  coding_in_transition: {
    nl: "in een van beide schooljaren was maar een deel van de leerlingen al bij een finaliteit ingedeeld",
    en: "in one of the two school years only part of the pupils had moved to a finality",
  },
  one_year: { nl: "er is maar één schooljaar geladen", en: "only one school year was loaded" },
  too_few_years: {
    nl: "er zijn minder dan vijf bruikbare schooljaren geladen",
    en: "fewer than five usable school years were loaded",
  },
  share_never_moves: {
    nl: "het aandeel is altijd 0 of 100 %, of de breuk valt niet van de trend te onderscheiden",
    en: "the share is always 0 or 100%, or the break cannot be told from the trend",
  },
  shift_not_told_from_break: {
    nl: "de verschuiving valt niet te onderscheiden van de breuk in de reeks",
    en: "the shift cannot be told from the break in the series",
  },
  left_out_by_break: {
    nl: "dit schooljaar is door een breuk in de reeks niet met de andere te vergelijken",
    en: "a break in the series makes this school year incomparable with the others",
  },
  no_target: { nl: "er is geen doel geladen", en: "no target was loaded" },
  target_reached: { nl: "het doel is al gehaald", en: "the target has already been reached" },
  line_does_not_rise: { nl: "de lijn stijgt niet", en: "the line does not rise" },
  beyond_horizon: {
    nl: "het doel valt verder vooruit dan er schooljaren achter ons liggen",
    en: "the target lies further ahead than the school years that were counted reach back",
  },
  strata_not_comparable: {
    nl: "de leerlingen zijn in beide schooljaren te verschillend ingedeeld om uit elkaar te houden wat binnen en wat tussen de richtingen gebeurde",
    en: "pupils were grouped too differently in the two school years to tell what happened within programmes from what happened between them",
  },
  sum_without_interval: {
    nl: "de som van jaarstappen krijgt geen eigen interval",
    en: "a sum of yearly steps has no interval of its own",
  },
  no_school_counts: {
    nl: "niet alle inschrijvingen zijn per school en richting geladen",
    en: "not all enrolments were loaded by school and programme",
  },
  no_school_calendar: {
    nl: "de vakanties van dit schooljaar zijn niet geladen",
    en: "the holidays of this school year were not loaded",
  },
  no_teaching_day_yet: {
    nl: "dit schooljaar is nog geen lesdag voorbij",
    en: "no teaching day of this school year has passed yet",
  },
  nothing_this_year: {
    nl: "van dit schooljaar staat nog geen enkele gastles in het register",
    en: "not one lecture of this school year stands in the register yet",
  },
  too_few_past_years: {
    nl: "er zijn geen twee voorbije schooljaren zonder sluiting om het verloop uit te leren",
    en: "there are not two past school years without closures to learn the course of a year from",
  },
  no_registration_days: {
    nl: "van te weinig gastlessen van voorbije jaren is bekend wanneer ze geregistreerd werden",
    en: "for too few lectures of past years is it known when they were registered",
  },
  too_few_past_shares: {
    nl: "er zijn geen drie voorbije schooljaren met een cijfer op dezelfde dag om het verloop uit te leren",
    en: "there are not three past school years with a figure on the same day to learn the course of a year from",
  },
  no_teaching_day_left: {
    nl: "er is geen lesdag meer over",
    en: "no teaching day is left",
  },
  no_value: {
    nl: "er is geen waarde, of ze mag niet getoond worden",
    en: "there is no value, or it may not be shown",
  },
  too_few_years_to_test: {
    nl: "er zijn geen drie voorbije schooljaren zonder sluiting om de verwachting op na te rekenen",
    en: "there are not three past school years without closures to test the forecast on",
  },
  few_answers: { nl: "er zijn te weinig antwoorden", en: "there are too few answers" },
  version_changed: {
    nl: "het schooljaar ervoor liep een andere versie van de vragenlijst",
    en: "another version of the questionnaire ran in the school year before",
  },
  no_figure_last_year: {
    nl: "er is geen cijfer voor het schooljaar ervoor",
    en: "there is no figure for the school year before",
  },
  no_invitations: { nl: "het aantal uitgenodigden is niet geladen", en: "the number invited was not loaded" },
  invitations_without_day: {
    nl: "de uitnodigingen van het lopende schooljaar hebben geen dag, zodat niemand kan zeggen wie al tijd had om te antwoorden",
    en: "the invitations of the running school year have no day, so that nobody can tell who had time to answer",
  },
  no_invitation_due: {
    nl: "geen enkele uitnodiging is oud genoeg om een antwoord te verwachten",
    en: "no invitation is old enough to expect an answer",
  },
  few_items: { nl: "de schaal telt minder dan twee vragen", en: "the scale has fewer than two items" },
  answers_alike: { nl: "alle antwoorden zijn gelijk", en: "all answers are alike" },
  frame_unknown: {
    nl: "het is niet bekend over welke lessen de vragenlijst ging",
    en: "it is not known which lectures the questionnaire was about",
  },
  all_or_none_answered: {
    nl: "iedereen of niemand antwoordde, of er is maar één groep",
    en: "everybody or nobody answered, or there is only one group",
  },
  group_without_answers: { nl: "uit een van de groepen kwam geen antwoord", en: "one of the groups gave no answer" },
  no_shared_item: {
    nl: "leerkrachten en gastdocenten kregen geen gelijke vraag",
    en: "teachers and lecturers were not asked the same question",
  },
  universes_differ: {
    nl: "de kanalen rekenen met een verschillende doelgroep",
    en: "the channels use different target groups",
  },
  overlaps_contradict: {
    nl: "de overlap tussen de kanalen spreekt hun bereik tegen",
    en: "the overlaps between channels contradict their reach",
  },
  wave_without_figure: {
    nl: "van een eerdere golf is geen cijfer bekend",
    en: "an earlier wave has no figure",
  },
  no_cash: { nl: "er is geen geld geboekt", en: "no cash was booked" },
  no_spending: { nl: "er zijn geen uitgaven geboekt", en: "no spending was booked" },
  no_contacts: { nl: "er zijn geen leerlingcontacten geteld", en: "no student contacts were counted" },
  running_year: { nl: "het schooljaar loopt nog", en: "the school year is still running" },
  no_eligible_school: {
    nl: "er is geen school die leerlingen van 14 tot 18 jaar onderwijst",
    en: "there is no school that teaches pupils aged 14 to 18",
  },
  one_province: { nl: "er is maar één provincie met scholen", en: "only one province has schools" },
  no_school_reached: { nl: "er is geen enkele school bereikt", en: "not one school was reached" },
  no_distance_known: {
    nl: "van geen enkele les op school zijn beide plaatsen bekend",
    en: "for no lecture at a school are both places known",
  },
  no_distance: {
    nl: "alle gastdocenten vertrokken op de plaats van de school zelf",
    en: "every lecturer left from the very place of the school",
  },
  no_usable_schools: {
    nl: "geen enkele school is elk jaar geteld, met leerlingen om het aandeel van te nemen",
    en: "no school was counted every year, with pupils to take the share of",
  },
  few_schools_changed: {
    nl: "minder dan vijf scholen begonnen of stopten met STEM",
    en: "fewer than five schools began or stopped having STEM",
  },
  girls_not_filled: {
    nl: "bij geen enkele les is het aantal meisjes ingevuld",
    en: "the number of girls was filled in for no lecture",
  },
  few_host_schools: {
    nl: "er zijn minder dan vijf ontvangende scholen geteld",
    en: "fewer than five host schools were counted",
  },
  schools_alike: {
    nl: "alle scholen zijn hierin gelijk",
    en: "all schools are alike in this",
  },
  no_treated_schools: {
    nl: "op geen van deze scholen is een STEM-les gegeven die een telling al kan tonen",
    en: "in none of these schools was a STEM lecture held that a count can show yet",
  },
  no_control_schools: {
    nl: "er zijn geen scholen zonder STEM-les om mee te vergelijken",
    en: "there are no schools without a STEM lecture to compare with",
  },
  few_treated_schools: {
    nl: "er zijn minder dan tien scholen met een STEM-les",
    en: "there are fewer than ten schools with a STEM lecture",
  },
  few_control_schools: {
    nl: "er zijn minder dan tien scholen om mee te vergelijken",
    en: "there are fewer than ten schools to compare with",
  },
  small_school_groups: {
    nl: "een van de vergelijkingen steunt op minder dan vijf scholen",
    en: "one of the comparisons rests on fewer than five schools",
  },
} as const satisfies Record<string, Words>;

export type Reason = keyof typeof REASONS;

/**
 * The answer of a statistical function, or the reason why there is none: `undefinedAs` where the function gives null, `not_computable`
 * where it refuses its arguments. Other faults are ours, and pass.
 */
export function answerOf<T>(
  compute: () => T | null,
  undefinedAs: Reason,
): { answer: T; reason: null } | { answer: null; reason: Reason } {
  try {
    const answer = compute();
    return answer === null ? { answer: null, reason: undefinedAs } : { answer, reason: null };
  } catch (error) {
    if (error instanceof StatisticsError) return { answer: null, reason: "not_computable" };
    throw error;
  }
}
