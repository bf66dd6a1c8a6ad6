/** Which mentions of people are of one person: full names, initials, surnames, given names. */
import type { Gender } from './titles.ts';
import { findNamesakes, isInitial, mark, sharedName, type ParsedName } from './generations.ts';
import { remembered } from '../../src/text/remembered.ts';
import { fold, keyOf } from './names.ts';
import { isShortFor } from './short-names.ts';
import { particles } from './words.ts';

/** A mention of a person, in document order. */
export interface PersonMention {
  text: string;
  /** The name in full that an editor has given to a short one. */
  fullName: string | undefined;
  titles: readonly string[];
  gender: Gender | undefined;
  /** The person that the registry says it is. */
  knownId: string | undefined;
  /** Other names by which the registry knows that person. */
  otherNames: readonly string[];
  /** The block that it stands in, and the token at which it begins there. */
  block: number;
  at: number;
  /** Whether the words around speak of kin. */
  kin: boolean;
  /** Whether it is introduced as somebody's relative: "his brother, Bob Fisk". */
  relative: boolean;
}

export interface Person {
  /** Keys of the parts of the fullest name. */
  parts: readonly string[];
  suffix: string | undefined;
  /** What tells this person from another of the same given name and surname. */
  mark: string;
  name: string;
  knownId: string | undefined;
  titles: Set<string>;
  gender: Gender | undefined;
  /** Whether the first mention in full introduces somebody's relative. */
  relative: boolean;
  mentions: number[];
}

export interface People {
  people: Person[];
  /** Mentions of a surname that more than one person bears, where none of them was named before, or two in one breath. */
  ambiguous: { mention: number; options: string[] }[];
}

/** Of more people than these who share a part of their names, the last ones named are looked at. */
const mostOptions = 40;

const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'v']);

/** The parts of a name, as keys: words between spaces, without nicknames in quotation marks; and a suffix such as "Jr.". */
export const partsOf: (name: string) => ParsedName = remembered((name) => {
  const parts = name
    .replace(/[“"‘(][^”"’)]*[”"’)]/g, ' ')
    .split(/[\s,]+/)
    .map((part) => keyOf(fold(part)))
    .filter((part) => part !== '');
  const last = parts.at(-1)?.replace(/\./g, '') ?? '';
  const suffix = parts.length > 1 && suffixes.has(last) ? last : undefined;
  if (suffix) parts.pop();
  return { parts, suffix };
});

/** Particles that are given names more often than the beginning of a surname. */
const givenParticles = new Set(['ben', 'al']);

/** Whether a name has more than a surname or a given name. */
export const isFull: (name: string) => boolean = remembered((name) => {
  const { parts } = partsOf(name);
  const last = parts.length - 1;
  let own = 0;
  for (const [at, part] of parts.entries()) {
    // "Shaktikanta Das": at the end it is a surname itself.
    if (at === last || givenParticles.has(part) || !particles.has(part)) own++;
  }
  return own > 1;
});

/** The forms in which the surname of a name can stand alone. */
export function surnamesOf(parts: readonly string[]): string[] {
  const last = parts.at(-1);
  if (last === undefined) return [];
  const forms = [last];
  const bare = last.replace(/^(?:al|el|ad|as|an|ar|ash|at|az)-/, '');
  if (bare !== last) forms.push(bare);
  const at = parts.length - 1;
  let from = at;
  while (from > 1 && particles.has(parts[from - 1] as string)) from--;
  if (from < at) forms.push(parts.slice(from).join(' '));
  return forms;
}

/** Groups mentions into people. */
export function groupPeople(mentions: readonly PersonMention[]): People {
  const people: Person[] = [];
  const byPart = new Map<string, Person[]>();
  const byId = new Map<string, Person>();
  const parsed = mentions.map(({ text, fullName }) => partsOf(fullName ?? text));
  const namesakes = findNamesakes(mentions, parsed);
  const bare: number[] = [];
  const enter = (person: Person, parts: readonly string[]): void => {
    for (const part of [...parts, ...surnamesOf(parts)]) {
      const list = byPart.get(part);
      if (!list) byPart.set(part, [person]);
      else if (list.at(-1) !== person) list.push(person);
    }
  };

  // Full names first: who is meant by a surname may be said further on.
  for (const [index, mention] of mentions.entries()) {
    const { parts, suffix } = parsed[index] as (typeof parsed)[0];
    const known = mention.knownId === undefined ? undefined : byId.get(mention.knownId);
    if (!isFull(mention.text) && mention.knownId === undefined) {
      bare.push(index);
      continue;
    }
    const person = known ?? fullMatch(parts, suffix, mention, byPart, namesakes);
    if (person) {
      add(person, index, mention);
      if (parts.length > person.parts.length) {
        person.parts = parts;
        person.name = mention.fullName ?? mention.text;
      }
      person.suffix ??= suffix;
      person.knownId ??= mention.knownId;
      if (mention.knownId !== undefined) byId.set(mention.knownId, person);
      enter(person, parts);
      continue;
    }
    const made: Person = {
      parts,
      suffix,
      mark: mark({ parts, suffix }),
      name: mention.fullName ?? mention.text,
      knownId: mention.knownId,
      titles: new Set(),
      gender: undefined,
      relative: mention.relative,
      mentions: [],
    };
    add(made, index, mention);
    people.push(made);
    enter(made, parts);
    if (mention.knownId !== undefined) {
      byId.set(mention.knownId, made);
      for (const name of mention.otherNames) enter(made, partsOf(name).parts);
    }
  }

  const ambiguous: People['ambiguous'] = [];
  const alone = new Map<string, Person>();
  /** By person, the last mention so far. Bare mentions are met in order, so that it only grows. */
  const latest = new Map<Person, number>();
  const cursor = new Map<Person, number>();
  const lastBefore = (person: Person, index: number): number => {
    let at = cursor.get(person) ?? 0;
    while (at < person.mentions.length && (person.mentions[at] as number) < index) at++;
    cursor.set(person, at);
    return Math.max(at > 0 ? (person.mentions[at - 1] as number) : -1, latest.get(person) ?? -1);
  };
  const added = new Map<Person, number[]>();
  for (const index of bare) {
    const mention = mentions[index] as PersonMention;
    const { parts } = parsed[index] as (typeof parsed)[0];
    const key = parts.join(' ');
    const options = optionsFor(key, parts, mention, byPart);
    let chosen: Person | undefined;
    if (options.length <= 1) chosen = options[0];
    else {
      let best = -1;
      let second = -1;
      for (const person of options) {
        const before = lastBefore(person, index);
        if (before > best) [second, best, chosen] = [best, before, person];
        else if (before > second) second = before;
      }
      chosen ??= options[0];
      if (best < 0 || (second >= 0 && inOneBreath(mentions[second], mentions[best])))
        ambiguous.push({ mention: index, options: options.map(({ name }) => name) });
    }
    if (!chosen) {
      chosen = alone.get(key);
      if (!chosen) {
        chosen = {
          parts,
          suffix: undefined,
          mark: ' ',
          name: mention.text,
          knownId: undefined,
          titles: new Set(),
          gender: undefined,
          relative: false,
          mentions: [],
        };
        alone.set(key, chosen);
        people.push(chosen);
      }
      add(chosen, index, mention);
      continue;
    }
    latest.set(chosen, index);
    const list = added.get(chosen);
    if (list) list.push(index);
    else added.set(chosen, [index]);
    for (const title of mention.titles) chosen.titles.add(title);
    chosen.gender ??= mention.gender;
  }
  for (const [person, indexes] of added) {
    person.mentions = [...person.mentions, ...indexes].sort((a, b) => a - b);
  }
  return { people, ambiguous };
}

/** How many words apart two people are named in one breath: "Ada Fisk and her brother Bob Fisk". */
const breath = 8;

function inOneBreath(a: PersonMention | undefined, b: PersonMention | undefined): boolean {
  return (
    a !== undefined && b !== undefined && a.block === b.block && Math.abs(a.at - b.at) <= breath
  );
}

function add(person: Person, index: number, mention: PersonMention): void {
  person.mentions.push(index);
  for (const title of mention.titles) person.titles.add(title);
  person.gender ??= mention.gender;
}

/** The person who bears a full name already: the one named last, where it fits more than one. */
function fullMatch(
  parts: readonly string[],
  suffix: string | undefined,
  mention: PersonMention,
  byPart: ReadonlyMap<string, Person[]>,
  namesakes: ReadonlySet<string>,
): Person | undefined {
  const shared = sharedName({ parts, suffix });
  const own = shared !== undefined && namesakes.has(shared) ? mark({ parts, suffix }) : undefined;
  const seen = new Set<Person>();
  let best: Person | undefined;
  for (const part of [parts.at(-1), parts[0]]) {
    for (const person of (byPart.get(part ?? '') ?? []).slice(-mostOptions)) {
      if (seen.has(person)) continue;
      seen.add(person);
      if (
        mention.knownId !== undefined &&
        person.knownId !== undefined &&
        person.knownId !== mention.knownId
      )
        continue;
      if (own !== undefined && person.mark !== own && sharedName(person) === shared) continue;
      if (!isSame(parts, suffix, person) || !genderFits(mention, person)) continue;
      if (!best || (person.mentions.at(-1) ?? -1) > (best.mentions.at(-1) ?? -1)) best = person;
    }
  }
  return best;
}

const genderFits = (mention: PersonMention, person: Person): boolean =>
  mention.gender === undefined || person.gender === undefined || mention.gender === person.gender;

/** Whether two full names can be one person's. */
function isSame(parts: readonly string[], suffix: string | undefined, person: Person): boolean {
  const other = person.parts;
  if (suffix !== person.suffix && suffix !== undefined && person.suffix !== undefined) return false;
  // A father and a son are told apart by the suffix alone: without it either can be meant.
  if (other.length < 2) return false;
  const [short, long] = parts.length <= other.length ? [parts, other] : [other, parts];
  if (short.length === long.length)
    return short.every((part, at) => agree(part, long[at] as string));
  // "García Márquez", "Pedro Sánchez" of longer names.
  if (
    short.every((part, at) => part === long[at]) &&
    long.length - short.length === 1 &&
    short.length > 1
  )
    return true;
  if (short.every((part, at) => part === long[long.length - short.length + at])) return true;
  // First and last agree; middle names may be left out. Of initials the first must agree: H.W. and W. are two.
  const [middle, longMiddle] = [short.slice(1, -1)[0], long.slice(1, -1)[0]];
  if (
    middle !== undefined &&
    longMiddle !== undefined &&
    !agree(middle, longMiddle) &&
    (isInitial(middle) || isInitial(longMiddle))
  )
    return false;
  return (
    (short.length === 2 &&
      agree(short[0] as string, long[0] as string) &&
      short[1] === long.at(-1)) ||
    (short.length > 2 &&
      agree(short[0] as string, long[0] as string) &&
      short.at(-1) === long.at(-1) &&
      inOrder(short, long))
  );
}

function inOrder(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const part of long) if (at < short.length && agree(short[at] as string, part)) at++;
  return at === short.length;
}

/** The same part, or an initial of it: "V.", "J.K."; or a short form: "Bill". */
function agree(a: string, b: string): boolean {
  if (a === b || isShortFor(a, b)) return true;
  const initial = (short: string, long: string): boolean =>
    /^(?:\p{L}\.?|(?:\p{L}\.){2,3})$/u.test(short) && long.startsWith(short[0] as string);
  return initial(a, b) || initial(b, a);
}

/** Who may be meant by a surname, or failing that by a given name. */
function optionsFor(
  key: string,
  parts: readonly string[],
  mention: PersonMention,
  byPart: ReadonlyMap<string, Person[]>,
): Person[] {
  const last = parts.at(-1) ?? '';
  const all = [...(byPart.get(key) ?? [])];
  if (all.length === 0 && parts.length > 1) all.push(...(byPart.get(last) ?? []));
  if (all.length === 0 && /^(?:al|el)-/.test(last))
    all.push(...(byPart.get(last.replace(/^(?:al|el)-/, '')) ?? []));
  const fitting = [...new Set(all.slice(-mostOptions))].filter((person) =>
    genderFits(mention, person),
  );
  if (fitting.length <= 1) return fitting;
  const bySurname = fitting.filter((person) => surnamesOf(person.parts).includes(key));
  const named = bySurname.length > 0 ? bySurname : fitting;
  const titled = named.filter((person) => mention.titles.some((title) => person.titles.has(title)));
  if (titled.length > 0) return titled;
  // "Holt’s wife, Sandra Holt, wept. Holt was jailed." A surname alone stays his whose relative she is.
  const main = named.filter(({ relative }) => !relative);
  return main.length === 1 ? main : named;
}
