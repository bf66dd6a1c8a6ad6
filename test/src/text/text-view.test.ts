import fc from 'fast-check';
import type { Emphasis, Paragraph, PhrasingContent, Root, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../src/model/index.ts';
import { textView, type TextView } from '../../../src/text/text-view.ts';

function viewOf(source: string, block = 0): { view: TextView; file: VFile; paragraph: Paragraph } {
  const file = new VFile({ value: source });
  const tree: Root = unified().use(remarkParse).parse(file);
  const paragraph = tree.children[block] as Paragraph;
  return { view: textView(paragraph, file), file, paragraph };
}

function sliceOf(view: TextView, file: VFile, start: number, end: number): string | undefined {
  const place = view.place(start, end);
  return place && String(file).slice(place.start.offset, place.end.offset);
}

function find(view: TextView, words: string): [number, number] {
  const start = view.text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return [start, start + words.length];
}

function outline(node: PhrasingContent | Paragraph): unknown {
  if ('children' in node) return [node.type, ...node.children.map(outline)];
  return 'value' in node ? node.value : node.type;
}

const emphasis = (): Emphasis => ({ type: 'emphasis', children: [] });
const name = (): Entity => ({
  type: 'entity',
  entityId: 'person/x',
  entityType: 'person',
  form: 'name',
  children: [],
});

describe('an insertion beside a node without text', () => {
  const note: PhrasingContent = { type: 'footnoteReference', identifier: 'a' };

  it('stands behind it, or before it where that is asked for', () => {
    for (const before of [false, true]) {
      const { view, paragraph } = viewOf('In ten (DN)![alt](i.png). More.');
      const [start, end] = find(view, ' (DN)');
      view.apply([
        { start, end, replace: '' },
        { start: end, end, replace: [note], before },
      ]);
      expect(view.text).toBe('In ten. More.');
      expect(paragraph.children.map(({ type }) => type)).toEqual(
        before
          ? ['text', 'footnoteReference', 'image', 'text']
          : ['text', 'image', 'footnoteReference', 'text'],
      );
    }
  });
});

describe('place', () => {
  it.each([
    ['plain words', 'one two three', 'two', 'two'],
    ['across emphasis', 'a **b *c* d** e', 'b c d', 'b *c* d'],
    ['a link', 'see [The *Herald*](https://example.org) now', 'The Herald', 'The *Herald'],
    ['an escape', String.raw`a \*b\* c`, '*b*', String.raw`\*b\*`],
    ['a character reference', 'salt &amp; pepper', '&', '&amp;'],
    ['after a reference', 'R&amp;D is fun', 'is', 'is'],
    ['a numeric reference', 'x &#x1F600; y', '😀', '&#x1F600;'],
    ['a reference to a reference', 'x &amp;amp; y', '&amp;', '&amp;amp;'],
    ['an astral character', 'x 😀 y', 'y', 'y'],
    ['code', 'run `npm ci` now', 'npm ci', 'npm ci'],
    ['code of two backticks', 'run `` a ` b `` now', 'a ` b', 'a ` b'],
    ['words after CRLF', 'one\r\ntwo three', 'three', 'three'],
    ['words in a second line', 'one\n   two three', 'two', 'two'],
    ['a backslash in code', 'a `x\\*y` b', 'x\\*y', 'x\\*y'],
  ])('finds %s', (_, source, words, slice) => {
    const { view, file } = viewOf(source);
    expect(sliceOf(view, file, ...find(view, words))).toBe(slice);
  });

  it('finds words in the lines of a block quote', () => {
    const file = new VFile({ value: '> one *two\n> three* four\n>   five' });
    const tree = unified().use(remarkParse).parse(file);
    const quote = tree.children[0];
    const view = textView((quote as { children: Paragraph[] }).children[0] as Paragraph, file);
    for (const word of ['one', 'two', 'three', 'four', 'five']) {
      expect(sliceOf(view, file, ...find(view, word))).toBe(word);
    }
  });

  it('gives line and column', () => {
    const { view } = viewOf('one\ntwo *three*');
    expect(view.place(...find(view, 'three'))).toEqual({
      start: { line: 2, column: 6, offset: 9 },
      end: { line: 2, column: 11, offset: 14 },
    });
  });

  it('is undefined without positions', () => {
    const file = new VFile('words');
    const view = textView(
      { type: 'paragraph', children: [{ type: 'text', value: 'words' }] },
      file,
    );
    expect(view.place(0, 5)).toBeUndefined();
  });

  it('stays true after a plugin without positions has changed words', () => {
    const { paragraph, file } = viewOf('He said "no" -- twice... and left');
    const text = paragraph.children[0] as Text;
    text.value = 'He said “no” — twice… and left';
    const view = textView(paragraph, file);
    expect(sliceOf(view, file, ...find(view, 'no'))).toBe('no');
    expect(sliceOf(view, file, ...find(view, '—'))).toBe('--');
    expect(sliceOf(view, file, ...find(view, 'left'))).toBe('left');
  });

  it('rejects a range outside the text', () => {
    const { view } = viewOf('words');
    expect(() => view.place(0, 6)).toThrow(RangeError);
    expect(() => view.place(3, 2)).toThrow(RangeError);
  });
});

describe('wrap', () => {
  it('divides emphasis', () => {
    const { view, paragraph, file } = viewOf('a *b c* d');
    expect(view.wrap(...find(view, 'c d'), name())).toBe(true);
    expect(outline(paragraph)).toEqual([
      'paragraph',
      'a ',
      ['emphasis', 'b '],
      ['entity', ['emphasis', 'c'], ' d'],
    ]);
    const entity = paragraph.children[2] as Entity;
    expect(String(file).slice(entity.position?.start.offset, entity.position?.end.offset)).toBe(
      'c* d',
    );
  });

  it('nests in a link and around one, and refuses part of one', () => {
    const { view, paragraph } = viewOf('see [The Herald](u) now');
    expect(view.wrap(...find(view, 'Herald'), name())).toBe(true);
    expect(view.wrap(...find(view, 'Herald now'), emphasis())).toBe(false);
    expect(view.wrap(...find(view, 'see The Herald'), emphasis())).toBe(true);
    expect(outline(paragraph)).toEqual([
      'paragraph',
      ['emphasis', 'see ', ['link', 'The ', ['entity', 'Herald']]],
      ' now',
    ]);
  });

  it('refuses part of a name and an empty range', () => {
    const { view, paragraph } = viewOf('Ada Lovelace wrote');
    expect(view.wrap(...find(view, 'Ada Lovelace'), name())).toBe(true);
    const before = outline(paragraph);
    expect(view.wrap(...find(view, 'Lovelace wrote'), name())).toBe(false);
    expect(view.wrap(3, 3, name())).toBe(false);
    expect(outline(paragraph)).toEqual(before);
  });

  it('leaves marks at its edges outside', () => {
    const file = new VFile('ab');
    const mark = (): PhrasingContent => ({ type: 'footnoteReference', identifier: '1' });
    const paragraph: Paragraph = {
      type: 'paragraph',
      children: [
        mark(),
        { type: 'text', value: 'a' },
        mark(),
        { type: 'text', value: 'b' },
        mark(),
      ],
    };
    textView(paragraph, file).wrap(0, 2, emphasis());
    expect(outline(paragraph)).toEqual([
      'paragraph',
      'footnoteReference',
      ['emphasis', 'a', 'footnoteReference', 'b'],
      'footnoteReference',
    ]);
  });
});

describe('replace and remove', () => {
  it('keeps the place of what was replaced', () => {
    const { view, file } = viewOf('The website,, went on');
    view.replace(...find(view, ',,'), ',');
    expect(view.text).toBe('The website, went on');
    expect(sliceOf(view, file, ...find(view, ','))).toBe(',,');
    expect(sliceOf(view, file, ...find(view, 'went'))).toBe('went');
    expect(sliceOf(view, file, ...find(view, 'site, w'))).toBe('site,, w');
  });

  it('leaves one text where text was changed', () => {
    const { view, paragraph } = viewOf('one two three');
    view.apply([
      { start: 0, end: 3, replace: '1' },
      { start: 4, end: 7, replace: '2' },
    ]);
    expect(outline(paragraph)).toEqual(['paragraph', '1 2 three']);
  });

  it('takes away what it leaves empty', () => {
    const { view, paragraph } = viewOf('Text (*The Herald*, [May 1](u)) goes on');
    view.remove(...find(view, ' (The Herald, May 1)'));
    expect(outline(paragraph)).toEqual(['paragraph', 'Text goes on']);
  });

  it('puts nodes outside emphasis that ends before, and never into a link', () => {
    const mark = (): PhrasingContent => ({ type: 'footnoteReference', identifier: '1' });
    const first = viewOf('so *much* for');
    first.view.replace(7, 7, [mark()]);
    expect(outline(first.paragraph)).toEqual([
      'paragraph',
      'so ',
      ['emphasis', 'much'],
      'footnoteReference',
      ' for',
    ]);
    const second = viewOf('[one two](u)');
    second.view.replace(3, 3, [mark()]);
    expect(outline(second.paragraph)).toEqual([
      'paragraph',
      ['link', 'one'],
      'footnoteReference',
      ['link', ' two'],
    ]);
  });

  it('takes on the formatting of the first character', () => {
    const { view, paragraph } = viewOf('a **bold** word');
    view.replace(...find(view, 'bold word'), 'text');
    expect(outline(paragraph)).toEqual(['paragraph', 'a ', ['strong', 'text']]);
  });

  it('rejects edits that overlap', () => {
    const { view } = viewOf('words of text');
    expect(() =>
      view.apply([
        { start: 0, end: 5, replace: 'a' },
        { start: 4, end: 6, replace: 'b' },
      ]),
    ).toThrow(RangeError);
  });
});

/** Markdown of one paragraph, with all that can stand between a text and its source. */
const piece = fc.oneof(
  fc.constantFrom('word', 'Ünïcode', '😀', 'naïve 日本', 'e\u0301', ' ', ' ', '\n', '\r\n', '\n  '),
  fc.constantFrom('\\*', '\\&', '\\_', '&amp;', '&quot;', '&#169;', '&#x1F600;', '&copy', '&'),
  fc.constantFrom(
    '*em*',
    '**strong**',
    '***both***',
    '[link](u)',
    '`code`',
    '`` a`b ``',
    '![alt](u)',
  ),
  fc.constantFrom('*a **b** c*', '[a *b* \\* c](u "t")', '**x &lt; `y` z**', '<i>', '  \n', '\\\n'),
);
const markdown = fc
  .array(piece, { minLength: 1, maxLength: 20 })
  .map((pieces) => `x${pieces.join('')}y`)
  .filter((source) => {
    const { children } = unified().use(remarkParse).parse(source);
    return children.length === 1 && children[0]?.type === 'paragraph';
  });
const range = (length: number, a: number, b: number): [number, number] => {
  const ends = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y);
  return ends as [number, number];
};

/** Whether a slice of the source says the character: itself, escaped, referred to, or a line ending. */
function says(slice: string, character: string): boolean {
  if (slice === character || slice === `\\${character}`) return true;
  const reference = /^&(?:#x([\da-f]+)|#(\d+)|(\w+));$/i.exec(slice);
  if (reference) {
    const [, hexadecimal, decimal, word] = reference;
    const decoded = word
      ? decodeNamedCharacterReference(word)
      : String.fromCodePoint(hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal));
    return typeof decoded === 'string' && decoded.includes(character);
  }
  return character === '\n' && /^(?: *|\\)\r?\n?$/.test(slice);
}

describe('laws', () => {
  it('places every character truly and in order', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const { view, file } = viewOf(source);
        let last = 0;
        for (let at = 0; at < view.text.length; at++) {
          const place = view.place(at, at + 1);
          const slice = sliceOf(view, file, at, at + 1) as string;
          expect(says(slice, view.text[at] as string), `${JSON.stringify(slice)} at ${at}`).toBe(
            true,
          );
          const start = place?.start.offset as number;
          // Both halves of a referred astral character stand in the same place.
          if (slice[0] !== '&') expect(start).toBeGreaterThanOrEqual(last);
          last = place?.end.offset as number;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('places a range from its first character to its last', () => {
    fc.assert(
      fc.property(markdown, fc.nat(), fc.nat(), (source, a, b) => {
        const { view } = viewOf(source);
        const [start, end] = range(view.text.length, a, b);
        fc.pre(start < end);
        expect(view.place(start, end)?.start).toEqual(view.place(start, start + 1)?.start);
        expect(view.place(start, end)?.end).toEqual(view.place(end - 1, end)?.end);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps text and places when it wraps, twice', () => {
    fc.assert(
      fc.property(markdown, fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), (source, ends) => {
        const { view, file, paragraph } = viewOf(source);
        const text = view.text;
        const places = [...text].map((_, at) => sliceOf(view, file, at, at + 1));
        for (const [a, b] of [ends.slice(0, 2), ends.slice(2)]) {
          const [start, end] = range(text.length, a as number, b as number);
          const node = name();
          const wrapped = view.wrap(start, end, node);
          if (wrapped) expect(view.extent(node)).toEqual({ start, end });
          expect(view.text).toBe(text);
          expect(textView(paragraph, file).text).toBe(text);
          expect([...text].map((_, at) => sliceOf(view, file, at, at + 1))).toEqual(places);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps all other characters in place when it replaces', () => {
    fc.assert(
      fc.property(markdown, fc.nat(), fc.nat(), fc.string(), (source, a, b, replacement) => {
        const { view, file, paragraph } = viewOf(source);
        const text = view.text;
        const [start, end] = range(text.length, a, b);
        const before = [...Array(text.length).keys()].map((at) => sliceOf(view, file, at, at + 1));
        const replaced = start < end ? sliceOf(view, file, start, end) : undefined;
        view.replace(start, end, replacement);
        expect(view.text).toBe(text.slice(0, start) + replacement + text.slice(end));
        const again = textView(paragraph, file);
        expect(again.text).toBe(view.text);
        const after = [...Array(view.text.length).keys()].map((at) =>
          sliceOf(again, file, at, at + 1),
        );
        expect(after.slice(0, start)).toEqual(before.slice(0, start));
        expect(after.slice(start + replacement.length)).toEqual(before.slice(end));
        if (replaced !== undefined && replacement) {
          expect(sliceOf(again, file, start, start + replacement.length)).toBe(replaced);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with mdast-util-to-string but for breaks and images', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const { view, paragraph } = viewOf(source);
        const expected = toString(paragraph, { includeImageAlt: false, includeHtml: false });
        expect(view.text.replaceAll('\n', '')).toBe(expected.replaceAll('\n', ''));
      }),
      { numRuns: 300 },
    );
  });

  it('is linear in the number of edits and the length of the text', () => {
    const words = 100_000;
    const { view } = viewOf('word '.repeat(words));
    const edits = Array.from({ length: words - 1 }, (_, index) => ({
      start: index * 5,
      end: index * 5 + 4,
      replace: 'term',
    }));
    const start = performance.now();
    view.apply(edits);
    expect(view.text.startsWith('term term term')).toBe(true);
    // Quadratic work takes minutes here; the bound is far above the time that linear work takes.
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
