import { describe, expect, test } from 'vitest';
import { readEntry } from '../../../plugins/citations/references/entry.ts';
import { processArticle } from './article.ts';

const authorsOf = (text: string): string[] =>
  readEntry(text, 0).authors.map(({ literal, family, given }) =>
    literal === undefined ? `${family}, ${given}` : literal,
  );

describe('authors of entries', () => {
  test.each([
    ['Smith, J. A., & Jones, P. (2019). A title.', ['Smith, J. A.', 'Jones, P.']],
    ['Smith, John. 2019. A title.', ['Smith, John']],
    ['J. Smith and P. Jones, A Title, 2019.', ['Smith, J.', 'Jones, P.']],
    ['Smith JA, Jones P. A title. 2019.', ['Smith, JA', 'Jones, P']],
    ['John Smith, A Title, 2019.', ['Smith, John']],
    [
      'Swedish Transport Board, Night Services: Costs and Staff, Borlänge, 2020.',
      ['Swedish Transport Board'],
    ],
    [
      'European Rail Research Centre, Rolling Stock Economics, Brussels, 2017.',
      ['European Rail Research Centre'],
    ],
    ['World Bank (2019). Poverty.', ['World Bank']],
    ['OECD. 2019. Education at a Glance.', ['OECD']],
    ['U.S. Department of State, Country Reports, 2019.', ['U.S. Department of State']],
    ['Office for National Statistics (2020). Deaths.', ['Office for National Statistics']],
    ['Amnesty International (2020). A report.', ['Amnesty International']],
    ['“A title without a name.” 2020.', []],
  ])('%s', (text, expected) => {
    expect(authorsOf(text)).toEqual(expected);
  });
});

test('the short form names the institution, or the title where no author is certain', () => {
  const { markdown } = processArticle(
    'One [1]. Two [2]. Three [1, 2].\n\n## References\n\n' +
      '1. Swedish Transport Board, Night Services, Borlänge, 2020.\n2. “A title without a name.” 2020.',
  );
  expect(markdown).toContain('[^3]: Swedish Transport Board 2020; “A title without a name,” 2020.');
});
