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
  /** 0 running text, 1 title case, 2 all capitals, 3 no capitals where there should be some. */
  style: number;
  /** How much of the sentence, and of the document, is about sport: 0 to 2 each. */
  sport: number;
  document: number;
}

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
    sport: 0,
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
    const word = words[index]!;
    const loud =
      prepared.style === 3 ||
      word.capital ||
      word.look === looks.number ||
      (index > 0 && words[index - 1]?.capital === true) ||
      words[index + 1]?.capital === true ||
      prepared.phrase[index] !== 0;
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
  if (letters >= 3 && capitals >= 0.65 * letters) return 1;
  return isSmall(words) ? 3 : 0;
}

/** Whether a sentence begins in lower case and has no capital but "I", or has "i" for it. */
function isSmall(words: readonly Word[]): boolean {
  let first: Word | undefined;
  for (const word of words) {
    if (word.text === 'i') return true;
    if (word.look > looks.mixed) continue;
    first ??= word;
    if (word.capital && word.text !== 'I') return false;
  }
  return first !== undefined && !first.capital && words.length > 3;
}

function findRuns({ words, glued, runStart, runEnd, style }: Prepared): void {
  let start = -1;
  for (let index = 0; index <= words.length; index++) {
    const word = words[index];
    const goesOn =
      word !== undefined &&
      (start < 0
        ? word.capital && !(style === 0 && word.casing >= 5 && isFirst(words, index))
        : word.capital || joins(words, glued, index));
    if (goesOn && start < 0) start = index;
    if (!goesOn && start >= 0) {
      runStart.fill(start, start, index);
      runEnd.fill(index - 1, start, index);
      start = -1;
    }
  }
}

/** A hyphen, an ampersand or particles of personal names, between two capitalised words. */
function joins(words: readonly Word[], glued: Uint8Array, index: number): boolean {
  const word = words[index];
  if (!word || !words[index - 1]) return false;
  if (word.text === '&') return words[index + 1]?.capital === true;
  for (let at = index; at < index + 4; at++) {
    const next = words[at];
    if (!next) return false;
    if (next.capital) return true;
    const hyphen = next.look === looks.hyphen && glued[at] === 1 && glued[at + 1] === 1;
    if (!hyphen && !next.particle) return false;
  }
  return false;
}

const phraseStart = classBit('phraseStart');

function findPhrases({ words, phrase, phraseAt, style }: Prepared, lexicon: Lexicon): void {
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word || !(word.classes & phraseStart) || !(word.capital || style === 3)) continue;
    let text = word.folded;
    let best = 0;
    let length = 0;
    for (let size = 2; size <= longestPhrase; size++) {
      const next = words[index + size - 1];
      if (!next) break;
      text += ` ${next.folded}`;
      const found = lexicon.phrase(hashString(text));
      if (found && (next.capital || next.look === looks.number || style === 3)) {
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
const surname = classBit('surname');
const leftHeads = rightHeads | classBit('title') | classBit('given') | classBit('particle');

/** More features than a place can have. */
export const mostFeatures = 400;

/** Features of a place, as hashes, in an array that is used again and again. */
export class FeatureList {
  readonly hashes = new Int32Array(mostFeatures);
  count = 0;

  add(template: number, value: number): void {
    this.hashes[this.count++] = mix(template, value);
  }
}

/** Adds the features of a place to the list, but for those that it shares with its run. A quiet place has none. */
export function contextFeatures(sentence: Prepared, index: number, list: FeatureList): void {
  if (sentence.quiet[index]) return;
  const { words, glued } = sentence;
  const word = words[index];
  if (!word) return;
  const before = index > 0 ? words[index - 1] : undefined;
  const after = words[index + 1];
  const keyBefore = before?.key ?? anchor.before;
  const keyAfter = after?.key ?? anchor.after;
  const shapeBefore = before?.shortShape ?? 1;
  const shapeAfter = after?.shortShape ?? 2;
  list.add(1001, mix(keyBefore, word.key));
  list.add(1002, mix(word.key, keyAfter));
  list.add(1003, mix(mix(shapeBefore, word.shortShape), shapeAfter));
  list.add(1004, mix(shapeBefore, word.shortShape));
  list.add(1005, mix(word.shortShape, shapeAfter));
  list.add(1006, mix(keyBefore, keyAfter));
  list.add(1007, sentence.style * 8 + word.look);
  list.add(1008, mix(sentence.style * 8 + word.look, word.casing));
  const first = isFirst(words, index);
  if (first) list.add(1009, mix(word.look, word.casing));
  if (first) list.add(1010, word.key);
  if (sentence.bracketed[index])
    list.add(
      1011,
      mix(
        word.look,
        before?.text === '(' ? (after?.text === ')' ? 3 : 1) : after?.text === ')' ? 2 : 0,
      ),
    );
  list.add(
    1012,
    mix(mix((before?.classes ?? 0) & leftHeads, word.classes), (after?.classes ?? 0) & rightHeads),
  );
  list.add(1013, mix(word.types, after?.capital ? after.types : 63));
  list.add(1014, mix(before?.capital ? before.types : 63, word.types));
  if (sentence.style === 3) {
    list.add(1027, mix(word.classes, word.casing));
    list.add(1028, mix(word.types, word.casing));
  }
  if (sentence.sport) {
    list.add(1029, mix(sentence.sport, word.classes));
    list.add(1030, mix(sentence.sport, mix(word.types, word.look)));
  }
  const phrase = sentence.phrase[index] ?? 0;
  if (phrase) {
    list.add(1015, phrase * 4 + (sentence.phraseAt[index] ?? 0));
    list.add(1016, mix(phrase * 4 + (sentence.phraseAt[index] ?? 0), word.look));
  }
  if (word.lemma.lowerIn === sentence.document) list.add(1017, mix(word.look, first ? 1 : 0));
  if (glued[index] && before?.look === looks.hyphen) list.add(1018, words[index - 2]?.key ?? 0);
  if (after?.look === looks.hyphen && glued[index + 1] && glued[index + 2]) {
    const next = words[index + 2];
    list.add(1019, next?.capital ? 1 : (next?.key ?? 0));
    list.add(1020, mix(next?.capital ? 1 : 0, word.classes));
  }
  if (word.look === looks.hyphen) list.add(1021, mix(before?.types ?? 0, after?.types ?? 0));
  const two = index > 1 ? words[index - 2] : undefined;
  list.add(1022, mix(two?.key ?? anchor.before, keyBefore));
  list.add(1023, mix(keyAfter, words[index + 2]?.key ?? anchor.after));
  placeInRunFeatures(sentence, index, list);
}

/** Marks after which a sentence is under way. */
const leadsOn = (text: string): boolean =>
  text.includes(',') || text.includes(';') || text.includes(')');

function isFirst(words: readonly Word[], index: number): boolean {
  return (
    index === 0 ||
    (index <= 2 && words[index - 1]?.look === looks.mark && !leadsOn(words[index - 1]?.text ?? ''))
  );
}

function placeInRunFeatures(sentence: Prepared, index: number, list: FeatureList): void {
  const { words, runStart, runEnd } = sentence;
  const from = runStart[index] ?? -1;
  if (from < 0) {
    const word = words[index];
    if (word?.connector) {
      // A small word between two runs: which heads stand on either side decides whether one name spans both.
      const left = words[index - 1];
      const right = words[index + 1];
      list.add(2001, mix(word.key, mix((left?.classes ?? 0) & leftHeads, right?.capital ? 1 : 0)));
      const leftFrom = runStart[index - 1] ?? -1;
      list.add(2002, mix(word.key, leftFrom < 0 ? 0 : (words[leftFrom]?.key ?? 0)));
      list.add(2003, mix(word.key, mix(left?.key ?? 0, right?.key ?? 0)));
      list.add(2004, mix(word.key, mix(left?.types ?? 0, right?.types ?? 0)));
      let within = 0;
      for (let at = leftFrom < 0 ? index : leftFrom; at < index; at++)
        within |= words[at]!.classes & (leftHeads | surname);
      let beyond = 0;
      for (let at = index + 1; at <= (runEnd[index + 1] ?? -1); at++)
        beyond |= words[at]!.classes & rightHeads;
      list.add(2005, mix(word.key, within));
      list.add(2006, mix(word.key, mix(within, beyond)));
    }
    return;
  }
  const to = runEnd[index] ?? index;
  const length = Math.min(to - from + 1, 5);
  const place = Math.min(index - from, 3);
  const rest = Math.min(to - index, 3);
  const style = sentence.style;
  const spot = style * 256 + length * 16 + place * 4 + rest;
  list.add(2010, spot);
  const last = words[to];
  const head = words[from];
  const word = words[index];
  list.add(2011, mix(last?.key ?? 0, index === to ? 1 : 0));
  list.add(2012, mix(head?.key ?? 0, index === from ? 1 : 0));
  let right = 0;
  for (let at = index + 1; at <= to && at <= index + 6; at++)
    right |= (words[at]?.classes ?? 0) & rightHeads;
  let left = 0;
  for (let at = index - 1; at >= from && at >= index - 6; at--)
    left |= (words[at]?.classes ?? 0) & leftHeads;
  list.add(2013, right);
  list.add(2014, left);
  list.add(2015, mix(right, left));
  list.add(2016, mix(last?.classes ?? 0, spot));
  if (style === 2) return;
  const types = word?.types ?? 0;
  const outerLeft = from > 0 ? words[from - 1] : undefined;
  const outerRight = words[to + 1];
  const leftKey = outerLeft?.key ?? anchor.before;
  const rightKey = outerRight?.key ?? anchor.after;
  list.add(2022, mix(leftKey, types));
  list.add(2023, mix(rightKey, types));
  if (outerRight?.text === ',' || outerRight?.text === '(') {
    list.add(2030, mix(types, words[to + 2]?.types ?? 0));
  }
  if (outerLeft?.text === ',' || outerLeft?.text === '(') {
    list.add(2032, mix(types, words[from - 2]?.types ?? 0));
  }
  if (outerRight?.connector && words[to + 2]?.capital) {
    list.add(2033, mix(rightKey, index === to ? 1 : 0));
  }
  if (outerLeft?.connector && words[from - 2]?.capital) {
    list.add(2038, mix(leftKey, mix(words[from - 2]?.types ?? 0, types)));
  }
}

/** Adds the features that all places of a run share, but for the quiet ones. @param from where the run begins */
export function runFeatures(sentence: Prepared, from: number, list: FeatureList): void {
  const { words, runStart, runEnd, style } = sentence;
  if (style === 2) return;
  const to = runEnd[from]!;
  const length = Math.min(to - from + 1, 5);
  const left = from > 0 ? words[from - 1] : undefined;
  const right = words[to + 1];
  const farLeft = from > 1 ? words[from - 2] : undefined;
  const farRight = words[to + 2];
  const leftKey = left?.key ?? anchor.before;
  const rightKey = right?.key ?? anchor.after;
  const farLeftKey = farLeft?.key ?? anchor.before;
  const farRightKey = farRight?.key ?? anchor.after;
  list.add(2020, mix(leftKey, length));
  list.add(2021, mix(rightKey, length));
  list.add(2024, mix(leftKey, rightKey));
  list.add(2025, mix(farLeftKey, leftKey));
  list.add(2026, mix(rightKey, farRightKey));
  list.add(2027, mix(left?.classes ?? 0, length));
  list.add(2028, mix(right?.classes ?? 0, length));
  if (right?.text === ',' || right?.text === '(') {
    list.add(2029, mix(farRight?.classes ?? 0, farRight?.look ?? 9));
  }
  if (left?.text === ',' || left?.text === '(') {
    list.add(2031, mix(farLeft?.classes ?? 0, farLeft?.look ?? 9));
  }
  if (right?.connector && farRight?.capital) {
    list.add(2034, mix(rightKey, farRight.classes & rightHeads));
    list.add(2035, mix(rightKey, mix(words[from]!.key, farRight.types)));
  }
  if (left?.connector && farLeft?.capital) {
    const previous = runStart[from - 2]!;
    list.add(2036, mix(leftKey, farLeftKey));
    list.add(2037, mix(leftKey, previous < 0 ? 0 : words[previous]!.key));
  }
  // The nearest two words outside are often an article or an adjective; the verb or noun beyond says more.
  list.add(2039, mix(farRightKey, 1));
  list.add(2040, mix(farLeftKey, 1));
}

const sportBit = classBit('sport');

/** Sets how much each sentence of a document is about sport. */
export function markSport(sentences: readonly Prepared[]): void {
  let all = 0;
  let sport = 0;
  const counts = sentences.map(({ words }) => {
    let count = 0;
    for (const word of words) {
      if (word.look !== looks.lower) continue;
      all++;
      if (word.classes & sportBit) count++;
    }
    sport += count;
    return count;
  });
  const share = sport / Math.max(20, all);
  const level = share > 0.06 ? 2 : share > 0.03 ? 1 : 0;
  for (const [index, sentence] of sentences.entries())
    sentence.sport = level * 3 + Math.min(2, counts[index] ?? 0);
}
