import { expect, it } from 'vitest';
import { bibliographyFormats } from '../../../../src/writers/bibliography/index.ts';
import type { CslItem } from '../../../../src/index.ts';

const print = (...items: CslItem[]): string => bibliographyFormats.ris.print(items);

it('writes a record, its lines ended as the format asks', () => {
  expect(
    print({
      id: 'kommersant-2022-05-05',
      type: 'article-newspaper',
      title: 'What now?\nTwo lines',
      author: [{ family: 'Roe', given: 'Jane' }, { literal: 'World Bank' }],
      'container-title': 'Kommersant',
      issued: { 'date-parts': [[2022, 5, 5]] },
      accessed: { 'date-parts': [[2022, 6]] },
      URL: 'https://kommersant.example/a',
      page: '4–9',
    }).split('\r\n'),
  ).toEqual([
    'TY  - NEWS',
    'ID  - kommersant-2022-05-05',
    'AU  - Roe, Jane',
    'AU  - World Bank',
    'TI  - What now? Two lines',
    'T2  - Kommersant',
    'PY  - 2022',
    'DA  - 2022/05/05/',
    'SP  - 4',
    'EP  - 9',
    'UR  - https://kommersant.example/a',
    'Y2  - 2022/06//',
    'ER  - ',
    '',
  ]);
});

it.each([
  [{ 'date-parts': [[2022]] }, ['PY  - 2022', 'DA  - 2022///']],
  [{ 'date-parts': [[2022, 3]] }, ['PY  - 2022', 'DA  - 2022/03//']],
  [
    {
      'date-parts': [
        [2020, 6, 3],
        [2020, 6, 5],
      ],
    },
    ['PY  - 2020', 'DA  - 2020/06/03/to 2020/06/05'],
  ],
  [{ 'date-parts': [[2021]], season: 3 }, ['PY  - 2021', 'DA  - 2021///Fall']],
  [{ literal: 'forthcoming' }, ['DA  - ///forthcoming']],
  [{ literal: 'XXXX-12-19' }, ['DA  - /12/19/']],
])('writes a date as far as it is known: %j', (issued, expected) => {
  expect(print({ id: 'a', type: 'document', issued }).split('\r\n').slice(2, -2)).toEqual(expected);
});

it('lets every record begin with its type and end', () => {
  const value = print({ id: 'a', type: 'webpage' }, { id: 'b', type: 'of tomorrow' });
  expect(value).toBe('TY  - ELEC\r\nID  - a\r\nER  - \r\n\r\nTY  - GEN\r\nID  - b\r\nER  - \r\n');
});
