/** The features of a place in a sentence, beyond those that its words have by themselves. */
import { hashString, mix } from './hash.ts';
import { classBit, longestPhrase, type Lexicon } from './lexicon.ts';
import { looks, type Word } from './words.ts';

/** A sentence worked out for its features. */
export interface Prepared {
  words: readonly Word[];
  /** For each word, whether it touches the one before (no white space). */
  glued: Uint8Array;
  /** First and last place of the run of capitalised words in which a word stands; equal to -1 outside. */
  runStart: Int32Array;
  runEnd: Int32Array;
  /** Phrase of the lexicon in which a word stands: class, place in it and length; 0 outside. */
  phrase: Uint8Array;
  phraseAt: Uint8Array;
  /** 1 inside parentheses. */
  bracketed: Uint8Array;
  /** Whether nothing near is capitalised, so that the words' own features are all that is needed. */
  quiet: Uint8Array;
  /** 0 running text, 1 title case, 2 all capitals. */
  style: number;
  document: number;
}

const connectors = new Set([
  'of',
  'the',
  'and',
  'for',
  'de',
  'la',
  'del',
  'da',
  'do',
  'dos',
  'das',
  'di',
  'du',
  'des',
  'van',
  'von',
  'der',
  'den',
  'al',
  'el',
  'bin',
  'ibn',
  'e',
  'y',
  'et',
  'on',
  'in',
  'to',
  'against',
  'le',
  '&',
  "'",
  'der',
]);
const anchor = { before: hashString('<'), after: hashString('>') };

/** Works a sentence out. @param touches whether a word touches the one before */
export function prepare(
  words: readonly Word[],
  touches: (index: number) => boolean,
  lexicon: Lexicon,
  document: number,
): Prepared {
  const size = words.length;
  const prepared: Prepared = {
    words,
    glued: new Uint8Array(size),
    runStart: new Int32Array(size).fill(-1),
    runEnd: new Int32Array(size).fill(-1),
    phrase: new Uint8Array(size),
    phraseAt: new Uint8Array(size),
    bracketed: new Uint8Array(size),
    quiet: new Uint8Array(size),
    style: styleOf(words),
    document,
  };
  let depth = 0;
  for (let index = 0; index < size; index++) {
    const text = words[index]?.text;
    if (text === ')') depth = 0;
    prepared.bracketed[index] = depth;
    if (text === '(') depth = 1;
    if (index > 0 && touches(index)) prepared.glued[index] = 1;
  }
  findRuns(prepared);
  findPhrases(prepared, lexicon);
  for (let index = 0; index < size; index++) {
    const near = (at: number): boolean =>
      words[at]?.capital === true || words[at]?.look === looks.number;
    const loud =
      near(index) ||
      words[index - 1]?.capital ||
      words[index + 1]?.capital ||
      prepared.phrase[index];
    prepared.quiet[index] = loud ? 0 : 1;
  }
  return prepared;
}

function styleOf(words: readonly Word[]): number {
  let letters = 0;
  let capitals = 0;
  let uppers = 0;
  for (const word of words) {
    if (word.look > looks.mixed || word.folded.length < 4) continue;
    letters++;
    if (word.capital) capitals++;
    if (word.look === looks.upper) uppers++;
  }
  if (letters >= 3 && uppers >= 0.7 * letters) return 2;
  return letters >= 3 && capitals >= 0.65 * letters ? 1 : 0;
}

function findRuns({ words, glued, runStart, runEnd }: Prepared): void {
  let start = -1;
  for (let index = 0; index <= words.length; index++) {
    const word = words[index];
    const goesOn = word && (word.capital || (start >= 0 && joins(words, glued, index)));
    if (goesOn && start < 0) start = index;
    if (!goesOn && start >= 0) {
      runStart.fill(start, start, index);
      runEnd.fill(index - 1, start, index);
      start = -1;
    }
  }
}

/** A hyphen or an ampersand between two capitalised words. */
function joins(words: readonly Word[], glued: Uint8Array, index: number): boolean {
  const word = words[index];
  if (!words[index + 1]?.capital || !words[index - 1]?.capital) return false;
  return (
    word?.text === '&' ||
    (word?.look === looks.hyphen && glued[index] === 1 && glued[index + 1] === 1)
  );
}

function findPhrases({ words, phrase, phraseAt }: Prepared, lexicon: Lexicon): void {
  const starts = classBit('phraseStart');
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word?.capital || !(word.entry.classes & starts)) continue;
    let text = word.folded;
    let best = 0;
    let length = 0;
    for (let size = 2; size <= longestPhrase; size++) {
      const next = words[index + size - 1];
      if (!next) break;
      text += ` ${next.folded}`;
      const found = lexicon.phrase(hashString(text));
      if (found && (next.capital || next.look === looks.number)) {
        best = found;
        length = size;
      }
    }
    if (!length) continue;
    for (let at = 0; at < length; at++) {
      phrase[index + at] = best;
      phraseAt[index + at] = 1 + (at === 0 ? 0 : at === length - 1 ? 2 : 1);
    }
    index += length - 1;
  }
}

const rightHeads =
  classBit('orgHead') |
  classBit('orgSuffix') |
  classBit('placeHead') |
  classBit('eventHead') |
  classBit('workHead') |
  classBit('productHead');
const leftHeads = rightHeads | classBit('title') | classBit('given') | classBit('particle');

/** Writes the features of a place into `out` and returns how many there are. A quiet place has none. */
export function contextFeatures(sentence: Prepared, index: number, out: Int32Array): number {
  if (sentence.quiet[index]) return 0;
  const { words, glued } = sentence;
  const word = words[index];
  if (!word) return 0;
  const before = words[index - 1];
  const after = words[index + 1];
  const keyBefore = before?.key ?? anchor.before;
  const keyAfter = after?.key ?? anchor.after;
  const shapeBefore = before?.shortShape ?? 1;
  const shapeAfter = after?.shortShape ?? 2;
  let count = 0;
  const add = (template: number, value: number): void => {
    out[count++] = mix(1000 + template, value);
  };
  add(1, mix(keyBefore, word.key));
  add(2, mix(word.key, keyAfter));
  add(3, mix(mix(shapeBefore, word.shortShape), shapeAfter));
  add(4, mix(shapeBefore, word.shortShape));
  add(5, mix(word.shortShape, shapeAfter));
  add(6, mix(keyBefore, keyAfter));
  add(7, sentence.style * 8 + word.look);
  add(8, mix(sentence.style * 8 + word.look, word.entry.casing));
  const first = isFirst(words, index);
  if (first) add(9, mix(word.look, word.entry.casing));
  if (first) add(10, word.key);
  if (sentence.bracketed[index])
    add(
      11,
      mix(
        word.look,
        before?.text === '(' ? (after?.text === ')' ? 3 : 1) : after?.text === ')' ? 2 : 0,
      ),
    );
  add(
    12,
    mix(
      mix((before?.entry.classes ?? 0) & leftHeads, word.entry.classes),
      (after?.entry.classes ?? 0) & rightHeads,
    ),
  );
  add(13, mix(word.entry.types, after?.capital ? after.entry.types : 63));
  add(14, mix(before?.capital ? before.entry.types : 63, word.entry.types));
  const phrase = sentence.phrase[index] ?? 0;
  if (phrase) {
    add(15, phrase * 4 + (sentence.phraseAt[index] ?? 0));
    add(16, mix(phrase * 4 + (sentence.phraseAt[index] ?? 0), word.look));
  }
  if (word.lemma.lowerIn === sentence.document) add(17, mix(word.look, first ? 1 : 0));
  if (glued[index] && before?.look === looks.hyphen) add(18, words[index - 2]?.key ?? 0);
  if (after?.look === looks.hyphen && glued[index + 1] && glued[index + 2]) {
    const next = words[index + 2];
    add(19, next?.capital ? 1 : (next?.key ?? 0));
    add(20, mix(next?.capital ? 1 : 0, word.entry.classes));
  }
  if (word.look === looks.hyphen) add(21, mix(before?.entry.types ?? 0, after?.entry.types ?? 0));
  const two = words[index - 2];
  add(22, mix(two?.key ?? anchor.before, keyBefore));
  add(23, mix(keyAfter, words[index + 2]?.key ?? anchor.after));
  return runFeatures(sentence, index, out, count);
}

function isFirst(words: readonly Word[], index: number): boolean {
  return (
    index === 0 ||
    (index <= 2 &&
      words[index - 1]?.look === looks.mark &&
      !/[,;)]/.test(words[index - 1]?.text ?? ''))
  );
}

function runFeatures(sentence: Prepared, index: number, out: Int32Array, start: number): number {
  const { words, runStart, runEnd } = sentence;
  let count = start;
  const add = (template: number, value: number): void => {
    out[count++] = mix(2000 + template, value);
  };
  const from = runStart[index] ?? -1;
  if (from < 0) {
    const word = words[index];
    if (word && connectors.has(word.folded)) {
      // A small word between two runs: which heads stand on either side decides whether one name spans both.
      const left = words[index - 1];
      const right = words[index + 1];
      add(1, mix(word.key, mix((left?.entry.classes ?? 0) & leftHeads, right?.capital ? 1 : 0)));
      const leftFrom = runStart[index - 1] ?? -1;
      add(2, mix(word.key, leftFrom < 0 ? 0 : (words[leftFrom]?.key ?? 0)));
      add(3, mix(word.key, mix(left?.key ?? 0, right?.key ?? 0)));
      add(4, mix(word.key, mix(left?.entry.types ?? 0, right?.entry.types ?? 0)));
    }
    return count;
  }
  const to = runEnd[index] ?? index;
  const length = Math.min(to - from + 1, 5);
  const place = Math.min(index - from, 3);
  const rest = Math.min(to - index, 3);
  const style = sentence.style;
  const spot = style * 256 + length * 16 + place * 4 + rest;
  add(10, spot);
  const last = words[to];
  const head = words[from];
  const word = words[index];
  add(11, mix(last?.key ?? 0, index === to ? 1 : 0));
  add(12, mix(head?.key ?? 0, index === from ? 1 : 0));
  let right = 0;
  for (let at = index + 1; at <= to && at <= index + 6; at++)
    right |= (words[at]?.entry.classes ?? 0) & rightHeads;
  let left = 0;
  for (let at = index - 1; at >= from && at >= index - 6; at--)
    left |= (words[at]?.entry.classes ?? 0) & leftHeads;
  add(13, right);
  add(14, left);
  add(15, mix(right, left));
  add(16, mix(last?.entry.classes ?? 0, spot));
  if (style === 2) return count;
  const outerLeft = words[from - 1];
  const outerRight = words[to + 1];
  const leftKey = outerLeft?.key ?? anchor.before;
  const rightKey = outerRight?.key ?? anchor.after;
  add(20, mix(leftKey, length));
  add(21, mix(rightKey, length));
  add(22, mix(leftKey, word?.entry.types ?? 0));
  add(23, mix(rightKey, word?.entry.types ?? 0));
  add(24, mix(leftKey, rightKey));
  add(25, mix(words[from - 2]?.key ?? anchor.before, leftKey));
  add(26, mix(rightKey, words[to + 2]?.key ?? anchor.after));
  add(27, mix((outerLeft?.entry.classes ?? 0) | 0, length));
  add(28, mix((outerRight?.entry.classes ?? 0) | 0, length));
  if (outerRight?.text === ',' || outerRight?.text === '(') {
    const beyond = words[to + 2];
    add(29, mix(beyond?.entry.classes ?? 0, beyond?.look ?? 9));
    add(30, mix(word?.entry.types ?? 0, beyond?.entry.types ?? 0));
  }
  if (outerLeft?.text === ',' || outerLeft?.text === '(') {
    const beyond = words[from - 2];
    add(31, mix(beyond?.entry.classes ?? 0, beyond?.look ?? 9));
    add(32, mix(word?.entry.types ?? 0, beyond?.entry.types ?? 0));
  }
  const nextRun = words[to + 2];
  if (outerRight && connectors.has(outerRight.folded) && nextRun?.capital) {
    add(33, mix(rightKey, index === to ? 1 : 0));
    add(34, mix(rightKey, (nextRun.entry.classes & rightHeads) | 0));
    add(35, mix(rightKey, mix(head?.key ?? 0, nextRun.entry.types)));
  }
  if (outerLeft && connectors.has(outerLeft.folded) && words[from - 2]?.capital) {
    const previousFrom = runStart[from - 2] ?? -1;
    add(36, mix(leftKey, words[from - 2]?.key ?? 0));
    add(37, mix(leftKey, previousFrom < 0 ? 0 : (words[previousFrom]?.key ?? 0)));
    add(38, mix(leftKey, mix(words[from - 2]?.entry.types ?? 0, word?.entry.types ?? 0)));
  }
  // The nearest two words outside are often an article or an adjective; the verb or noun beyond says more.
  add(39, mix(words[to + 2]?.key ?? anchor.after, 1));
  add(40, mix(words[from - 2]?.key ?? anchor.before, 1));
  return count;
}
