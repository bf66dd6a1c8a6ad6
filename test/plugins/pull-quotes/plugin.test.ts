import { Ajv } from 'ajv';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { VFile } from 'vfile';
import pullQuotes, {
  explainPullQuotes,
  formatExplanations,
  optionsSchema,
} from '../../../plugins/pull-quotes/index.ts';
import type { Entity, EntityRecord } from '../../../src/model/index.ts';
import { everything, filler, parse, picked, run, runOn } from './helpers.ts';

const speech =
  '“We must *never* give up [the river](https://example.com),” said Anna Birch. “It is ours.”';
const text = `${filler(4)}\n\n${speech}\n\n${filler(4, 4)}`;

describe('plugin', () => {
  it('works in a remark chain and leaves the Markdown alone', () => {
    const plain = unified().use(remarkParse).use(remarkStringify);
    const file = plain().use(pullQuotes).processSync(text);
    expect(String(file)).toBe(String(plain().processSync(text)));
    expect(file.data.pullQuotes).toHaveLength(1);
  });

  it('works in a rehype chain', () => {
    const html = String(
      unified()
        .use(remarkParse)
        .use(pullQuotes, { minWords: 4 })
        .use(remarkRehype)
        .use(rehypeStringify)
        .processSync(text),
    );
    expect(html).toContain(
      '<aside role="doc-pullquote" aria-hidden="true" class="pullquote"><p>“We must <em>never</em> give up the river”</p><p><cite>Anna Birch</cite></p></aside>',
    );
  });

  it('repeats the words without links, names and marks, in quotation marks', () => {
    const { quotes, texts } = run(text);
    expect(texts.get('q1')).toBe('We must never give up the river');
    expect(toString(quotes[0])).toBe('“We must never give up the river”');
    expect(quotes[0]?.children.map(({ type }) => type)).toEqual(['text', 'emphasis', 'text']);
    expect(quotes[0]?.anchorId).toBe('q1');
  });

  it('leaves out footnote marks', () => {
    const { tree, file } = parse('One two\\* three four.\n\nA.');
    const paragraph = tree.children[0] as Extract<Root['children'][number], { type: 'paragraph' }>;
    paragraph.children = [
      { type: 'text', value: 'One two' },
      { type: 'footnoteReference', identifier: '1' },
      { type: 'text', value: ' three four.' },
    ];
    const { quotes, texts } = runOn(tree, file, everything);
    expect([...texts.values()]).toContain('One two three four.');
    expect(quotes.map((quote) => JSON.stringify(quote)).join('')).not.toContain('footnote');
  });

  it('gives an author’s quote from the middle of a quotation its marks', () => {
    const long = `${filler(4)}\n\n“It is ours. It was never theirs. It will be,” she said.\n\n${filler(4, 4)}`;
    const { quotes } = run(long, {}, [{ text: 'It was never theirs.', origin: 'author' }]);
    expect(toString(quotes[0])).toBe('“It was never theirs.”');
  });

  it('works without positions', () => {
    const { tree, file } = parse(text);
    const bare = structuredClone(tree);
    visit(bare, (node) => {
      delete node.position;
    });
    const withPositions = runOn(tree, file);
    const without = runOn(bare, new VFile());
    expect(picked(without)).toEqual(picked(withPositions));
    expect(without.file.data.pullQuotes).toEqual(withPositions.file.data.pullQuotes);
  });

  it('changes nothing when it runs twice', () => {
    const { tree, file } = parse(text);
    runOn(tree, file);
    const before = structuredClone(tree);
    runOn(tree, file);
    expect(tree).toEqual(before);
  });

  it('gives the same each time', () => {
    expect(run(text, everything)).toEqual(run(text, everything));
  });

  it('keeps the words of the article', () => {
    const { tree } = run(text, everything);
    const body = tree.children
      .filter(({ type }) => type !== 'pullQuote')
      .map((each) => toString(each));
    expect(body).toEqual(parse(text).tree.children.map((each) => toString(each)));
  });

  it('makes hast from every quote', () => {
    const { tree } = run(text, everything);
    expect(JSON.stringify(toHast(tree))).not.toContain('"tagName":"div"');
  });

  it('has a schema that fits its options', () => {
    const validate = new Ajv().compile(optionsSchema);
    expect(validate(everything)).toBe(true);
    expect(validate({ count: -1 })).toBe(false);
    expect(validate({ counts: 1 })).toBe(false);
    expect(validate({ placement: 'left' })).toBe(false);
  });
});

describe('speaker', () => {
  const records: EntityRecord[] = [
    {
      id: 'person/anna-birch',
      type: 'person',
      name: 'Anna Birch',
      aliases: ['Birch'],
      titles: [],
      sameAs: [],
      origin: 'model',
      confidence: 0.9,
    },
  ];

  /** Runs with each "Birch" of a text marked as the person. */
  function speakerOf(
    markdown: string,
  ): { speaker: string | null; attribution?: string | undefined } | undefined {
    const { tree, file } = parse(`${filler(4)}\n\n${markdown}\n\n${filler(4, 4)}`);
    file.data.entities = records;
    for (const block of tree.children) {
      if (block.type !== 'paragraph') continue;
      block.children = block.children.flatMap((child) => {
        if (child.type !== 'text' || !child.value.includes('Birch')) return [child];
        const parts = child.value.split('Birch');
        return parts.flatMap((value, index): (Entity | typeof child)[] => {
          const entity: Entity = {
            type: 'entity',
            entityId: 'person/anna-birch',
            entityType: 'person',
            form: 'short',
            children: [{ type: 'text', value: 'Birch' }],
          };
          return index === 0 ? [{ type: 'text', value }] : [entity, { type: 'text', value }];
        });
      });
    }
    const [record] = runOn(tree, file).file.data.pullQuotes ?? [];
    return record && { speaker: record.speaker, attribution: record.attribution };
  }

  it.each([
    '“We must never give up the river at all,” said Birch.',
    '“We must never give up the river at all,” Birch said.',
    'Birch said: “We must never give up the river at all.”',
    'Birch came. “We must never give up the river at all,” she said.',
    'Birch came late that evening.\n\n“We must never give up the river at all,” she said.',
    '“We must never give up the river of our own town. It is ours,” said Birch.',
  ])('is an entity: %s', (markdown) => {
    expect(speakerOf(markdown)).toEqual({
      speaker: 'person/anna-birch',
      attribution: 'Anna Birch',
    });
  });

  it.each([
    ['“We must never give up the river at all,” said Omar Hale, who fishes.', 'Omar Hale'],
    ['“We must never give up the river at all,” Mr. Hale said.', 'Hale'],
    ['“We must never give up the river at all,” she said.', undefined],
    ['We must never give up the river at all.', undefined],
  ])('is a name as printed: %s', (markdown, attribution) => {
    expect(speakerOf(markdown)).toEqual({ speaker: null, attribution });
  });
});

describe('explanations', () => {
  it('shows the best with reasons, the chosen and those left out', () => {
    const { tree, file } = run(text);
    const rows = explainPullQuotes(tree, file);
    expect(rows).toHaveLength(10);
    expect(rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(rows.filter(({ chosen }) => chosen).map((row) => row.text)).toEqual([
      'We must never give up the river',
    ]);
    expect(rows.some(({ refused }) => refused === 'too short')).toBe(true);
    const table = formatExplanations(rows, 80);
    expect(table).toContain('* ');
    expect(table).toContain('in-quotation +');
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('says so where there is nothing', () => {
    expect(formatExplanations([])).toBe('No sentences.\n');
  });
});

describe('speed', () => {
  it.each([
    [
      'a single paragraph',
      `${'We must never give up the “old river”, said Anna Birch. '.repeat(18_000)}`,
    ],
    [
      'an unclosed quotation',
      `“${'We must never give up the old river (it is ours. '.repeat(20_000)}`,
    ],
    ['a single sentence', 'never give up the old river, '.repeat(35_000)],
    ['many paragraphs', 'We must never give up.\n\n'.repeat(40_000)],
    ['brackets', '('.repeat(1_000_000)],
    ['quotation marks', '“'.repeat(500_000)],
  ])('is linear in %s', (_, value) => {
    const make = (): Root => ({
      type: 'root',
      children: value.split('\n\n').map((part) => ({
        type: 'paragraph',
        children: [{ type: 'text', value: part }],
      })),
    });
    for (const options of [{}, everything]) {
      // Time of this process alone, whatever else the machine does.
      const start = process.cpuUsage();
      runOn(make(), new VFile(), options);
      const { user } = process.cpuUsage(start);
      expect(user / 1e6).toBeLessThan(6);
    }
  });
});
