import fc from 'fast-check';
import type { PhrasingContent, Root } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown, type Options, type Unsafe } from 'mdast-util-to-markdown';
import { expect, it } from 'vitest';
import { root } from '../../../src/writers/markdown/unsafe.ts';

const piece = fc.constantFrom(
  'a', '1', ' ', '\n', '\r', '\t', '.', ')', '(', '[', ']', '*', '_', '`', '~', '#', '+', '-', '=', '>', '<',
  '!', '\\', '|', '^', ':', '"', "'", '’', 'é', '&', '/', '@',
); // prettier-ignore
const words = fc.array(piece, { minLength: 1, maxLength: 12 }).map((each) => each.join(''));
const library = [gfmFootnoteToMarkdown(), gfmTableToMarkdown(), gfmStrikethroughToMarkdown()];

/** A document with the same words within all that patterns tell apart. */
function documentOf(before: string, within: string, after: string): Root {
  const phrasing: PhrasingContent[] = [
    { type: 'text', value: before },
    { type: 'emphasis', children: [{ type: 'text', value: within }] },
    { type: 'text', value: after },
    { type: 'footnoteReference', identifier: 'x', label: within },
    { type: 'link', url: after, title: before, children: [{ type: 'text', value: within }] },
    { type: 'link', url: `http://${within}`, children: [{ type: 'text', value: `http://${within}` }] },
    { type: 'image', url: within, alt: after, title: before },
    { type: 'delete', children: [{ type: 'text', value: before }] },
    { type: 'text', value: within },
  ]; // prettier-ignore
  const cell = { type: 'tableCell' as const, children: [{ type: 'text' as const, value: within }] };
  return {
    type: 'root',
    children: [
      { type: 'paragraph', children: phrasing },
      { type: 'heading', depth: 2, children: [{ type: 'text', value: within }] },
      {
        type: 'list',
        children: [
          { type: 'listItem', children: [{ type: 'paragraph', children: phrasing.slice(0, 3) }] },
        ],
      },
      { type: 'table', children: [{ type: 'tableRow', children: [cell, cell] }] },
      { type: 'code', lang: within, meta: before, value: after },
      {
        type: 'footnoteDefinition',
        identifier: 'x',
        label: within,
        children: [{ type: 'paragraph', children: phrasing.slice(2, 3) }],
      },
    ],
  };
}

function expectSame(tree: Root, options: Options): void {
  const extensions = [...(options.extensions ?? []), { handlers: { root } }];
  expect(toMarkdown(tree, { ...options, extensions })).toBe(toMarkdown(tree, options));
}

it('escapes what mdast-util-to-markdown escapes', () => {
  fc.assert(
    fc.property(words, words, words, (before, within, after) => {
      expectSame(documentOf(before, within, after), { extensions: library });
    }),
    { numRuns: 400, seed: 5 },
  );
});

it('escapes what other extensions want escaped, one after the other', () => {
  const unsafe: Unsafe[] = [
    { character: ' ', atBreak: true, after: 'a' },
    { character: 'é', before: '1' },
    { character: '/', before: '\\/', after: '\\/' },
    { character: '1', before: '[\\r\\n]' },
    { character: '^', after: '\\r|a' },
    { character: ':', before: '\\d' },
  ];
  fc.assert(
    fc.property(words, words, words, fc.subarray(unsafe), (before, within, after, some) => {
      const tree = documentOf(before, within, after);
      expectSame(tree, { extensions: [...library, { unsafe: some }] });
      expectSame(tree, { extensions: library });
    }),
    { numRuns: 400, seed: 5 },
  );
});
