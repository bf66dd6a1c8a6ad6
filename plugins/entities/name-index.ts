import type { VocabularyWord } from './vocabulary.ts';
import { fold, isAllCaps, isCapitalised, keyOf, wordsOf } from './names.ts';

/**
 * In which case a name counts: `exact` as it is printed, `any` in whatever case, `name` as a name may be printed: as given or in
 * capitals ("European Union", "EUROPEAN UNION"; "NATO", "Nato").
 */
export type CaseRule = 'exact' | 'any' | 'name';

/** A name that was found: tokens `from` to `to`, end exclusive. */
export interface Hit<Value> {
  from: number;
  to: number;
  /** The name as it was entered. */
  name: string;
  value: Value;
}

/** A name as it was entered. */
interface Entered<Value> {
  name: string;
  value: Value;
  rule: CaseRule;
}

interface Entry<Value> extends Entered<Value> {
  words: string[];
}

/** A word of names, behind the words before it. */
class Node<Value> {
  /** Names that end here. */
  entries: Entry<Value>[] | undefined = undefined;
  next: Map<string, Node<Value>> | undefined = undefined;
  /** Of a first word: names that begin with it, and have not been taken apart, since nobody has asked for the word. */
  waiting: Entered<Value>[] | undefined = undefined;
}

/**
 * Finds any number of names in a text at once: a trie over words. Looking up costs a few steps a word of the text,
 * whatever the number of names; a name is taken apart when its first word is met for the first time.
 */
export class NameIndex<Value> {
  /** From a first word to its node. */
  readonly #roots = new Map<string, Node<Value>>();
  /** The first letters, a bit each, of first words that may be printed in lower case. */
  #small = 0;
  /** The bit by which words are marked that begin a name, once no name is added any more; 0 before. */
  #mark = 0;

  get isEmpty(): boolean {
    return this.#roots.size === 0;
  }

  add(name: string, value: Value, rule: CaseRule = 'name'): void {
    const first = firstKeyOf(name);
    if (first !== undefined) this.addUnder(first, name, value, rule);
  }

  /** As `add`, where the key of the name's first word is known. */
  addUnder(first: string, name: string, value: Value, rule: CaseRule = 'name'): void {
    this.#mark = 0;
    const unit = first.charCodeAt(0);
    // "Åland", too, begins with a capital that has no mark in the key.
    if (isSmall(unit) && (rule === 'any' || !isLarge(fold(name.charAt(0)).charCodeAt(0))))
      this.#small |= 1 << (unit - 0x61);
    let root = this.#roots.get(first);
    if (root === undefined) this.#roots.set(first, (root = new Node()));
    (root.waiting ??= []).push({ name, value, rule });
  }

  /** Says that the index is whole, and will be asked about many articles: words then remember whether they begin a name. */
  seal(): this {
    // There are no more bits than these; indexes beyond do without.
    if (this.#mark === 0 && marks < 30) this.#mark = 1 << marks++;
    return this;
  }

  /**
   * All names in a row of tokens, given as words and their keys; longer ones after shorter ones that begin at the same word.
   *
   * @param known the words of these tokens, where they are at hand
   */
  find(
    words: readonly string[],
    keys: readonly string[],
    known?: readonly VocabularyWord[],
  ): Hit<Value>[] {
    const hits: Hit<Value>[] = [];
    const small = this.#small;
    const mark = known === undefined ? 0 : this.#mark;
    for (let from = 0; from < words.length; from++) {
      if (mark !== 0) {
        const word = (known as readonly VocabularyWord[])[from] as VocabularyWord;
        if ((word.asked & mark) === 0) {
          word.asked |= mark;
          if (this.#mayBegin(word)) word.begins |= mark;
        }
        if ((word.begins & mark) === 0) continue;
      } else {
        // Most words begin no name: one look tells, and of those in lower case their letter does.
        const unit = (words[from] as string).charCodeAt(0);
        if (isSmall(unit) && ((small >>> (unit - 0x61)) & 1) === 0) continue;
      }
      let node = this.#roots.get(keys[from] as string);
      if (node === undefined) continue;
      if (node.waiting !== undefined) takeApart(node);
      for (let at = from + 1; node !== undefined; at++) {
        const { entries }: Node<Value> = node;
        if (entries !== undefined) {
          for (const entry of entries) {
            if (fits(entry, words, from))
              hits.push({ from, to: at, name: entry.name, value: entry.value });
          }
        }
        if (node.next === undefined || at >= keys.length) break;
        node = node.next.get(keys[at] as string);
      }
    }
    return hits;
  }

  #mayBegin({ text, key }: VocabularyWord): boolean {
    const unit = text.charCodeAt(0);
    if (isSmall(unit) && ((this.#small >>> (unit - 0x61)) & 1) === 0) return false;
    return this.#roots.has(key);
  }
}

/** Bits given to indexes so far. */
let marks = 0;

const isSmall = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;
const isLarge = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;

/** The key of a name's first word; undefined where it has none. */
export function firstKeyOf(name: string): string | undefined {
  // Letters up to a space are a word whatever follows.
  let end = 0;
  while (isSmall(name.charCodeAt(end)) || isLarge(name.charCodeAt(end))) end++;
  if (end > 0 && (end === name.length || name.charCodeAt(end) === 0x20))
    return name.slice(0, end).toLowerCase();
  const [first] = wordsOf(name);
  return first === undefined ? undefined : keyOf(first);
}

/** Puts the names that begin with a word in their places behind it. */
function takeApart<Value>(root: Node<Value>): void {
  const waiting = root.waiting as Entered<Value>[];
  root.waiting = undefined;
  for (const { name, value, rule } of waiting) {
    const words = wordsOf(name);
    let node = root;
    for (let at = 1; at < words.length; at++) {
      const key = keyOf(words[at] as string);
      const next: Node<Value> | undefined = node.next?.get(key);
      if (next !== undefined) node = next;
      else {
        const made = new Node<Value>();
        (node.next ??= new Map()).set(key, made);
        node = made;
      }
    }
    const entries = (node.entries ??= []);
    if (entries.some((each) => each.value === value && each.rule === rule && each.name === name))
      continue;
    entries.push({ name, value, rule, words: words.map(fold) });
  }
}

function fits<Value>(
  { words: expected, rule }: Entry<Value>,
  words: readonly string[],
  from: number,
): boolean {
  if (rule === 'any') return true;
  for (let index = 0; index < expected.length; index++) {
    const printed = words[from + index] as string;
    if (printed !== expected[index] && !fitsWord(printed, index, expected, rule)) return false;
  }
  return true;
}

function fitsWord(
  printed: string,
  index: number,
  words: readonly string[],
  rule: CaseRule,
): boolean {
  const expected = words[index] as string;
  const word = fold(printed);
  if (word === expected) return true;
  if (rule === 'exact') return false;
  const upper = word === word.toUpperCase();
  if (isAllCaps(expected)) {
    // "Nato", "Unesco"; but "It" is not IT.
    return expected.length >= 4 && isCapitalised(word) && !expected.includes('.');
  }
  if (isCapitalised(expected)) return upper && word.length > 1;
  // Small words of a name are capitalised in headlines: "Ministry Of Justice".
  return upper || words.length > 1;
}
