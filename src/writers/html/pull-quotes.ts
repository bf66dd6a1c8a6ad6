import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Nodes } from 'mdast';
import type { Handler } from 'mdast-util-to-hast';
import type { VFile } from 'vfile';
import type { PullQuote } from '../../model/index.ts';

/**
 * A pull quote repeats the text, so it is hidden from those who hear the page; what is hidden may hold nothing that takes the focus, so
 * links and marks are left out.
 */
export function pullQuoteElement(file: VFile): (node: PullQuote) => Element {
  const attributions = new Map(
    (file.data.pullQuotes ?? []).map(({ anchorId, attribution }) => [anchorId, attribution]),
  );
  return (node) => {
    const attribution = attributions.get(node.anchorId);
    return h('aside', { role: 'doc-pullquote', ariaHidden: 'true' }, [
      h('p', node.children.flatMap(plain)),
      ...(attribution === undefined ? [] : [h('p', h('cite', attribution))]),
    ]);
  };
}

/** The same as a handler. */
export function pullQuoteHandler(file: VFile): Handler {
  const element = pullQuoteElement(file);
  return (_state, node: PullQuote) => element(node);
}

function plain(node: Nodes): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  if (node.type === 'inlineCode') return [h('code', node.value)];
  if (node.type === 'break') return [{ type: 'text', value: ' ' }];
  if (!('children' in node)) return [];
  const children = node.children.flatMap(plain);
  if (node.type === 'emphasis') return [h('em', children)];
  if (node.type === 'strong') return [h('strong', children)];
  return children;
}
