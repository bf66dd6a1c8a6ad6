/**
 * Cuts running text into tokens: words, numbers, addresses and single marks, of any script, with their places.
 *
 * A possessive "'s" is a token of its own, and so is every hyphen ("Moscow", "-", "based"), so that a name can end before either.
 * Abbreviations keep their stop ("U.S.", "Dr.", "J."), numbers their separators ("1,250.5"). White space belongs to no token, and
 * two tokens that touch have no white space between them in the text. One pass over the text, linear in its length.
 */
import { classOf, unitClass } from './unit-class.ts';

/** A token: UTF-16 offsets into the text, end exclusive. */
export interface Token {
  start: number;
  end: number;
}

/** The same of many tokens, side by side: an object each takes six times the memory. */
export interface TokenPlaces {
  starts: Int32Array;
  ends: Int32Array;
}

/** @param into - Arrays of as many as there are tokens. */
export function placesOf(
  list: readonly Token[],
  into: TokenPlaces = { starts: new Int32Array(list.length), ends: new Int32Array(list.length) },
): TokenPlaces {
  const { starts, ends } = into;
  for (let at = 0; at < list.length; at++) {
    const { start, end } = list[at] as Token;
    starts[at] = start;
    ends[at] = end;
  }
  return into;
}

const kinds = { other: 1, space: 2, letter: 3, digit: 4, mark: 5 } as const;
type CharClass = (typeof kinds)[keyof typeof kinds];

/** Class by UTF-16 unit, filled as units are met; 0 is "not yet looked up". */
const classes = new Uint8Array(0x10000);

function classify(unit: number): CharClass {
  const bits = classOf(unit);
  if (bits & (unitClass.letter | unitClass.surrogate) || unit === 0x5f) return kinds.letter;
  // Joiners and the soft hyphen stand within words.
  if (bits & unitClass.mark || unit === 0x200c || unit === 0x200d || unit === 0xad)
    return kinds.mark;
  if (bits & unitClass.digit) return kinds.digit;
  return bits & unitClass.space || unit === 0x200b ? kinds.space : kinds.other;
}

function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return 0;
  return (classes[unit] ||= classify(unit));
}

const isWordClass = (each: number): boolean =>
  each === kinds.letter || each === kinds.digit || each === kinds.mark;

/** Words that a full stop follows without ending a sentence, in the case in which they are printed. */
const abbreviations = new Set(
  (
    'Mr Mrs Ms Dr Prof St Ste Sr Jr Gov Sen Rep Gen Col Lt Sgt Capt Cmdr Maj Adm Brig Insp Supt Rev Hon Fr Msgr Pres Amb Dep Det ' +
    'Inc Ltd Co Corp Cos Bros Mt Ft No Nos vs Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Ala Ariz Ark Calif Colo Conn Del Fla ' +
    'Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo Ont Que Blvd Ave Rd Atty Messrs Mme Mlle'
  ).split(' '),
);

const apostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019 || unit === 0x2bc;

/** The tokens of `text` between two offsets, in order. */
export function tokens(text: string, from = 0, to = text.length): Token[] {
  const result: Token[] = [];
  let at = from;
  while (at < to) {
    const kind = classAt(text, at);
    if (kind === kinds.space) {
      at++;
    } else if (isWordClass(kind)) {
      const end = Math.min(to, addressEnd(text, at) || wordEnd(text, at, to));
      pushWord(result, text, at, end);
      at = end;
    } else {
      const end = Math.min(to, markEnd(text, at));
      result.push({ start: at, end });
      at = end;
    }
  }
  return result;
}

const scheme = /(?:https?:\/\/|www\.)[^\s<>"“”]{1,2048}/iy;

/** Where a web address that begins here ends; 0 when none does. */
function addressEnd(text: string, at: number): number {
  const first = text.charCodeAt(at) | 0x20;
  if (first !== 0x68 && first !== 0x77) return 0;
  scheme.lastIndex = at;
  if (!scheme.test(text)) return 0;
  let end = scheme.lastIndex;
  while (end > at && /[.,;:!?)\]'’]/.test(text.charAt(end - 1))) end--;
  return end;
}

function wordEnd(text: string, start: number, to: number): number {
  let at = start;
  let stops = 0;
  for (;;) {
    while (at < to && isWordClass(classAt(text, at))) at++;
    if (at >= to) return at;
    const unit = text.charCodeAt(at);
    const before = classAt(text, at - 1);
    const after = at + 1 < to ? classAt(text, at + 1) : 0;
    if (apostrophe(unit) && before === kinds.letter && after === kinds.letter) {
      if (isPossessive(text, at, to)) return at;
      at++;
    } else if (unit === 0x2e && after === kinds.letter && before === kinds.letter) {
      // "U.S.", "a.m.": single letters; "example.com" goes on as well, "end.Next" does not.
      if (!singleLetter(text, at - 1, start) && !lowerCase(text, at + 1)) return at;
      stops++;
      at++;
    } else if (
      (unit === 0x2e || unit === 0x2c) &&
      before === kinds.digit &&
      after === kinds.digit
    ) {
      at++;
    } else if (unit === 0x26 && upperCase(text, at - 1) && after && upperCase(text, at + 1)) {
      at++;
    } else if (unit === 0x40 && isWordClass(after)) {
      at++;
    } else if (unit === 0x2e && keepsStop(text, start, at, stops, to)) {
      return at + 1;
    } else {
      return at;
    }
  }
}

/** Whether only closing marks follow, so that the stop is the sentence's own. */
function endsText(text: string, at: number, to: number): boolean {
  let end = at;
  while (end < to && end < at + 4 && /[\s"'”’)\]»]/.test(text.charAt(end))) end++;
  return end >= to;
}

function isPossessive(text: string, at: number, to: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (next !== 0x73 && next !== 0x53) return false;
  return at + 2 >= to || !isWordClass(classAt(text, at + 2));
}

function keepsStop(text: string, start: number, at: number, stops: number, to: number): boolean {
  if (stops > 0) return singleLetter(text, at - 1, start);
  if (endsText(text, at + 1, to)) return false;
  if (at - start === 1) return upperCase(text, start) && text.charAt(start) !== 'I';
  if (at - start > 6) return false;
  return (
    abbreviations.has(text.slice(start, at)) || (upperCase(text, start) && goesOn(text, at + 1, to))
  );
}

/** Whether a sentence plainly goes on after a stop: with a comma, a dash or a word in lower case. */
function goesOn(text: string, at: number, to: number): boolean {
  if (at >= to) return false;
  if (/[,;:)–—-]/.test(text.charAt(at))) return true;
  return (
    /[–—-]/.test(text.charAt(at + 1)) ||
    (text.charAt(at) === ' ' && at + 1 < to && lowerCase(text, at + 1))
  );
}

/** Whether the letter stands alone: at the word's start or after a stop. */
function singleLetter(text: string, at: number, start: number): boolean {
  return at === start || text.charCodeAt(at - 1) === 0x2e;
}

function lowerCase(text: string, at: number): boolean {
  const char = text.charAt(at);
  return char !== char.toUpperCase();
}

function upperCase(text: string, at: number): boolean {
  const char = text.charAt(at);
  return char !== char.toLowerCase();
}

function markEnd(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (apostrophe(unit)) {
    const next = text.charCodeAt(at + 1);
    const detached = at > 0 && isWordClass(classAt(text, at - 1));
    if (detached && (next === 0x73 || next === 0x53) && !isWordClass(classAt(text, at + 2))) {
      return at + 2;
    }
  }
  if ((unit === 0x40 || unit === 0x23) && isWordClass(classAt(text, at + 1))) {
    let end = at + 1;
    while (isWordClass(classAt(text, end))) end++;
    return end;
  }
  let end = at + 1;
  if (unit === 0x2e || unit === 0x2d || unit === 0x60 || unit === 0x2a || unit === 0x3d) {
    while (text.charCodeAt(end) === unit) end++;
  }
  return end;
}

/** Scripts written without spaces give a token a character; other words stay whole. */
function pushWord(result: Token[], text: string, start: number, end: number): void {
  if (!unspacedAt(text, start) && !unspacedAt(text, end - 1)) {
    result.push({ start, end });
    return;
  }
  let from = start;
  for (let at = start; at < end; at++) {
    if (!unspacedAt(text, at)) continue;
    if (from < at) result.push({ start: from, end: at });
    result.push({ start: at, end: at + 1 });
    from = at + 1;
  }
  if (from < end) result.push({ start: from, end });
}

function unspacedAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x3040 && ((unit < 0xa4d0 && unit >= 0x3040) || (unit >= 0xf900 && unit < 0xfb00));
}
