import type { Entity, Masthead } from '../../../src/model/index.ts';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkStringify from 'remark-stringify';
import type { Root } from 'mdast';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import entities from '../../../plugins/entities/index.ts';
import { articleSyntax } from '../../../src/syntax.ts';
import { mark, read, type Marked } from './support.ts';

const options = { tagger: 'registry-only', checks: false } as const;

describe('where names are looked for', () => {
  it.each([
    ['code', 'Run `Peru` now.', []],
    ['an address', 'See https://example.org/Peru and <https://Peru.example>.', []],
    ['a citation that stayed in the text', 'It fell (The Peru Times, May 4, 2021).', []],
    ['a citation in brackets', 'It fell [Peru Today, 4 May].', []],
    ['an aside', 'It fell (in Peru, too).', ['Peru = place/peru']],
    ['emphasis', 'It fell in *Pe*ru and **Chile**.', ['Peru = place/peru', 'Chile = place/chile']],
    [
      'a link',
      'In [Peru and Chile](https://example.org)',
      ['Peru = place/peru', 'Chile = place/chile'],
    ],
    [
      'a heading, a list, a quotation',
      '# Peru\n\n- Chile\n\n> Cuba',
      ['Peru = place/peru', 'Chile = place/chile', 'Cuba = place/cuba'],
    ],
    [
      'a table',
      '| a | b |\n| - | - |\n| Peru | Chile |',
      ['Peru = place/peru', 'Chile = place/chile'],
    ],
    [
      'a note of prose',
      'A.[^1]\n\n[^1]: The miners of Peru had said as much when the treaty was signed.',
      ['Peru = place/peru'],
    ],
    [
      'a note that names a source',
      'A.[^1]\n\n[^1]: *The Peru Times*, “Why Cuba is rich,” May 4, 2021.',
      [],
    ],
  ])('%s', (_, text, expected) => {
    expect(mark(text, options).mentions).toEqual(expected);
  });

  type Role = NonNullable<NonNullable<Masthead['children'][0]['data']>['mastheadRole']>;

  const mentionsInMasthead = (...lines: [Role, string][]): string[] => inMasthead(lines).mentions;

  function inMasthead(lines: [Role, string][]): Marked {
    const file = new VFile({ value: '' });
    const children = lines.map(([mastheadRole, value]): Masthead['children'][0] => ({
      type: 'paragraph',
      children: [{ type: 'text', value }],
      data: { mastheadRole },
    }));
    const tree: Root = { type: 'root', children: [{ type: 'masthead', children }] };
    unified().use(entities, options).runSync(tree, file);
    return read(tree, file);
  }

  it('in headline, standfirst and captions, not elsewhere in the masthead', () => {
    expect(
      mentionsInMasthead(
        ['title', 'Peru wins'],
        ['subtitle', 'A surprise to Cuba'],
        ['byline', 'By India Chile'],
        ['publication', 'The Bolivia Times'],
        ['caption', 'A hill in Chile'],
      ),
    ).toEqual(['Peru = place/peru', 'Cuba = place/cuba', 'Chile = place/chile']);
  });

  it.each([
    [
      'QUETTABAD, Pakistan (DPA)',
      ['QUETTABAD = place/quettabad', 'Pakistan = place/pakistan', 'DPA = organization/dpa'],
    ],
    ['ZORN, Oct. 7 (Nova Press)', ['ZORN = place/zorn', 'Nova Press = organization/nova-press']],
    ['ZORN/SANKT VELT, 9 May', ['ZORN = place/zorn', 'SANKT VELT = place/sankt-velt']],
    ['AIX-LA-ROCHE', ['AIX-LA-ROCHE = place/aix-la-roche']],
    ['Monday, June 4', []],
  ])('by its form in the dateline %s', (dateline, expected) => {
    expect(mentionsInMasthead(['dateline', dateline])).toEqual(expected);
  });

  it('names a place as it is written elsewhere, and not in the capitals of a dateline', () => {
    const names = (...lines: [Role, string][]): string[] =>
      inMasthead(lines).records.map(({ name }) => name);
    expect(names(['dateline', 'SANKT VELT, 9 May'])).toEqual(['Sankt Velt']);
    expect(names(['dateline', 'ZORN, 9 May'])).toEqual(['Zorn']);
  });
});

describe('what is made', () => {
  it('a span with RDFa; the first mention of what has a page is a link', () => {
    const html = unified()
      .use(remarkParse)
      .use(entities, options)
      .use(remarkRehype)
      .use(rehypeStringify)
      .processSync('The OECD met in Peru. The OECD left.');
    expect(String(html)).toBe(
      '<p>The <a class="entity entity-organization" typeof="schema:Organization" property="schema:mentions" resource="https://www.oecd.org/" href="https://www.oecd.org/">OECD</a> met in ' +
        '<span class="entity entity-place" typeof="schema:Place" property="schema:mentions">Peru</span>. ' +
        'The <span class="entity entity-organization" typeof="schema:Organization" property="schema:mentions" resource="https://www.oecd.org/">OECD</span> left.</p>',
    );
  });

  it('no link within a link, in a headline, or where links are off', () => {
    const links = (text: string, links = true): number => {
      let count = 0;
      visit(
        mark(text, { ...options, links }).tree,
        'entity',
        (node: Entity) => void (count += node.data?.hName === 'a' ? 1 : 0),
      );
      return count;
    };
    expect(links('[The OECD](https://example.org) met. The OECD left.')).toBe(1);
    expect(links('The OECD met.', false)).toBe(0);
  });

  it('Markdown without any mark', () => {
    const text = 'The **OECD** met in *Peru* and Chile’s north.\n';
    const markdown = unified()
      .use(remarkParse)
      .use(entities, options)
      .use(remarkStringify)
      .processSync(text);
    expect(String(markdown)).toBe(text);
  });

  it('records by salience, with every field', () => {
    const { records } = mark('# Peru\n\nPeru and the Peruvians. Lima. Chile at last.', options);
    expect(records.map(({ id }) => id)).toEqual([
      'place/peru',
      'group/peruvian',
      'place/lima',
      'place/chile',
    ]);
    expect(records[0]).toEqual({
      id: 'place/peru', type: 'place', name: 'Peru', aliases: [], titles: [], sameAs: [], countryCode: 'PE', origin: 'registry', confidence: expect.any(Number) as number, salience: expect.any(Number) as number,
    }); // prettier-ignore
  });

  it('nothing below minConfidence, nor of a type that is off', () => {
    expect(mark('President Fisk left Peru.', { ...options, minConfidence: 0.8 }).mentions).toEqual([
      'Peru = place/peru',
    ]);
    expect(
      mark('Prime Minister Ada Fisk left Peru.', { ...options, types: { person: false } }).mentions,
    ).toEqual(['Peru = place/peru']);
  });
});

describe('as a plugin among others', () => {
  it('leaves names alone that are marked up already', () => {
    const file = new VFile({ value: 'Peru and Chile' });
    const processor = unified().use(remarkParse).use(entities, options);
    const once = processor.runSync(processor.parse(file), file) as Root;
    const before = JSON.stringify(once);
    const twice = unified().use(entities, options).runSync(once, file) as Root;
    expect(JSON.stringify(twice)).toBe(before);
  });

  it('works where positions were removed', () => {
    const text = 'The Alpine Water Council (AWC) met in *Pe*ru. GBRX grew.';
    const file = new VFile({ value: text });
    const processor = unified().use(remarkParse).use(articleSyntax);
    const tree = processor.parse(file) as Root;
    visit(tree, (node) => void delete node.position);
    unified()
      .use(entities, { ...options, checks: true })
      .runSync(tree, file);
    const { mentions, messages } = read(tree, file);
    expect(mentions).toEqual(mark(text, options).mentions);
    expect(messages).toEqual(['unexplained-acronym: ?']);
  });

  it('finds the same again in the Markdown that comes out', () => {
    const text =
      '# Lima and Quito\n\nLima denied it. *The Alpine Water Council* (AWC) met Prime Minister Ada Fisk in Quito; Fisk and AWC left.\n';
    const first = mark(text, options);
    const markdown = String(
      unified().use(remarkStringify).use(articleSyntax).stringify(first.tree),
    );
    expect(mark(markdown, options).mentions).toEqual(first.mentions);
  });
});

describe('with the built-in tagger', () => {
  it('finds names that no list has', () => {
    const { records } = mark(
      'Ireneusz Wolkowski, a farmer from Brzeziny, sued Kolmar Dairies on Monday. Wolkowski’s lawyer said the company had lied.',
      { checks: false, tagger: 'builtin' },
    );
    expect(records.find(({ type }) => type === 'person')).toMatchObject({
      id: 'person/ireneusz-wolkowski',
      aliases: ['Wolkowski'],
      origin: 'model',
      titles: ['farmer'],
    });
  });
});
