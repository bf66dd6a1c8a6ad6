/** Reads and writes CoNLL files (`word TAG` lines, a blank line between sentences), and lays their sentences out as running text. */
import { readFileSync } from 'node:fs';

/** A sentence as the file has it. */
export interface ConllSentence {
  words: string[];
  /** BIO tags with the file's own types. */
  tags: string[];
}

/** A run of sentences that belong together. */
export type ConllDocument = ConllSentence[];

/** A typed span: UTF-16 offsets into the text laid out, end exclusive. */
export interface GoldSpan {
  start: number;
  end: number;
  type: string;
}

/**
 * The documents of a file: cut at `-DOCSTART-` lines, or every `size` sentences when it has none, so that what is learnt and
 * measured over a whole document has something to stand on.
 */
export function readConll(path: string, size = 20): ConllDocument[] {
  const documents: ConllDocument[] = [];
  let document: ConllDocument = [];
  let sentence: ConllSentence = { words: [], tags: [] };
  const content = readFileSync(path, 'utf8');
  const marked = content.includes('-DOCSTART-');
  const endSentence = (): void => {
    if (sentence.words.length) document.push(sentence);
    sentence = { words: [], tags: [] };
    if (!marked && document.length >= size) endDocument();
  };
  const endDocument = (): void => {
    if (document.length) documents.push(document);
    document = [];
  };
  for (const line of content.split(/\r?\n/)) {
    const fields = line.trim().split(/\s+/);
    if (line.startsWith('-DOCSTART-')) {
      endSentence();
      endDocument();
    } else if (fields.length < 2) {
      endSentence();
    } else {
      sentence.words.push(fields[0] ?? '');
      sentence.tags.push(fields.at(-1) ?? 'O');
    }
  }
  endSentence();
  endDocument();
  return documents;
}

/** The spans of BIO tags, over word indexes. An I without a B before it begins a span. */
export function bioSpans(tags: readonly string[]): GoldSpan[] {
  const spans: GoldSpan[] = [];
  let open: GoldSpan | undefined;
  for (const [index, tag] of tags.entries()) {
    const type = tag.slice(2);
    if (open && tag.startsWith('I-') && type === open.type) {
      open.end = index + 1;
    } else if (tag === 'O') {
      open = undefined;
    } else {
      open = { start: index, end: index + 1, type };
      spans.push(open);
    }
  }
  return spans;
}

const noSpaceBefore =
  /^(?:[,.;:!?%)\]}’”]|'s|’s|'S|’S|'|''|n't|n’t|['’](?:re|ve|ll|d|m)|\.\.\.|…)$/i;
const noSpaceAfter = /^(?:[([{$£€¥“‘]|``|[A-Z]{1,3}\$)$/;

/**
 * Lays words out as running text.
 *
 * @returns the text and each word's place in it. Quotation marks are told apart by counting; a hyphen between two words that
 *   hold letters or digits is closed up, for corpora that split them.
 */
export function layOut(words: readonly string[]): {
  text: string;
  starts: number[];
  ends: number[];
} {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let quoteOpen = false;
  let glue = true;
  for (const [index, word] of words.entries()) {
    const next = words[index + 1] ?? '';
    const isQuote = word === '"';
    const closesUp =
      /^[-/]$/.test(word) &&
      /[\p{L}\p{N}]$/u.test(words[index - 1] ?? '') &&
      /^[\p{L}\p{N}]/u.test(next);
    const range =
      /^[–]$/.test(word) && /\p{N}$/u.test(words[index - 1] ?? '') && /^\p{N}/u.test(next);
    const handle = /^[@#]$/.test(word);
    const before =
      glue ||
      (noSpaceBefore.test(word) && index > 0) ||
      (isQuote && quoteOpen) ||
      closesUp ||
      range;
    if (!before) text += ' ';
    starts.push(text.length);
    text += word;
    ends.push(text.length);
    glue =
      closesUp ||
      range ||
      handle ||
      noSpaceAfter.test(word) ||
      (isQuote && !quoteOpen && next !== '');
    if (isQuote) quoteOpen = !quoteOpen;
  }
  return { text, starts, ends };
}

/** A sentence laid out, with its names as spans of the text. */
export function layOutSentence(sentence: ConllSentence): { text: string; spans: GoldSpan[] } {
  const { text, starts, ends } = layOut(sentence.words);
  const spans = bioSpans(sentence.tags).map(({ start, end, type }) => ({
    start: starts[start] ?? 0,
    end: ends[end - 1] ?? 0,
    type,
  }));
  return { text, spans };
}

/** BIO tags of tokens; undefined when a span begins or ends inside a token. */
export function tagTokens(
  tokens: readonly { start: number; end: number }[],
  spans: readonly GoldSpan[],
): string[] | undefined {
  const tags: string[] = [];
  let next = 0;
  for (const token of tokens) {
    while ((spans[next]?.end ?? Infinity) <= token.start) next++;
    const span = spans[next];
    if (!span || token.end <= span.start) tags.push('O');
    else if (token.start < span.start || token.end > span.end) return undefined;
    else tags.push(`${token.start === span.start ? 'B' : 'I'}-${span.type}`);
  }
  return tags;
}
