/**
 * What a text holds that a repair could be needed for, found for all repairs in one pass: most blocks hold none of it, and are looked at by
 * nothing else.
 */

/** Bits: a single character, or characters that meet. */
export const signs = {
  /** A character that prints nothing, a space of an odd width or a tab. */
  odd: 1 << 0,
  /** From U+00C2 to U+00F4, which bytes of UTF-8 look like, and U+0080 to U+009F. */
  misread: 1 << 1,
  ligature: 1 << 2,
  quote: 1 << 3,
  hyphen: 1 << 4,
  /** A space beside a space, a line feed or an end. */
  spaces: 1 << 5,
  /** A comma, a semicolon or a full stop that meets another, at most a space between. */
  doubled: 1 << 6,
  /** An opening bracket with a space, a comma, a semicolon or a closing bracket behind it. */
  bracket: 1 << 7,
  /** A space before a punctuation mark. */
  spaceBefore: 1 << 8,
  /** A letter right behind a comma. */
  glued: 1 << 9,
} as const;

/** What an ASCII character is to the pass: the bits of `next`, 0 for most. */
const kinds = {
  space: 1,
  feed: 2,
  comma: 4,
  semicolon: 8,
  stop: 16,
  high: 32,
  open: 64,
  close: 128,
};
const { space, feed, comma, semicolon, stop, high, open, close } = kinds;
const mark = comma | semicolon | stop | high;
const pause = comma | semicolon | stop;

const kindOf = new Uint8Array(0x80);
const signOf = new Uint8Array(0x80);
for (const [characters, kind] of [
  [' ', space],
  ['\n', feed],
  [',', comma],
  [';', semicolon],
  ['.', stop],
  [':!?', high],
  ['(', open],
  [')', close],
] as const) {
  for (const character of characters) kindOf[character.charCodeAt(0)] = kind;
}
for (let unit = 0; unit < 0x20; unit++) signOf[unit] = signs.odd;
signOf[0x0a] = signOf[0x0d] = 0;
signOf[0x7f] = signs.odd;
signOf[0x22] = signOf[0x27] = signs.quote;
signOf[0x2d] = signs.hyphen;

/** The signs of a text, as bits. */
export function signsOf(text: string): number {
  let found = 0;
  // The text begins and ends like a line.
  let last = feed;
  let beforeLast = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    let kind = 0;
    if (unit < 0x80) {
      kind = kindOf[unit] as number;
      found |= signOf[unit] as number;
    } else {
      found |= highSign(unit);
      // Stops of an ellipsis may have a no-break space between them.
      if (unit === 0xa0) kind = space;
    }
    if (kind !== 0 || last !== 0) {
      if (last & space) {
        if (kind & (space | feed)) found |= signs.spaces;
        else if (kind & mark) found |= signs.spaceBefore;
        if (kind & pause && beforeLast & pause) found |= signs.doubled;
      } else if (last & pause) {
        if (kind & pause) found |= signs.doubled;
        else if (kind === 0 && last & comma && isLetter(unit)) found |= signs.glued;
      } else if (last & open) {
        if (kind & (space | comma | semicolon | close)) found |= signs.bracket;
      } else if (last & feed && kind & space) {
        found |= signs.spaces;
      }
      beforeLast = last;
      last = kind;
    }
  }
  return last & space ? found | signs.spaces : found;
}

/** A Latin letter. */
function isLetter(unit: number): boolean {
  const small = unit | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (unit >= 0xc0 && unit <= 0x24f);
}

function highSign(unit: number): number {
  if (unit <= 0xf4) {
    if (unit <= 0x9f) return signs.odd | signs.misread;
    return unit >= 0xc2 ? signs.misread : unit === 0xa0 || unit === 0xad ? signs.odd : 0;
  }
  if (unit < 0x2010) return isOddBelow(unit) ? signs.odd : 0;
  // Dashes, quotation marks and the ellipsis.
  if (unit <= 0x2027) return 0;
  if (unit <= 0x206f) return unit <= 0x202f || unit >= 0x205f ? signs.odd : 0;
  if (unit === 0x3000 || unit >= 0xfff9 || unit === 0xfeff) return signs.odd;
  // The first half of a tag.
  if (unit === 0xdb40) return signs.odd;
  return unit >= 0xfb00 && unit <= 0xfb06 ? signs.ligature : 0;
}

function isOddBelow(unit: number): boolean {
  return unit >= 0x2000 || unit === 0x61c || unit === 0x1680 || unit === 0x180e;
}
