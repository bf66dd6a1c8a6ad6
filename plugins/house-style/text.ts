import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import {
  firstEndingAfter,
  textBlocks,
  textView,
  type Range,
  type TextBlock,
  type TextView,
} from '../../src/text/index.ts';
import { foldCase, normalise } from './matching/fold.ts';
import type { Scope } from './vocabulary/rule.ts';

/** A block of the article as it is searched. All texts are of the same length. */
export interface StyleBlock {
  view: TextView;
  scope: Scope;
  text: string;
  /** White space, apostrophes and hyphens made alike. */
  normal: string;
  /** `normal` in small letters. */
  folded: string;
  /** Code, which no style is asked of. */
  code: readonly Range[];
  /** Names, whose capitals are their own. */
  names: readonly Range[];
  /** What is quoted, in order; the whole of a block quotation. */
  quoted: readonly Range[];
}

/** The blocks that a house style is about, in document order. Bylines, publication lines and credits are left out. */
export function styleBlocks(tree: Root, file: VFile): StyleBlock[] {
  return textBlocks(tree).flatMap((block): StyleBlock[] => {
    const scope = scopeOf(block);
    if (scope === undefined) return [];
    const view = textView(block.node, file);
    const { text } = view;
    if (text === '') return [];
    const normal = normalise(text);
    const isQuotation = block.ancestors.some(({ type }) => type === 'blockquote');
    return [
      {
        view,
        scope,
        text,
        normal,
        folded: foldCase(normal),
        code: view.spans('inlineCode'),
        names: view.spans('entity'),
        quoted: isQuotation ? [{ start: 0, end: text.length }] : quotedRanges(text),
      },
    ];
  });
}

function scopeOf({ node, context }: TextBlock): Scope | undefined {
  if (context === 'masthead') {
    return node.data?.mastheadRole === 'subtitle' ? 'subtitle' : undefined;
  }
  if (context === 'body') return node.type === 'heading' ? 'heading' : 'body';
  return (['title', 'caption', 'note'] as const).find((scope) => scope === context);
}

const closing: Readonly<Record<string, string>> = { '“': '”', '„': '“', '«': '»', '"': '"' };

/** What stands in quotation marks. One that is never closed goes on to the end of the block, as speech over several paragraphs does. */
export function quotedRanges(text: string): Range[] {
  const ranges: Range[] = [];
  let start = -1;
  let end = '';
  for (const { 0: mark, index } of text.matchAll(/[“”„«»"]/g)) {
    if (start >= 0 && mark === end) {
      ranges.push({ start, end: index + 1 });
      start = -1;
    } else if (start < 0 && closing[mark] !== undefined) {
      start = index;
      end = closing[mark];
    }
  }
  if (start >= 0) ranges.push({ start, end: text.length });
  return ranges;
}

/** Whether a range touches one of ranges that are in order and apart. */
export function touches(ranges: readonly Range[], start: number, end: number): boolean {
  const next = ranges[firstEndingAfter(ranges, start)];
  return next !== undefined && next.start < end;
}
