/** What stands above articles as sites, agencies and journals print it: the whole head is recognised, nothing of it is left in the body. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createPipeline, type BuildResult } from '../../../src/index.ts';

interface Head {
  name: string;
  /** Line by line. */
  head: string[];
  title: string;
  subtitle?: string;
  authors?: string[];
  date?: string;
  publication?: string;
  volume?: string;
  issue?: string;
  url?: string;
}

const heads = JSON.parse(readFileSync(new URL('heads.json', import.meta.url), 'utf8')) as Head[];
const body = [
  'The council voted late on Tuesday to close the two smaller libraries and to keep the main one open on four days a week.',
  'Residents who had filled the hall left before the count. Many of them had signed a petition that was never answered.',
];
const pipeline = createPipeline({ config: { plugins: ['masthead', 'cleanup'] } });

async function build(...head: string[]): Promise<BuildResult> {
  return pipeline.build({ value: [...head, '', ...body].join('\n\n').replace(/\n{3,}/g, '\n\n'), path: 'article.txt' }); // prettier-ignore
}

const straight = (text: string | null | undefined): string | undefined =>
  text?.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');

it.each(heads)('knows the head with $name', async (expected) => {
  const value = `${expected.head.join('\n')}\n\n${body.join('\n\n')}\n`;
  const result = await pipeline.build({ value, path: 'article.txt' });
  const { title, subtitle, authors, date, publication, url } = result.article.metadata;
  expect({
    title: straight(title),
    subtitle: straight(subtitle),
    authors: authors.map(({ name }) => straight(name)),
    date: date?.value,
    publication: publication?.name,
    volume: publication?.volume ?? undefined,
    issue: publication?.issue ?? undefined,
    url: url ?? undefined,
  }).toEqual({
    title: straight(expected.title),
    subtitle: straight(expected.subtitle),
    authors: (expected.authors ?? []).map(straight),
    date: expected.date,
    publication: expected.publication,
    volume: expected.volume,
    issue: expected.issue,
    url: expected.url,
  });
  expect(bodyOf(result)).toBe(body.join('\n\n'));
  const again = await pipeline.build({ value: result.outputs['markdown'] ?? '', path: 'a.md' });
  expect(again.outputs['markdown']).toBe(result.outputs['markdown']);
});

function bodyOf({ outputs }: BuildResult): string {
  return (outputs['markdown'] ?? '').replace(/^---\n[\s\S]*?\n---\n/, '').trim();
}

it.each<[string, string[], string, string[]]>([
  ['a short headline above a standfirst', ['Silent Shelves', 'How a town lost two libraries', 'By Maureen Tully'], 'Silent Shelves', []],
  ['a headline of one word', ['World', 'By Maureen Tully'], 'World', []],
  ['a headline that begins like a section', ['Opinion is divided on libraries', 'By Maureen Tully'], 'Opinion is divided on libraries', []],
  ['two words below a headline', ['A town without books', 'Silent Shelves'], 'A town without books', ['Silent Shelves']],
  ['a headline of a paper’s words', ['Daily struggle of a post office', '14 November 2022'], 'Daily struggle of a post office', []],
  ['a person in the headline', ['Maureen Tully on the library she lost', '14 November 2022'], 'Maureen Tully on the library she lost', []],
  ['a section number', ['A town without books', '1'], 'A town without books', ['1']],
  ['a numbered headline', ['No. 12 and other houses', 'By Maureen Tully'], 'No. 12 and other houses', []],
  ['keywords', ['A town without books', 'Keywords: libraries, councils'], 'A town without books', ['Keywords: libraries, councils']],
])('does not mistake %s', async (_, head, title, left) => {
  const result = await build(...head);
  expect(result.article.metadata.title).toBe(title);
  expect(bodyOf(result)).toBe([...left, ...body].join('\n\n'));
}); // prettier-ignore
