import { classOf, unitClass } from '../../src/text/index.ts';
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

/** What a word counts for wherever it stands. */
interface WordForm {
  /** In lower case, with a straight apostrophe. */
  lower: string;
  /** Bits of `kinds`. */
  kinds: number;
  /** Index into `markers`; undefined for other words. */
  marker: number | undefined;
  /** Begins with a capital. */
  capital: boolean;
  /** Counts among words with a capital, where it isn't the first. */
  capitalised: boolean;
  capitals: boolean;
  numeric: boolean;
  past: boolean;
  superlative: boolean;
  abstract: boolean;
  rare: boolean;
  /** Of a content word: without a plural's s. Empty for others. */
  stem: string;
}

const { letter, digit, mark, surrogate } = unitClass;
const abstractEnding = /(?:tion|sion|ity|ness|ment|ism|ance|ence)s?$/;
const kindNames = Object.keys(kinds) as Kind[];
const dateIndex = kindNames.indexOf('date');

/** Forms that were met: nearly all words of an article are among some thousands. */
const forms = new Map<string, WordForm>();
const mostForms = 50_000;

export function readWords(text: string): Words {
  const counts = new Int32Array(kindNames.length);
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
  for (let at = wordStart(text, 0); at < text.length;) {
    const end = wordEnd(text, at);
    const form = formOf(text.slice(at, end));
    at = wordStart(text, end);
    for (let bits = form.kinds; bits !== 0; bits &= bits - 1) {
      const index = 31 - Math.clz32(bits & -bits);
      counts[index] = (counts[index] as number) + 1;
    }
    // The month, not the verb.
    if (form.lower === 'may' && form.capital && !form.capitals && result.count > 0)
      counts[dateIndex] = (counts[dateIndex] as number) + 1;
    if (form.marker !== undefined) result.markers[form.marker] = 1;
    result.count++;
    result.letters += form.lower.length;
    if (result.count === 1) result.first = form.lower;
    else if (result.count === 2) result.second = form.lower;
    if (form.capitalised && result.count > 1) result.capitalised++;
    if (form.capitals) result.capitals++;
    if (form.numeric) result.numeric++;
    if (form.past) result.past++;
    if (form.superlative) result.superlative++;
    if (form.abstract) result.abstract++;
    if (form.rare) result.rare++;
    if (form.stem !== '') content.add(form.stem);
  }
  for (let index = 0; index < kindNames.length; index++)
    result.kinds[kindNames[index] as Kind] = counts[index] as number;
  result.content = [...content];
  return result;
}

function formOf(printed: string): WordForm {
  let form = forms.get(printed);
  if (form) return form;
  if (forms.size >= mostForms) forms.clear();
  form = readForm(printed);
  forms.set(printed, form);
  return form;
}

function readForm(printed: string): WordForm {
  const lower = printed.toLowerCase().replaceAll('’', "'");
  const flags = lexicon.get(lower) ?? 0;
  const code = printed.charCodeAt(0);
  const capital = code < 128 ? code >= 65 && code <= 90 : lower[0] !== printed[0];
  const numeric = code >= 48 && code <= 57;
  const isContent = !numeric && !(flags & kinds.stop) && lower.length >= 3;
  return {
    lower,
    kinds: flags,
    marker: markerIndex.get(lower),
    capital,
    capitalised: capital && lower !== 'i' && !lower.startsWith("i'"),
    capitals: capital && printed.length > 1 && printed === printed.toUpperCase(),
    numeric,
    past: !numeric && ((lower.length > 4 && lower.endsWith('ed')) || (flags & kinds.past) !== 0),
    superlative:
      !numeric &&
      (lower === 'most' || (lower.length > 4 && lower.endsWith('est') && !(flags & kinds.stop))),
    abstract: !numeric && lower.length > 6 && abstractEnding.test(lower),
    rare: isContent && !(flags & kinds.common) && !capital,
    stem: isContent ? stem(lower) : '',
  };
}

/** Words are letters and digits with marks, joined by apostrophes and hyphens within. */
const pairStarts = /[\p{L}\p{N}]/u;
const pairGoesOn = /[\p{L}\p{N}\p{M}]/u;

/** Where the next word begins; the length of the text where none does. */
function wordStart(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const bits = classOf(text.charCodeAt(at));
    if (bits & (letter | digit)) return at;
    if (!(bits & surrogate)) continue;
    if (pairStarts.test(pairAt(text, at))) return at;
    at += pairAt(text, at).length - 1;
  }
  return text.length;
}

function wordEnd(text: string, start: number): number {
  for (let at = start; ;) {
    const next = at + lengthInWord(text, at);
    if (next > at) {
      at = next;
      continue;
    }
    const unit = text.charCodeAt(at);
    const joins = unit === 0x27 || unit === 0x2019 || unit === 0x2d;
    if (!joins || lengthInWord(text, at + 1) === 0) return at;
    at++;
  }
}

/** How many units of a character there are if it may stand in a word, else 0. */
function lengthInWord(text: string, at: number): number {
  const bits = classOf(text.charCodeAt(at));
  if (bits & (letter | digit | mark)) return 1;
  if (!(bits & surrogate)) return 0;
  const pair = pairAt(text, at);
  return pairGoesOn.test(pair) ? pair.length : 0;
}

function pairAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) as number);
}

/** Brings plurals and possessives together, no more: "rivers", "river's". */
export function stem(lower: string): string {
  const base = lower.endsWith("'s") ? lower.slice(0, -2) : lower;
  if (base.length > 4 && base.endsWith('ies')) return `${base.slice(0, -3)}y`;
  return base.length > 3 && base.endsWith('s') && !base.endsWith('ss') ? base.slice(0, -1) : base;
}
