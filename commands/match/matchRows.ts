import { groups } from "d3-array";
import type { Words } from "../../loaders/contracts/cells.ts";
import type { Alternative } from "../../statistics/matching/alternatives.ts";
import type { Unmatched, UnmatchedReason } from "../../statistics/matching/unmatched.ts";
import { type ActiveLecturer, ALTERNATIVES, type OpenRequest, type Proposals } from "./matchProposals.ts";

export interface MatchColumn extends Words {
  name: string;
  isNumber?: boolean;
}

const alternativeColumns = (n: number): MatchColumn[] => [
  {
    name: `alternative_${n}`,
    nl: `nummer van de ${n === 1 ? "beste" : `${n}e beste`} andere gastdocent: eerst wie nog vrij is, dan naar afstand en vakgebied`,
    en: `number of the ${n === 1 ? "best" : `${n === 2 ? "second" : "third"} best`} other lecturer: first who is free, then by distance and discipline`,
  },
  {
    name: `alternative_${n}_km`,
    isNumber: true,
    nl: "afstand van die gastdocent in km, in vogelvlucht",
    en: "distance of that lecturer in km, as the crow flies",
  },
  {
    name: `alternative_${n}_state`,
    nl: "vrij, elders voorgesteld (heeft geen les meer over naast de andere voorstellen) of volzet (had er geen meer over)",
    en: "free, proposed elsewhere (no lecture left beside the other proposals), or full (had none left)",
  },
];

/** The columns of the proposals, in order. */
export const MATCH_COLUMNS: MatchColumn[] = [
  { name: "request_id", nl: "nummer van de aanvraag", en: "number of the request" },
  { name: "requested_on", nl: "dag van de aanvraag", en: "day of the request" },
  { name: "school_id", nl: "schoolnummer", en: "school number" },
  { name: "site_id", nl: "volgnummer van de vestigingsplaats", en: "number of the site" },
  { name: "school", nl: "naam van de school", en: "name of the school" },
  { name: "municipality", nl: "gemeente van de school", en: "municipality of the school" },
  { name: "stage", nl: "graad", en: "stage" },
  {
    name: "discipline",
    nl: "gevraagd vakgebied; leeg als elk vakgebied past",
    en: "discipline asked for; blank where any suits",
  },
  { name: "preferred_from", nl: "eerste dag die past", en: "first day that suits" },
  { name: "preferred_until", nl: "laatste dag die past", en: "last day that suits" },
  {
    name: "lecturer_id",
    nl: "nummer van de voorgestelde gastdocent; leeg als er geen voorstel is",
    en: "number of the lecturer proposed; blank where nobody is",
  },
  { name: "lecturer_municipality", nl: "gemeente van de gastdocent", en: "municipality of the lecturer" },
  { name: "lecturer_discipline", nl: "vakgebied van de gastdocent", en: "discipline of the lecturer" },
  {
    name: "km",
    isNumber: true,
    nl: "afstand in vogelvlucht, van het midden van de gemeente van de gastdocent tot de school",
    en: "distance as the crow flies, from the centre of the lecturer's municipality to the school",
  },
  {
    name: "discipline_fits",
    nl: "of de gastdocent het gevraagde vakgebied heeft; leeg als er geen gevraagd is",
    en: "whether the lecturer has the discipline asked for; blank where none was",
  },
  {
    name: "came_before",
    nl: "of de gastdocent al in deze school kwam, of er al een les gepland heeft",
    en: "whether the lecturer came to this school before, or has a lecture planned there",
  },
  {
    name: "also_proposed_for",
    nl: "andere aanvragen van dezelfde school waarvoor dezelfde gastdocent hier voorgesteld is; alleen vroegere bezoeken tellen als extra km",
    en: "other requests of the same school for which the same lecturer is proposed here; only earlier visits count as km more",
  },
  {
    name: "lectures_this_year",
    isNumber: true,
    nl: "gastlessen van de gastdocent dit schooljaar, gegeven en gepland, zonder de voorstellen",
    en: "lectures of the lecturer this school year, held and planned, without the proposals",
  },
  ...Array.from({ length: ALTERNATIVES }, (_, i) => alternativeColumns(i + 1)).flat(),
  { name: "reason_nl", nl: "waarom er geen voorstel is", en: "why nobody is proposed, in Dutch" },
  { name: "reason_en", nl: "waarom er geen voorstel is, in het Engels", en: "why nobody is proposed" },
];

export type MatchRow = Record<string, string | number | null>;

const yesNo = (is: boolean | null) => (is === null ? null : is ? "ja / yes" : "nee / no");
const STATES: Record<Alternative["state"], string> = {
  free: "vrij / free",
  proposed: "elders voorgesteld / proposed elsewhere",
  full: "volzet / full",
};
const inTenths = (km: number) => Math.round(km * 10) / 10;

/** Why requests were not matched, in words. */
export const reasonWords = (reason: UnmatchedReason, caliperKm: number): Words =>
  ({
    no_place: { nl: "de plaats van de school is niet bekend", en: "the place of the school is not known" },
    no_lecturer: { nl: "van geen enkele gastdocent is de plaats bekend", en: "the place of no lecturer is known" },
    none_within_caliper: {
      nl: `er is geen gastdocent binnen ${String(caliperKm).replace(".", ",")} km`,
      en: `no lecturer lives within ${caliperKm} km`,
    },
    none_fits: { nl: "geen gastdocent heeft het gevraagde vakgebied", en: "no lecturer has the discipline asked for" },
    all_full: {
      nl: `alle gastdocenten binnen ${String(caliperKm).replace(".", ",")} km zijn volzet of elders voorgesteld`,
      en: `all lecturers within ${caliperKm} km are full or proposed elsewhere`,
    },
  })[reason];

function reasonOf({ reason, nearestKm }: Unmatched, caliperKm: number): Words {
  const words = reasonWords(reason, caliperKm);
  if (reason !== "none_within_caliper" || nearestKm === null) return words;
  const km = nearestKm.toFixed(1);
  return { nl: `${words.nl}; de dichtste op ${km.replace(".", ",")} km`, en: `${words.en}; the nearest at ${km} km` };
}

/** For each request, the others of its school for which the same lecturer is proposed, where there are any. */
export function alsoProposedFor({ requests, assignment }: Proposals): Map<string, string[]> {
  const schoolOf = new Map(requests.map(({ request_id, school_id }) => [request_id, school_id]));
  const visits = groups(assignment.pairs, ({ requestId, lecturerId }) => `${lecturerId}\n${schoolOf.get(requestId)}`);
  const shared = visits.map(([, pairs]) => pairs.map(({ requestId }) => requestId)).filter((ids) => ids.length > 1);
  return new Map(shared.flatMap((ids) => ids.map((id) => [id, ids.filter((other) => other !== id)])));
}

/** One row a request, matched or not, in the order of their ids. */
export function matchRows(proposals: Proposals): MatchRow[] {
  const { requests, lecturers, caliperKm, assignment } = proposals;
  const again = alsoProposedFor(proposals);
  const { pairs, unmatched, alternatives } = assignment;
  const pairOf = new Map(pairs.map((pair) => [pair.requestId, pair]));
  const lecturerOf = new Map(lecturers.map((lecturer) => [lecturer.lecturer_id, lecturer]));
  const reasons = new Map(unmatched.map((one) => [one.requestId, reasonOf(one, caliperKm)]));
  return requests.map(({ lat: _, lon: __, ...request }: OpenRequest): MatchRow => {
    const pair = pairOf.get(request.request_id);
    const lecturer: ActiveLecturer | undefined = lecturerOf.get(pair?.lecturerId ?? "");
    const reason = reasons.get(request.request_id);
    const others = alternatives.get(request.request_id) ?? [];
    const named = Array.from({ length: ALTERNATIVES }, (_, i) => {
      const other = others[i];
      const name = `alternative_${i + 1}`;
      return {
        [name]: other?.lecturerId ?? null,
        [`${name}_km`]: other ? inTenths(other.km) : null,
        [`${name}_state`]: other ? STATES[other.state] : null,
      };
    });
    return {
      ...request,
      lecturer_id: lecturer?.lecturer_id ?? null,
      lecturer_municipality: lecturer?.municipality ?? null,
      lecturer_discipline: lecturer?.discipline ?? null,
      km: pair ? inTenths(pair.km) : null,
      discipline_fits: pair ? yesNo(pair.fits) : null,
      came_before: pair ? yesNo(pair.isRepeat) : null,
      also_proposed_for: again.get(request.request_id)?.join(", ") ?? null,
      lectures_this_year: lecturer?.lectures_this_year ?? null,
      ...Object.assign({}, ...named),
      reason_nl: reason?.nl ?? null,
      reason_en: reason?.en ?? null,
    };
  });
}
