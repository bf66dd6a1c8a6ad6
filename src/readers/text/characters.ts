/** What the edges of a line say about whether a sentence goes on. */
import type { Line } from './lines.ts';

const closers = /[)\]}"'”’»›」』）*_]/u;
const stops = /[.!?…:。！？：؟۔।॥]/u;
const openers = /[([{"'“‘«‹„¿¡「『（*_]/u;
const lower = /\p{Ll}/u;
const upper = /[\p{Lu}\p{Lt}]/u;
const caseless = /[\p{Lo}\p{Lm}]/u;

/** How many quotation marks and brackets may stand around the edge of a sentence. */
const edgeLength = 4;

/** Whether a line ends with a stop, also one inside quotation marks or brackets. */
export function endsSentence(source: string, line: Line): boolean {
  let at = line.end - 1;
  const furthest = Math.max(line.start, at - edgeLength);
  while (at > furthest && closers.test(source[at] as string)) at--;
  return stops.test(source[at] ?? '');
}

/** How a line begins: with a small letter, a capital, a letter of a script without capitals, or something else. */
export function opening(source: string, line: Line): 'lower' | 'upper' | 'caseless' | 'other' {
  let at = line.start;
  const furthest = Math.min(line.end - 1, at + edgeLength);
  while (at < furthest && openers.test(source[at] as string)) at++;
  const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
  if (lower.test(character)) return 'lower';
  if (upper.test(character)) return 'upper';
  return caseless.test(character) ? 'caseless' : 'other';
}

/** Scripts that set no space between words, and the punctuation that goes with them. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65]/u;

/** Whether a character belongs to a script that is written without spaces between words. */
export function isUnspaced(character: string): boolean {
  return unspaced.test(character);
}

/** The character that ends right before an offset, whole also where it takes two code units. */
export function characterBefore(source: string, end: number): string {
  const code = source.charCodeAt(end - 1);
  const start = code >= 0xdc_00 && code <= 0xdf_ff ? end - 2 : end - 1;
  return source.slice(Math.max(0, start), end);
}
