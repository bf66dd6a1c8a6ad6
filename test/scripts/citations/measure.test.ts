import { describe, expect, it } from 'vitest';
import type { FoundCitation } from '../../../scripts/citations/find.ts';
import type { LabelledArticle, LabelledCitation } from '../../../scripts/citations/labelled.ts';
import { f1, measure, precision, rate, recall } from '../../../scripts/citations/measure.ts';

const value = 'Ships sail (Interfax, May 2). Prices fell (Smith 2019), in euros (CSTO).';
const outletDate: LabelledCitation = {
  start: 11,
  end: 28,
  kind: 'outlet-date',
  items: [{ outlet: 'Interfax', date: '2021-05-02' }],
};
const authorDate: LabelledCitation = {
  start: 42,
  end: 54,
  kind: 'author-date',
  items: [{ outlet: null, date: '2019', author: 'Smith' }],
};
const article: LabelledArticle = {
  path: 'ships.txt',
  name: 'ships.txt',
  value,
  citations: [outletDate, authorDate],
  lookAlikes: [{ start: 65, end: 71 }],
  published: null,
};
const interfax: FoundCitation = {
  start: 11,
  end: 28,
  kind: 'outlet-date',
  items: [
    {
      id: 'a',
      type: 'article-newspaper',
      'container-title': 'Interfax',
      issued: { 'date-parts': [[2021, 5, 2]] },
    },
  ],
};
const smith: FoundCitation = {
  start: 42,
  end: 54,
  kind: 'author-date',
  items: [{ id: 'b', type: 'document', issued: { 'date-parts': [[2019]] } }],
};

const run = (found: FoundCitation[], labelled = article) =>
  measure([labelled], () => Promise.resolve({ citations: found, published: null }));

describe('measure', () => {
  it('finds nothing wrong where all is right', async () => {
    expect(value.slice(11, 28)).toBe('(Interfax, May 2)');
    expect(value.slice(42, 54)).toBe('(Smith 2019)');
    expect(value.slice(65, 71)).toBe('(CSTO)');
    const result = await run([interfax, smith]);
    expect(result.faults).toEqual([]);
    expect(f1(result.extent)).toBe(1);
    expect(rate(result.date.get('outlet-date')!)).toBe(1);
    expect(result.outlet.get('outlet-date')).toEqual({ right: 1, of: 1 });
    expect(result.lookAlikes).toEqual({ right: 0, of: 1 });
  });

  it('counts a miss, a false alarm and a look-alike', async () => {
    const taken: FoundCitation = { ...smith, start: 65, end: 71 };
    const result = await run([{ ...interfax, start: 0, end: 5 }, taken]);
    expect(recall(result.extent)).toBe(0);
    expect(precision(result.extent)).toBe(0);
    expect(result.lookAlikes).toEqual({ right: 1, of: 1 });
    expect(result.faults.map(({ type }) => type)).toEqual([
      'miss',
      'miss',
      'false alarm',
      'look-alike',
    ]);
  });

  it('takes a wrong extent for half right', async () => {
    const result = await run([{ ...interfax, end: 27 }, smith]);
    const { exact, overlap } = result.byKind.get('outlet-date')!;
    expect(f1(exact)).toBe(0);
    expect(f1(overlap)).toBe(1);
  });

  it('tells a wrong kind from a wrong extent', async () => {
    const result = await run([{ ...interfax, kind: 'other' }, smith]);
    expect(f1(result.extent)).toBe(1);
    expect(result.kind).toEqual({ right: 1, of: 2 });
    expect(recall(result.byKind.get('outlet-date')!.exact)).toBe(0);
  });

  it('reads aliases of an outlet and dates of every precision', async () => {
    const labelled: LabelledArticle = {
      ...article,
      citations: [
        {
          ...outletDate,
          items: [
            { outlet: 'AP', date: '2021-05' },
            { outlet: 'RFE/RL’s Kyrgyz Service', date: '2021-23' },
            { outlet: null, date: '2021-05-03/2021-05-05' },
          ],
        },
      ],
    };
    const found: FoundCitation = {
      ...interfax,
      items: [
        {
          id: 'a',
          type: 'article-newspaper',
          'container-title': 'Associated Press',
          issued: { 'date-parts': [[2021, 5]] },
        },
        {
          id: 'b',
          type: 'webpage',
          'container-title': 'RFE/RL',
          issued: { 'date-parts': [[2021]], season: 3 },
        },
        {
          id: 'c',
          type: 'article',
          issued: {
            'date-parts': [
              [2021, 5, 3],
              [2021, 5, 5],
            ],
          },
        },
      ],
    };
    const result = await run([found], labelled);
    expect(result.faults).toEqual([]);
    expect(result.outlet.get('outlet-date')).toEqual({ right: 3, of: 3 });
  });

  it('compares the date of publication where one is stated', async () => {
    const result = await measure([article, { ...article, published: '2021-05-03' }], () =>
      Promise.resolve({ citations: [interfax, smith], published: '2021-05-03' }),
    );
    expect(result.published).toEqual({ right: 1, of: 1 });
  });

  it('pairs items by outlet where one is missing', async () => {
    const labelled: LabelledArticle = {
      ...article,
      citations: [
        {
          ...outletDate,
          items: [
            { outlet: 'Kommersant', date: '2021-05-01' },
            { outlet: 'Interfax', date: '2021-05-02' },
          ],
        },
      ],
    };
    const result = await run([interfax], labelled);
    expect(result.outlet.get('outlet-date')).toEqual({ right: 1, of: 2 });
    expect(result.date.get('outlet-date')).toEqual({ right: 1, of: 2 });
  });
});
