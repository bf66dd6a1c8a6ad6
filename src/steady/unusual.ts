/** Whether an article has what may make another build of what is written of it find something else. */
import type { Nodes, Root } from 'mdast';
import type { Article } from '../model/index.ts';
import { emphases } from '../text/emphases.ts';
import { classOf, unitClass } from '../text/index.ts';

/** Of fewer words little can be told: a single word more or less decides what language they are in, and what is a headline. */
const fewWords = 60;

/** The first paragraph of an article is longer. */
const shortLine = 40;

/** Before the mark of a note stands a word, a stop or a closing quotation mark. */
const before = /[\p{L}\p{N}.,;:!?…”’»%]/u;
/** Behind it a space, a stop, a dash or a closing mark. */
const behind = /[\s.,;:!?…”’»—–)]/;
/** Two marks of notes with a bracket between or behind them. */
const bracket = /^\s[([]/;

/** Signs of markup; what stands for a character that could not be read. */
const signs = '<>\\^`~_{}|\uFFFD';
/** Ranges of characters that print nothing, but for white space. */
const unseen: readonly (readonly [from: number, to: number])[] = [
  [0, 8],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xfeff, 0xfeff],
];
/** What a sentence may begin with besides a letter or a figure. */
const openers = '“‘"\'«‹„‚(¿¡€£$—–-\n';

/** What a unit asks for, by a table: nothing, that the article counts as unusual, or a look at its neighbours. */
const plain = 0;
const odd = 1;
const opening = 2;
const closing = 3;
const quote = 4;
const line = 5;
const kinds = new Uint8Array(0x10000);
for (const sign of signs) kinds[sign.charCodeAt(0)] = odd;
for (const [from, to] of unseen) kinds.fill(odd, from, to + 1);
for (const sign of '([') kinds[sign.charCodeAt(0)] = opening;
for (const sign of ')]') kinds[sign.charCodeAt(0)] = closing;
for (const sign of '“”"«»‘') kinds[sign.charCodeAt(0)] = quote;
kinds[0x0a] = line;

/** Nodes that divide the words of what they stand in. */
const dividing = new Set(['link', 'inlineCode', 'html', 'image', 'footnoteReference', 'break']);

/** Nearly every article is not: then nothing has to be built again. Time linear in the article, less than a hundredth of what a build takes. */
export function isUnusual({ tree, article }: { tree: Root; article: Article }): boolean {
  const { text, citations, metadata } = article;
  return (
    metadata.wordCount < fewWords ||
    citations.some(
      ({ note, occurrences }) =>
        note !== null && occurrences.some(({ at }) => isOddPlace(text, at)),
    ) ||
    isLine(text) ||
    isOddText(text) ||
    isOddTree(tree)
  );
}

/** Whether the body begins with a line that is no paragraph: one that belongs above it, and was not known as such. */
function isLine(text: string): boolean {
  const end = text.indexOf('\n');
  return end > 0 && end < shortLine;
}

/**
 * Whether a text has what edited prose doesn't: signs of markup, characters that print nothing, brackets that are empty, glued to a word or set
 * off from what they hold, quotation marks within a word or set off from theirs, figures in square brackets, blocks that begin with a stop.
 */
function isOddText(text: string): boolean {
  if (!canOpen(text, 0)) return true;
  for (let at = 0; at < text.length; at++) {
    const kind = kinds[text.charCodeAt(at)];
    if (kind === plain) continue;
    const last = text[at - 1] ?? ' ';
    const next = text[at + 1] ?? ' ';
    if (kind === odd) return true;
    if (kind === line ? !canOpen(text, at + 1) : isOddSign(text[at] as string, last, next))
      return true;
  }
  return false;
}

function canOpen(text: string, at: number): boolean {
  if (at >= text.length || openers.includes(text[at] as string)) return true;
  return (classOf(text.charCodeAt(at)) & (word | unitClass.mark)) !== 0;
}

const word = unitClass.letter | unitClass.digit;

function isOddSign(sign: string, last: string, next: string): boolean {
  const before = classOf(last.charCodeAt(0));
  const behind = classOf(next.charCodeAt(0));
  switch (sign) {
    case '(':
      return next === ')' || (behind & unitClass.space) !== 0;
    case '[':
      return next === ']' || (behind & (unitClass.space | unitClass.digit)) !== 0;
    case ')':
    case ']':
      return (before & unitClass.space) !== 0 || (behind & word) !== 0;
    case '“':
    case '‘':
      if ((behind & unitClass.space) !== 0) return true;
      return sign === '“' && isWithin(before, behind);
    case '”':
      return (before & unitClass.space) !== 0 || isWithin(before, behind);
    default:
      return isWithin(before, behind);
  }
}

function isWithin(before: number, behind: number): boolean {
  return (before & behind & unitClass.letter) !== 0;
}

/** Whether a note has its mark where no author would put one. */
function isOddPlace(text: string, at: number): boolean {
  return (
    at === 0 ||
    !before.test(text[at - 1] as string) ||
    (at < text.length && !behind.test(text[at] as string)) ||
    bracket.test(text.slice(at, at + 2))
  );
}

function isOddTree(tree: Root): boolean {
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node)) {
      if (node.type === 'inlineCode' && /[(\d]/.test(node.value)) return true;
      continue;
    }
    const { children } = node;
    if (node.type === 'heading' && children.length === 0) return true;
    if (node.type === 'link' && !/^(?:https?|mailto):/i.test(node.url)) return true;
    if (node.type === 'link' || emphases.has(node.type)) {
      for (const child of children)
        if (dividing.has(child.type) || emphases.has(child.type)) return true;
    }
    const isHead =
      node.type === 'paragraph' || node.type === 'heading'
        ? node.data?.mastheadRole !== undefined
        : false;
    for (const child of children) {
      if (isHead && dividing.has(child.type)) return true;
      if ('children' in child || child.type === 'inlineCode') stack.push(child);
    }
  }
  return false;
}
