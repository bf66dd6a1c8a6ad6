import { kinds, lexicon, markerIndex, markers, type Kind } from './lexicon.ts';

/** What is counted in the words of a sentence, in one pass. */
export interface Words {
  /** How many words there are. */
  count: number;
  letters: number;
  /** Words with a capital, the first apart. */
  capitalised: number;
  /** Words of capitals alone, from two letters. */
  capitals: number;
  /** Words with digits. */
  numeric: number;
  /** Words that end in -ed, and past forms of irregular verbs. */
  past: number;
  /** Words that end in -est, and "most". */
  superlative: number;
  /** Abstract nouns by their endings: -tion, -ity, -ness, -ment, -ism. */
  abstract: number;
  /** Content words that are not among the commonest. */
  rare: number;
  /** How many words are of each kind. */
  kinds: Record<Kind, number>;
  /** Whether each of `markers` is among the words: 0 or 1. */
  markers: Uint8Array;
  /** The first word, in lower case. */
  first: string;
  second: string;
  /** Content words, each once, in lower case and without a plural's s. */
  content: string[];
}

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’-][\p{L}\p{N}\p{M}]+)*/gu;
const abstractEnding = /(?:tion|sion|ity|ness|ment|ism|ance|ence)s?$/;
const kindNames = Object.keys(kinds) as Kind[];
const dateIndex = kindNames.indexOf('date');

export function readWords(text: string): Words {
  const counts = kindNames.map(() => 0);
  const result: Words = {
    count: 0,
    letters: 0,
    capitalised: 0,
    capitals: 0,
    numeric: 0,
    past: 0,
    superlative: 0,
    abstract: 0,
    rare: 0,
    kinds: {} as Record<Kind, number>,
    markers: new Uint8Array(markers.length),
    first: '',
    second: '',
    content: [],
  };
  const content = new Set<string>();
  for (const match of text.matchAll(word)) {
    const printed = match[0];
    const lower = printed.toLowerCase().replaceAll('’', "'");
    const flags = lexicon.get(lower) ?? 0;
    for (let bits = flags; bits !== 0; bits &= bits - 1) {
      const index = 31 - Math.clz32(bits & -bits);
      counts[index] = (counts[index] as number) + 1;
    }
    // The month, not the verb.
    if (printed === 'May' && result.count > 0)
      counts[dateIndex] = (counts[dateIndex] as number) + 1;
    const marker = markerIndex.get(lower);
    if (marker !== undefined) result.markers[marker] = 1;
    result.count++;
    result.letters += lower.length;
    if (result.count === 1) result.first = lower;
    else if (result.count === 2) result.second = lower;
    const code = printed.charCodeAt(0);
    const capital = code < 128 ? code >= 65 && code <= 90 : lower[0] !== printed[0];
    if (capital) {
      if (result.count > 1 && lower !== 'i' && !lower.startsWith("i'")) result.capitalised++;
      if (printed.length > 1 && printed === printed.toUpperCase()) result.capitals++;
    }
    if (code >= 48 && code <= 57) {
      result.numeric++;
      continue;
    }
    if (lower.length > 4 && lower.endsWith('ed')) result.past++;
    else if (flags & kinds.past) result.past++;
    if (lower === 'most' || (lower.length > 4 && lower.endsWith('est') && !(flags & kinds.stop)))
      result.superlative++;
    if (lower.length > 6 && abstractEnding.test(lower)) result.abstract++;
    if (flags & kinds.stop || lower.length < 3) continue;
    if (!(flags & kinds.common) && !capital) result.rare++;
    content.add(stem(lower));
  }
  for (const [index, kind] of kindNames.entries()) result.kinds[kind] = counts[index] as number;
  result.content = [...content];
  return result;
}

/** Brings plurals and possessives together, no more: "rivers", "river's". */
export function stem(lower: string): string {
  const base = lower.endsWith("'s") ? lower.slice(0, -2) : lower;
  if (base.length > 4 && base.endsWith('ies')) return `${base.slice(0, -3)}y`;
  return base.length > 3 && base.endsWith('s') && !base.endsWith('ss') ? base.slice(0, -1) : base;
}
