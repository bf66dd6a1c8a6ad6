/**
 * Finds quotes that were chosen before, by the author or by an earlier build, in the text as it is now. Letters and digits count; quotation marks,
 * white space, dashes and case may have changed in between.
 */
import type { VFile } from 'vfile';
import { report, type StatedPullQuote } from '../../src/model/index.ts';
import type { Range } from '../../src/text/index.ts';
import type { Article, Block, Passage } from './article.ts';
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
  for (const quote of quotes) {
    const found = widened(find(quote.text, texts, sentences));
    const passage = found && passageAt(found.block, found.range);
    const ranked = passage && rankedOf.get(passage);
    if (!found || !ranked) {
      report(file, 'pull-quotes/lost-quote', reasonFor(quote), { actual: quote.text });
      continue;
    }
    const key = `${article.blocks.indexOf(found.block)}:${found.range.start}:${found.range.end}`;
    if (taken.has(key)) continue;
    taken.add(key);
    result.push({ ...found, ranked, origin: quote.origin, speaker: quote.speaker });
  }
  return result;
}

function reasonFor({ text }: StatedPullQuote): string {
  const short = text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text;
  return `Unexpected pull quote “${short}”, expected one that stands in the text`;
}

function find(
  text: string,
  texts: readonly Letters[],
  sentences: ReadonlyMap<string, Passage>,
): { block: Block; range: Range } | undefined {
  const wanted = normal(text);
  if (wanted === '') return undefined;
  // Whole sentences, the usual case, without a search.
  const whole = sentences.get(wanted);
  if (whole)
    return { block: whole.block, range: withMarks(text, whole.block.view.text, narrow(whole)) };
  for (const { block, value, offsets } of texts) {
    const at = value.indexOf(wanted);
    if (at < 0) continue;
    const start = offsets[at] as number;
    const last = offsets[at + wanted.length - 1] as number;
    const end = last + String.fromCodePoint(block.view.text.codePointAt(last) as number).length;
    return { block, range: withMarks(text, block.view.text, { start, end }) };
  }
  return undefined;
}

/** A quote that begins or ends within a link or a name takes in the whole of it. */
function widened(found: { block: Block; range: Range } | undefined): typeof found {
  if (!found) return undefined;
  const { block } = found;
  let { start, end } = found.range;
  for (const span of overlapping(block.indivisible, found.range)) {
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
