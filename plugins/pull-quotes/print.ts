/**
 * The words of a quote as they are printed: a copy of the passage without marks, links and names, with the quotation marks of
 * speech that the passage was taken out of.
 */
import type {} from 'mdast-util-to-hast';
import type { ElementContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import type { PullQuote } from '../../src/model/index.ts';
import type { Range } from '../../src/text/index.ts';
import type { Block } from './article.ts';
import { closingMark } from './quotations.ts';
import { overlapping } from './spans.ts';

/** The block that repeats a passage. */
export function pullQuoteNode(
  anchorId: string,
  passage: readonly PhrasingContent[],
  marks: { before: string; after: string },
  attribution: string | undefined,
): PullQuote {
  const children = joined([
    { type: 'text', value: marks.before },
    ...passage.flatMap(plain),
    { type: 'text', value: marks.after },
  ]);
  return {
    type: 'pullQuote',
    anchorId,
    children,
    data: {
      hName: 'aside',
      hProperties: { role: 'doc-pullquote', ariaHidden: 'true', className: ['pullquote'] },
      // Who speaks is no part of the quote, so it is put out beside the children.
      ...(attribution === undefined
        ? {}
        : {
            hChildren: [element('p', children.flatMap(toHast)), element('p', [cite(attribution)])],
          }),
    },
  };
}

/** The quotation marks that a passage lacks, having been taken out of a longer quotation. */
export function missingMarks(block: Block, range: Range): { before: string; after: string } {
  const { text } = block.view;
  let before = '';
  let after = '';
  for (const { start, end, closed } of overlapping(block.quotations, range)) {
    const mark = text[start] as string;
    const last = closed ? (text[end - 1] as string) : closingMark(mark);
    if (start < range.start) before = mark;
    if (range.end < end || !closed) after = last;
  }
  return { before, after };
}

function plain(node: PhrasingContent): PhrasingContent[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return [{ type: node.type, value: node.value }];
    case 'break':
      return [{ type: 'text', value: ' ' }];
    case 'emphasis':
    case 'strong':
    case 'delete': {
      const children = joined(node.children.flatMap(plain));
      return children.length === 0 ? [] : [{ type: node.type, children }];
    }
    default:
      // A hidden aside may hold nothing that takes the focus: a link or a name is its words alone.
      return 'children' in node ? (node.children as PhrasingContent[]).flatMap(plain) : [];
  }
}

/** Neighbouring texts as one; empty ones left out. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type !== 'text') result.push(node);
    else if (last?.type === 'text') last.value += node.value;
    else if (node.value !== '') result.push({ ...node });
  }
  return result;
}

const elementOf: Readonly<Record<string, string>> = {
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
};

function toHast(node: PhrasingContent): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  if (node.type === 'inlineCode') return [element('code', [{ type: 'text', value: node.value }])];
  if (!('children' in node)) return [];
  return [
    element(elementOf[node.type] ?? 'span', (node.children as PhrasingContent[]).flatMap(toHast)),
  ];
}

function cite(attribution: string): ElementContent {
  return element('cite', [{ type: 'text', value: attribution }]);
}

function element(tagName: string, children: ElementContent[]): ElementContent {
  return { type: 'element', tagName, properties: {}, children };
}
