import { describe, expect, test } from 'vitest';
import { processArticle } from './article.ts';

const inside = (group: string) =>
  processArticle(`The committee waited for better weather ${group}, and nobody wondered.`, {
    published: '2024-03-10',
  });
const raws = (text: string): string[] =>
  processArticle(text, { published: '2024-03-10' }).citations.flatMap(({ occurrences }) =>
    occurrences.map(({ raw }) => raw),
  );

describe('what stands in one parenthesis with a source is one citation', () => {
  test.each([
    ['(see Case C-333/21, para. 12)', 'legal', 1],
    ['(ibid., pp. 101-3, 134)', 'legal', 1],
    ['(see Brief for Appellants 22–25; 84 Fed. Reg. 63268, Nov. 15, 2019)', 'legal', 2],
    [
      '(Commission Implementing Regulation (EU) 2023/1773, Art. 3; Delors, Policy Brief 05/2022)',
      'legal',
      2,
    ],
    ['(Interpress News, ibid.)', 'other', 1],
    ['(interview with the authors, Pune, 4 May 2023)', 'other', 1],
    ['(telephone interview, Feb. 8)', 'other', 1],
    ['(Mill, Riots in the Delta 1905–1947, OUP, 1991, p. 199)', 'other', 1],
    ['(Hay, Lee and Roy, 2007, J. Econ. Growth 12:1–25)', 'other', 1],
    [
      '(US Treasury press release, 1 June 2023; see also “The Miller’s Millions,” Africa Confidential, vol. 64 no. 12)',
      'outlet-date',
      2,
    ],
    ['(IEBC 2022, Table 4; see also Afrobarometer, Dispatch No. 561)', 'author-date', 2],
    ['(World Bank 2020a, 2020b)', 'author-date', 2],
    ['(World Bank, 2021a)', 'author-date', 1],
    ['(IPCC, 2021; World Weather Attribution, 2022)', 'author-date', 2],
    ['(Kessler et al., 2015; Knapp et al., 2023, in press)', 'author-date', 2],
    ['(Weaver et al., 2022, Tables 3 and 4)', 'author-date', 1],
    ['(Leisner & Leisner 1960, pl. 31)', 'author-date', 1],
    ['(O’Hara et al, N Engl J Med 2018;378:1865-76)', 'author-date', 1],
    ['(Landis et al, eLife 2021)', 'author-date', 1],
    ['(Der Spiegel, 24 Jan; confirmed by Reuters, 25 Jan)', 'outlet-date', 2],
    ['(London Gazette, 15 June 1990, supplement 52173, p. 2)', 'outlet-date', 1],
    ['(SUNA, June 8; AFP, June 9, both 2023)', 'outlet-date', 2],
    ['(FT, How To Spend It, 18 Feb 2023)', 'outlet-date', 1],
    ['(BBC Radio 4, Today, 6 December 2013)', 'outlet-date', 1],
    ['(CISA alert, October 22, 2021)', 'outlet-date', 1],
    ['(Star-Gazette, 1/14/22)', 'outlet-date', 1],
  ])('%s', (group, kind, count) => {
    const { citations, markdown } = inside(group);
    expect(citations.map((each) => [each.kind, each.items.length])).toEqual([[kind, count]]);
    expect(citations[0]?.occurrences[0]?.raw).toBe(group);
    expect(markdown).toMatch(
      /^The committee waited for better weather,\[\^[^\]]+\] and nobody wondered\./,
    );
  });

  test('a decision whose page is not known yet', () => {
    expect(raws('They cited Mill v. EPA, 597 U.S. ___ (2022), at once.')).toEqual([
      'Mill v. EPA, 597 U.S. ___ (2022)',
    ]);
  });

  test.each([
    '(Chapter 3, p. 12, 1999)',
    '(Hall 3, 12:00–14:00, May 2)',
    '(Star Wars, Vol. 4, 1977)',
    '(he told Reuters on May 3, 2020)',
    '(Athens 2004; Beijing, August 2008; London 2012)',
    '(BBC, 2010; Netflix, 2015)',
    '(Paris, 5 May 1920; died London, 6 June 1999)',
    '(Senate Bill 12, introduced May 2, 2019, p. 3)',
    '(Psalm 23:4, 1611)',
    '(New York: Norton, 1999)',
    '(London:Hamish Hamilton,1962)',
    '(interview with Mill, May 2)',
  ])('%s is none', (group) => {
    expect(inside(group).citations).toEqual([]);
  });

  test('a sentence around a reference to law stays', () => {
    expect(
      raws('It may (the Court held in Mill v. Ash, 5 U.S. 137 (1803), that it can) do so.'),
    ).toEqual(['Mill v. Ash, 5 U.S. 137 (1803)']);
  });
});

describe('a year that can’t be right', () => {
  test('is the one that is printed, and is reported', () => {
    const { citations, rules } = inside('(Andina, August 15; Gestión, August 16, 2203)');
    expect(citations[0]?.items.map((item) => item.issued?.['date-parts'])).toEqual([
      [[2023, 8, 15]],
      [[2203, 8, 16]],
    ]);
    expect(rules).toContain('citations/future-date');
    expect(rules.filter((rule) => rule === 'citations/inferred-year')).toHaveLength(1);
  });

  test('pages of three figures stay pages', () => {
    const { citations } = inside('(Reuters, August 16, 203)');
    expect(citations[0]?.items[0]).toMatchObject({ locator: '203' });
  });
});

describe('suggestions', () => {
  test('what became a citation is not suggested as well, and nothing twice', () => {
    expect(inside('(World Bank, 2021a)').rules).not.toContain('citations/possible-citation');
    const twice = inside('(Ten Speed Press, 2012, p. 61)').rules;
    expect(twice.filter((rule) => rule === 'citations/possible-citation').length).toBeLessThan(2);
  });

  test('a title and a day are likely a source', () => {
    const { rules, citations } = inside('(“Damp patches”, 17 Oct. 1998)');
    expect(citations).toEqual([]);
    expect(rules).toContain('citations/possible-citation');
  });
});
