/** The place, the date and the agency that open a report: "KYIV, Oct. 8 (Reuters) —". */
import { findDates, parseDateAt, type PartialDate } from '../../src/text/index.ts';
import { isPlace, isRegion } from './places.ts';

export interface Dateline {
  /** Length of the dateline, without its dash. */
  end: number;
  /** Where the first sentence begins. */
  bodyStart: number;
  date?: PartialDate | undefined;
  /** Whether it has a date, an agency or a region, so that capitals and a dash aren't all that tells it. */
  sure: boolean;
}

/** A dateline is not longer, its dash included. */
const longest = 120;

const dash = /\s*(?:—|–(?=\s)|\s(?:–|--?)(?=\s)|--(?=\s|[\p{Lu}"“])|\s\|(?=\s)|:(?=\s))\s*/gu;
const agency =
  /\s*\(((?:[\p{Lu}][\p{L}.&'’-]*|via|and|for|of|\/)(?:[ /]+(?:[\p{Lu}][\p{L}.&'’-]*|via|and|for|of))*)\)\s*:?$/u;
const component =
  /^(?:(?:St|Ste|Mt|Ft)\. )?[\p{Lu}][\p{L}\p{M}.'’-]*(?:[ /-](?:[\p{Lu}][\p{L}\p{M}.'’-]*|de|del|da|do|dos|la|el|es|of|the|and|am|an|der|upon|sur|le|les|al|on)){0,4}$/u;
const opensSentence = /^[\p{Lu}\p{Lo}\p{Lt}\p{N}"“‘'«([$€£¿¡]/u;

/** Words in capitals before a dash that are no place. */
const notPlaces: ReadonlySet<string> = new Set(
  (
    'update updated breaking exclusive watch live opinion analysis note notes important warning correction corrected clarification editor ' +
    'editors summary abstract background introduction conclusion overview question answer part chapter section step tip fact facts myth key ' +
    'takeaway review interview profile feature column commentary letter letters report news sport sports business world politics video photo photos ' +
    'photo gallery podcast newsletter alert factbox explainer timeline graphic spoiler disclaimer disclosure caution danger notice reminder ' +
    'pros cons before after then now yes no first second third why how what who when where the this that and but host guest narrator moderator ' +
    'nato nasa unesco unicef opec asean covid aids fifa uefa interpol nafta ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'
  ).split(' '),
);

const openers =
  /^(?:the|a|an|on|in|at|by|it|since|until|last|next|early|late|born|died|published|updated|posted|this|that)(?=\s|$)/iu;

/** Reads the dateline that a paragraph begins with. Undefined where it begins with a sentence. */
export function readDateline(text: string): Dateline | undefined {
  const head = text.slice(0, longest);
  for (const match of head.matchAll(dash)) {
    if (match.index === 0) return undefined;
    const end = match.index;
    const bodyStart = end + match[0].length;
    const rest = text.slice(bodyStart, bodyStart + 2);
    const found = readHead(head.slice(0, end).trimEnd(), rest, match[0].trim());
    if (found) return { ...found, bodyStart };
    // A hyphen can stand in a place's name or a date; a second dash ends the dateline, a third none.
    if (match.index > 60) break;
  }
  return undefined;
}

function readHead(
  head: string,
  rest: string,
  mark: string,
): Omit<Dateline, 'bodyStart'> | undefined {
  let places = head;
  const agencyFound = agency.exec(places);
  if (agencyFound) places = places.slice(0, agencyFound.index).trimEnd();
  if (/[()[\]:;!?"“”]/u.test(places)) return undefined;
  const dated = splitDate(places);
  if (dated) places = dated.places;
  const components = places.split(/\s*,\s*/u);
  if (components.length > 3 || !components.every((each) => component.test(each))) return undefined;
  const [first, second] = components as [string, string | undefined];
  const letters = first.replace(/[^\p{L}]/gu, '');
  const capitals =
    letters === letters.toUpperCase() && letters !== letters.toLowerCase() && letters.length >= 3;
  if (notPlaces.has(first.toLowerCase()) || openers.test(first)) return undefined;
  const hasDay = dated?.date.day !== undefined;
  const region = second !== undefined && isRegion(second) && components.length === 2;
  const found = { end: head.length, ...(dated ? { date: dated.date } : {}) };
  if (!opensSentence.test(rest) && !(agencyFound && capitals)) return undefined;
  if (mark === ':') {
    return capitals && (agencyFound || hasDay || region || isPlace(first))
      ? { ...found, sure: true }
      : undefined;
  }
  if (mark === '|')
    return region || (capitals && (agencyFound || hasDay)) ? { ...found, sure: true } : undefined;
  if (agencyFound || hasDay) return { ...found, sure: true };
  if (region) return { ...found, sure: true };
  // A word in capitals and a dash: a place, unless it is an acronym or a label.
  const word = first.split(/[ /]/u)[0] as string;
  const spoken = /[AEIOUYÀ-ÖØ-Ý]/u.test(word) && letters.length >= 4;
  if (!capitals && components.length === 1 && isPlace(first)) return { ...found, sure: false };
  return capitals && spoken && !first.split(' ').some((each) => notPlaces.has(each.toLowerCase()))
    ? { ...found, sure: false }
    : undefined;
}

/** The date that closes a list of places, with or without a comma before it. */
function splitDate(text: string): { places: string; date: PartialDate } | undefined {
  const all = findDates(text, { years: false });
  const last = all.at(-1);
  if (!last || last.extent !== 'single') return undefined;
  // "OCT. 8" has its full stop within the date, "8 Oct." too.
  const tail = text.slice(last.end).trim();
  if (tail !== '' && tail !== '.' && tail !== ',') return undefined;
  const date = parseDateAt(text, last.start, { years: false })?.dates[0];
  const places = text.slice(0, last.start).replace(/[,\s]+$/u, '');
  return date && date.month !== undefined && places !== '' ? { places, date } : undefined;
}
