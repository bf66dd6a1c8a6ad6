/** Compiles the lexicon that ships in the model: lists of names, words that go with names, and what the corpora show of each word. */
import { readFileSync } from 'node:fs';
import { nameTypes, typeOf } from '../../plugins/entities/tagger/labels.ts';
import {
  classBit,
  find,
  fold,
  Lexicon,
  phraseClasses,
  type WordClass,
  type WordEntry,
} from '../../plugins/entities/tagger/lexicon.ts';
import { hashString } from '../../plugins/entities/tagger/hash.ts';
import { tokens } from '../../src/text/tokens.ts';
import type { Example } from './corpora.ts';
import { cities, commonWords, countries, firms, personNames } from './names.ts';

/** Counts of a word: in lower case and capitalised inside sentences, in names of each type, and capitalised outside names. */
interface Tally {
  lower: number;
  capital: number;
  types: Float64Array;
  outside: number;
}

const emptyTally = (): Tally => ({
  lower: 0,
  capital: 0,
  types: new Float64Array(nameTypes.length),
  outside: 0,
});

/** What a document shows of its words. */
function tally(document: readonly Example[]): Map<string, Tally> {
  const result = new Map<string, Tally>();
  for (const { words, allowed } of document) {
    const shouted = words.filter((word) => /^\p{Lu}/u.test(word)).length > 0.6 * words.length;
    for (const [index, word] of words.entries()) {
      if (!/\p{L}/u.test(word)) continue;
      const key = fold(word);
      let counts = result.get(key);
      if (!counts) result.set(key, (counts = emptyTally()));
      const capital = /^\p{Lu}/u.test(word);
      if (!shouted && index > 0 && /[\p{L}\p{N},;]$/u.test(words[index - 1] ?? ''))
        counts[capital ? 'capital' : 'lower']++;
      const bits = allowed[index] ?? 1;
      if (bits === 1 && capital) counts.outside++;
      if (bits > 1 && (bits & (bits - 1)) === 0) {
        const type = typeOf(31 - Math.clz32(bits));
        counts.types[type] = (counts.types[type] ?? 0) + 1;
      }
    }
  }
  return result;
}

/** 0 unseen, 1 always capitalised to 7 always in lower case. */
function casingCode(lower: number, capital: number): number {
  const total = lower + capital;
  if (total < 1) return 0;
  const share = lower / total;
  if (share === 0) return total > 2 ? 1 : 2;
  if (share < 0.1) return 2;
  if (share < 0.5) return 3;
  if (share < 0.85) return 4;
  if (share < 1) return 5;
  return total > 3 ? 7 : 6;
}

/** 0 unseen in names; otherwise the commonest type, how sure it is, and whether the word is mostly outside names. */
function typeCode(types: ArrayLike<number>, outside: number): number {
  let best = 0;
  let total = 0;
  for (let type = 0; type < nameTypes.length; type++) {
    total += types[type] ?? 0;
    if ((types[type] ?? 0) > (types[best] ?? 0)) best = type;
  }
  if (total < 1) return outside >= 3 ? 30 : outside >= 1 ? 29 : 0;
  if (outside > 2 * total) return 22 + best;
  if (total < 2) return 15 + best;
  return (types[best] ?? 0) >= 0.8 * total ? 1 + best : 8 + best;
}

/** Puts entries together, with or without the document that is being trained on. */
export class LexiconBuilder {
  readonly #classes = new Map<string, number>();
  readonly #phrases = new Map<string, number>();
  readonly #common = commonWords();
  readonly #totals = new Map<string, Tally>();

  constructor(folder: URL) {
    this.#readWords(readFileSync(new URL('words.txt', folder), 'utf8'));
    this.#readWords(readFileSync(new URL('places.txt', folder), 'utf8'));
    this.#readPhrases(readFileSync(new URL('phrases.txt', folder), 'utf8'));
    this.#addPeople();
    this.#addPlaces();
    this.#addFirms();
  }

  #add(word: string, name: WordClass): void {
    const key = fold(word);
    this.#classes.set(key, (this.#classes.get(key) ?? 0) | classBit(name));
  }

  #addPhrase(phrase: string, name: (typeof phraseClasses)[number]): void {
    const words = tokens(phrase).map(({ start, end }) => fold(phrase.slice(start, end)));
    const first = words[0];
    if (!first || words.length < 2 || words.length > 6) return;
    const key = words.join(' ');
    if (!this.#phrases.has(key)) this.#phrases.set(key, phraseClasses.indexOf(name));
    this.#add(first, 'phraseStart');
  }

  #addName(name: string, word: WordClass, phrase: (typeof phraseClasses)[number]): void {
    if (/[\s-]/.test(name)) this.#addPhrase(name, phrase);
    else this.#add(name, word);
  }

  #readWords(content: string): void {
    for (const section of content.split(/^\[/m).slice(1)) {
      const [name = '', words = ''] = section.split(/\](.*)/s);
      for (const word of words.trim().split(/\s+/)) this.#addListed(word, name as WordClass);
    }
  }

  /** A word of a list; a hyphen in a place's name stands for a space or for itself. */
  #addListed(word: string, name: WordClass): void {
    if (!/^\p{Lu}.*-/u.test(word)) this.#add(word, name);
    else if (name === 'region' || name === 'landmark') {
      this.#addPhrase(word.replaceAll('-', ' '), name);
      this.#addPhrase(word, name);
    } else if (name === 'org') this.#addPhrase(word, 'org');
  }

  #readPhrases(content: string): void {
    for (const section of content.split(/^\[/m).slice(1)) {
      const [name = '', list = ''] = section.split(/\](.*)/s);
      for (const phrase of list.trim().split(/[|\n]/))
        this.#addPhrase(phrase.trim(), name as (typeof phraseClasses)[number]);
    }
  }

  /** Firms by words that are nothing else that is known. */
  #addFirms(): void {
    for (const name of firms()) {
      const key = fold(name);
      if (!this.#common.has(key) && !this.#classes.has(key)) this.#add(name, 'org');
    }
  }

  #addPeople(): void {
    for (const { given, surnames } of personNames()) {
      for (const name of given)
        for (const part of name.split(/[\s-]+/))
          if (/^\p{Lu}./u.test(part)) this.#add(part, 'given');
      for (const name of surnames)
        for (const part of name.split(/[\s-]+/))
          if (/^\p{Lu}./u.test(part)) this.#add(part, 'surname');
    }
  }

  #addPlaces(): void {
    for (const country of countries()) {
      const native = Object.values(country.name.native).map((each) => each.common);
      for (const name of [
        country.name.common,
        country.name.official,
        ...country.altSpellings,
        ...native,
      ]) {
        if (name.length > 2 && /^\p{Script=Latin}/u.test(name))
          this.#addName(name, 'country', 'country');
      }
      for (const name of [
        'US',
        'U.S.',
        'UK',
        'U.K.',
        'UAE',
        'USA',
        'U.S.A.',
        'USSR',
        'DRC',
        'Britain',
        'England',
        'Burma',
        'Holland',
        'Swaziland',
        'Macedonia',
        'Congo',
        'Korea',
        'America',
      ])
        this.#add(name, 'country');
      for (const name of country.capital) this.#addName(name, 'bigCity', 'city');
      for (const name of [country.region, country.subregion])
        if (name) this.#addName(name, 'region', 'region');
      for (const demonym of Object.values(country.demonyms)) {
        for (const name of [demonym.f, demonym.m]) {
          if (!name) continue;
          for (const part of name.split(/[\s,]+/)) if (part.length > 3) this.#add(part, 'demonym');
          if (!/\s/.test(name) && /an$|i$/.test(name)) this.#add(`${name}s`, 'demonym');
        }
      }
    }
    for (const { name, population } of cities()) {
      if (population < 5000 || !/^\p{Script=Latin}/u.test(name)) continue;
      const simple = name.replace(/\s*\(.*/, '');
      if (/[\s-]/.test(simple)) {
        if (population >= 10000) this.#addPhrase(simple, 'city');
      } else if (simple.length > 2 && population >= 15000)
        this.#add(simple, population >= 200000 ? 'bigCity' : 'city');
    }
  }

  /** Counts the words of all documents. */
  learn(documents: readonly (readonly Example[])[]): void {
    for (const document of documents) {
      for (const [key, counts] of tally(document)) {
        let total = this.#totals.get(key);
        if (!total) this.#totals.set(key, (total = emptyTally()));
        total.lower += counts.lower;
        total.capital += counts.capital;
        total.outside += counts.outside;
        for (let type = 0; type < nameTypes.length; type++)
          total.types[type] = (total.types[type] ?? 0) + (counts.types[type] ?? 0);
      }
    }
  }

  #entry(key: string, without?: Tally): WordEntry {
    const total = this.#totals.get(key);
    const classes = this.#classes.get(key) ?? 0;
    // What a dictionary has in lower case counts as seen so a few times.
    const unseen = this.#common.has(key) ? 6 : 0;
    if (!total) return { classes, casing: unseen, types: 0 };
    const types = without
      ? total.types.map((count, type) => count - (without.types[type] ?? 0))
      : total.types;
    return {
      classes,
      casing:
        casingCode(total.lower - (without?.lower ?? 0), total.capital - (without?.capital ?? 0)) ||
        unseen,
      types: typeCode(types, total.outside - (without?.outside ?? 0)),
    };
  }

  /** Entries as they are for a document that has not been seen: what it shows itself is left out. */
  without(document: readonly Example[]): (word: string) => WordEntry {
    const own = tally(document);
    return (word) => {
      const key = fold(word);
      return this.#entry(key, own.get(key));
    };
  }

  /** The table that ships. */
  build(): Lexicon {
    const entries: [number, number][] = [];
    const keys = new Set([...this.#classes.keys(), ...this.#totals.keys(), ...this.#common]);
    for (const key of [...keys].sort()) {
      const { classes, casing, types } = this.#entry(key);
      // A word seen once or twice in lower case tells nothing that its look does not, unless a dictionary has it.
      if (!classes && types === 0 && (casing === 0 || (casing === 6 && !this.#common.has(key))))
        continue;
      const value = (classes | (casing << 24) | (types << 27)) >>> 0;
      if (value) entries.push([hashString(key), value]);
    }
    const wordSlots = Math.ceil(entries.length / fullness);
    const words = new Uint32Array(wordSlots);
    const wordPrints = new Uint16Array(wordSlots);
    for (const [hash, value] of entries) put(words, wordPrints, hash, value);
    const phraseSlots = slotsFor(this.#phrases.size);
    const phrases = new Uint8Array(phraseSlots);
    const phrasePrints = new Uint16Array(phraseSlots);
    for (const [key, value] of this.#phrases) put(phrases, phrasePrints, hashString(key), value);
    return new Lexicon(words, wordPrints, phrases, phrasePrints);
  }
}

/** The share of the words' slots that are taken. Fuller is smaller and slower, but a word is looked up once in a process. */
const fullness = 0.93;

function slotsFor(count: number): number {
  let slots = 1024;
  while (slots * 0.75 < count) slots *= 2;
  return slots;
}

function put(
  values: Uint32Array | Uint8Array,
  prints: Uint16Array,
  hash: number,
  value: number,
): void {
  const slot = find(values, prints, hash);
  if (values[slot]) return;
  values[slot] = value;
  prints[slot] = hash >>> 16;
}
