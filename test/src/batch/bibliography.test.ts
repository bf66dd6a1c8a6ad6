import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RunBibliography } from '../../../src/batch/bibliography.ts';
import { discover } from '../../../src/batch/discover.ts';
import { InputError } from '../../../src/batch/input-error.ts';
import { runBatch } from '../../../src/batch/run.ts';
import { createPipeline, type CslItem, type FormatName } from '../../../src/index.ts';

const articleWith = (...items: CslItem[]): CslItem[] => items;
const news = (id: string, rest: Partial<CslItem> = {}): CslItem => ({
  id,
  type: 'article-newspaper',
  'container-title': 'The Northern Echo',
  issued: { 'date-parts': [[2022, 5, 5]] },
  ...rest,
});

/** The bibliography of articles, which come in another order as well. */
function idsOf(...articles: CslItem[][]): string[] {
  const forward = new RunBibliography();
  for (const [index, article] of articles.entries()) forward.add(article, index);
  const backward = new RunBibliography();
  for (const [index, article] of [...articles.entries()].reverse()) backward.add(article, index);
  expect(backward.items()).toEqual(forward.items());
  return forward.items().map(({ id }) => id);
}

describe('the bibliography of a run', () => {
  it('lists a source of several articles once', () => {
    expect(
      idsOf(articleWith(news('echo'), news('other', { title: 'T' })), articleWith(news('echo'))),
    ).toEqual(['echo', 'other']);
  });

  it('knows a source under the id that each article gave it', () => {
    expect(idsOf(articleWith(news('echo')), articleWith(news('echo-2')))).toEqual(['echo']);
  });

  it('tells different sources of one id apart', () => {
    const books = ['One', 'Two', 'Three'].map((title) =>
      articleWith({ id: 'roe-2019', type: 'book', title, author: [{ family: 'Roe' }] }),
    );
    expect(idsOf(...books, articleWith(news('roe-2019-2')))).toEqual([
      'roe-2019',
      'roe-2019-2',
      'roe-2019-3',
      'roe-2019-4',
    ]);
  });

  it.each<[string, CslItem]>([
    [
      'lost its outlet',
      { id: 'lost', type: 'article-newspaper', issued: { 'date-parts': [[2022, 8, 26]] } },
    ],
    ['has no year', news('echo', { issued: { literal: 'XXXX-05-05' } })],
    [
      'is a surname and a year',
      {
        id: 'roe-2019',
        type: 'document',
        author: [{ family: 'Roe' }],
        issued: { 'date-parts': [[2019]] },
      },
    ],
    [
      'points to an earlier note',
      { id: 'id', type: 'legal_case', title: 'Id., at 4', references: 'Id., at 4' },
    ],
    ['is a remark', { id: 'see', type: 'document', title: 'See above.' }],
  ])('keeps apart what %s', (_why, item) => {
    expect(idsOf(articleWith(item), articleWith(item))).toEqual([item.id, `${item.id}-2`]);
  });

  it.each<[string, CslItem]>([
    ['address', { id: 'page', type: 'webpage', URL: 'https://press.example/a' }],
    ['DOI', { id: 'roe', type: 'article-journal', DOI: '10.1000/xyz' }],
    [
      'reporter',
      { id: 'case', type: 'legal_case', title: 'A v. B', references: '5 U.S. 137 (1803)' },
    ],
    ['author and title', { id: 'roe', type: 'book', title: 'One', author: [{ family: 'Roe' }] }],
  ])('joins what has the same %s', (_what, item) => {
    expect(idsOf(articleWith(item), articleWith(item))).toEqual([item.id]);
  });
});

describe('runBatch', () => {
  const text = (outlet: string): string =>
    `A Headline About Ships\n\nThe ferry left (${outlet}, May 5, 2022).\n`;

  async function run(files: Record<string, string>, formats: FormatName[]): Promise<string> {
    const cwd = mkdtempSync(join(tmpdir(), 'copydesk-bibliography-'));
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(cwd, 'input', path, '..'), { recursive: true });
      writeFileSync(join(cwd, 'input', path), content);
    }
    const pipeline = createPipeline({ cwd, config: {} });
    const output = join(cwd, 'output');
    await runBatch(pipeline, await discover([], cwd, join(cwd, 'input')), { output, formats });
    return output;
  }

  it('writes one for each article and one for the run', async () => {
    const output = await run(
      { 'b.txt': text('TASS'), 'a.txt': text('TASS'), 'in/c.txt': text('Xinhua') },
      ['csl', 'bibtex', 'ris'],
    );
    expect(readdirSync(output, { recursive: true, encoding: 'utf8' }).sort()).toEqual(
      [
        ...['a', 'b', 'bibliography'].flatMap((name) => [
          `${name}.bib`,
          `${name}.csl.json`,
          `${name}.ris`,
        ]),
        'in',
        ...['bib', 'csl.json', 'ris'].map((extension) => join('in', `c.${extension}`)),
      ].sort(),
    );
    const items = JSON.parse(
      readFileSync(join(output, 'bibliography.csl.json'), 'utf8'),
    ) as CslItem[];
    expect(items.map((item) => item['container-title'])).toEqual(['TASS', 'Xinhua']);
    expect(readFileSync(join(output, 'bibliography.bib'), 'utf8').match(/^@/gm)).toHaveLength(2);
    expect(readFileSync(join(output, 'bibliography.ris'), 'utf8').match(/^TY/gm)).toHaveLength(2);
  });

  it('writes none where no bibliography is asked for', async () => {
    const output = await run({ 'a.txt': text('TASS') }, ['markdown']);
    expect(readdirSync(output)).toEqual(['a.md']);
    expect(existsSync(join(output, 'bibliography.csl.json'))).toBe(false);
  });

  it.each([
    { 'Bibliography.txt': text('TASS') },
    { 'a.csl.txt': text('TASS'), 'a.txt': text('TASS') },
  ])('names the article whose output would be overwritten: %j', async (files) => {
    await expect(run(files, ['json', 'csl'])).rejects.toThrow(InputError);
  });
});
