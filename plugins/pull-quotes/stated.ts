/**
 * Finds quotes that were chosen before, by the author or by an earlier build, in the text as it is now. Letters and digits count; quotation marks,
 * white space, dashes and case may have changed in between.
 */
import type { VFile } from 'vfile';
import { report, type StatedPullQuote } from '../../src/model/index.ts';
import type { Range } from '../../src/text/index.ts';
import type { Article, Block, Passage } from './article.ts';
import { attribute } from './attribution.ts';
import type { Ranked } from './rank.ts';
import { overlapping } from './spans.ts';

/** A quote that is stated, and its place. */
export interface Found {
  ranked: Ranked;
  block: Block;
  range: Range;
  origin: StatedPullQuote['origin'];
  speaker?: string | undefined;
}

/** Where words stand. */
interface Place {
  block: Block;
  range: Range;
}

/** A block's letters and digits in lower case, and where each stands in its text. */
interface Letters {
  block: Block;
  value: string;
  offsets: Int32Array;
}

const letter = /[\p{L}\p{N}]/u;
const opening = /["'“‘«„‹»「(]/;
const closing = /["'”’»“›«」)]/;
const stop = /[.!?…。！？।؟]/;

/** The stated quotes that stand in the text, each once, in the order stated; a message for each that doesn't. */
export function findStated(article: Article, ranking: readonly Ranked[], file: VFile): Found[] {
  const quotes = file.data.stated?.pullQuotes ?? [];
  if (quotes.length === 0) return [];
  const rankedOf = new Map(ranking.map((ranked) => [ranked.passage, ranked]));
  const texts = article.blocks.map(lettersOf);
  const sentences = new Map<string, Passage>();
  for (const passage of article.passages) {
    const key = normal(passage.text);
    if (!sentences.has(key)) sentences.set(key, passage);
  }
  const result: Found[] = [];
  const taken = new Set<string>();
  const indexOf = new Map(article.blocks.map((block, index) => [block, index]));
  const keyOf = ({ block, range }: Place): string =>
    `${indexOf.get(block)}:${range.start}:${range.end}`;
  const entities = new Map((file.data.entities ?? []).map((each) => [each.id, each]));
  /** Of equal words those that the stated speaker says, then those that the ranking puts first. */
  const worthOf =
    ({ speaker }: StatedPullQuote) =>
    ({ block, range }: Place): number => {
      const passage = passageAt(block, range);
      const ranked = passage && rankedOf.get(passage);
      if (!ranked) return -Infinity;
      const before = article.blocks[(indexOf.get(block) as number) - 1];
      const isSaid = attribute(passage, range, before, entities).printed === speaker;
      return (isSaid ? ranking.length : 0) - ranked.rank;
    };
  let last: Place | undefined;
  for (const quote of quotes) {
    const places = find(quote.text, texts, sentences).map(widened);
    // An author means the first, a build before meant one of them.
    const found =
      quote.origin === 'ranked' && places.length > 1
        ? inTurn(places.filter((place) => !taken.has(keyOf(place))), last, worthOf(quote)) // prettier-ignore
        : places[0];
    const passage = found && passageAt(found.block, found.range);
    const ranked = passage && rankedOf.get(passage);
    if (!found || !ranked) {
      report(file, 'pull-quotes/lost-quote', reasonFor(quote), { actual: quote.text });
      continue;
    }
    const key = keyOf(found);
    if (taken.has(key)) continue;
    taken.add(key);
    last = found;
    result.push({ ...found, ranked, origin: quote.origin, speaker: quote.speaker });
  }
  return result;
}

/** Of places of equal words that which a build before has chosen: its quotes are listed in the order of the text. */
function inTurn(
  places: readonly Place[],
  last: Place | undefined,
  worthOf: (place: Place) => number,
): Place | undefined {
  const isLater = ({ block, range }: Place): boolean =>
    !last ||
    block.ordinal > last.block.ordinal ||
    (block === last.block && range.start >= last.range.end);
  const later = places.filter(isLater);
  return (later.length > 0 ? later : places).toSorted((a, b) => worthOf(b) - worthOf(a))[0];
}

function reasonFor({ text }: StatedPullQuote): string {
  const short = text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text;
  return `Unexpected pull quote “${short}”, expected one that stands in the text`;
}

function find(
  text: string,
  texts: readonly Letters[],
  sentences: ReadonlyMap<string, Passage>,
): Place[] {
  const wanted = normal(text);
  if (wanted === '') return [];
  // Whole sentences, the usual case, without a search.
  const whole = sentences.get(wanted);
  if (whole)
    return [{ block: whole.block, range: withMarks(text, whole.block.view.text, narrow(whole)) }];
  const places: Place[] = [];
  for (const { block, value, offsets } of texts) {
    const at = value.indexOf(wanted);
    if (at < 0) continue;
    const start = offsets[at] as number;
    const last = offsets[at + wanted.length - 1] as number;
    const end = last + String.fromCodePoint(block.view.text.codePointAt(last) as number).length;
    places.push({ block, range: withMarks(text, block.view.text, { start, end }) });
  }
  return places;
}

/** A quote that begins or ends within a link or a name takes in the whole of it. */
function widened({ block, range }: Place): Place {
  let { start, end } = range;
  for (const span of overlapping(block.indivisible, range)) {
    const isAround = span.start <= start && span.end >= end;
    if (isAround) continue;
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { block, range: { start, end } };
}

/** A sentence from its first letter to its last. */
function narrow({ text, start }: Passage): Range {
  let from = 0;
  let to = text.length;
  while (from < to && !letter.test(text[from] as string) && !isSurrogate(text, from)) from++;
  while (to > from && !letter.test(text[to - 1] as string) && !isSurrogate(text, to - 1)) to--;
  return { start: start + from, end: start + to };
}

function isSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdfff;
}

/** Takes in the marks around a range that the quote has, too. */
function withMarks(quote: string, text: string, range: Range): Range {
  let { start, end } = range;
  const trimmed = quote.trim();
  let from = 0;
  while (
    from < trimmed.length &&
    !letter.test(trimmed[from] as string) &&
    !isSurrogate(trimmed, from)
  )
    from++;
  for (let count = from; count > 0; count--) {
    const mark = text[start - 1] ?? '';
    if (mark !== trimmed[count - 1] && !opening.test(mark)) break;
    start--;
  }
  let to = trimmed.length;
  while (to > 0 && !letter.test(trimmed[to - 1] as string) && !isSurrogate(trimmed, to - 1)) to--;
  for (let at = to; at < trimmed.length; at++) {
    const mark = trimmed[at] as string;
    const next = text[end] ?? '';
    const isSame =
      next === mark ||
      (closing.test(mark) && closing.test(next)) ||
      (stop.test(mark) && stop.test(next));
    if (!isSame) break;
    end++;
  }
  return { start, end };
}

/** The sentence that a range begins in. */
function passageAt(block: Block, range: Range): Passage | undefined {
  return block.passages.find((passage) => passage.end > range.start);
}

function normal(text: string): string {
  return [...text.toLowerCase()].filter((character) => letter.test(character)).join('');
}

function lettersOf(block: Block): Letters {
  const { text } = block.view;
  const parts: string[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    const lower = character.toLowerCase();
    for (const each of lower) {
      if (!letter.test(each)) continue;
      parts.push(each);
      for (let unit = 0; unit < each.length; unit++) offsets.push(at);
    }
    at += character.length;
  }
  return { block, value: parts.join(''), offsets: Int32Array.from(offsets) };
}
