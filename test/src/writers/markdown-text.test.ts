import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { toMarkdown } from 'mdast-util-to-markdown';
import { toString } from 'mdast-util-to-string';
import { unified } from 'unified';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { expect, it } from 'vitest';
import { text } from '../../../src/writers/markdown/text.ts';

const references = fc.constantFrom('&', 'amp', ';', '#', '38', 'x26', 'a', ' ', '*', 'lt', 'R&D');

it('escapes an ampersand only where it begins a reference to a character', () => {
  const write = (value: string): string =>
    toMarkdown(
      { type: 'paragraph', children: [{ type: 'text', value }] },
      { extensions: [{ handlers: { text } }] },
    );
  expect(write('R&D, AT&T and Q&A. &c.')).toBe('R&D, AT&T and Q&A. &c.\n');
  expect(write('&amp; &#38; &#x26;')).toBe('\\&amp; \\&#38; \\&#x26;\n');
  fc.assert(
    fc.property(fc.array(references, { minLength: 1, maxLength: 8 }), (pieces) => {
      const value = `a${pieces.join('')}b`;
      expect(toString(unified().use(remarkParse).parse(write(value)))).toBe(value);
    }),
    { numRuns: 500, seed: 5 },
  );
});

it.each([
  'http://a.test/<img src=x onerror=alert(1)>',
  'http://a.test/\\<img src=x>',
  'http://a.test/\\\\\\<b>',
  'www.a.test<b>(www.b.test<i>)',
  'https://a.test/*b*<script>alert(1)</script>',
  '<b>http://a.test/</b>',
])('%j is no markup where bare addresses are links', (value) => {
  const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] }; // prettier-ignore
  const markdown = toMarkdown(tree, { handlers: { text } });
  const reader = unified().use(remarkParse).use(remarkGfm);
  const nodes: string[] = [];
  visit(reader.parse(markdown), (node) => void nodes.push(node.type));
  expect(nodes).not.toContain('html');
  expect(toString(unified().use(remarkParse).parse(markdown))).toBe(value);
});
