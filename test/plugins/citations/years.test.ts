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
