/**
 * Cuts off what ties a sentence to its neighbours: a connective at its start, an attribution at either end, an aside in brackets. What is
 * left is one piece of the text. What stands in quotation marks is kept or left as a whole, never cut into.
 */
import type { Range } from '../../src/text/index.ts';
import type { Passage } from './article.ts';
import { reportedSpeech } from './attribution.ts';
import type { Settings } from './options.ts';
import type { Quotation } from './quotations.ts';
import { overlapping } from './spans.ts';

const connective =
  /^(?:however|moreover|furthermore|therefore|thus|hence|consequently|additionally|similarly|likewise|meanwhile|nevertheless|nonetheless|indeed|finally|also|besides|instead|accordingly|otherwise|first(?:ly)?|second(?:ly)?|third(?:ly)?|lastly|next|then|still|again|of course|in (?:truth|fact|short|sum|addition|contrast|other words|conclusion|the end|general)|for (?:example|instance|that reason|these reasons|all these reasons)|as (?:such|a result|a consequence|usual)|on the (?:other|one) hand|on the contrary|at the same time|after all|that said|to be sure|not surprisingly|by contrast|even so|that is),\s+/i;
const bracketAtEnd = /\s\([^()]{1,200}\)(?=[.!?]?$)/;
/** An attribution that says more than who speaks. */
const goesOn = /(?:^|,) ?(?:but|and|yet|while|when|as|before|after|though|although|because)\b/;
/** Where a sentence that is too long may be cut. */
const joint = /;\s|\s—\s|,\s(?:but|and yet|which|whereas|although|though|so that|because)\s/g;

/** The range of a sentence without what can be cut off. */
export function trim(passage: Passage, settings: Pick<Settings, 'minWords' | 'maxWords'>): Range {
  const { text } = passage.block.view;
  const quotations = overlapping(passage.block.quotations, passage);
  let range: Range = { start: passage.start, end: passage.end };
  for (const cut of [cutLooseMark, cutAttribution, cutConnective, cutBracket, cutTooLong]) {
    const next = cut(text, range, quotations, settings);
    if (next && countWords(text.slice(next.start, next.end)) >= settings.minWords) range = next;
  }
  return range;
}

type Cut = (
  text: string,
  range: Range,
  quotations: readonly Quotation[],
  settings: Pick<Settings, 'minWords' | 'maxWords'>,
) => Range | undefined;

/**
 * A sentence out of a longer speech has at most one of the speech's marks: `I am late.”`. Both are put around it in print, so the one
 * goes.
 */
const cutLooseMark: Cut = (_, range, quotations) => {
  const first = quotations[0];
  const last = quotations.at(-1);
  const isOpen = first !== undefined && first.start === range.start && first.end > range.end;
  const isShut = last !== undefined && last.end === range.end && last.start < range.start;
  if (!isOpen && !isShut) return undefined;
  return { start: range.start + (isOpen ? 1 : 0), end: range.end - (isShut ? 1 : 0) };
};

/** `“We lost,” she said.` gives the words within the marks; `She said: “We lost.”` gives the quotation. */
const cutAttribution: Cut = (text, range, quotations) => {
  const only = quotations.length === 1 ? quotations[0] : undefined;
  if (!only) return reportedTail(text, range, quotations);
  const before = text.slice(range.start, Math.max(range.start, only.start));
  const after = text.slice(Math.min(only.end, range.end), range.end);
  if (only.end >= range.end && before !== '') {
    const isHead = /[,:]\s*$/.test(before) && reportedSpeech(before);
    return isHead ? { start: only.start, end: range.end } : undefined;
  }
  if (only.start > range.start || before !== '' || !reportedSpeech(after)) return undefined;
  // "“We lost,” she said, but the team had gone." says more than who speaks.
  if (goesOn.test(after) || countWords(after) > 25) return undefined;
  const start = Math.max(range.start, only.start + 1);
  let end = only.end - 1;
  if (text[end - 1] === ',') end--;
  else return { start: range.start, end: only.end };
  return { start, end };
};

/** `The plan failed, officials said.`: only a speaker who is named, as the claim must stay theirs. */
function reportedTail(
  text: string,
  range: Range,
  quotations: readonly Quotation[],
): Range | undefined {
  if (quotations.length > 0) return undefined;
  // Within the sentence only: a paragraph without a comma would be searched once for each of its sentences.
  const comma = range.start + text.slice(range.start, range.end + 2).lastIndexOf(', ');
  if (comma <= range.start) return undefined;
  const tail = text.slice(comma + 2, range.end);
  // "officials said": a claim that nobody is named for stays as it is.
  if (!/\p{Lu}/u.test(tail)) return undefined;
  const plain =
    /^(?:[\p{L}’'.-]+ ){1,6}(?:said|says|added|argued|explained|wrote|noted|insisted|warned)\.?$/u;
  const inverted = /^(?:said|says|according to) (?:[\p{L}’'.-]+ ?){1,7}\.?$/u;
  return plain.test(tail) || inverted.test(tail) ? { start: range.start, end: comma } : undefined;
}

const cutConnective: Cut = (text, range, quotations) => {
  const match = connective.exec(text.slice(range.start, range.start + 60));
  if (!match) return undefined;
  const start = range.start + match[0].length;
  // The connective of someone who speaks is theirs.
  return isOutside(quotations, range.start, start) ? { start, end: range.end } : undefined;
};

const cutBracket: Cut = (text, range, quotations) => {
  const from = Math.max(range.start, range.end - 220);
  const match = bracketAtEnd.exec(text.slice(from, range.end));
  if (!match) return undefined;
  const end = from + match.index;
  return end > range.start && isOutside(quotations, end, range.end)
    ? { start: range.start, end }
    : undefined;
};

const cutTooLong: Cut = (text, range, quotations, { minWords, maxWords }) => {
  const slice = text.slice(range.start, range.end);
  if (countWords(slice) <= maxWords) return undefined;
  let end: number | undefined;
  let words = 0;
  let counted = 0;
  for (const match of slice.matchAll(joint)) {
    words += countWords(slice.slice(counted, match.index));
    counted = match.index;
    if (words > maxWords) break;
    const at = range.start + match.index;
    if (words >= Math.max(minWords, 12) && isOutside(quotations, at, at + 1)) end = at;
  }
  return end === undefined ? undefined : { start: range.start, end };
};

/** Whether no quotation reaches into a range or around it. */
function isOutside(quotations: readonly Quotation[], start: number, end: number): boolean {
  return quotations.every((each) => each.end <= start || each.start >= end);
}

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu;

export function countWords(text: string): number {
  return text.match(word)?.length ?? 0;
}
