import fc from 'fast-check';
import type { Root } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { expect, it } from 'vitest';
import { text } from '../../../src/writers/markdown/text.ts';

const piece = fc.constantFrom(
  'a', '1', ' ', '\n', '\t', '.', ')', '(', '[', ']', '*', '_', '`', '~', '#', '+', '-', '=', '>', '<',
  '!', '&', '&amp', '\\', '|', '^', ':', '"', "'", '’', 'é',
); // prettier-ignore
const words = fc.array(piece, { minLength: 1, maxLength: 12 }).map((each) => each.join(''));

it('is written as it is without the shortcut', () => {
  const extensions = [gfmFootnoteToMarkdown(), gfmTableToMarkdown()];
  fc.assert(
    fc.property(words, words, words, (before, within, after) => {
      const tree: Root = {
        type: 'root',
        children: [
          {
            type: 'paragraph',
            children: [
              { type: 'text', value: before },
              { type: 'emphasis', children: [{ type: 'text', value: within }] },
              { type: 'text', value: after },
            ],
          },
          { type: 'heading', depth: 2, children: [{ type: 'text', value: within }] },
        ],
      };
      const plain = toMarkdown(tree, { extensions });
      const ours = toMarkdown(tree, { extensions: [...extensions, { handlers: { text } }] });
      expect(ours).toBe(plain);
    }),
    { numRuns: 500, seed: 5 },
  );
});
