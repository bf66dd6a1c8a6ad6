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
import { cities, personNames, romanise } from './names.ts';
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
  readonly #places: string[][] = [];
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
      next = pick(
        this.#organisations.filter((each) => each.length > 1),
        random,
      );
    }
    if (shouted && next) next = next.map((word) => word.toUpperCase());
    chosen.set(key, next);
    return next;
  }
}

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
