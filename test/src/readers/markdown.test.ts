import type { Paragraph, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { messageId } from '../../../src/model/index.ts';
import { readMarkdown } from '../../../src/readers/markdown/index.ts';
import { dropPullQuotes } from '../../../src/readers/markdown/pull-quotes.ts';
import type { ArticleProcessor } from '../../../src/readers/reader.ts';
import { articleSyntax } from '../../../src/syntax.ts';
import { textView } from '../../../src/text/index.ts';

function read(value: string): { tree: Root; file: VFile; ids: string[] } {
  const file = new VFile({ value });
  const processor = unified().use(remarkParse).use(articleSyntax);
  const tree = readMarkdown(file, processor as unknown as ArticleProcessor);
  return { tree, file, ids: file.messages.map((message) => messageId(message)) };
}

describe('lines', () => {
  it('are joined within a paragraph, and places stay true', () => {
    const { tree, file } = read('> one two\n> three *four\r\n> five*  \n> six');
    const quote = tree.children[0] as unknown as { children: Paragraph[] };
    const view = textView(quote.children[0] as Paragraph, file);
    expect(view.text).toBe('one two three four five\nsix');
    for (const word of ['one', 'three', 'five', 'six']) {
      const start = view.text.indexOf(word);
      const place = view.place(start, start + word.length);
      expect(String(file).slice(place?.start.offset, place?.end.offset)).toBe(word);
    }
  });
});

describe('front matter', () => {
  it('is read and leaves the tree', () => {
    const { tree, file, ids } = read(
      '---\ntitle: A Title\nauthors: [Ada Byron, {name: Rosa Roe}]\ndate: 2024-03-18T09:00:00Z\npublication: {name: The Review, volume: 3}\nimages:\n  - caption: A caption\npullQuotes:\n  - The author’s own.\n  - {text: Ours., origin: ranked, speaker: Ada}\ntags: [a]\n---\n\nWords.\n',
    );
    expect(ids).toEqual([]);
    expect(tree.children.map(({ type }) => type)).toEqual(['paragraph']);
    expect(file.data.stated).toEqual({
      title: 'A Title',
      authors: [{ name: 'Ada Byron' }, { name: 'Rosa Roe' }],
      date: { value: '2024-03-18', origin: 'stated' },
      publication: { name: 'The Review', volume: '3', issue: null },
      images: [{ caption: 'A caption' }],
      pullQuotes: [
        { text: 'The author’s own.', origin: 'author' },
        { text: 'Ours.', origin: 'ranked', speaker: 'Ada' },
      ],
    });
  });

  it.each([
    ['a list', '---\n- a\n---\n\nWords.'],
    ['broken YAML', '---\ntitle: [a\n---\n\nWords.'],
  ])('that is %s is kept as text, with a message', (_, value) => {
    const { tree, ids } = read(value);
    expect(ids).toEqual(['reader/invalid-front-matter']);
    expect(tree.children.map(({ type }) => type)).toEqual(['code', 'paragraph']);
  });

  it('reports a value of the wrong kind with its place, and uses the others', () => {
    const { file, ids } = read('---\ntitle: A Title\ndate: soon\nauthors: {a: 1}\n---\n\nWords.');
    expect(ids).toEqual(['reader/invalid-front-matter', 'reader/invalid-front-matter']);
    expect(file.messages.map(({ line, column }) => [line, column]).sort()).toEqual([
      [3, 7],
      [4, 10],
    ]);
    expect(file.data.stated).toEqual({ title: 'A Title' });
  });

  it.each([
    '---js\nmodule.exports = {}\n---\n\nWords.',
    '---json\n{}\n---\n\nWords.',
    'Words.\n\n---\na: 1\n---',
  ])('is YAML at the very start alone: %j', (value) => {
    expect(read(value).file.data.stated).toBeUndefined();
  });
});

it('passes on what it has no word for', () => {
  const { tree } = read(
    'a[^1] ~~b~~ <b>c</b> [d][e]\n\n| a |\n| - |\n| b |\n\n[^1]: note\n\n[e]: https://example.org\n',
  );
  expect(tree.children.map(({ type }) => type)).toEqual([
    'paragraph',
    'table',
    'footnoteDefinition',
    'definition',
  ]);
});

describe('pull quotes that our own Markdown repeats', () => {
  const listed = '---\npullQuotes: ["A quote, *as* it stands."]\n---\n\n';
  const kept = (body: string): number => read(listed + body).tree.children.length;

  it('leave the tree where the front matter lists them', () => {
    expect(kept(':::pull-quote{speaker="Ada"}\nA quote, *as* it stands.\n:::')).toBe(0);
    expect(kept(':::::pull-quote\r\nA quote,\r\nas it stands\r\n:::::')).toBe(0);
  });

  it.each([
    ':::pull-quote\nAnother quote.\n:::',
    ':::aside\nA quote, as it stands.\n:::',
    ':::pull-quote\nA quote, as it stands.',
    'A quote, as it stands.',
  ])('stay as text: %j', (body) => {
    expect(kept(body)).toBe(1);
  });

  it('leave the tree where a plugin for directives has made nodes of them', () => {
    const file = new VFile();
    file.data.stated = { pullQuotes: [{ text: 'A quote.', origin: 'ranked' }] };
    const paragraph = { type: 'paragraph', children: [{ type: 'text', value: 'A quote.' }] };
    const directive = (name: string): unknown => ({
      type: 'containerDirective',
      name,
      children: [paragraph],
    });
    const tree = { type: 'root', children: [directive('pull-quote'), directive('note')] } as Root;
    dropPullQuotes(tree, file);
    expect(tree.children).toEqual([directive('note')]);
  });
});
