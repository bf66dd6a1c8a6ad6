/** An article as the pipeline hands it to a writer, made by hand: the writer's tests need no plugin. */
import type { Masthead, MastheadRole, PullQuote } from '../../../src/model/index.ts';
import type { Paragraph, PhrasingContent, Root } from 'mdast';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { toArticle } from '../../../src/article/index.ts';
import type { EntityRecord, MastheadData } from '../../../src/model/index.ts';
import type { ArticleProcessor } from '../../../src/readers/reader.ts';
import { articleSyntax } from '../../../src/syntax.ts';
import { textView, textBlocks } from '../../../src/text/index.ts';
import type { HtmlSettings, WriterInput } from '../../../src/writers/writer.ts';

export interface SampleOptions {
  markdown?: string;
  masthead?: Partial<Record<MastheadRole, string>>;
  /** The image that the caption belongs to. */
  image?: { src?: string; alt?: string; credit?: string };
  data?: Partial<MastheadData>;
  entities?: EntityRecord[];
  /** A sentence of the body that is repeated before the block with this index. */
  pullQuote?: { text: string; before: number; attribution?: string } | null;
  html?: Partial<HtmlSettings>;
}

const processor = unified()
  .use(remarkParse)
  .use(articleSyntax)
  .use(remarkStringify)
  .freeze() as unknown as ArticleProcessor;

const sampleMarkdown = `The last ferry leaves Halden Island at ten past six, and for eleven months of the year nobody is on it who does not live there.[^1] The timetable has not changed since 1974.

“We do not miss the crowds,” said Ingrid Vollan, who has run the harbour office for thirty years. “We miss the people who came *before* the crowds.”[^2] She keeps the old ledgers on a shelf behind the stove, next to a barometer that has been wrong since the winter of the great storm.

## A harbour that emptied slowly

The Northern Ports Authority counted 41,000 passengers in 1998 and fewer than 3,000 last year. A [review of small harbours](https://example.org/harbours) blamed the bridge at Stavnes, which opened in 2003 and made the crossing something that one does for its own sake.[^1]

> A line on a map is a promise, and a promise costs money every single day that it is kept.

### What the ledgers say

| Year | Passengers | Sailings | Income |
| :--- | ---------: | :------: | -----: |
| 1998 | 41,200 | 1,460 | 612,000 |
| 2008 | 17,950 | 1,100 | 301,500 |
| 2023 | 2,870 | 730 | 88,400 |

The figures leave out freight, which has grown. Three things keep the line alive:

1. the school at Stavnes, which has nine pupils from the island;
2. the salmon that leaves every Tuesday;
3. a clause in the charter of 1911 that nobody has had the heart to strike out.

## The clause

The clause is one sentence long. It says that the company shall sail “in all weathers in which a prudent master would sail”, and it says nothing about passengers. The tender is published as code:

\`\`\`json
{ "line": "Halden–Stavnes", "weekly": 14, "vessel": "MF Terna", "charter": "in all weathers in which a prudent master would sail, 1911" }
\`\`\`

## What comes next

Ms Vollan will retire in the spring. The Northern Ports Authority has advertised the post twice and had no answer.[^3]

[^1]: *The Coastal Courier*, October 3, 2023.
[^2]: Interview with the author, May 2023.
[^3]: Northern Ports Authority, “Vacancies,” <https://example.org/vacancies>, accessed August 9, 2023.
`;

const sampleEntities: EntityRecord[] = [
  entity('person/ingrid-vollan', 'person', 'Ingrid Vollan', ['Ms Vollan'], [], 0.4),
  entity(
    'northern-ports-authority',
    'organization',
    'Northern Ports Authority',
    [],
    ['https://example.org/npa'],
    0.9,
  ),
  entity('place/stavnes', 'place', 'Stavnes', [], [], 0.3),
  entity('place/halden-island', 'place', 'Halden Island', [], ['https://example.org/halden'], 1),
];

function entity(
  id: string,
  type: EntityRecord['type'],
  name: string,
  aliases: string[],
  sameAs: string[],
  salience: number,
): EntityRecord {
  return {
    id,
    type,
    name,
    aliases,
    titles: [],
    sameAs,
    origin: 'registry',
    confidence: 1,
    salience,
  };
}

/** The input of a writer. What isn't given is that of a small feature article with all that the page can show. */
export function sampleInput(options: Readonly<SampleOptions> = {}): WriterInput {
  const markdown = options.markdown ?? sampleMarkdown;
  const file = new VFile({ path: 'ferry.md', value: markdown });
  const tree = processor.parse(file) as Root;
  const whole = options.markdown === undefined;
  file.data.source = {
    path: 'ferry.md',
    format: 'markdown',
    encoding: 'utf-8',
    sha256: '0'.repeat(64),
  };
  file.data.masthead = {
    authors: whole ? [{ name: 'Marit Aune' }, { name: 'Tom Okafor' }] : [],
    publication: whole ? { name: 'The Coastal Quarterly', volume: '12', issue: '4' } : null,
    date: whole ? { value: '2023-10-19', origin: 'stated' } : null,
    url: whole ? 'https://example.org/ferry' : null,
    language: 'en',
    ...options.data,
  };
  const printed = options.masthead ?? {
    title: 'The Island That Kept Its Ferry',
    subtitle: 'Nobody rides the boat to Halden. It sails twice a day all the same.',
    caption: 'The harbour of Halden Island in the low season',
    dateline: 'HALDEN ISLAND, Oct. 19',
  };
  const { image } = options;
  const masthead: Masthead = {
    type: 'masthead',
    children: Object.entries(printed).map(([role, text]) => ({
      type: 'paragraph',
      data: {
        mastheadRole: role as MastheadRole,
        ...(role === 'caption' && image ? { image } : {}),
      },
      children: inlineOf(text),
    })),
  };
  if (masthead.children.length > 0) tree.children.unshift(masthead);

  const entities = options.entities ?? (whole ? sampleEntities : []);
  file.data.entities = entities;
  tagNames(tree, file, entities);

  const quote =
    options.pullQuote ??
    (whole && options.pullQuote !== null
      ? {
          text: 'We miss the people who came before the crowds.',
          before: 6,
          attribution: 'Ingrid Vollan',
        }
      : undefined);
  if (quote) addPullQuote(tree, file, quote);

  return {
    tree,
    file,
    article: toArticle(tree, file),
    processor,
    html: { plugins: [], ...options.html },
  };
}

function inlineOf(markdown: string): PhrasingContent[] {
  const [block] = (processor.parse(markdown) as Root).children;
  return (block as Paragraph | undefined)?.children ?? [];
}

function tagNames(tree: Root, file: VFile, entities: readonly EntityRecord[]): void {
  for (const { node } of textBlocks(tree)) {
    for (const { id, type, name, aliases } of entities) {
      for (const form of [name, ...aliases]) {
        const view = textView(node, file);
        const found = view.text.indexOf(form);
        if (found < 0) continue;
        view.wrap(found, found + form.length, {
          type: 'entity',
          entityId: id,
          entityType: type,
          form: 'name',
          children: [],
        });
      }
    }
  }
}

function addPullQuote(
  tree: Root,
  file: VFile,
  { text, before, attribution }: NonNullable<SampleOptions['pullQuote']>,
): void {
  const anchorId = 'quote-1';
  for (const { node } of textBlocks(tree)) {
    const view = textView(node, file);
    const found = view.text.indexOf(text);
    if (found < 0) continue;
    view.wrap(found, found + text.length, {
      type: 'anchor',
      anchorType: 'pullQuote',
      anchorId,
      children: [],
    });
    break;
  }
  const quote: PullQuote = {
    type: 'pullQuote',
    anchorId,
    children: [{ type: 'text', value: text }],
  };
  tree.children.splice(before, 0, quote);
  file.data.pullQuotes = [
    {
      anchorId,
      origin: 'ranked',
      rank: 1,
      of: 20,
      score: 1,
      speaker: null,
      reasons: [],
      ...(attribution === undefined ? {} : { attribution }),
    },
  ];
}

/** A tree without its positions, as a foreign plugin may leave it. */
export function withoutPositions(tree: Root): Root {
  visit(tree, (node) => {
    delete node.position;
  });
  return tree;
}
