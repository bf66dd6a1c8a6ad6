/** Hostile markup: read in time that grows with its length, without loss of text. */
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { VFile } from 'vfile';
import { readHtml } from '../../../../src/readers/html/index.ts';

const fill = (part: string, length: number): string =>
  part.repeat(Math.floor(length / part.length));

const bombs: Record<string, (length: number) => string> = {
  'links left open': (length) => fill('<p><a href="x">y', length),
  'bold left open': (length) =>
    Array.from({ length: length / 32 }, (_, index) => `<b id=${index}>`).join('') +
    fill('<p>x', length / 2),
  'deep boxes': (length) => `${fill('<div>', length - 10)}core`,
  'deep tables': (length) => fill('<table><tr><td>a', length),
  'deep lists': (length) => fill('<ul><li>', length),
  'wide cells': (length) => `<table>${fill('<tr><td colspan=1000 rowspan=1000>x', length)}</table>`,
  'foster parents': (length) => `<table>${fill('x<i>y</i>', length)}`,
  'one note, many marks': (length) =>
    `${fill('<p>W<sup><a href="#n">1</a></sup></p>', length)}<p id=n>Note</p>`,
  attributes: (length) =>
    `<p ${Array.from({ length: length / 8 }, (_, index) => `a${index}=1`).join(' ')}>x`,
  'open comments': (length) => `<p>a${fill('<!--', length)}`,
  'misnested formatting': (length) => fill('<b><i></b></i>x', length),
  'formatting around blocks': (length) => fill('<i><p>x</i>', length),
  'texts side by side': (length) => fill('<nobr>x', length),
  'breaks in one paragraph': (length) => `<p>${fill('a<br>', length)}`,
  'statements about the page': (length) => fill('<meta name=a content=b>', length),
  'a long row': (length) =>
    `<table><tr>${fill('<td>x', length / 2)}${fill('<tr><td>y', length / 2)}</table>`,
  'nested data': (length) =>
    `<script type="application/ld+json">${'['.repeat(length)}</script><p>x`,
  quotations: (length) => `<p>${fill('<q>x', length)}`,
  spaces: (length) => `<p>a${' '.repeat(length)}b`,
  'formatting that holds nothing': (length) => fill('<i><b></b></i><x-a></x-a>', length),
  comments: (length) => fill('<!--x-->', length),
  'spaces in a name': (length) =>
    `<meta name=author content="Ann${'\u2003'.repeat(length)}B"><p>a</p>`,
};

describe('bounds', () => {
  it.each(Object.entries(bombs))('%s', (_, make) => {
    const time = (length: number): number => {
      const start = performance.now();
      readHtml(new VFile(make(length)));
      return performance.now() - start;
    };
    time(4096);
    const small = Math.max(time(16_384), 40);
    const large = time(131_072);
    // Eight times the length; quadratic would be 64.
    expect(large).toBeLessThan(small * 30);
  });

  it('keeps the text of what is nested too deeply, and says so', () => {
    const file = new VFile(`${'<div>'.repeat(2000)}core${'</div>'.repeat(2000)}<p>after</p>`);
    expect(toString(readHtml(file))).toBe('coreafter');
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['nesting-depth']);
  });

  it('keeps words apart where the tags between them are passed over', () => {
    const file = new VFile(`${'<div>'.repeat(300)}one<p>two<br>three<td>four`);
    const words = toString(readHtml(file)).split(/\s+/);
    expect(words).toEqual(['one', 'two', 'three', 'four']);
  });

  it('leaves no block within running text', () => {
    const read = (html: string) => {
      const { children } = readHtml(new VFile(html));
      return children.map((node) => `${node.type} ${toString(node)}`);
    };
    expect(read('<h2><div>one</div><p>two</p></h2>')).toEqual(['heading one two']);
    expect(read('<details><summary>one <h2>two</h2> three</summary>four</details>')).toEqual([
      'paragraph one',
      'heading two',
      'paragraph three',
      'paragraph four',
    ]);
    expect(read('<p><em>one<blockquote>two</blockquote></em>')).toEqual([
      'paragraph one',
      'blockquote two',
    ]);
  });

  it('flattens emphasis within the same, at any depth', () => {
    const tree = readHtml(new VFile('<p><b>a <i>b <b>c <i>d</i></b></i></b></p>'));
    expect(tree.children).toMatchObject([
      {
        type: 'paragraph',
        children: [
          {
            type: 'strong',
            children: [
              { type: 'text', value: 'a ' },
              { type: 'emphasis', children: [{ type: 'text', value: 'b c d' }] },
            ],
          },
        ],
      },
    ]);
  });

  it.each([
    '',
    ' ',
    '<',
    '</',
    '<!--',
    '<!doctype html>',
    '<html>',
    '<p',
    '&',
    '&#',
    '\u0000',
    '<table>',
    '<svg><p>x',
    '<template><p>x',
    '<frameset><frame>',
    '<plaintext>x',
    '<select><option>x',
  ])('survives %j', (html) => {
    expect(() => readHtml(new VFile(html))).not.toThrow();
  });
});
