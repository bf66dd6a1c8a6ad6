/** Makes new training documents of annotated ones: other names in the places of theirs, and headlines in other cases. */
import { classBit, type WordEntry } from '../../plugins/entities/tagger/lexicon.ts';
import {
  beginOf,
  insideOf,
  isInside,
  nameTypes,
  typeOf,
} from '../../plugins/entities/tagger/labels.ts';
import { tokens } from '../../src/text/tokens.ts';
import type { Example } from './corpora.ts';
import { cities, countries, firms, personNames, romanise } from './names.ts';
import { pick, type Random } from './random.ts';

interface Mention {
  start: number;
  end: number;
  type: number;
}

const sure = (bits: number): number =>
  bits > 0 && (bits & (bits - 1)) === 0 ? 31 - Math.clz32(bits) : -1;

function mentions({ allowed }: Example): Mention[] {
  const result: Mention[] = [];
  let open: Mention | undefined;
  for (let at = 0; at < allowed.length; at++) {
    const label = sure(allowed[at] ?? 1);
    if (label <= 0) open = undefined;
    else if (isInside(label) && open) open.end = at + 1;
    else {
      open = { start: at, end: at + 1, type: typeOf(label) };
      result.push(open);
    }
  }
  return result;
}

const per = nameTypes.indexOf('PER');
const org = nameTypes.indexOf('ORG');
const loc = nameTypes.indexOf('LOC');

/** Replaces names by names of the same kind from elsewhere. */
export class Replacer {
  readonly #people = personNames().filter(
    ({ given, surnames }) => given.length > 20 && surnames.length > 20,
  );
  readonly #towns: string[];
  readonly #organisations: string[][] = [];
  readonly #single: string[][] = [];
  readonly #places: string[][] = [];
  readonly #firms = firms();
  readonly #teams = countries()
    .map(({ name }) => name.common)
    .filter((name) => /^[A-Z][a-z]+(?: [A-Z][a-z]+)?$/.test(name));
  readonly #entry: (word: string) => WordEntry;

  constructor(documents: readonly (readonly Example[])[], entry: (word: string) => WordEntry) {
    this.#entry = entry;
    this.#towns = cities()
      .filter(
        ({ population, name }) =>
          population > 30000 && romanise(name) === name && /^\p{Lu}/u.test(name),
      )
      .map(({ name }) => name);
    for (const example of documents.flat()) {
      for (const { start, end, type } of mentions(example)) {
        const words = example.words.slice(start, end);
        if (!words.every((word) => /^[\p{Lu}&-]|^(?:of|the|and|for|de|la|del|al)$/u.test(word)))
          continue;
        if (type === org) this.#organisations.push(words);
        if (type === org && words.length === 1) this.#single.push(words);
        if (type === loc && words.length > 1) this.#places.push(words);
      }
    }
  }

  /** The document with about `share` of its different names replaced, each everywhere in the same way. */
  replace(document: readonly Example[], share: number, random: Random): Example[] {
    const chosen = new Map<string, string[] | undefined>();
    const surnames = new Map<string, string>();
    const all = document.map(mentions);
    // Full names first, so that a surname that stands alone follows them.
    for (const [number, example] of document.entries()) {
      for (const { start, end, type } of all[number] ?? []) {
        const words = example.words.slice(start, end);
        const key = `${String(type)} ${words.join(' ')}`;
        if (type !== per || words.length < 2 || words.length > 5 || chosen.has(key)) continue;
        if (random() > share) continue;
        const { locale, given, surnames: family } = pick(this.#people, random);
        const last = words.at(-1) ?? '';
        const surname = surnames.get(last) ?? pick(family, random);
        surnames.set(last, surname);
        const middle =
          random() < 0.1
            ? ` ${pick(given, random)}`
            : random() < 0.1
              ? ` ${pick(given, random).charAt(0)}.`
              : '';
        const familyFirst = locale === 'chinese' || locale === 'korean';
        chosen.set(
          key,
          split(
            familyFirst
              ? `${surname} ${pick(given, random)}`
              : `${pick(given, random)}${middle} ${surname}`,
          ),
        );
      }
    }
    return document.map((example, number) => {
      const words: string[] = [];
      const touches: boolean[] = [];
      const allowed: number[] = [];
      let at = 0;
      const copy = (to: number): void => {
        for (; at < to; at++) {
          words.push(example.words[at] ?? '');
          touches.push(example.touches[at] ?? false);
          allowed.push(example.allowed[at] ?? 1);
        }
      };
      for (const mention of all[number] ?? []) {
        copy(mention.start);
        const old = example.words.slice(mention.start, mention.end);
        const next = this.#other(old, mention.type, chosen, surnames, share, random);
        if (!next) copy(mention.end);
        else {
          for (const [index, word] of next.entries()) {
            words.push(word);
            const hyphen = word === '-' || next[index - 1] === '-';
            touches.push(index === 0 ? (example.touches[mention.start] ?? false) : hyphen);
            allowed.push(1 << (index === 0 ? beginOf(mention.type) : insideOf(mention.type)));
          }
          at = mention.end;
        }
      }
      copy(example.words.length);
      return { text: '', words, touches, allowed: Int32Array.from(allowed) };
    });
  }

  /** A name made of the parts of others. */
  #invented(random: Random): string[] {
    const { given, surnames } = pick(this.#people, random);
    const name = pick(shapes, random).replace(/\b[TSG]\b/g, (part) =>
      part === 'T' ? pick(this.#towns, random) : pick(part === 'S' ? surnames : given, random),
    );
    return split(name);
  }

  #other(
    old: string[],
    type: number,
    chosen: Map<string, string[] | undefined>,
    surnames: Map<string, string>,
    share: number,
    random: Random,
  ): string[] | undefined {
    const key = `${String(type)} ${old.join(' ')}`;
    if (chosen.has(key)) return chosen.get(key);
    let next: string[] | undefined;
    const shouted = old.every((word) => word === word.toUpperCase()) && old.join('').length > 3;
    if (type === per && old.length === 1) {
      const surname = surnames.get(old[0] ?? '');
      if (surname) next = split(surname);
      else if (random() < share * 0.5)
        next = split(pick(pick(this.#people, random).surnames, random));
    } else if (type === loc && old.length === 1 && random() < share) {
      // A town for a town; a country, a river or a street stays what its words say.
      const classes = this.#entry(old[0] ?? '').classes;
      if (!(classes & (classBit('country') | classBit('region') | classBit('landmark'))))
        next = split(pick(this.#towns, random));
    } else if (type === loc && old.length > 1 && random() < share * 0.3) {
      next = pick(this.#places, random);
    } else if (type === org && old.length > 1 && random() < share * 0.6) {
      next =
        random() < 0.5
          ? this.#invented(random)
          : pick(
              this.#organisations.filter((each) => each.length > 1),
              random,
            );
    } else if (type === org && old.length === 1 && random() < share * 0.4) {
      // A firm, an acronym or a national team for the like; "police" stays what it is.
      const word = old[0] ?? '';
      const { classes } = this.#entry(word);
      if (/^[A-Z]{2,6}$/.test(word)) next = [acronym(random)];
      else if (classes & classBit('country')) next = split(pick(this.#teams, random));
      else if (!(classes & known))
        next = random() < 0.5 ? pick(this.#single, random) : [pick(this.#firms, random)];
    }
    if (shouted && next) next = next.map((word) => word.toUpperCase());
    chosen.set(key, next);
    return next;
  }
}

/** Single words that are no firm's name, or not that alone. */
const known =
  classBit('country') |
  classBit('region') |
  classBit('demonym') |
  classBit('orgHead') |
  classBit('team');

const consonants = 'BCDFGHKLMNPRSTVW';
const letters = 'AACDEEFIILMNOPRSTU';

function acronym(random: Random): string {
  const length = 3 + Math.floor(random() * 2.4);
  let result = consonants.charAt(Math.floor(random() * consonants.length));
  while (result.length < length) result += letters.charAt(Math.floor(random() * letters.length));
  return result;
}

/** Shapes of organisations' names: T a town or a country, S a surname, G a given name. */
const shapes = (
  'T University|University of T|T Football Club|T City Council|T Police|Bank of T|T Development Bank|T Medical Association|T Chamber of Commerce|' +
  'T Institute of Technology|T Airlines|T Electricity Company|T Ports Authority|T Times|T Herald|T Daily|Radio T|T High Court|T Supreme Court|' +
  "T Workers Union|T Teachers Association|Save T Campaign|T Liberation Front|T National Party|People's Party of T|T Green Alliance|Free T Movement|" +
  'T General Hospital|T Stock Exchange|T Cricket Board|T Athletics Federation|T Olympic Committee|T Armed Forces|T Air Force|T Navy|T Coast Guard|' +
  'Ministry of Health of T|T Ministry of Defence|T Ministry of Foreign Affairs|T Central Bank|T Electoral Commission|T Human Rights Commission|' +
  'S & S|S and Sons|S Brothers|S Group|S Holdings|S Foundation|G S Foundation|S Institute|S Pharmaceuticals|S Motors|S Capital|S Partners|S Energy|' +
  'S Industries|S Media|S Technologies|S Airlines|S Steel|S Mining|S Research Center|G S University|S , S & S|S-S|S Securities|S Insurance|S Studios'
).split('|');

function split(name: string): string[] {
  return tokens(name).map(({ start, end }) => name.slice(start, end));
}

const small = new Set([
  'a',
  'an',
  'the',
  'of',
  'in',
  'on',
  'at',
  'to',
  'for',
  'and',
  'or',
  'but',
  'as',
  'by',
  'with',
  'from',
  'over',
  'after',
]);

/** A sentence in capitals or in title case, as headlines have it, or in lower case, as hasty writers do. */
export function recase(example: Example, style: 'upper' | 'title' | 'lower'): Example {
  const words = example.words.map((word, index) =>
    style === 'lower'
      ? word.toLowerCase()
      : style === 'upper'
        ? word.toUpperCase()
        : index > 0 && small.has(word)
          ? word
          : word.charAt(0).toUpperCase() + word.slice(1),
  );
  return { ...example, words };
}
