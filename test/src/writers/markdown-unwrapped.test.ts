import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import type { ArticleProcessor } from '../../../src/readers/reader.ts';
import { articleSyntax } from '../../../src/syntax.ts';
import { unwrapped } from '../../../src/writers/markdown/unwrapped.ts';

const processor = unified()
  .use(remarkParse)
  .use(articleSyntax)
  .use(remarkStringify)
  .freeze() as unknown as ArticleProcessor;

/** A node of any type: with a value, with children, or with fields and children. */
const u = (type: string, content: unknown, children?: unknown): unknown => {
  if (typeof content === 'string') return { type, value: content };
  return children === undefined
    ? { type, children: content }
    : { type, ...(content as object), children };
};
const entity = (...children: unknown[]): unknown =>
  u('entity', { entityId: 'a', entityType: 'person', form: 'full' }, children);
const anchor = (...children: unknown[]): unknown =>
  u('anchor', { anchorType: 'pullQuote', anchorId: 'b' }, children);
const paragraph = (...children: unknown[]): RootContent => u('paragraph', children) as RootContent;

test('names and passages become one text with the words around them', () => {
  const block = paragraph(
    u('text', 'Before '),
    anchor(entity(u('text', 'Ana Sol')), u('text', ' spoke to '), entity(u('text', 'Reyes'))),
    u('text', ' twice.'),
  );
  expect(unwrapped([block], processor)).toEqual([
    paragraph(u('text', 'Before Ana Sol spoke to Reyes twice.')),
  ]);
});

test('other nodes stay, however deep a name stands, and nothing of the tree is changed', () => {
  const block = paragraph(
    u('text', 'a '),
    u('strong', [u('emphasis', [entity(u('text', 'B'))])]),
    entity(u('emphasis', [u('text', 'C')]), u('text', ' d')),
    u('text', ' e'),
  );
  const before = structuredClone(block);
  expect(unwrapped([block], processor)).toEqual([
    paragraph(
      u('text', 'a '),
      u('strong', [u('emphasis', [u('text', 'B')])]),
      u('emphasis', [u('text', 'C')]),
      u('text', ' d e'),
    ),
  ]);
  expect(block).toEqual(before);
});

test('a block without any is handed on as it is', () => {
  const block = paragraph(u('text', 'a'), u('strong', [u('text', 'b')]), u('text', 'c'));
  expect(unwrapped([block], processor)[0]).toBe(block);
});

test('the words are read back as they were, marks of Markdown among them', () => {
  const block = paragraph(
    u('text', '1. *'),
    entity(u('text', 'A_b_')),
    u('text', '* [x'),
    anchor(u('text', '](y) !'), entity(u('text', '[z]'))),
  );
  const written = processor.stringify({ type: 'root', children: unwrapped([block], processor) });
  const { children } = processor.parse(written) as Root;
  expect(children.map((child) => [child.type, toString(child)])).toEqual([
    ['paragraph', '1. *A_b_* [x](y) ![z]'],
  ]);
});

test('a house that prints names in its own way keeps them', () => {
  const own = unified()
    .use(remarkParse)
    .use(articleSyntax)
    .use(function links() {
      (this.data().toMarkdownExtensions ??= []).push({ handlers: { entity: () => '[[name]]' } });
    })
    .use(remarkStringify)
    .freeze() as unknown as ArticleProcessor;
  const block = paragraph(u('text', 'a '), entity(u('text', 'B')));
  expect(unwrapped([block], own)[0]).toBe(block);
});

test('emphasis that a name divides is one again', () => {
  const block = paragraph(
    entity(u('text', 'The '), u('emphasis', [u('text', 'Sea')])),
    u('emphasis', [u('text', 'bird')]),
    u('strong', [u('text', 'x')]),
  );
  const written = processor.stringify({ type: 'root', children: unwrapped([block], processor) });
  expect(written).toBe('The *Seabird*__x__\n');
});
