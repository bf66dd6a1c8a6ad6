/**
 * Finds a passage by its own words, as the TextQuoteSelector of the W3C Web Annotation model does: `exact`, with a `prefix` and a
 * `suffix` where the words stand more than once.
 *
 * What typography and cleaning up change doesn't count: white space, the kind of quotation marks and dashes, doubled stops, invisible
 * characters. Of what stands around a passage only letters and digits count. Nothing else is guessed: words that have changed are
 * words that are gone.
 */
import type { QuoteSelector } from '../model/index.ts';

/** A passage of one of several texts. */
export interface QuotePlace {
  /** Which text. */
  text: number;
  /** Offsets into it, end exclusive. */
  start: number;
  end: number;
}

export interface QuoteMatches {
  /** Where the selector's words stand, in order. */
  places: QuotePlace[];
  /** Where the quote stands in other surroundings than those given. */
  elsewhere: QuotePlace[];
}

/** Stands between two texts; no quote holds it. */
const separator = '\n';
/** Nothing is gained by more context than this, in letters. */
const longestContext = 300;

/** Texts in which passages are looked for. Made once for all passages: each search takes time linear in the texts. */
export class QuoteIndex {
  readonly #texts: readonly string[];
  readonly #folded = new Folded();
  /** What all texts are, one after the other, folded. */
  readonly #value: string;
  /** For each text, where it begins among the folded characters. */
  readonly #starts: number[] = [];
  /** Letters and digits of all texts, in lower case. */
  readonly #letters: string;
  /** For each folded character, how many of the letters stand before it. */
  readonly #lettersBefore: Int32Array;
  readonly #known = new Map<string, QuotePlace[]>();

  constructor(texts: readonly string[]) {
    this.#texts = texts;
    for (const text of texts) {
      this.#starts.push(this.#folded.length);
      this.#folded.add(text);
      this.#folded.close(separator);
    }
    const { value } = this.#folded;
    this.#value = value;
    this.#lettersBefore = new Int32Array(value.length + 1);
    const letters: string[] = [];
    let count = 0;
    for (let at = 0; at < value.length;) {
      const character = String.fromCodePoint(value.codePointAt(at) as number);
      const own = isWord(character) ? character.toLowerCase() : '';
      for (let unit = 0; unit < character.length; unit++) this.#lettersBefore[at + unit] = count;
      letters.push(own);
      count += own.length;
      at += character.length;
    }
    this.#lettersBefore[value.length] = count;
    this.#letters = letters.join('');
  }

  /** The passages that a selector means: one, none or several. */
  find(selector: Readonly<QuoteSelector>): QuoteMatches {
    const places: QuotePlace[] = [];
    const elsewhere: QuotePlace[] = [];
    const context = contextOf(selector);
    for (const quote of withAndWithoutBrackets(selector.quote)) {
      const all = this.#placesOf(quote);
      for (const place of all) (this.#fits(place, context) ? places : elsewhere).push(place);
      if (all.length > 0) break;
    }
    return { places, elsewhere };
  }

  /**
   * The shortest selector that means a passage and no other: its words alone, or with as much before and behind it as it takes.
   * Undefined where its surroundings are the same as another's.
   */
  selectorOf({ text, start, end }: QuotePlace): QuoteSelector | undefined {
    const own = this.#texts[text] as string;
    const quote = oneLine(own.slice(start, end));
    if (quote === '') return undefined;
    const before = oneLine(
      `${this.#texts[text - 1]?.slice(-400) ?? ''} ${own.slice(Math.max(0, start - 400), start)}`,
    );
    const behind = oneLine(
      `${own.slice(end, end + 400)} ${this.#texts[text + 1]?.slice(0, 400) ?? ''}`,
    );
    const isIt = (selector: QuoteSelector): boolean => {
      const { places } = this.find(selector);
      const [place] = places;
      return places.length === 1 && place?.text === text && place.start < end && place.end > start;
    };
    const candidates: QuoteSelector[] = [{ quote }];
    for (const words of [3, 6, 12, 24]) {
      const after = lastWords(before, words);
      const next = firstWords(behind, words);
      if (after !== '') candidates.push({ quote, after });
      if (next !== '') candidates.push({ quote, before: next });
      if (after !== '' && next !== '') candidates.push({ quote, after, before: next });
    }
    return candidates.find(isIt);
  }

  #placesOf(quote: string): QuotePlace[] {
    const folded = fold(quote);
    const known = this.#known.get(folded.value);
    if (known) return known;
    const places = occurrences(this.#value, folded.value)
      .filter((at) => this.#isWhole(at, at + folded.length))
      .map((at) => this.#placeOf(at, at + folded.length));
    this.#known.set(folded.value, places);
    return places;
  }

  /** Whether a range begins and ends with a word where it begins and ends with a letter. */
  #isWhole(start: number, end: number): boolean {
    return !isJoined(this.#value, start) && !isJoined(this.#value, end);
  }

  #placeOf(start: number, end: number): QuotePlace {
    let text = 0;
    for (let low = 0, high = this.#starts.length - 1; low <= high;) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] as number) <= start) {
        text = middle;
        low = middle + 1;
      } else high = middle - 1;
    }
    return {
      text,
      start: this.#folded.startOf(start),
      end: this.#folded.endOf(end - 1),
    };
  }

  /** Whether a place stands in the surroundings that are given. Each may be written in more than one way. */
  #fits(place: QuotePlace, { after, before }: Context): boolean {
    if (!after && !before) return true;
    const letters = this.#letters;
    const from = this.#lettersBefore[this.#foldedAt(place.text, place.start)] as number;
    const to = this.#lettersBefore[this.#foldedAt(place.text, place.end)] as number;
    const isBehind = (each: string): boolean =>
      each.length <= from && letters.startsWith(each, from - each.length);
    return (
      (!after || after.some(isBehind)) &&
      (!before || before.some((each) => letters.startsWith(each, to)))
    );
  }

  /** The first folded character that comes from an offset of a text or from behind it. */
  #foldedAt(text: number, offset: number): number {
    let low = this.#starts[text] as number;
    let high = (this.#starts[text + 1] ?? this.#folded.length + 1) - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#folded.startOf(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A text without what typography changes, and where each of its characters came from. */
class Folded {
  readonly #parts: string[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  #last = '';
  #space = false;

  get length(): number {
    return this.#from.length;
  }

  get value(): string {
    return this.#parts.join('');
  }

  add(text: string): void {
    let at = 0;
    for (const character of text) {
      const end = at + character.length;
      const plain = foldCharacter(character);
      if (plain === ' ') this.#space = true;
      else if (plain !== '') {
        // White space tells words apart, and nothing else.
        if (this.#space && isWord(this.#last) && isWord(firstOf(plain)))
          this.#push(' ', at - 1, at);
        this.#space = false;
        if (plain === this.#last && !isWord(plain)) this.#to[this.#to.length - 1] = end;
        else this.#push(plain, at, end);
      }
      at = end;
    }
  }

  /** Ends a text, so that nothing is found across its end. */
  close(mark: string): void {
    this.#last = '';
    this.#space = false;
    this.#push(mark, Infinity, Infinity);
    this.#last = '';
  }

  startOf(at: number): number {
    return this.#from[at] as number;
  }

  endOf(at: number): number {
    return this.#to[at] as number;
  }

  #push(value: string, from: number, to: number): void {
    this.#parts.push(value);
    for (let unit = 0; unit < value.length; unit++) {
      this.#from.push(from);
      this.#to.push(to);
    }
    this.#last = value.slice(-1);
  }
}

function fold(text: string): { value: string; length: number } {
  const folded = new Folded();
  folded.add(text.trim());
  return folded;
}

const characters: Readonly<Record<string, string>> = {
  '“': '"', '”': '"', '„': '"', '‟': '"', '«': '"', '»': '"', '″': '"',
  '‘': "'", '’': "'", '‚': "'", '‛': "'", '‹': "'", '›': "'", '′': "'", 'ʼ': "'", '`': "'", '´': "'",
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '−': '-',
  '…': '.',
}; // prettier-ignore

function foldCharacter(character: string): string {
  const code = character.codePointAt(0) as number;
  if (code < 0x80) {
    if (code > 0x20) return code === 0x60 ? "'" : code === 0x7f ? '' : character;
    return code === 0x20 || (code >= 0x09 && code <= 0x0d) ? ' ' : '';
  }
  const known = characters[character];
  if (known !== undefined) return known;
  if (/\s/u.test(character)) return ' ';
  // Soft hyphens, zero-width characters, marks of direction.
  if (/[\u00AD\p{Cf}\p{Cc}]/u.test(character)) return '';
  return character.normalize('NFKD');
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) as number);
}

function isWord(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x80)
    return (
      (code >= 0x30 && code <= 0x39) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x61 && code <= 0x7a)
    );
  return /[\p{L}\p{N}\p{M}]/u.test(character);
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether the characters on both sides of an offset belong to one word. */
function isJoined(text: string, at: number): boolean {
  const before = text[at - 1];
  const behind = text[at];
  if (before === undefined || behind === undefined) return false;
  if (unspaced.test(before) || unspaced.test(behind)) return false;
  return isWordUnit(text, at - 1) && isWordUnit(text, at);
}

function isWordUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // The half of a pair stands for the whole.
  if (code >= 0xdc00 && code <= 0xdfff) return isWord(text.slice(at - 1, at + 1));
  return isWord(String.fromCodePoint(text.codePointAt(at) as number));
}

/** Where a text stands in another, also where it overlaps itself. Linear in both (Knuth, Morris, Pratt). */
function occurrences(text: string, wanted: string): number[] {
  if (wanted === '') return [];
  const fallback = new Int32Array(wanted.length);
  for (let at = 1, length = 0; at < wanted.length; at++) {
    while (length > 0 && wanted[at] !== wanted[length]) length = fallback[length - 1] as number;
    if (wanted[at] === wanted[length]) length++;
    fallback[at] = length;
  }
  const result: number[] = [];
  // The search of the engine finds the first place sooner, and most words stand nowhere or seldom.
  const first = text.indexOf(wanted.slice(0, 32));
  if (first < 0) return [];
  for (let at = first, length = 0; at < text.length; at++) {
    while (length > 0 && text[at] !== wanted[length]) length = fallback[length - 1] as number;
    if (text[at] === wanted[length]) length++;
    if (length === wanted.length) {
      result.push(at - length + 1);
      length = fallback[length - 1] as number;
    }
  }
  return result;
}

/** Words may be copied with the citations that later leave the text: "the ministry said (AFP, May 3) that". */
function withAndWithoutBrackets(text: string): string[] {
  const without = text.replace(/[([][^()[\]]{0,2000}[)\]]/g, ' ');
  return without === text || lettersOf(without) === '' ? [text] : [text, without];
}

/** The letters of what stands before and behind a passage, in each way in which that may be written. */
interface Context {
  after: string[] | undefined;
  before: string[] | undefined;
}

function contextOf({ after, before }: Readonly<QuoteSelector>): Context {
  const lettersIn = (text: string | undefined): string[] | undefined =>
    text === undefined ? undefined : withAndWithoutBrackets(text).map(lettersOf);
  return {
    after: lettersIn(after)?.map((each) => each.slice(-longestContext)),
    before: lettersIn(before)?.map((each) => each.slice(0, longestContext)),
  };
}

function lettersOf(text: string): string {
  let letters = '';
  for (const character of fold(text).value)
    if (isWord(character)) letters += character.toLowerCase();
  return letters;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function lastWords(text: string, count: number): string {
  return text.split(' ').slice(-count).join(' ').slice(-200);
}

function firstWords(text: string, count: number): string {
  return text.split(' ').slice(0, count).join(' ').slice(0, 200);
}
