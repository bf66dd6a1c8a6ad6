/**
 * Headlines and subheads. A subhead is a short line with no stop, set apart, with text below it; captions, bylines, speakers'
 * names and entries of lists look much the same, so that in doubt a line stays a paragraph.
 *
 * A `#` counts only where the article has several lines that begin with one, or begins with one.
 */
import type { Heading } from 'mdast';
import { endsSentence, opening } from './characters.ts';
import { isBlank, isSpace, opensChunk, skipBlank, widthOf, type Line } from './lines.ts';
import { plainText } from './paragraph.ts';
import type { Block, Reading, Recogniser, Region } from './reading.ts';

type Depth = Heading['depth'];

const longestHeadline = 160;
const longestSubhead = 80;
const mostWords = 12;
/** A name of a paper or of a section is no longer. */
const mostBannerWords = 4;
/** Where only the first word has a capital the line may as well be a caption without its stop. */
const mostSentenceWords = 8;
/** A paragraph this long is text that a subhead can stand above. */
const shortestText = 60;

/** Lines that begin like a byline, a credit or a label, whatever comes after. */
const labels =
  /^(?:by|photos?|images?|pictures?|illustrations?|credits?|captions?|sources?|figure|fig\.|table|chart|read more|see also|related|advertisement|share|follow|subscribe|watch|listen|editor[’']s note|note|updated?|published|publication|posted|tags?|keywords?|contact|copyright|reporting|written|translated|edited)(?:\s|:|$)/i;
/** Titles of the lists at the end, which may be one word and one of the labels. */
const backMatter =
  /^(?:references|notes|endnotes|footnotes|sources|bibliography|works cited|further reading)$/i;
const date =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,4}\b|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b)/i;
const address = /(?:https?:\/\/|www\.|\S@\S)/i;
/** Words that a title in capitals leaves small. */
const smallWords = new Set(
  'a an and as at but by for from in into nor of on onto or over per so than the to up via vs with yet de la le el y und der die das'.split(
    ' ',
  ),
);

/** A line with a line of `=` or `-` of about its length below it. */
export const underlinedHeading: Recogniser = (reading, region, at, above) => {
  const { lines } = region;
  const line = lines[at] as Line;
  const rule = lines[at + 1];
  if (above || region.depth > 0 || !rule || !opensChunk(lines, at)) return undefined;
  const length = line.end - line.start;
  const mark = underlineMark(reading.source, rule, length);
  if (!mark || length > longestHeadline || underlineMark(reading.source, line, length))
    return undefined;
  const ruleLength = rule.end - rule.start;
  const near = ruleLength >= length * 0.6 && ruleLength <= length * 1.6 + 2;
  if (!near && mark === '-') return undefined;
  const node = makeHeading(reading, line, mark === '=' ? 1 : 2, line.start);
  node.position = reading.place(line.start, rule.end);
  return { blocks: [{ node }], next: at + 2 };
};

function underlineMark(source: string, line: Line, length: number): '=' | '-' | undefined {
  const mark = source[line.start];
  if ((mark !== '=' && mark !== '-') || line.end - line.start < 3) return undefined;
  if (line.end - line.start > length * 2 + 80) return undefined;
  for (let at = line.start; at < line.end; at++) if (source[at] !== mark) return undefined;
  return mark;
}

const hashes = /(#{1,6})[ \t]+(?=[^\s#\u200B\u2060])/y;

/** `# Title`, where the article uses such lines consistently. */
export const hashHeading: Recogniser = (reading, region, at) => {
  if (!reading.hashes || region.depth > 0) return undefined;
  const line = region.lines[at] as Line;
  const mark = hashMark(reading.source, line);
  if (!mark) return undefined;
  const node = makeHeading(reading, line, mark.depth, line.start + mark.length);
  return { blocks: [{ node }], next: at + 1 };
};

function hashMark(source: string, line: Line): { depth: Depth; length: number } | undefined {
  if (line.end - line.start > longestHeadline) return undefined;
  hashes.lastIndex = line.start;
  const match = hashes.exec(source);
  if (!match || line.start + match[0].length >= line.end) return undefined;
  return { depth: (match[1] as string).length as Depth, length: match[0].length };
}

/** Whether an article marks headings with `#`: in two places, or in its first line. */
export function usesHashes(source: string, lines: readonly Line[]): boolean {
  const first = skipBlank(lines, 0);
  let count = 0;
  for (let at = first; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (source[line.start] !== '#' || isBlank(line) || !hashMark(source, line)) continue;
    if (at === first) return true;
    // A list of numbers ("# 1", "# 2") has no blank lines around each.
    if (opensChunk(lines, at) && ++count === 2) return true;
  }
  return false;
}

/** Makes headings of the blocks of an article that look like ones from what stands around them. */
export function markHeadings(reading: Reading, region: Region, blocks: readonly Block[]): Block[] {
  const repeated = repeatedLines(reading.source, blocks);
  const candidate = (block: Block | undefined): boolean =>
    block?.line !== undefined && isSubhead(reading.source, block.line);
  return blocks.map((block, index) => {
    const { line } = block;
    if (!line) return block;
    const before = blocks[index - 1];
    const next = blocks[index + 1];
    if (!before) {
      const headline =
        next && isHeadline(reading.source, line) && !isBanner(reading.source, line, next);
      return headline ? { node: makeHeading(reading, line, 1, line.start) } : block;
    }
    if (!candidate(block) || !next || repeated.has(textOf(reading.source, line))) return block;
    // Above the running text stands the masthead, whose lines are not told apart here.
    const body = region.lines[region.body];
    if (!body || line.start <= body.start) return block;
    const title = backMatter.test(textOf(reading.source, line));
    const led = isText(reading, next) || (title && next.node.type !== 'heading');
    if (!led || (candidate(before) && !title) || isStub(reading.source, before)) return block;
    return { node: makeHeading(reading, line, 2, line.start) };
  });
}

/** Lines that occur more than once: speakers, advertisements. */
function repeatedLines(source: string, blocks: readonly Block[]): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { line } of blocks) {
    if (!line || line.end - line.start > longestSubhead) continue;
    const text = textOf(source, line);
    if (seen.has(text)) repeated.add(text);
    seen.add(text);
  }
  return repeated;
}

/** Whether a block is running text, or a list or quotation, as they stand below a subhead. */
function isText(reading: Reading, block: Block): boolean {
  const { node, line } = block;
  if (node.type === 'list' || node.type === 'blockquote' || node.type === 'table') return true;
  if (node.type !== 'paragraph') return false;
  if (!line) return !node.children.some((child) => child.type === 'break');
  return widthOf(line, reading.source) >= shortestText || endsSentence(reading.source, line);
}

/** Whether a block is a short line that ends nothing, as the entries of a bare list are. */
function isStub(source: string, block: Block): boolean {
  const { line } = block;
  return (
    line !== undefined &&
    widthOf(line, source) < shortestText &&
    !/[.!?…:。！？]["”’)]?$/.test(textOf(source, line))
  );
}

/** Whether a first line of a few words, such as the name of a paper, stands above another that may be the headline. */
function isBanner(source: string, line: Line, next: Block): boolean {
  return (
    wordsOf(textOf(source, line)).length <= mostBannerWords &&
    next.line !== undefined &&
    isHeadline(source, next.line) &&
    wordsOf(textOf(source, next.line)).length > mostBannerWords
  );
}

function isHeadline(source: string, line: Line): boolean {
  if (line.end - line.start > longestHeadline) return false;
  const text = textOf(source, line);
  if (/[.,;:]$/.test(text) && !/\b(?:U\.S|U\.K|U\.N|Inc|Jr|Sr|Co|Corp|Ltd)\.$/.test(text))
    return false;
  if (isOther(text) || opening(source, line) === 'lower') return false;
  if (/^[-–—•*#@©[(|<>]/.test(text) || /^(?:for immediate release|press release)\b/i.test(text))
    return false;
  return isCaseless(source, line) ? text.length >= 4 : wordsOf(text).length >= 2;
}

/** A question with its speaker before it. */
const speaker = /^[^\s:]{1,30}(?: [^\s:]{1,30}){0,2}: .*\?$/;
/** Words with which no title ends: the line goes on. */
const dangling =
  /\s(?:the|an?|and|or|but|of|to|from|with|for|in|at|by|as|that|which|is|are|was|were)$/i;

function isSubhead(source: string, line: Line): boolean {
  if (line.end - line.start > longestSubhead) return false;
  const text = textOf(source, line);
  if (backMatter.test(text)) return true;
  if (!/[\p{L}\p{N})’'”"?？%]$/u.test(text) || /^[^\p{L}\p{N}¿]/u.test(text)) return false;
  if (opening(source, line) === 'lower' || !/\p{L}{2}/u.test(text)) return false;
  // Two sentences, or cells, are no title.
  if (isOther(text) || /\p{Ll}{2}[.!?] |[\t|]| {2}|^\d+$|["”]$/u.test(text)) return false;
  if (dangling.test(text) || speaker.test(text)) return false;
  if (isCaseless(source, line)) return text.length <= 25;
  const words = wordsOf(text);
  if (words.length > mostWords) return false;
  return words.length <= mostSentenceWords || isTitleCase(words);
}

/** A byline, a credit, a date, an address. */
function isOther(text: string): boolean {
  return (labels.test(text) && !backMatter.test(text)) || date.test(text) || address.test(text);
}

function isTitleCase(words: readonly string[]): boolean {
  return words.every((word) => !/^\p{Ll}/u.test(word) || smallWords.has(word.toLowerCase()));
}

function isCaseless(source: string, line: Line): boolean {
  return opening(source, line) === 'caseless';
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function textOf(source: string, line: Line): string {
  return source.slice(line.start, line.end);
}

function makeHeading(reading: Reading, line: Line, depth: Depth, textStart: number): Heading {
  while (textStart < line.end && isSpace(reading.source.charCodeAt(textStart))) textStart++;
  const children = [plainText(reading, textStart, line.end)];
  return { type: 'heading', depth, children, position: reading.place(line.start, line.end) };
}
