import { describe, expect, test } from 'vitest';
import { processArticle, sourcesOf, type ArticleOptions } from './article.ts';

const years = (text: string, options: ArticleOptions = {}): string[] =>
  sourcesOf(processArticle(text, { published: null, ...options }));
const masthead = (
  date: string | null,
  publication: { name: string; volume: string; issue: null } | null = null,
): ArticleOptions['data'] => ({
  masthead: {
    authors: [],
    publication,
    date: date === null ? null : { value: date, origin: 'stated' },
    url: null,
    language: null,
  },
});

describe('the year of a source', () => {
  test('is the latest that is not after the publication', () => {
    expect(
      years('A (TASS, October 20). B (TASS, October 21).', { published: '2022-10-19' }),
    ).toEqual(['TASS 2022-10-20', 'TASS 2021-10-21']);
    expect(years('A (TASS, October 31). B (TASS, November 2).', { published: '2022-10' })).toEqual([
      'TASS 2022-10-31',
      'TASS 2021-11-02',
    ]);
    expect(years('A (TASS, December 31).', { published: '2022' })).toEqual(['TASS 2022-12-31']);
    expect(years('A (TASS, 29 February).', { published: '2022-10-19' })).toEqual([
      'TASS 2020-02-29',
    ]);
  });

  test('is taken from the option before front matter before masthead', () => {
    const text = 'A (TASS, May 3).';
    const stated = { stated: { date: { value: '2019-06-01', origin: 'stated' as const } } };
    expect(
      years(text, { published: '2020-06-01', data: { ...stated, ...masthead('2018-06-01') } }),
    ).toEqual(['TASS 2020-05-03']);
    expect(years(text, { data: { ...stated, ...masthead('2018-06-01') } })).toEqual([
      'TASS 2019-05-03',
    ]);
    expect(years(text, { data: masthead('2018-06-01') })).toEqual(['TASS 2018-05-03']);
  });

  test('is that of a line at the head, or of a headline that ends with its day', () => {
    expect(years('Moscow papers, 6–12 August 2019\n\nA (TASS, August 13).')).toEqual([
      'TASS 2019-08-13',
    ]);
    expect(years('Moscow papers, 6–12 August 2019\n\nA (TASS, August 14).')).toEqual([
      'TASS 2018-08-14',
    ]);
  });

  test('is inferred from what the text tells, and kept', () => {
    const result = processArticle('They met in early October 2022, as in 2014 (TASS, May 3).', {
      published: null,
      data: masthead(null),
    });
    expect(sourcesOf(result)).toEqual(['TASS 2022-05-03']);
    expect(result.file.data.masthead?.date).toEqual({ value: '2022', origin: 'inferred' });
    expect(result.rules).toContain('citations/unknown-publication-date');
  });

  test('is not taken from an old citation, a plan or a number', () => {
    expect(
      years(
        'In 2021 it began. It ended in June 2021 (TASS, May 3). Old (TASS, October 27, 2011).',
      )[0],
    ).toBe('TASS 2021-05-03');
    expect(years('They met in June 2021 and plan to end by May 2030 (TASS, May 3).')).toEqual([
      'TASS 2021-05-03',
    ]);
    expect(years('In April 2014 it began; since 2021 it is worse (TASS, May 3).')).toEqual([
      'TASS 2021-05-03',
    ]);
  });

  test('is told by the volume of a known publication', () => {
    const data = masthead(null, { name: 'The Quarter', volume: '19', issue: null });
    expect(
      years('A (TASS, May 3).', { data, publications: { 'The Quarter': { firstVolume: 2004 } } }),
    ).toEqual(['TASS 2022-05-03']);
  });

  test('stays open where nothing tells it', () => {
    const result = processArticle('A (TASS, May 3).', { published: null });
    expect(sourcesOf(result)).toEqual(['TASS XXXX-05-03']);
    expect(result.rules).toEqual([
      'citations/unknown-publication-date',
      'citations/unresolved-year',
    ]);
    expect(result.markdown).toContain('[^1]: TASS, May 3.');
  });
});

describe('the year of a source beside one that states it', () => {
  test.each([
    [
      'the first states it for all',
      'A (Daily Post, 2 May 2019). B (TASS, 9 May). C (Xinhua, 30 June).',
      ['Daily Post 2019-05-02', 'TASS 2019-05-09', 'Xinhua 2019-06-30'],
    ],
    [
      'the year turns',
      'A (Xinhua, December 28, 2019). B (TASS, January 4). C (BBC, December 20).',
      ['Xinhua 2019-12-28', 'TASS 2020-01-04', 'BBC 2019-12-20'],
    ],
    [
      'the last states it, and all are of one time',
      'A (TASS, May 3). B (Xinhua, May 5). C (BBC, May 9, 2017).',
      ['TASS 2017-05-03', 'Xinhua 2017-05-05', 'BBC 2017-05-09'],
    ],
    [
      'the newest is of the next year, which began after the winter',
      'A (TASS, November 3, 2015). B (Xinhua, November 20). C (BBC, January 8, 2016). D (TASS, January 12). E (BBC, April 1, 2016).',
      [
        'TASS 2015-11-03',
        'Xinhua 2015-11-20',
        'BBC 2016-01-08',
        'TASS 2016-01-12',
        'BBC 2016-04-01',
      ],
    ],
    [
      'an aside of an earlier year does not serve what follows it',
      'A (TASS, May 3, 2018). Old (BBC, July 9, 2016). B (Xinhua, May 6). C (TASS, May 7, 2018).',
      ['TASS 2018-05-03', 'BBC 2016-07-09', 'Xinhua 2018-05-06', 'TASS 2018-05-07'],
    ],
    [
      'a 29 February is of a leap year',
      'A (Xinhua, March 5, 2020). B (TASS, 29 February).',
      ['Xinhua 2020-03-05', 'TASS 2020-02-29'],
    ],
    [
      'what the prose tells is of a later time',
      'In early May 2018 they met. Old (BBC, May 4, 2014). A (TASS, May 3). B (Xinhua, May 5).',
      ['BBC 2014-05-04', 'TASS 2018-05-03', 'Xinhua 2018-05-05'],
    ],
    [
      'none states it, and the prose tells of the new year',
      'In January 2023 they met. A (TASS, December 12). B (Xinhua, January 20).',
      ['TASS 2022-12-12', 'Xinhua 2023-01-20'],
    ],
  ])('%s', (_, text, expected) => {
    const result = processArticle(text, { published: null });
    expect(sourcesOf(result)).toEqual(expected);
    const inferred = result.rules.filter((rule) => rule === 'citations/inferred-year').length;
    expect(inferred).toBe(
      [...text.matchAll(/\((?:TASS|Xinhua|BBC|Daily Post), [^)]*\)/g)].filter(
        ([source]) => !/\d{4}\)/.test(source),
      ).length,
    );
  });

  test('counts less than a publication date that is stated', () => {
    expect(years('A (TASS, May 3, 2018). B (Xinhua, May 6).', { published: '2020-06-01' })).toEqual(
      ['TASS 2018-05-03', 'Xinhua 2020-05-06'],
    );
  });

  test('moves the inferred publication date on', () => {
    const { file } = processArticle('A (Xinhua, December 28, 2019). B (TASS, January 4).', {
      published: null,
      data: masthead(null),
    });
    expect(file.data.masthead?.date).toEqual({ value: '2020', origin: 'inferred' });
  });
});

describe('checks of dates', () => {
  const rules = (text: string, options: ArticleOptions = {}): string[] =>
    processArticle(text, options).rules.filter((rule) => rule !== 'citations/inferred-year');

  test('a date in the future', () => {
    expect(rules('A (TASS, May 3, 2024).')).toEqual(['citations/future-date']);
  });

  test('a date far from the others', () => {
    const others = 'A (TASS, May 3). B (TASS, May 4). C (TASS, May 5).';
    expect(rules(`${others} D (TASS, May 6, 2014).`)).toEqual([]);
    expect(rules(`${others} D (TASS, May 7). E (TASS, May 6, 2014).`)).toEqual([
      'citations/suspicious-date',
    ]);
    expect(
      rules(`${others} D (TASS, May 7). E (TASS, May 6, 2014).`, { suspiciousYears: 10 }),
    ).toEqual([]);
  });

  test('day and month by the article, by option, or reported', () => {
    expect(rules('A (Reuters, 4/5/2021).')).toEqual(['citations/ambiguous-date']);
    expect(sourcesOf(processArticle('A (Reuters, 4/5/2021). B (TASS, 31/12/2020).'))[0]).toBe(
      'Reuters 2021-05-04',
    );
    expect(rules('A (Reuters, 4/5/2021). B (TASS, 31/12/2020).')).toEqual([]);
    expect(sourcesOf(processArticle('A (Reuters, 4/5/2021).', { dayMonth: 'dmy' }))).toEqual([
      'Reuters 2021-05-04',
    ]);
    expect(
      sourcesOf(processArticle('A (Reuters, 1/12/2022).', { published: '2022-10-19' })),
    ).toEqual(['Reuters 2022-01-12']);
  });

  test('brackets', () => {
    expect(rules('Open (like this.')).toEqual(['citations/unclosed-parenthesis']);
    expect(rules('Lost () and lost ( ).')).toEqual([
      'citations/lost-link-text',
      'citations/lost-link-text',
    ]);
    expect(rules('A call of run() is fine.')).toEqual([]);
    expect(rules('A (https://press).')).toEqual(['citations/dead-looking-url']);
  });
});
