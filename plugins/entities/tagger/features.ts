/** The features of a place in a sentence, beyond those that its words have by themselves. */
import { hashString, mix } from './hash.ts';
import { classBit, longestPhrase, type Lexicon } from './lexicon.ts';
import { looks, type Word } from './words.ts';

/**
 * What is known of the words of sentences, which stand side by side in arrays: a sentence of its own would need nine small ones, which
 * take longer to be had than to be filled. Before, between and behind sentences are two places without a word, so that nobody who looks
 * at the words around a place sees those of another sentence.
 */
export class Places {
  words: (Word | undefined)[] = [];
  /** Where the scorer keeps the scores of each word: 0 where there is none, -1 where it keeps none. */
  slots = new Int32Array(0);
  /** For each word, whether it touches the one before (no white space). */
  glued = new Uint8Array(0);
  /** First and last place of the run of capitalised words in which a word stands; equal to -1 outside. */
  runStart = new Int32Array(0);
  runEnd = new Int32Array(0);
  /** Phrase of the lexicon in which a word stands: class, place in it and length; 0 outside. */
  phrase = new Uint8Array(0);
  phraseAt = new Uint8Array(0);
  /** 1 inside parentheses. */
  bracketed = new Uint8Array(0);
  /** Whether nothing near is capitalised, so that the words' own features are all that is needed. */
  quiet = new Uint8Array(0);

  /** Makes room for so many places. What words stood there is left to be written over. */
  clear(size: number): void {
    if (this.slots.length < size) {
      const room = roomFor(size);
      this.slots = new Int32Array(room);
      this.glued = new Uint8Array(room);
      this.runStart = new Int32Array(room).fill(-1);
      this.runEnd = new Int32Array(room).fill(-1);
      this.phrase = new Uint8Array(room);
      this.phraseAt = new Uint8Array(room);
      this.bracketed = new Uint8Array(room);
      this.quiet = new Uint8Array(room);
    } else {
      this.slots.fill(0, 0, size);
      this.glued.fill(0, 0, size);
      this.runStart.fill(-1, 0, size);
      this.runEnd.fill(-1, 0, size);
      this.phrase.fill(0, 0, size);
      this.phraseAt.fill(0, 0, size);
      this.bracketed.fill(0, 0, size);
      this.quiet.fill(0, 0, size);
    }
  }
}

/** How many places without a word stand between two sentences. */
export const gap = 2;

/** Places for which room is kept from one document to the next: that of a very long one would be held for nothing. */
export const mostKeptPlaces = 1 << 16;

/** How many places to make room for where so many are needed: a longer document may come. */
export const roomFor = (size: number): number => (size > mostKeptPlaces ? size : 2 * size);

/** A sentence worked out for its features: the places from `start` up to `end` of these. */
export interface Prepared extends Readonly<Omit<Places, 'clear'>> {
  start: number;
  end: number;
  /** 0 running text, 1 title case, 2 all capitals, 3 no capitals where there should be some. */
  style: number;
  /** How much of the sentence, and of the document, is about sport: 0 to 2 each. */
  sport: number;
  document: number;
}

const anchor = { before: hashString('<'), after: hashString('>') };

/** Works a sentence out by itself. @param touches whether a word touches the one before */
export function prepare(
  words: readonly Word[],
  touches: (index: number) => boolean,
  lexicon: Lexicon,
  document: number,
): Prepared {
  const places = new Places();
  places.clear(words.length + gap);
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    places.words.push(word);
    places.slots[index] = word.slot;
    if (index > 0 && touches(index)) places.glued[index] = 1;
  }
  return prepareAt(places, 0, words.length, lexicon, document);
}

/** Works out the sentence that stands at some places, whose words have been put there. */
export function prepareAt(
  places: Places,
  start: number,
  end: number,
  lexicon: Lexicon,
  document: number,
): Prepared {
  const { words, slots, glued, runStart, runEnd, phrase, phraseAt, bracketed, quiet } = places;
  const prepared: Prepared = {
    words,
    slots,
    glued,
    runStart,
    runEnd,
    phrase,
    phraseAt,
    bracketed,
    quiet,
    start,
    end,
    style: styleOf(words, start, end),
    sport: 0,
    document,
  };
  const { style } = prepared;
  findRuns(prepared);
  const hasPhrases = findPhrases(prepared, lexicon);
  let depth = 0;
  let before = false;
  for (let index = start; index < end; index++) {
    const word = words[index]!;
    const { capital, look } = word;
    if (look === looks.mark) {
      if (word.text === ')') depth = 0;
      bracketed[index] = depth;
      if (word.text === '(') depth = 1;
    } else bracketed[index] = depth;
    const loud =
      style === 3 ||
      capital ||
      look === looks.number ||
      before ||
      words[index + 1]?.capital === true ||
      (hasPhrases && phrase[index] !== 0);
    quiet[index] = loud ? 0 : 1;
    before = capital;
  }
  return prepared;
}

type Words = readonly (Word | undefined)[];

function styleOf(words: Words, start: number, end: number): number {
  let letters = 0;
  let capitals = 0;
  let uppers = 0;
  for (let at = start; at < end; at++) {
    const word = words[at]!;
    if (word.look > looks.mixed || word.folded.length < 4) continue;
    letters++;
    if (word.capital) capitals++;
    if (word.look === looks.upper) uppers++;
  }
  if (letters >= 3 && uppers >= 0.7 * letters) return 2;
  if (letters >= 3 && capitals >= 0.65 * letters) return 1;
  return isSmall(words, start, end) ? 3 : 0;
}

/** Whether a sentence begins in lower case and has no capital but "I", or has "i" for it. */
function isSmall(words: Words, start: number, end: number): boolean {
  let first: Word | undefined;
  for (let at = start; at < end; at++) {
    const word = words[at]!;
    if (word.text === 'i') return true;
    if (word.look > looks.mixed) continue;
    first ??= word;
    if (word.capital && word.text !== 'I') return false;
  }
  return first !== undefined && !first.capital && end - start > 3;
}

function findRuns({ words, glued, runStart, runEnd, style, start, end }: Prepared): void {
  let from = -1;
  for (let index = start; index <= end; index++) {
    const word = index < end ? words[index] : undefined;
    const goesOn =
      word !== undefined &&
      (from < 0
        ? word.capital && !(style === 0 && word.casing >= 5 && isFirst(words, index, start))
        : word.capital || joins(words, glued, index));
    if (goesOn && from < 0) from = index;
    if (!goesOn && from >= 0) {
      for (let at = from; at < index; at++) {
        runStart[at] = from;
        runEnd[at] = index - 1;
      }
      from = -1;
    }
  }
}

/** A hyphen, an ampersand or particles of personal names, between two capitalised words. */
function joins(words: Words, glued: Uint8Array, index: number): boolean {
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

/** @returns whether there are any */
function findPhrases(
  { words, phrase, phraseAt, style, start, end }: Prepared,
  lexicon: Lexicon,
): boolean {
  let any = false;
  for (let index = start; index < end; index++) {
    const word = words[index]!;
    if (!(word.classes & phraseStart) || !(word.capital || style === 3)) continue;
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
    any = true;
    for (let at = 0; at < length; at++) {
      phrase[index + at] = best;
      phraseAt[index + at] = 1 + (at === 0 ? 0 : at === length - 1 ? 2 : 1);
    }
    index += length - 1;
  }
  return any;
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
  const before = words[index - 1];
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
  const first = isFirst(words, index, sentence.start);
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
  const two = words[index - 2];
  list.add(1022, mix(two?.key ?? anchor.before, keyBefore));
  list.add(1023, mix(keyAfter, words[index + 2]?.key ?? anchor.after));
  placeInRunFeatures(sentence, index, list);
}

/** Marks after which a sentence is under way. */
const leadsOn = (text: string): boolean =>
  text.includes(',') || text.includes(';') || text.includes(')');

function isFirst(words: Words, index: number, start: number): boolean {
  return (
    index === start ||
    (index <= start + 2 &&
      words[index - 1]?.look === looks.mark &&
      !leadsOn(words[index - 1]?.text ?? ''))
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
  const outerLeft = words[from - 1];
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
  const left = words[from - 1];
  const right = words[to + 1];
  const farLeft = words[from - 2];
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

/** How many words in lower case there are, and how many of them are of sport. */
export interface SportCount {
  all: number;
  sport: number;
}

/**
 * Sets how much each sentence of a document is about sport.
 *
 * @param document - Of the whole document, where these are not all of its sentences.
 */
export function markSport(sentences: readonly Prepared[], document?: SportCount): void {
  const total = document ?? { all: 0, sport: 0 };
  for (const sentence of sentences) {
    const own = countSport(sentence.words, sentence.start, sentence.end);
    sentence.sport = own.sport < 2 ? own.sport : 2;
    if (document) continue;
    total.all += own.all;
    total.sport += own.sport;
  }
  const share = total.sport / Math.max(20, total.all);
  const level = share > 0.06 ? 2 : share > 0.03 ? 1 : 0;
  if (level > 0) for (const sentence of sentences) sentence.sport += level * 3;
}

/** Counts at some places, of which some may have no word. */
export function countSport(words: Words, start: number, end: number): SportCount {
  const count = { all: 0, sport: 0 };
  for (let at = start; at < end; at++) {
    const word = words[at];
    if (word?.look !== looks.lower) continue;
    count.all++;
    if (word.classes & sportBit) count.sport++;
  }
  return count;
}
