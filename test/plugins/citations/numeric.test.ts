import { describe, expect, test } from 'vitest';
import { processArticle } from './article.ts';

const list = '## Notes\n\n1. First entry, 2001.\n2. Second *entry*.\n3. Third entry.\n';

describe('numeric marks', () => {
  test('tied to a list', () => {
    const { markdown, citations, rules } = processArticle(
      `One.[1] Two [2, 3]. Again [1].\n\n${list}`,
    );
    expect(markdown).toBe(
      'One.[^1] Two.[^2] Again.[^1]\n\n[^1]: First entry, 2001.\n\n[^2]: Second *entry*; Third entry.\n',
    );
    expect(
      citations.map((citation) => [
        citation.kind,
        citation.items.length,
        citation.occurrences.length,
      ]),
    ).toEqual([
      ['numeric', 1, 2],
      ['numeric', 2, 1],
    ]);
    expect(citations[1]?.occurrences[0]?.raw).toBe('[2, 3]');
    expect(rules).toEqual(['citations/list-became-notes']);
  });

  test('ranges, superscripts and one note each', () => {
    expect(processArticle(`One [1–3].\n\n${list}`).citations[0]?.items).toHaveLength(3);
    expect(processArticle(`One.¹ Two.²,³\n\n${list}`).markdown).toContain('One.[^1] Two.[^2]');
    expect(processArticle(`One [1–3].\n\n${list}`, { group: 'each' }).markdown).toContain(
      'One.[^1][^2][^3]',
    );
  });

  test('entries in brackets, in lines and bare at the end', () => {
    const expected = 'One.[^1]\n\n[^1]: An entry.\n';
    expect(processArticle('One.[1]\n\n## References\n\n[1] An entry.').markdown).toBe(expected);
    expect(processArticle('One.[1]\n\n[1] An entry.').markdown).toBe(expected);
    expect(processArticle('One.[1]\n\n1. An entry.').markdown).toBe(expected);
    const lines = processArticle('One.[1] Two.[2]\n\nReferences\n\n[1] An entry.\n[2] Another.');
    expect(lines.markdown).toBe('One.[^1] Two.[^2]\n\n[^1]: An entry.\n\n[^2]: Another.\n');
  });

  test('a list at the end that no mark refers to is a part of the article', () => {
    const { markdown, citations } = processArticle(
      'Read these.\n\n1. A history.\n2. https://example.org/a',
    );
    expect(citations.map(({ kind }) => kind)).toEqual(['url']);
    expect(markdown).toContain('1. A history.');
  });

  test('without a list the mark stays, is reported, and has no note', () => {
    const { markdown, citations, rules } = processArticle('One [1] and [2, 3].');
    expect(markdown).toBe('One \\[1] and \\[2, 3].\n');
    expect(
      citations.map(({ identifier, items, occurrences }) => [
        identifier,
        items,
        occurrences[0]?.raw,
      ]),
    ).toEqual([
      [null, [], '[1]'],
      [null, [], '[2, 3]'],
    ]);
    expect(rules).toEqual(['citations/mark-without-note', 'citations/mark-without-note']);
  });

  test.each([
    'An area of 10 km² and 10³ m, x².',
    'He said [sic] so.',
    'In [2019] it was.',
    '`items[1]` is code.',
    'Take items[1]_a.',
  ])('no mark: %s', (text) => {
    expect(processArticle(`${text}\n\n${list}`).citations).toEqual([]);
  });

  test('unused and doubled entries are reported', () => {
    const { rules, markdown } = processArticle(
      'One.[1]\n\n## Notes\n\n1. Same entry.\n2. Same entry.',
    );
    expect(rules).toEqual(['citations/duplicate-entry', 'citations/note-without-mark']);
    expect(markdown).toContain('## Notes\n\n2. Same entry.');
  });
});

describe('lists that were copied with what stood around them', () => {
  test('a list from another number on is tied where every entry has its mark', () => {
    const { markdown, rules } = processArticle(
      'The contracts are secret [3].\n\nNobody has them.\n\n3\\. Audit Office, Report 221-2022, p. 9.\n\nShare this article\n',
    );
    expect(markdown).toContain('The contracts are secret.[^');
    expect(markdown).toContain('Audit Office, Report 221-2022, p. 9.');
    expect(markdown).toContain('Share this article');
    expect(rules).not.toContain('citations/mark-without-note');
  });

  test('authors are not looked for in a list of numeric marks', () => {
    const { rules } = processArticle(
      'It fell (Ash and Elm 2019, p. 4), in secret [3].\n\n3\\. Audit Office, Report 221, 2020, p. 9.\n',
    );
    expect(rules).not.toContain('citations/mark-without-note');
  });

  test('numbered paragraphs that no mark names stay', () => {
    const text = 'The contracts are secret [3].\n\n7\\. Bring a coat.\n\nShare this article\n';
    expect(processArticle(text).markdown).toContain('Bring a coat.');
  });

  test('a paragraph and the list that goes on from its number are one list', () => {
    const { citations, rules } = processArticle(
      'It runs.[1] It is long.[2,3]\n\n## References\n\n1\\. C. Dow, Nature (2022).\n\n2. N. Ross, Nature (2012).\n3. A. Roe, Nature (2013).\n',
    );
    expect(citations.map(({ items }) => items.length)).toEqual([1, 2]);
    expect(rules).toEqual(['citations/list-became-notes']);
  });
});
