import { expect, test } from 'vitest';
import { processArticle } from './article.ts';

const itemsOf = (text: string) => processArticle(text).citations.flatMap(({ items }) => items);

test('a short form of law is the case that it points to, at a page of its own', () => {
  const items = itemsOf(
    'In Marbury v. Madison, 5 U.S. 137 (1803), it held. Id., at 138. In Smith v. Maryland, 442 U.S. 735 (1979), it fell. So it held (Marbury, supra, at 140).',
  );
  expect(items.map(({ id, locator }) => [id, locator])).toEqual([
    ['marbury-v-madison', undefined],
    ['marbury-v-madison', '138'],
    ['smith-v-maryland', undefined],
    ['marbury-v-madison', '140'],
  ]);
  expect(items[1]).toMatchObject({ type: 'legal_case', title: 'Marbury v. Madison', volume: '5' });
});

test.each([
  ['Under 42 U.S.C. § 1983, he sued.', undefined],
  ['In Roe v. Wade, 410 U.S. 113 (1973), it held.', [[1973]]],
  ['See Case C-131/12 Google Spain, EU:C:2014:317.', [[2014]]],
])('the year of %s', (text, parts) => {
  expect(itemsOf(text)[0]?.issued?.['date-parts']).toEqual(parts);
});

test.each([
  ['Robert Friedel, Zipper: An Exploration in Novelty (New York: Norton, 1994).', 'document'],
  ['See any dictionary.', 'document'],
  ['Interview with the author, May 2016.', 'interview'],
  ['Jane Roe, personal communication.', 'personal_communication'],
])('the type of the note %s', (note, type) => {
  expect(itemsOf(`A.[^1]\n\n[^1]: ${note}`)[0]?.type).toBe(type);
});
