import { describe, expect, test } from 'vitest';
import { faultOf } from '../../../plugins/citations/checks/addresses.ts';
import { processArticle } from './article.ts';

describe('addresses', () => {
  test.each([
    ['It is there (https://press.org/a).', 'It is there.[^1]'],
    ['It is there (<https://press.org/a>).', 'It is there.[^1]'],
    ['It is there (see https://press.org/a, accessed May 3, 2020).', 'It is there.[^1]'],
    ['It is there. https://press.org/a', 'It is there.[^1]'],
    ['Visit https://press.org/a today.', 'Visit https://press.org/a[^1] today.'],
    ['It is at https://press.org/a.', 'It is at https://press.org/a.[^1]'],
    ['It is at <https://press.org/a_(b)> now.', 'It is at <https://press.org/a_(b)>[^1] now.'],
  ])('%s', (text, expected) => {
    const { markdown, citations } = processArticle(text);
    expect(markdown.replaceAll('\\', '')).toContain(expected);
    expect(citations).toHaveLength(1);
    expect(citations[0]?.kind).toBe('url');
  });

  test('links with text of their own', () => {
    const text = 'As [the paper](https://press.org/a) said.';
    expect(processArticle(text).citations).toEqual([]);
    const { markdown } = processArticle(text, { links: 'footnote' });
    expect(markdown).toBe(
      'As [the paper](https://press.org/a)[^1] said.\n\n[^1]: <https://press.org/a>.\n',
    );
  });

  test('a list of addresses stays as it is', () => {
    const { markdown, citations } = processArticle(
      'See:\n\n- https://press.org/a\n- https://press.org/b',
    );
    expect(markdown).toBe(
      'See:\n\n- https\\://press.org/a\n- https\\://press.org/b\n'.replaceAll('\\', ''),
    );
    expect(citations.map(({ identifier, items }) => [identifier, items[0]?.URL])).toEqual([
      [null, 'https://press.org/a'],
      [null, 'https://press.org/b'],
    ]);
  });

  test('a DOI', () => {
    expect(
      processArticle('It is so (https://doi.org/10.1234/ab.5).').citations[0]?.items[0],
    ).toMatchObject({ DOI: '10.1234/ab.5' });
  });

  test.each([
    ['https://press.org/a', false],
    ['https://press', true],
    ['http://localhost/a', true],
    ['https://press.org/a...', true],
    ['https://https://press.org', true],
    ['https://site.example/a', true],
  ])('whether %s looks dead: %s', (url, dead) => {
    expect(faultOf(url) !== undefined).toBe(dead);
  });
});
