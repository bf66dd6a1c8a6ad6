/**
 * Cuts running text into sentences.
 *
 * A full stop ends a sentence unless it belongs to an abbreviation, an initial, a number or an address, or unless what follows goes on
 * in lower case. Sentences inside a quotation are sentences of their own; brackets stay in one piece. Every decision looks at a
 * bounded stretch on either side, so that the whole is linear in the text.
 */
import {
  afterOrdinal,
  afterTime,
  anywhere,
  beforeName,
  beforeNumber,
  exclaimed,
  introducing,
  openers,
  speech,
} from './sentences/abbreviations.ts';
import { bracketed } from './sentences/brackets.ts';
import { classOf, hasWord, isSpaceAt, unitClass } from './unit-class.ts';

/** A sentence: UTF-16 offsets into the text, end exclusive, without outer white space. */
export interface Sentence {
  start: number;
  end: number;
}

/** Stops of all scripts beyond ASCII. */
const otherStops = new Set(Array.from('…。！？｡．।॥؟۔።፧։។៕။‼⁇⁈⁉‽', (stop) => stop.charCodeAt(0)));
const stops = /[.!?…。！？｡．।॥؟۔።፧։។៕။‼⁇⁈⁉‽]+/y;
/** Stops of scripts that set no space between sentences. */
const fullWidth = /[。！？｡．]/;
const spacedEllipsis = /\.(?:[ \u00A0\u202F]\.){2,3}/y;
const closers =
  /(?:["'”’»›)\]}」』）】〉》〕*_]|[“‘«‹](?=[\s,.;:)]|$)|\[\d{1,3}\]|[¹²³⁰⁴-⁹]){1,12}/y;
/** A closing mark set off by a space, as French and some typists have it. */
const distantCloser = /[ \u00A0\u202F][»›”](?=[\s,.;:!?)]|$)/y;
/** What may stand before the first letter of a sentence. */
const openingMarks = /(?:["'“‘«‹„‚»›([{¿¡「『（【〈《—–*_-]\s?){0,6}/y;
const word = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/uy;
const listItem = /\n[ \t]*(?:[•‣◦▪*–-]|\d{1,3}[.)])[ \t]+(?=\S)/y;
const blankLine = /\n[ \t\r]*\n/y;
const listMarker = /^(?:\d{1,3}(?:\.\d{1,3}){0,3}|[ivxIVX]{1,5}|\p{L})$/u;
const wordCharacter = /[\p{L}\p{M}\p{N}]/u;
const japaneseReport = /(?:と|って)/y;
const chineseReport = /[\p{Script=Han}]{0,6}?(?:说|說|道|问|問|表示|称|稱|指出|认为|認為)/uy;

const longestWord = 40;

/** By file, the sentences of its blocks that steps hand on to each other, by their text. */
const handedOn = new WeakMap<object, Map<string, readonly Sentence[]>>();

/** Longer blocks are cut again: what is handed on would be much to hold. In characters, and blocks. */
const longestHandedOn = 10_000;
const mostHandedOn = 2000;

/**
 * The sentences of a block of a file's article, kept for the next step that asks.
 *
 * @param isLast whether none is expected to ask again for this block
 */
export function sentencesIn(file: object, text: string, isLast = false): readonly Sentence[] {
  let known = handedOn.get(file);
  const found = known?.get(text);
  if (found) return found;
  const made = sentences(text);
  if (isLast || text.length > longestHandedOn) return made;
  if (!known) handedOn.set(file, (known = new Map()));
  if (known.size < mostHandedOn) known.set(text, made);
  return made;
}

/** Forgets what was kept of a file. */
export function forgetSentences(file: object): void {
  handedOn.delete(file);
}

/** The sentences of a text, in order. */
export function sentences(text: string): Sentence[] {
  const result: Sentence[] = [];
  const brackets = bracketed(text);
  let bracket = 0;
  let start = skipSpace(text, 0);

  const close = (end: number, next: number): void => {
    let last = end;
    while (last > start && isSpaceAt(text, last - 1)) last--;
    if (last > start) result.push({ start, end: last });
    start = next;
  };

  let from = start;
  for (let at = nextCandidate(text, from); at < text.length; at = nextCandidate(text, from)) {
    from = at + 1;
    if (text.charCodeAt(at) === 0x0a) {
      const next = breakAtLine(text, at, start);
      if (next !== undefined) {
        close(at, next);
        from = next;
      }
      continue;
    }
    while (bracket < brackets.length && (brackets[bracket] as Sentence).end <= at) bracket++;
    const inside = brackets[bracket];
    if (inside && inside.start < at) {
      from = inside.end;
      // "(So it was. It ended so.) Then": the stop before the closing bracket ends what stands in brackets as a whole.
      const last = /["'”’»]/.test(text[inside.end - 1] as string) ? inside.end - 2 : inside.end - 1;
      if (last >= at && matches(stops, text, last) && isWholeBracket(text, start, inside.start)) {
        const next = boundary(text, start, last, last + 1, closersEnd(text, last + 1));
        if (next) {
          close(next.end, next.start);
          from = Math.max(next.start, inside.end);
        }
      }
      continue;
    }
    const after = stopsEnd(text, at);
    const closed = closersEnd(text, after);
    const next = boundary(text, start, at, after, closed);
    from = next ? next.start : closed;
    if (next) close(next.end, next.start);
  }
  close(text.length, text.length);
  return result;
}

/** The next stop, or line feed, at which a list or a blank line may begin; the end where there is none. */
function nextCandidate(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      if (unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x0a) break;
    } else if (otherStops.has(unit)) {
      break;
    }
  }
  return at;
}

/** The next sentence's start where a line feed ends a sentence: at a blank line, or before an item of a list. */
function breakAtLine(text: string, at: number, start: number): number | undefined {
  if (matches(blankLine, text, at)) return skipSpace(text, at);
  if (!matches(listItem, text, at)) return undefined;
  const numbered = /\d/.test(text[skipSpace(text, at)] as string);
  const before =
    text
      .slice(Math.max(start, at - longestWord), at)
      .trimEnd()
      .at(-1) ?? '';
  // "on July\n12. Then" is no list.
  if (numbered && !/[.!?:;…]/.test(before) && !/^\d/.test(text.slice(start, start + 1)))
    return undefined;
  return skipSpace(text, at);
}

/**
 * Whether a sentence ends with the stops of `at` to `after` and the closing marks up to `closed`: where it ends and where
 * the next starts.
 */
function boundary(
  text: string,
  start: number,
  at: number,
  after: number,
  closed: number,
): { end: number; start: number } | undefined {
  const stop = text.slice(at, after);
  if (closed >= text.length) return { end: closed, start: text.length };
  if (fullWidth.test(stop)) {
    const reported =
      closed > after &&
      (matches(japaneseReport, text, closed) || matches(chineseReport, text, closed));
    return reported ? undefined : { end: closed, start: skipSpace(text, closed) };
  }
  // Opening words of a sentence that was cut before: "...and then"
  if (!hasLetter(text, start, at)) return undefined;

  const next = skipSpace(text, closed);
  if (next === closed) return lostSpace(text, at, after, closed);
  if (next >= text.length) return { end: closed, start: next };

  const first = skip(openingMarks, text, next);
  const following = read(word, text, first);
  const ends = { end: closed, start: next };
  if (following === '') {
    // A comma, a colon: the sentence goes on. A symbol or an emoji opens the next.
    return /[,;:)\]}%/=&+]/.test(text[first] ?? '') ? undefined : ends;
  }
  if (startsLower(following)) return undefined;
  if (stop === '.')
    return endsAtFullStop(text, start, at, closed > after, first, following) ? ends : undefined;
  if (closed > after && /[?!…,]/.test(stop) && isSpeaker(text, first, following)) return undefined;
  if (stop === '!' && exclaimed.has(lastWord(text, at)) && !openers.has(following)) {
    return closed > after ? ends : undefined;
  }
  return ends;
}

/** A single full stop before a word that has a capital, a digit or no case. */
function endsAtFullStop(
  text: string,
  start: number,
  at: number,
  isClosed: boolean,
  first: number,
  following: string,
): boolean {
  const before = lastWord(text, at);
  if (before === '') return true;
  const wordStart = at - before.length;
  const opener = isOpener(text, first, following);
  const lower = before.toLowerCase();
  const digit = startsWith(following, unitClass.digit, beginsWithNumber);

  if (wordStart === firstLetter(text, start) && listMarker.test(before) && wordStart - start <= 1)
    return false;
  if (isClosed && !listed(beforeName, before)) return true;
  if (/^[ap]\.m$/.test(lower)) return !afterTime.has(following) && !digit;
  if (listed(introducing, before)) return false;
  if (listed(beforeName, before)) return opener && lower === 'sr';
  if (digit && listed(beforeNumber, before)) return false;
  if (beforeNumber.has(before) && startsUpper(before) && afterTime.has(following)) return false;
  if (/^\d{1,2}$/.test(before)) return !afterOrdinal.has(following);
  if (isInitial(before)) return opener;
  // Letters with stops between them: "U.S.", "Ph.D."
  if (before.includes('.') && /^(?:\p{L}\p{M}*\p{Ll}?\.)+\p{L}\p{Ll}?$/u.test(before))
    return opener;
  if (anywhere.has(before)) return opener;
  return true;
}

/** "ended.The next": a space was lost where an opening word or a quotation follows at once. */
function lostSpace(
  text: string,
  at: number,
  after: number,
  closed: number,
): { end: number; start: number } | undefined {
  if (/["'“‘«]/.test(text[after] ?? '') && closed === after) {
    const quoted =
      /[“‘«]/.test(text[after] as string) && /^\p{Lu}/u.test(read(word, text, after + 1));
    return quoted ? { end: after, start: after } : undefined;
  }
  const following = read(word, text, closed);
  if (
    following.length < 2 ||
    !openers.has(following) ||
    !/\s/.test(text[closed + following.length] ?? '')
  ) {
    return undefined;
  }
  return /^\p{Ll}{2,}$/u.test(lastWord(text, at).slice(-3))
    ? { end: closed, start: closed }
    : undefined;
}

/** `Smith asked`, `Mr. Van Dyke said`: at most four words with a capital, then a verb of speech. */
function isSpeaker(text: string, first: number, following: string): boolean {
  if (openers.has(following)) return false;
  let at = first;
  for (let count = 0; count < 5; count++) {
    const each = read(word, text, at);
    if (each === '') return false;
    if (speech.has(each)) return count > 0;
    if (!startsUpper(each)) return false;
    at = skipSpace(text, at + each.length + (text[at + each.length] === '.' ? 1 : 0));
  }
  return false;
}

function isOpener(text: string, first: number, following: string): boolean {
  // "It's", "They've"
  if (!openers.has(following.replace(/['’]\p{Ll}+$/u, ''))) return false;
  // "A. Smith": the next initial.
  return text[first + following.length] !== '.';
}

/** A single letter; one with a capital where the script has case. Arabic and Hebrew abbreviate titles so. */
function isInitial(before: string): boolean {
  return /^\p{L}\p{M}*$/u.test(before) && !startsWith(before, unitClass.lower, beginsLower);
}

/** Whether a list has a word as it stands, or its lower-case form. */
function listed(words: ReadonlySet<string>, before: string): boolean {
  if (words.has(before)) return true;
  const lower = before.toLowerCase();
  return lower !== before && words.has(lower);
}

/** Lower case goes on a sentence, but for a name such as "iPhone". */
function startsLower(following: string): boolean {
  return (
    startsWith(following, unitClass.lower, beginsLower) && !/^\p{Ll}{1,2}\p{Lu}/u.test(following)
  );
}

function startsUpper(words: string): boolean {
  return startsWith(words, unitClass.upper, beginsUpper);
}

const beginsLower = /^\p{Ll}/u;
const beginsUpper = /^\p{Lu}/u;
const beginsWithNumber = /^\p{N}/u;

/** Whether the first character is of a class; `pattern` says the same for characters beyond U+FFFF. */
function startsWith(words: string, bits: number, pattern: RegExp): boolean {
  if (words === '') return false;
  const first = classOf(words.charCodeAt(0));
  return first & unitClass.surrogate ? pattern.test(words) : (first & bits) !== 0;
}

/** The word, with inner stops, that ends right before an offset. */
function lastWord(text: string, at: number): string {
  const least = Math.max(0, at - longestWord);
  let from = at;
  for (;;) {
    let before = from;
    if (from < at && text.charCodeAt(from - 1) === 0x2e) before--;
    const size = wordCharacterBefore(text, before, least);
    if (!size) return text.slice(from, at);
    from = before - size;
  }
}

/** The length of the letter, mark or digit that ends at an offset; 0 when none does. */
function wordCharacterBefore(text: string, at: number, least: number): number {
  if (at <= least) return 0;
  const unit = text.charCodeAt(at - 1);
  if ((unit & 0xfc00) === 0xdc00) {
    const isPair = at - 1 > least && (text.charCodeAt(at - 2) & 0xfc00) === 0xd800;
    return isPair && wordCharacter.test(text.slice(at - 2, at)) ? 2 : 0;
  }
  return classOf(unit) & (unitClass.letter | unitClass.mark | unitClass.digit) ? 1 : 0;
}

function firstLetter(text: string, start: number): number {
  return skip(openingMarks, text, start);
}

/** Whether only opening marks stand between the start of the sentence and its bracket. */
function isWholeBracket(text: string, start: number, bracket: number): boolean {
  return bracket - start <= 2 && !/[\p{L}\p{N}]/u.test(text.slice(start, bracket));
}

function hasLetter(text: string, start: number, at: number): boolean {
  // The nearest words tell; a sentence that opens with a long run of marks has none.
  return at - start > 24 || hasWord(text, start, at);
}

/** Where white space that stands at an offset ends. */
function skipSpace(text: string, at: number): number {
  let end = at;
  while (end < text.length && isSpaceAt(text, end)) end++;
  return end;
}

function stopsEnd(text: string, at: number): number {
  return Math.max(skip(stops, text, skip(spacedEllipsis, text, at)), at + 1);
}

function closersEnd(text: string, after: number): number {
  let end = skip(closers, text, after);
  end = skip(distantCloser, text, end);
  return end > after ? skip(closers, text, end) : end;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function read(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
