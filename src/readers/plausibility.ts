/**
 * How much a decoded text looks like one, to choose between encodings that all could be meant: in the wrong encoding, letters
 * turn up in capitals or of another script in the middle of words, and symbols between letters.
 */

const letter = /\p{L}/u;
const upper = /\p{Lu}/u;
const lower = /\p{Ll}/u;
const accented = /[\u0080-\u024F]/u;
const mark = /\p{M}/u;
/** Marks that stand at the edge of words in typeset prose, and spaces. */
const edge =
  /[\u00A0\u00AB\u00BB\u2018\u2019\u201A\u201C-\u201E\u2026\u2039\u203A\u2013\u2014\u2022¡¿§©®°™€£¥\u3001-\u3011\uFF00-\uFF0F]/u;
const apostrophe = /[\u2018\u2019]/u;

/** From -1 (every character that isn't ASCII is out of place) to 1 (all stand where such characters do). */
export function plausibility(text: string): number {
  let sum = 0;
  let count = 0;
  const characters = [...text];
  for (const [index, character] of characters.entries()) {
    if (character < '\u0080') continue;
    count++;
    sum += standing(character, characters[index - 1] ?? ' ', characters[index + 1] ?? ' ');
  }
  return count === 0 ? 0 : sum / count;
}

function standing(character: string, before: string, after: string): number {
  if (character === '\uFFFD' || (character >= '\u0080' && character <= '\u009F')) return -1;
  if (letter.test(character)) {
    // A capital after a small letter, and a script change within a word, are what a wrong encoding makes.
    if (upper.test(character) && lower.test(before)) return -1;
    if (upper.test(character) && lower.test(after) && letter.test(before)) return -1;
    if (mixes(character, before) || mixes(character, after)) return -0.5;
    // Words of the Latin script are ASCII for the most part.
    if (accented.test(character) && accented.test(before) && accented.test(after)) return -0.5;
    // A letter that has no small letters around it says less.
    return letter.test(before) || letter.test(after) ? 1 : 0;
  }
  if (mark.test(character)) return letter.test(before) || mark.test(before) ? 1 : -1;
  if (edge.test(character)) {
    const inside = letter.test(before) && letter.test(after);
    if (!inside) return 1;
    return apostrophe.test(character) || character === '\u2014' ? 1 : -0.5;
  }
  return letter.test(before) && letter.test(after) ? -1 : -0.2;
}

function mixes(a: string, b: string): boolean {
  const first = scriptOf(a);
  const second = scriptOf(b);
  return first !== '' && second !== '' && first !== second;
}

function scriptOf(character: string): string {
  if (!letter.test(character)) return '';
  if (/\p{Script=Latin}/u.test(character)) return 'latin';
  if (/\p{Script=Cyrillic}/u.test(character)) return 'cyrillic';
  if (/\p{Script=Greek}/u.test(character)) return 'greek';
  if (/\p{Script=Hebrew}/u.test(character)) return 'hebrew';
  if (/\p{Script=Arabic}/u.test(character)) return 'arabic';
  return '';
}
