import { Ajv } from 'ajv';
import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import masthead, { optionsSchema } from '../../../plugins/masthead/index.ts';
import {
  toMarkdownExtension,
  type Masthead,
  type StatedImage,
  type StatedMetadata,
} from '../../../src/model/index.ts';
import { textView } from '../../../src/text/index.ts';
import { prose, read, type Given, type Read } from './read.ts';

const more =
  'The wall was begun ten years ago, and two firms have gone bankrupt over it. A third one has asked for more money.';
const article = (...blocks: string[]): string => [...blocks, prose, more].join('\n\n');

/** What a build writes: front matter from the masthead, and a body without it. */
function again(first: Read): { source: string; given: Given } {
  const { data, tree, file } = first;
  const children = tree.children.filter((node) => node.type !== 'masthead');
  const processor = unified()
    .use(remarkStringify)
    .data('toMarkdownExtensions', [toMarkdownExtension]);
  const source = processor.stringify({ type: 'root', children } as Root);
  const stated: StatedMetadata = {};
  const title = first.part('title');
  if (title !== undefined) stated.title = title;
  const subtitle = first.part('subtitle');
  if (subtitle !== undefined) stated.subtitle = subtitle;
  if (data.authors.length > 0) stated.authors = data.authors;
  if (data.publication) stated.publication = data.publication;
  if (data.date) stated.date = data.date;
  if (data.url !== null) stated.url = data.url;
  const dateline = first.part('dateline');
  if (dateline !== undefined) stated.dateline = dateline;
  const images: StatedImage[] = [];
  const node = tree.children.find((each): each is Masthead => each.type === 'masthead');
  for (const block of node?.children ?? []) {
    const role = block.data?.mastheadRole;
    const text = textView(block, file).text;
    if (role === 'caption') images.push({ caption: text, ...block.data?.image });
    else if (role === 'credit') {
      const last = images.at(-1);
      if (last && last.credit === undefined) last.credit = text;
      else images.push({ credit: text });
    }
  }
  if (images.length > 0) stated.images = images;
  return { source, given: { stated } };
}

function expectFixpoint(first: Read): void {
  const { source, given } = again(first);
  const second = read(source, given);
  const printed = (each: Read): unknown => ({
    data: each.data,
    body: each.body,
    title: each.part('title'),
    subtitle: each.part('subtitle'),
    dateline: each.part('dateline'),
    captions: each.parts.filter(([role]) => role === 'caption'),
  });
  expect(printed(second)).toEqual(printed(first));
  expect(again(second).source).toBe(source);
}

describe('the head of an article', () => {
  it('becomes a node of its own, first in the tree', () => {
    const source = article('# The Harbour Wall', '*By Jane Roe*', 'May 4, 2021');
    const { tree, parts, data, body } = read(source);
    expect(tree.children[0]).toMatchObject({ type: 'masthead', data: { hName: 'header' } });
    expect((tree.children[0] as Masthead).children[0]).toMatchObject({ type: 'heading', depth: 1 });
    expect(parts).toEqual([
      ['title', 'The Harbour Wall'],
      ['byline', 'By Jane Roe'],
      ['date', 'May 4, 2021'],
    ]);
    expect(data).toEqual({
      authors: [{ name: 'Jane Roe' }],
      publication: null,
      date: { value: '2021-05-04', origin: 'stated' },
      url: null,
      language: null,
    });
    expect(body).toEqual([prose, more]);
  });

  it.each<[string, string[], [string, string][]]>([
    [
      'a headline in a paragraph',
      ['Harbour wall is late again'],
      [['title', 'Harbour wall is late again']],
    ],
    ['one in capitals', ['HARBOUR WALL IS LATE'], [['title', 'HARBOUR WALL IS LATE']]],
    [
      'one with a question',
      ['Will the wall ever be built?'],
      [['title', 'Will the wall ever be built?']],
    ],
    [
      'one that ends on an abbreviation',
      ['A wall for the U.S.'],
      [['title', 'A wall for the U.S.']],
    ],
    ['one in quotation marks', ['“We shall build it”'], [['title', '“We shall build it”']]],
    [
      'a publication line before it',
      ['Harbour Review, Vol. 12, No. 3', 'A wall for all'],
      [
        ['title', 'A wall for all'],
        ['publication', 'Harbour Review, Vol. 12, No. 3'],
      ],
    ],
    [
      'a standfirst between headline and byline',
      ['A wall for all', 'It was to be done by now. It is not.', 'By Jane Roe'],
      [
        ['title', 'A wall for all'],
        ['subtitle', 'It was to be done by now. It is not.'],
        ['byline', 'By Jane Roe'],
      ],
    ],
    [
      'a standfirst without a stop',
      ['A wall for all', 'Ten years of a harbour and its debts'],
      [
        ['title', 'A wall for all'],
        ['subtitle', 'Ten years of a harbour and its debts'],
      ],
    ],
    [
      'a share bar and a reading time',
      ['A wall for all', 'Share this article', '5 min read', 'By Jane Roe'],
      [
        ['title', 'A wall for all'],
        ['byline', 'By Jane Roe'],
      ],
    ],
    [
      'several lines in one block',
      ['A wall for all\\\nBy Jane Roe\\\nMay 4, 2021'],
      [
        ['title', 'A wall for all'],
        ['byline', 'By Jane Roe'],
        ['date', 'May 4, 2021'],
      ],
    ],
    [
      'a rule between its lines',
      ['# A wall for all', '***', 'By Jane Roe'],
      [
        ['title', 'A wall for all'],
        ['byline', 'By Jane Roe'],
      ],
    ],
    [
      'a caption with its credit',
      ['A wall for all', 'The wall in May. (Photo: A. Lens/Agency)'],
      [
        ['title', 'A wall for all'],
        ['caption', 'The wall in May.'],
        ['credit', 'A. Lens/Agency'],
      ],
    ],
    [
      'a credit of its own',
      ['A wall for all', 'Photo by A. Lens'],
      [
        ['title', 'A wall for all'],
        ['credit', 'A. Lens'],
      ],
    ],
  ])('has %s', (_, blocks, parts) => {
    const result = read(article(...blocks));
    expect(result.parts).toEqual(parts);
    expect(result.body).toEqual([prose, more]);
    expectFixpoint(result);
  });

  it.each<[string, string[]]>([
    ['a sentence', ['It rains.']],
    ['a salutation', ['Dear reader']],
    ['the name of a section', ['# Introduction']],
    ['a date', ['October 19']],
    ['an address', ['someone@example.org and others,']],
    ['a short paragraph in lower case', ['and so it goes']],
  ])('does not take %s for a headline', (_, blocks) => {
    const result = read(article(...blocks));
    expect(result.part('title')).toBeUndefined();
    expect(result.messages).toContain('masthead/missing-title');
    expect(result.body[0]).toBe(blocks[0]?.replace('# ', ''));
    expectFixpoint(result);
  });

  it.each<[string, string[]]>([
    ['a subhead', ['# A wall', '## How it began', prose, '## How it ends']],
    ['a line of a poem', ['# A wall', 'The sea, the sea,']],
    ['a first sentence', ['# A wall', 'It is late.']],
    ['a sentence about a source', ['# A wall', `${prose} ${more} (Source: Harbour Board)`]],
    ['a diary', ['# Days', '## May 4, 2021', prose, '## May 5, 2021', prose]],
    ['the note on the author', ['# A wall', 'Jane Roe is a writer in York.']],
    [
      'a sentence that begins with By',
      ['# A wall', 'By the river, men waited for the rain to end.'],
    ],
  ])('leaves %s in the body', (_, blocks) => {
    const result = read(article(...blocks));
    expect(result.parts).toHaveLength(1);
    expectFixpoint(result);
  });

  it('takes the buttons of a page below the text, and tells them', () => {
    const result = read(
      ['# A wall', prose, 'Share this article', 'Follow us on Twitter'].join('\n\n'),
    );
    expect(result.body).toEqual([prose]);
    expect(result.messages).toContain('masthead/unused-words');
    expectFixpoint(result);
    const words = read(['# A wall', prose, 'Home'].join('\n\n'));
    expect(words.body).toEqual([prose, 'Home']);
  });

  it('leaves an image in the body and takes its caption', () => {
    const result = read(
      article(
        '# A wall',
        '![Stones](wall.jpg)',
        '*The wall. (Photo: A. Lens/Agency)*',
        'By Jane Roe',
      ),
    );
    expect(result.parts).toEqual([
      ['title', 'A wall'],
      ['caption', 'The wall.'],
      ['credit', 'A. Lens/Agency'],
      ['byline', 'By Jane Roe'],
    ]);
    expect((result.tree.children[0] as Masthead).children[1]?.data?.image).toEqual({
      src: 'wall.jpg',
      alt: 'Stones',
    });
    expect(result.tree.children[1]).toMatchObject({
      type: 'paragraph',
      children: [{ type: 'image' }],
    });
    expectFixpoint(result);
  });

  it('reports a credit that breaks off, and keeps it out of the caption', () => {
    const result = read(article('# A wall', 'The wall at the 77th regatta in York (Source:'));
    expect(result.part('caption')).toBe('The wall at the 77th regatta in York');
    expect(result.slice('masthead/truncated-credit')).toBe('(Source:');
    expect(result.file.messages[0]?.actual).toBe('(Source:');
    expectFixpoint(result);
  });

  it('reports a caption that breaks off', () => {
    const result = read(article('# A wall', 'The wall seen from the (Photo: A. Lens)'));
    expect(result.messages).toContain('masthead/truncated-caption');
  });

  it('reports a date that can be read in two ways', () => {
    const result = read(article('# A wall', 'Published 03/04/2022'));
    expect(result.data.date?.value).toBe('2022-03-04');
    expect(result.slice('masthead/ambiguous-date')).toBe('03/04/2022');
    expect(result.file.messages[0]?.expected).toEqual(['2022-03-04', '2022-04-03']);
    expect(
      read(article('# A wall', '03/04/2022'), { options: { dayMonth: 'dmy' } }).data.date?.value,
    ).toBe('2022-04-03');
  });

  it('reports the words that no field holds', () => {
    const result = read(article('# A wall', 'By Jane Roe, Staff Writer, in York'));
    expect(result.slice('masthead/unused-words')).toBe('Staff Writer, in York');
    expectFixpoint(result);
  });

  it('does nothing to an empty article but to miss a title', () => {
    const result = read('');
    expect(result.tree.children).toEqual([]);
    expect(result.messages).toEqual(['masthead/missing-title']);
  });

  it('does nothing the second time', () => {
    const { tree, file } = read(article('# A wall', 'By Jane Roe'));
    const before = JSON.stringify(tree);
    masthead()(tree, file);
    expect(JSON.stringify(tree)).toBe(before);
    expect(file.messages).toHaveLength(1);
  });
});

describe('the dateline', () => {
  it('leaves the first paragraph, without its dash', () => {
    const result = read(article('# A wall', 'May 2021', `KYIV, May 8 (Reuters) — ${prose}`));
    expect(result.part('dateline')).toBe('KYIV, May 8 (Reuters)');
    expect(result.body[0]).toBe(prose);
    expect(result.data.date).toEqual({ value: '2021-05-08', origin: 'stated' });
    expectFixpoint(result);
  });

  it('keeps its place and that of the rest', () => {
    const source = article('# A wall', `**KYIV** (Reuters) — ${prose}`);
    const { tree } = read(source);
    const [masthead, first] = tree.children as [Masthead, Root['children'][number]];
    const place = masthead.children[1]?.position;
    expect(source.slice(place?.start.offset, place?.end.offset)).toBe('KYIV** (Reuters)');
    expect(source.slice(first.position?.start.offset, first.position?.end.offset)).toBe(prose);
  });

  it('dates an article that has no other date, where it has a year', () => {
    expect(read(article('# A wall', `KYIV, May 8, 2021 (AP) — ${prose}`)).data.date?.value).toBe(
      '2021-05-08',
    );
    expect(read(article('# A wall', `KYIV, May 8 (AP) — ${prose}`)).data.date).toBeNull();
  });

  it('is not the speaker of an interview', () => {
    const result = read(['# A talk', `ROEBUCK — ${prose}`, `SMITHERS — ${prose}`].join('\n\n'));
    expect(result.part('dateline')).toBeUndefined();
  });

  it('stays with its option off', () => {
    const result = read(article('# A wall', `KYIV (AP) — ${prose}`), {
      options: { datelines: false },
    });
    expect(result.body[0]).toBe(`KYIV (AP) — ${prose}`);
  });
});

describe('the foot of an article', () => {
  it('gives the date', () => {
    const result = read([article('# A wall'), 'Published May 4, 2021'].join('\n\n'));
    expect(result.data.date?.value).toBe('2021-05-04');
    expect(result.body).toEqual([prose, more]);
    expectFixpoint(result);
  });

  it.each([
    'May 4, 2021',
    'By Jane Roe',
    'Source: The Herald',
    'Jane Roe is a writer in York.',
    'Updated guidance is to follow',
  ])('keeps “%s”', (text) => {
    const result = read([article('# A wall'), text].join('\n\n'));
    expect(result.body.at(-1)).toBe(text);
    expectFixpoint(result);
  });
});

describe('stated metadata', () => {
  it('is printed once where the text repeats it', () => {
    const result = read(article('# The wall', 'By Jane Roe', 'May 4, 2021'), {
      stated: {
        title: 'The Wall | Harbour Herald',
        authors: [{ name: 'Jane Roe' }],
        date: { value: '2021-05-04', origin: 'stated' },
      },
    });
    expect(result.parts.map(([role]) => role)).toEqual(['title', 'byline', 'date']);
    expect(result.part('title')).toBe('The wall');
    expect(result.body).toEqual([prose, more]);
    expect(result.messages).toEqual(['masthead/taken-lines']);
  });

  it('makes blocks where the text has none', () => {
    const result = read(article(), {
      stated: {
        title: 'A wall',
        subtitle: 'For all',
        authors: [{ name: 'Jane Roe' }, { name: 'John Doe' }],
        publication: { name: 'Harbour Review', volume: '5', issue: null },
        dateline: 'KYIV',
        language: 'en-GB',
        images: [{ caption: 'The wall', credit: 'A. Lens', src: 'wall.jpg' }],
      },
    });
    expect(result.parts).toEqual([
      ['title', 'A wall'],
      ['subtitle', 'For all'],
      ['byline', 'By Jane Roe and John Doe'],
      ['publication', 'Harbour Review, Volume 5'],
      ['dateline', 'KYIV'],
      ['caption', 'The wall'],
    ]);
    expect((result.tree.children[0] as Masthead).children[5]?.data?.image).toEqual({
      credit: 'A. Lens',
      src: 'wall.jpg',
    });
    expect(result.data.language).toBe('en-GB');
    expect(result.body).toEqual([prose, more]);
  });

  it('leaves a short first paragraph alone', () => {
    const result = read(article('Rain again'), { stated: { title: 'A wall' } });
    expect(result.body[0]).toBe('Rain again');
  });

  it.each<[string, StatedMetadata, string, string]>([
    ['title', { title: 'Something else' }, '# A wall', 'A wall'],
    ['author', { title: 'T', authors: [{ name: 'John Doe' }] }, 'By Jane Roe', 'By Jane Roe'],
    [
      'date',
      { title: 'T', date: { value: '2020', origin: 'stated' } },
      'May 4, 2021',
      'May 4, 2021',
    ],
    [
      'publication',
      { title: 'T', publication: { name: 'Other', volume: null, issue: null } },
      'Harbour Review, Vol. 12',
      'Harbour Review, Vol. 12',
    ],
    ['dateline', { title: 'T', dateline: 'LVIV' }, `KYIV (AP) — ${prose}`, 'KYIV (AP)'],
  ])('wins over another %s in the text, which stays and is reported', (_, stated, block, slice) => {
    const result = read(article(block), { stated });
    expect(result.slice('masthead/conflicting-metadata')).toBe(slice);
    expect(result.body[0]).toContain(slice);
    expectFixpoint(result);
  });

  it('takes the finer date of the two', () => {
    const result = read(article('May 4, 2021'), {
      stated: { title: 'T', date: { value: '2021', origin: 'stated' } },
    });
    expect(result.data.date).toEqual({ value: '2021-05-04', origin: 'stated' });
  });

  it('gives way to the date of the caller', () => {
    const result = read(article('# A wall', 'May 4, 2021'), { publicationDate: '2020-01-01' });
    expect(result.data.date).toEqual({ value: '2020-01-01', origin: 'option' });
    expect(result.slice('masthead/conflicting-metadata')).toBe('May 4, 2021');
  });
});

describe('for any article', () => {
  const piece = fc.constantFrom(
    '# The Harbour Wall', 'Harbour wall is late again', 'By Jane Roe', '*By Jane Roe and John Doe, Editor*', 'May 4, 2021',
    'Published 3 May 2021 | Updated 5 May 2021', 'Harbour Review, Vol. 12, No. 3', 'Source: The Herald', 'The wall (Source: Board)',
    'The wall (Source:', 'The wall (A. Lens/Agency)', '![x](y.png)', '***', 'Share this article', '## How it began', 'Photo by A. Lens',
    `KYIV, Oct. 8 (AP) — Half of ${prose}`, `LONDON — Yet ${prose}`, prose, more, 'It rains.', '- one\n- two', '> quoted', 'Ten years of a harbour and its debts',
    'https://example.org/wall', 'Jane Roe', 'Caption: The wall', '(Photo: A. Lens)', 'A line\\\nBy Jane Roe',
  ); // prettier-ignore
  const documents = fc.uniqueArray(piece, { minLength: 1, maxLength: 9 });

  it('reading the output again changes nothing', () => {
    fc.assert(
      fc.property(documents, (blocks) => {
        expectFixpoint(read(blocks.join('\n\n')));
      }),
      { numRuns: 400 },
    );
  });

  it('no word is lost', () => {
    fc.assert(
      fc.property(documents, (blocks) => {
        const source = blocks.join('\n\n');
        const result = read(source);
        const kept = [
          ...result.parts.map(([, text]) => text),
          ...result.body,
          ...result.file.messages.map((message) => message.reason),
          'Source Caption Photo by one two quoted',
        ].join(' ');
        for (const word of result.body.length === 0 ? [] : (source.match(/\p{L}+/gu) ?? []))
          expect(kept + result.data.url + source.match(/\(y.png\)|!\[x\]/g)?.join('')).toContain(
            word,
          );
      }),
      { numRuns: 200 },
    );
  });

  it('works without positions', () => {
    fc.assert(
      fc.property(documents, (blocks) => {
        const source = blocks.join('\n\n');
        const bare = read(source, { bare: true });
        expect(bare.parts).toEqual(read(source).parts);
        for (const message of bare.file.messages) expect(message.place).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void read(text)),
    );
  });

  it('takes time linear in the length', () => {
    const start = performance.now();
    for (const unit of [
      'By A ',
      '(',
      '— A ',
      '| ',
      'By A, ',
      'May 4, ',
      'KYIV, ',
      '- ',
      '(Source: ',
      'a ',
    ]) {
      read(article(unit.repeat(10_000)));
    }
    read(`${prose}\n\n`.repeat(2000));
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('options', () => {
  it('have a valid schema', () => {
    const validate = new Ajv({ strict: false }).compile(optionsSchema);
    expect(validate({ bylines: false, captions: true, datelines: true, dayMonth: 'dmy' })).toBe(
      true,
    );
    expect(validate({ byline: false })).toBe(false);
  });

  it('switch bylines and captions off', () => {
    const source = article('# A wall', 'By Jane Roe');
    expect(read(source, { options: { bylines: false } }).body[0]).toBe('By Jane Roe');
    const captioned = article('# A wall', 'The wall (Photo: A. Lens)');
    expect(read(captioned, { options: { captions: false } }).body[0]).toBe(
      'The wall (Photo: A. Lens)',
    );
  });
});
