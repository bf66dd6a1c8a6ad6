/**
 * What a UTF-16 unit is, by a table: loops over text ask for each unit, and a pattern with a class of Unicode takes some fifty times as
 * long. Units of European text are known from the start; others are looked up in Unicode when they are first met.
 */

/** Bits of a class. A letter is of upper, of lower, or of no case. */
export const unitClass = {
  /** Anything else: punctuation, signs, controls. */
  other: 1,
  /** What `\s` matches. */
  space: 2,
  /** `\p{N}` */
  digit: 4,
  /** `\p{M}` */
  mark: 8,
  /** `\p{L}` */
  letter: 16,
  /** `\p{Lu}`, besides `letter`. */
  upper: 32,
  /** `\p{Ll}`, besides `letter`. */
  lower: 64,
  /** One half of a character beyond U+FFFF: only the pair tells. */
  surrogate: 128,
} as const;

const { other, space, digit, mark, letter, upper, lower, surrogate } = unitClass;

/** 0 is "not yet looked up". */
const classes = new Uint8Array(0x10000);

/** The class of a unit, as bits. That of `NaN`, which stands behind the end of a text, is `other`. */
export function classOf(unit: number): number {
  return classes[unit] || look(unit);
}

function look(unit: number): number {
  return Number.isNaN(unit) ? other : (classes[unit] = lookUp(String.fromCharCode(unit)));
}

function lookUp(character: string): number {
  if (/\p{L}/u.test(character)) {
    return letter | (/\p{Lu}/u.test(character) ? upper : /\p{Ll}/u.test(character) ? lower : 0);
  }
  if (/\p{M}/u.test(character)) return mark;
  if (/\p{N}/u.test(character)) return digit;
  return /\s/.test(character) ? space : other;
}

function fill(from: number, to: number, bits: number): void {
  classes.fill(bits, from, to + 1);
}

// Latin-1, and the punctuation of European text: so that an article in English needs no table of Unicode.
fill(0, 0xff, other);
fill(0x09, 0x0d, space);
for (const unit of [0x20, 0xa0, 0x2028, 0x2029, 0x202f]) classes[unit] = space;
fill(0x30, 0x39, digit);
for (const unit of [0xb2, 0xb3, 0xb9, 0xbc, 0xbd, 0xbe]) classes[unit] = digit;
fill(0x41, 0x5a, letter | upper);
fill(0xc0, 0xde, letter | upper);
fill(0x61, 0x7a, letter | lower);
fill(0xdf, 0xff, letter | lower);
for (const unit of [0xd7, 0xf7]) classes[unit] = other;
for (const unit of [0xaa, 0xba]) classes[unit] = letter;
classes[0xb5] = letter | lower;
fill(0x2000, 0x200a, space);
fill(0x200b, 0x2027, other);
fill(0x202a, 0x202e, other);
fill(0x2030, 0x205e, other);
fill(0xd800, 0xdfff, surrogate);

/** Whether a letter or a number, of any script, stands in a range of a text. */
export function hasWord(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const bits = classOf(text.charCodeAt(at));
    if (bits & (letter | digit)) return true;
    if (bits & surrogate) return /[\p{L}\p{N}]/u.test(text.slice(at, to));
  }
  return false;
}

/** Whether white space, as `\s` matches it, stands at an offset. */
export function isSpaceAt(text: string, at: number): boolean {
  return (classOf(text.charCodeAt(at)) & unitClass.space) !== 0;
}

/**
 * How many units the character at an offset has where it is of a class; else 0.
 *
 * @param bits - The class, as bits.
 * @param pair - Says the same of characters beyond U+FFFF.
 */
export function characterSize(text: string, at: number, bits: number, pair: RegExp): 0 | 1 | 2 {
  const found = classOf(text.charCodeAt(at));
  if (found & bits) return 1;
  if ((found & surrogate) === 0) return 0;
  const character = String.fromCodePoint(text.codePointAt(at) as number);
  return character.length === 2 && pair.test(character) ? 2 : 0;
}
