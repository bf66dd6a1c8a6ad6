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

interface Entry<Value> {
  name: string;
  words: string[];
  rule: CaseRule;
  value: Value;
}

/** Room for that many different words. */
const wordLimit = 2 ** 24;

/**
 * Finds any number of names in a text at once: a trie over words. Looking up costs a few steps a word of the text,
 * whatever the number of names.
 */
export class NameIndex<Value> {
  readonly #words = new Map<string, number>();
  /** From a node and a word to the next node. Node 0 is the root. */
  readonly #edges = new Map<number, number>();
  /** From a first word to its node. */
  readonly #roots = new Map<string, number>();
  readonly #entries = new Map<number, Entry<Value>[]>();
  #nodes = 1;

  /** How many nodes it has; 1 when empty. */
  get size(): number {
    return this.#nodes;
  }

  add(name: string, value: Value, rule: CaseRule = 'name'): void {
    const words = wordsOf(name);
    if (words.length === 0) return;
    let node = 0;
    for (const word of words) {
      const key = keyOf(word);
      let id = this.#words.get(key);
      if (id === undefined) this.#words.set(key, (id = this.#words.size));
      const edge = node * wordLimit + id;
      let next = this.#edges.get(edge);
      if (next === undefined) {
        this.#edges.set(edge, (next = this.#nodes++));
        if (node === 0) this.#roots.set(key, next);
      }
      node = next;
    }
    const entries = this.#entries.get(node);
    const entry = { name, words: words.map(fold), rule, value };
    if (!entries) this.#entries.set(node, [entry]);
    else if (
      !entries.some((each) => each.value === value && each.rule === rule && each.name === name)
    ) {
      entries.push(entry);
    }
  }

  /** All names in a row of tokens, given as words and their keys; longer ones after shorter ones that begin at the same word. */
  find(words: readonly string[], keys: readonly string[]): Hit<Value>[] {
    const hits: Hit<Value>[] = [];
    for (let from = 0; from < keys.length; from++) {
      // Most words begin no name: one look tells.
      let node = this.#roots.get(keys[from] as string);
      for (let at = from; node !== undefined;) {
        const entries = this.#entries.get(node);
        if (entries !== undefined) {
          for (const entry of entries) {
            if (fits(entry, words, from))
              hits.push({ from, to: at + 1, name: entry.name, value: entry.value });
          }
        }
        if (++at >= keys.length) break;
        const id = this.#words.get(keys[at] as string);
        node = id === undefined ? undefined : this.#edges.get(node * wordLimit + id);
      }
    }
    return hits;
  }
}

function fits<Value>(entry: Entry<Value>, words: readonly string[], from: number): boolean {
  if (entry.rule === 'any') return true;
  return entry.words.every((expected, index) => {
    const printed = words[from + index] as string;
    if (printed === expected) return true;
    const word = fold(printed);
    if (word === expected) return true;
    if (entry.rule === 'exact') return false;
    const upper = word === word.toUpperCase();
    if (isAllCaps(expected)) {
      // "Nato", "Unesco"; but "It" is not IT.
      return expected.length >= 4 && isCapitalised(word) && !expected.includes('.');
    }
    if (isCapitalised(expected)) return upper && word.length > 1;
    // Small words of a name are capitalised in headlines: "Ministry Of Justice".
    return upper || entry.words.length > 1;
  });
}
