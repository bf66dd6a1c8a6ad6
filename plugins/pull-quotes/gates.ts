/**
 * What makes a sentence unfit for print at a large size, however well it ranks.
 */
import type { Range } from '../../src/text/index.ts';
import type { Article, Passage } from './article.ts';
import { connectives } from './lexicon.ts';
import type { Settings } from './options.ts';
import { overlapping } from './spans.ts';
import { countWords } from './trim.ts';

/** A gate says why a sentence is refused; undefined lets it pass. */
type Gate = (text: string, passage: Passage, article: Article) => string | undefined;

const months =
  '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\\.?(?: \\d{1,2})?(?:,? \\d{4})?';
/** "(The Outlet, October 5)", "(Author, 2001a)", "[12]", "(see note 3)". */
const citation = new RegExp(
  `\\([^()]{0,200}?(?:${months}|\\d{1,2} ${months}|\\b(?:1[5-9]|20)\\d\\d[a-z]?)(?:, ?p{1,2}\\.? ?[\\d–-]{1,9})?\\)` +
    '|\\[\\d{1,3}\\]|\\bibid\\b|\\((?:source|see|cf)\\b|\\(,|,,',
  'i',
);
const caption =
  /^(?:photo|image|picture|credit|source|illustration|figure|fig\.|table)\b[^.]{0,60}:/i;
const address = /https?:|www\.|\S@\S+\.\S/;
const code = /[_=<>{}|\\~]|\w\(\)/;
const pointer =
  /\b(?:see|in|from) (?:the )?(?:figure|fig\.|table|listing|screenshot|photo|picture|chart)\b|\b(?:shown|listed|described|pictured) (?:above|below)\b|\b(?:figure|table|listing) \d/i;
const itself =
  /\b(?:this|the present|next|previous) (?:article|section|chapter|tutorial|post|column|page)\b/i;
const connectivePhrase =
  /^(?:for (?:example|instance)|in (?:addition|contrast|other words)|as such|as a result|on the other hand)\b/i;

const gates: readonly Gate[] = [
  (_, { block }) => (block.kind === 'heading' ? 'a heading' : undefined),
  (_, { block }) => (block.kind === 'tableCell' ? 'a table' : undefined),
  (_, { block }) => (block.apparatus ? 'in the references' : undefined),
  (text, { block }) =>
    block.kind === 'listItem' && !/[.!?…]["'”’»)]{0,2}$/.test(text) ? 'a list stub' : undefined,
  (text) => (/^(?:\(?\d{1,3}[.)]|[-•*–]) /.test(text) ? 'a list stub' : undefined),
  (_, { block }, article) => (block.ordinal <= article.lead ? 'in the first paragraph' : undefined),
  (text) => (caption.test(text) ? 'a caption' : undefined),
  (text) => (citation.test(text) ? 'holds a citation' : undefined),
  (text, passage) => (holdsCode(text, passage) ? 'holds code' : undefined),
  (text) => (address.test(text) ? 'holds an address' : undefined),
  (text) => (pointer.test(text) ? 'points to a figure' : undefined),
  (text) => (itself.test(text) ? 'speaks of the article' : undefined),
  (text) => (/[()[\]（）【】]/.test(text) ? 'holds brackets' : undefined),
  (text) => (/…|\.\.\.|\. \. \./.test(text) ? 'holds an ellipsis' : undefined),
  (text) => (isBalanced(text) ? undefined : 'cuts a quotation'),
  (text) => (/[:;,]$/.test(text) ? 'ends in the middle' : undefined),
  (text, { block, words }) =>
    words.count > 2 &&
    !/[.!?。！？।؟۔]["'”’»」』*]{0,3}$/.test(text) &&
    isOwnStop(text, block.view.text)
      ? 'has no final stop'
      : undefined,
  (text) => (opensWithConnective(text) ? 'opens with a connective' : undefined),
  (text) =>
    text === text.toUpperCase() && text !== text.toLowerCase() ? 'all in capitals' : undefined,
];

/** Why a sentence, trimmed to a range, can't be a pull quote; undefined where it can. */
export function refuse(
  passage: Passage,
  range: Range,
  article: Article,
  settings: Settings,
): string | undefined {
  const text = passage.block.view.text.slice(range.start, range.end);
  const words = countWords(text);
  if (words < settings.minWords) return 'too short';
  if (words > settings.maxWords) return 'too long';
  for (const gate of gates) {
    const reason = gate(text, passage, article);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Whether each quotation mark of a text has its partner in it. Single marks may be apostrophes. */
function isBalanced(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(/“/g) === count(/”/g) && count(/«/g) === count(/»/g) && count(/"/g) % 2 === 0;
}

/** Whether the text runs to the end of its block: a cut in the middle of a sentence needs no stop. */
function isOwnStop(text: string, block: string): boolean {
  return block.endsWith(text);
}

function holdsCode(text: string, passage: Passage): boolean {
  if (code.test(text)) return true;
  const { start, end } = passage;
  let length = 0;
  for (const span of overlapping(passage.block.code, passage)) {
    length += Math.min(end, span.end) - Math.max(start, span.start);
  }
  return length * 3 > text.length;
}

function opensWithConnective(text: string): boolean {
  const first = /^["'“‘«]?(\p{L}+)/u.exec(text)?.[1]?.toLowerCase() ?? '';
  // "Next door", "Second thoughts": only a comma after it makes the word a connective.
  return (
    (connectives.has(first) && text.slice(0, 24).includes(`${first.slice(1)},`)) ||
    connectivePhrase.test(text)
  );
}
