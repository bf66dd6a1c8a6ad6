/** Characters that only a symbol font makes what they are. */
import { codePoint } from 'dingbat-to-unicode';

const symbolFont = /^(?:symbol|wingdings(?: [23])?|webdings)$/i;
/** Where Word puts the characters of a symbol font. */
const [privateStart, privateEnd] = [0xf000, 0xf0ff];

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻';
const subscripts = '₀₁₂₃₄₅₆₇₈₉₊₋';
const plain = '0123456789+-';

/** A character of a symbol font as one that stands for itself; the character as it is where there is none. */
export function symbol(font: string | undefined, code: number): string {
  const own = code >= privateStart && code <= privateEnd ? code - privateStart : code;
  const found = font === undefined ? undefined : codePoint(font, own);
  if (found) return found.string;
  return Number.isInteger(code) && code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : '';
}

/** Text in a font, whose letters may be symbols. */
export function fontText(text: string, font: string | undefined): string {
  if (font === undefined || !symbolFont.test(font)) return text;
  return [...text]
    .map((each) => (/\s/.test(each) ? each : symbol(font, each.codePointAt(0) as number)))
    .join('');
}

/** A raised or lowered number keeps its meaning: 10⁶ is not 106. Letters, as in 1st, stay as they are. */
export function shifted(text: string, position: 'superscript' | 'subscript'): string {
  const signs = position === 'superscript' ? superscripts : subscripts;
  const wanted = text.replaceAll(/[\u2212\u2013]/g, '-');
  if (!/^[+-]?\d+$/.test(wanted.trim())) return text;
  return [...wanted].map((each) => signs[plain.indexOf(each)] ?? each).join('');
}
