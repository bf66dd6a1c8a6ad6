/**
 * UTF-8 that was read as windows-1252 or ISO 8859-1: "â€™" for "’", "Ã©" for "é", also when it happened twice.
 *
 * No list of cases: the characters are turned into the bytes that they were read from, and only what is valid UTF-8 is decoded.
 * Letters that an author wrote may form valid UTF-8 with a mark beside them ("CAFÉ”"): such pairs count only
 * where the letters around them, or a second sequence, rule that out.
 */
import type { Change, Repair } from '../repair.ts';
import { signs } from '../signs.ts';

/** Characters of windows-1252 at 0x80 to 0x9F; a gap where it has none. */
const high = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const bytes = new Map<string, number>();
for (let index = 0; index < 32; index++) {
  bytes.set(String.fromCharCode(0x80 + index), 0x80 + index);
  const character = high[index] as string;
  if (character !== ' ') bytes.set(character, 0x80 + index);
}
for (let byte = 0xa0; byte <= 0xff; byte++) bytes.set(String.fromCharCode(byte), byte);

const run = /[\u0080-\u00FF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]+/gu;
/** Marks that stand right after a letter in good text. */
const closing = new Set('‘’“”…–—›»\u00A0™®°§·¡'.split(''));
const lower = /\p{Ll}/u;
const upper = /\p{Lu}/u;
const letter = /\p{L}/u;
const decoder = new TextDecoder('utf-8', { fatal: true });
/** How often text can have gone through the wrong encoding. */
const rounds = 3;

interface Sequence {
  start: number;
  end: number;
  decoded: string;
}

/** The sequence of valid UTF-8 that begins at an index of the run. */
function sequenceAt(text: string, at: number): Sequence | undefined {
  const lead = bytes.get(text[at] as string) ?? 0;
  const length =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  if (length === 0 || at + length > text.length) return undefined;
  const values = new Uint8Array(length);
  for (let index = 0; index < length; index++) {
    const byte = bytes.get(text[at + index] as string) ?? 0;
    if (index > 0 && (byte < 0x80 || byte > 0xbf)) return undefined;
    values[index] = byte;
  }
  try {
    return { start: at, end: at + length, decoded: decoder.decode(values) };
  } catch {
    return undefined;
  }
}

/** Whether a sequence can't be what the author wrote. */
function isDamage(
  text: string,
  sequence: Sequence,
  before: string,
  after: string,
  beside: boolean,
): boolean {
  const lead = bytes.get(text[sequence.start] as string) as number;
  const rest = text.slice(sequence.start + 1, sequence.end);
  const fits = [...rest].every((character) => closing.has(character));
  if (sequence.end - sequence.start === 4) return true;
  if (/[\u0080-\u009F]/u.test(rest)) return true;
  if (sequence.end - sequence.start === 3) return !fits || beside;
  if (beside && !fits) return true;
  const inWord = lower.test(after) || (lower.test(before) && !fits);
  if (lead === 0xc2) return !upper.test(before) || inWord;
  if (lead === 0xc3) return !fits || letter.test(after) || lower.test(before);
  return letter.test(sequence.decoded) && /\p{Script=Latin}/u.test(sequence.decoded) && inWord;
}

function decodeOnce(text: string, before: string, after: string): string {
  const sequences: Sequence[] = [];
  for (let at = 0; at < text.length;) {
    const sequence = sequenceAt(text, at);
    if (sequence) sequences.push(sequence);
    at = sequence?.end ?? at + 1;
  }
  let result = '';
  let done = 0;
  for (const [index, sequence] of sequences.entries()) {
    const previous = sequences[index - 1];
    const next = sequences[index + 1];
    const beside = previous?.end === sequence.start || next?.start === sequence.end;
    const left =
      sequence.start > 0 ? (result.at(-1) ?? (text[sequence.start - 1] as string)) : before;
    const right = text[sequence.end] ?? after;
    if (!isDamage(text, sequence, left, right, beside)) continue;
    result += text.slice(done, sequence.start) + sequence.decoded;
    done = sequence.end;
  }
  return result + text.slice(done);
}

/** What a run of characters above ASCII was before it was misread. */
function restore(text: string, before: string, after: string): string {
  let result = text;
  for (let round = 0; round < rounds; round++) {
    const decoded = decodeOnce(result, before, after);
    if (decoded === result) break;
    result = decoded;
  }
  // The last byte of a closing quotation mark is none of windows-1252 and got lost.
  result = result.replace(/â€(?![\u0080-\u00BF€-™])/gu, '”');
  // Single bytes of windows-1252 that were read as ISO 8859-1.
  result = result.replace(/[\u0080-\u009F]/gu, (character) => {
    const mark = high[character.charCodeAt(0) - 0x80] as string;
    return mark === ' ' ? character : mark;
  });
  // What is left of a no-break space whose second byte became a plain space.
  if (result.endsWith('Â') && after === ' ') {
    const left = result.length > 1 ? (result.at(-2) as string) : before;
    if (/[\p{Ll}\p{P}\p{N}]/u.test(left)) result = result.slice(0, -1);
  }
  return result;
}

export const mojibake: Repair = {
  name: 'mojibake',
  rule: 'cleanup/mojibake',
  kind: 'damage',
  stage: 'characters',
  description: 'Restore characters that were decoded with the wrong encoding (“â€™”).',
  signs: signs.misread,
  // The first byte of a sequence, or one of windows-1252 alone.
  trace: /[\u0080-\u009F\u00C2-\u00F4]/,
  find(text, { guard }) {
    const changes: Change[] = [];
    run.lastIndex = 0;
    for (let match = run.exec(text); match; match = run.exec(text)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const fixed = restore(match[0], text[start - 1] ?? '', text[end] ?? '');
      if (fixed === match[0] || guard.touches(start, end)) continue;
      // Only what differs.
      let head = 0;
      while (head < fixed.length && head < match[0].length && fixed[head] === match[0][head])
        head++;
      let tail = 0;
      const most = Math.min(fixed.length, match[0].length) - head;
      while (tail < most && fixed.at(-1 - tail) === match[0].at(-1 - tail)) tail++;
      changes.push({
        start: start + head,
        end: end - tail,
        text: fixed.slice(head, fixed.length - tail),
      });
    }
    return changes;
  },
};
