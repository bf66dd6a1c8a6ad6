import { expect, it } from 'vitest';
import { bibliographyFormats } from '../../../../src/writers/bibliography/index.ts';
import type { CslItem } from '../../../../src/index.ts';

const print = (...items: CslItem[]): string => bibliographyFormats.bibtex.print(items);

it('writes a piece of a newspaper with its day', () => {
  expect(
    print({
      id: 'kommersant-2022-05-05',
      type: 'article-newspaper',
      title: 'What now for the port of Tallinn?',
      author: [{ family: 'Roe', given: 'Jane' }, { literal: 'Port & Sea Desk' }],
      'container-title': 'Kommersant',
      issued: { 'date-parts': [[2022, 5, 5]] },
      accessed: { 'date-parts': [[2022, 6, 1]] },
      URL: 'https://kommersant.example/a_b%20c#d{e}',
      language: 'ru',
    }),
  ).toBe(`@article{kommersant-2022-05-05,
  author = {Roe, Jane and {Port \\& Sea Desk}},
  title = {What now for the port of {Tallinn}?},
  journal = {Kommersant},
  entrysubtype = {newspaper},
  date = {2022-05-05},
  year = {2022},
  month = may,
  language = {russian},
  url = {https://kommersant.example/a_b%20c#d%7Be%7D},
  urldate = {2022-06-01},
}
`);
});

it('escapes what LaTeX reads as its own, and keeps the rest of Unicode', () => {
  const value = print({ id: 'a', type: 'book', title: 'x {50%} of $5 & #1_2 ~ ^ \\ – Жизнь “é”' });
  expect(value).toContain(
    'x \\textbraceleft{}50\\%\\textbraceright{} of \\$5 \\& \\#1\\_2 \\textasciitilde{} \\textasciicircum{} \\textbackslash{} – {Жизнь} “é”',
  );
});

it.each([
  [{ 'date-parts': [[2022]] }, ['date = {2022}', 'year = {2022}']],
  [{ 'date-parts': [[2022, 3]] }, ['date = {2022-03}', 'year = {2022}', 'month = mar']],
  [
    {
      'date-parts': [
        [2020, 6, 3],
        [2020, 6, 5],
      ],
    },
    ['date = {2020-06-03/2020-06-05}', 'year = {2020}', 'month = jun'],
  ],
  [{ 'date-parts': [[2021]], season: 3 }, ['date = {2021-23}', 'year = {2021}', 'month = {Fall}']],
  [{ literal: 'forthcoming' }, ['year = {forthcoming}']],
  [{ literal: 'XXXX-12-19' }, ['month = dec # {~19}']],
  [{ 'date-parts': [[793]] }, ['date = {0793}', 'year = {793}']],
])('writes a date as far as it is known: %j', (issued, expected) => {
  const lines = print({ id: 'a', type: 'document', issued }).split('\n').slice(1, -2);
  expect(lines.map((line) => line.trim().replace(/,$/, ''))).toEqual(expected);
});

it.each([
  [{ family: 'van Dyke' }, '{van Dyke}'],
  [{ family: 'van Dyke', given: 'A.' }, 'van Dyke, A.'],
  [{ family: 'Roe and Sons' }, '{Roe and Sons}'],
  [{ literal: 'World Bank' }, '{World Bank}'],
  [{ family: 'Ó Briain', given: 'Dara' }, 'Ó Briain, Dara'],
])('writes the name %j', (name, expected) => {
  expect(print({ id: 'a', type: 'book', author: [name] })).toContain(`author = {${expected}},`);
});

it('keeps the capitals of names in titles, in whatever marks they stand', () => {
  expect(print({ id: 'a', type: 'book', title: 'NATO and “McGill”: an iPhone’s tale' })).toContain(
    'title = {{NATO} and “{McGill}”: an {iPhone’s} tale},',
  );
});

it('makes keys that BibTeX can read, each its own', () => {
  const keys = print(
    { id: 'a, b}', type: 'book' },
    { id: 'a b', type: 'book' },
    { id: '{}', type: 'book' },
  );
  expect(keys.match(/^@.*$/gm)).toEqual(['@book{a-b,', '@book{a-b-2,', '@book{source,']);
});

it.each([
  ['webpage', 'online', 'organization'],
  ['report', 'report', 'institution'],
  ['chapter', 'incollection', 'booktitle'],
  ['legal_case', 'jurisdiction', 'journal'],
  ['broadcast', 'misc', 'howpublished'],
  ['a type of tomorrow', 'misc', 'howpublished'],
])('writes %s as %s', (type, name, field) => {
  const entry = print({ id: 'a', type, 'container-title': 'Where' });
  expect(entry).toBe(`@${name}{a,\n  ${field} = {Where},\n}\n`);
});

it('writes a case with its reporter and its printed form', () => {
  const entry = print({
    id: 'marbury-v-madison',
    type: 'legal_case',
    title: 'Marbury v. Madison',
    'container-title': 'U.S.',
    volume: '5',
    page: '137',
    references: '5 U.S. 137 (1803)',
  });
  expect(entry).toContain('volume = {5},\n  pages = {137},\n  note = {5 U.S. 137 (1803)},');
});
