import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { processArticle } from './article.ts';

const body = (text: string, options = {}): string =>
  processArticle(text, options).markdown.split('\n\n[^')[0] as string;

describe('marks', () => {
  test.each([
    ['Ties cooled (TASS, May 3). Then more.', 'Ties cooled.[^1] Then more.'],
    ['Ties cooled (TASS, May 3), he said.', 'Ties cooled,[^1] he said.'],
    ['Ties (TASS, May 3) cooled.', 'Ties[^1] cooled.'],
    ['Ties cooled. (TASS, May 3) Then more.', 'Ties cooled.[^1] Then more.'],
    ['Ties cooled. (TASS, May 3). Then more.', 'Ties cooled.[^1] Then more.'],
    ['“Ties cooled” (TASS, May 3).', '“Ties cooled”.[^1]'],
    ['“Ties cooled (TASS, May 3).” Then.', '“Ties cooled.”[^1] Then.'],
    ['Ties cooled (TASS, May 3; Reuters, May 4) (Reuters, May 5).', 'Ties cooled.[^1][^2]'],
    ['Ties cooled. (TASS, May 3) (Reuters, May 5). Then.', 'Ties cooled.[^1][^2] Then.'],
    ['Ties cooled, (TASS, May 3). Then more.', 'Ties cooled.[^1] Then more.'],
    ['Ties cooled, (TASS, May 3) (Reuters, May 5).', 'Ties cooled.[^1][^2]'],
    ['Ties cooled, (TASS, May 3) then.', 'Ties cooled,[^1] then.'],
    ['Did ties cool (TASS, May 3)?', 'Did ties cool?[^1]'],
    ['Ties cooled (as they do (TASS, May 3)).', 'Ties cooled (as they do[^1]).'],
    ['*Ties cooled* (*TASS*, May 3).', '*Ties cooled*.[^1]'],
    ['*Ties cooled (TASS, May 3).*', '*Ties cooled.*[^1]'],
    ['Ties cooled—(TASS, May 3)—then.', 'Ties cooled—[^1]—then.'],
    ['Ties cooled.[^a] More (TASS, May 3).\n\n[^a]: A note.', 'Ties cooled.[^1] More.[^2]'],
  ])('%s', (text, expected) => {
    expect(body(text).trim()).toBe(expected);
  });

  test('before the punctuation, where that is wanted', () => {
    expect(
      body('Ties cooled (TASS, May 3). Then.', { placement: 'before-punctuation' }).trim(),
    ).toBe('Ties cooled[^1]. Then.');
  });

  test('a citation that is a paragraph moves to the one before', () => {
    expect(body('Ties cooled.\n\n(TASS, May 3)\n\nMore.')).toBe('Ties cooled.[^1]\n\nMore.');
    expect(body('(TASS, May 3)\n\nMore.')).toBe('[^1]\n\nMore.');
  });
});

describe('notes', () => {
  test('the same list shares a note, another does not', () => {
    const { markdown, citations, rules } = processArticle(
      'A (TASS, May 3). B (TASS, May 3). C (TASS, May 3; Reuters, May 4). D (Tass, 3 May 2022).',
    );
    expect(markdown).toContain('A.[^1] B.[^1] C.[^2] D.[^1]');
    expect(citations[0]?.occurrences.map(({ raw }) => raw)).toEqual([
      '(TASS, May 3)',
      '(TASS, May 3)',
      '(Tass, 3 May 2022)',
    ]);
    expect(rules).toContain('citations/merged-sources');
    expect(rules).toContain('citations/outlet-spelling');
  });

  test('lost outlets are never merged and are easy to search for', () => {
    const { markdown, rules } = processArticle('A (, May 3). B (TASS, May 3). C (, May 3).');
    expect(markdown).toBe(
      'A.[^outlet-missing-1] B.[^2] C.[^outlet-missing-2]\n\n' +
        '[^outlet-missing-1]: \\[outlet missing], May 3, 2022.\n\n[^2]: TASS, May 3, 2022.\n\n[^outlet-missing-2]: \\[outlet missing], May 3, 2022.\n',
    );
    expect(rules.filter((rule) => rule === 'citations/missing-outlet')).toHaveLength(2);
  });

  test('styles', () => {
    const note = (style: 'chicago-notes' | 'ap' | 'plain'): string =>
      processArticle('A (The Diplomat, October 11).', { style })
        .markdown.split('[^1]: ')[1]
        ?.trim() ?? '';
    expect(note('chicago-notes')).toBe('*The Diplomat*, October 11, 2022.');
    expect(note('ap')).toBe('The Diplomat, Oct. 11, 2022.');
    expect(note('plain')).toBe('The Diplomat, October 11, 2022.');
  });

  test('titles, signals and remarks are kept', () => {
    const { markdown } = processArticle(
      'A (see Izvestia, July 2, in Russian). B (Jane Roe, “What Now?” Kommersant, May 5). C (“A Title,” Kommersant, May 6).',
    );
    expect(markdown).toContain('[^1]: See *Izvestia*, July 2, 2022, in Russian.');
    expect(markdown).toContain('[^2]: Jane Roe, “What Now?” *Kommersant*, May 5, 2022.');
    expect(markdown).toContain('[^3]: “A Title,” *Kommersant*, May 6, 2022.');
  });

  test('one note a source, where that is wanted', () => {
    const { markdown, citations } = processArticle('A (TASS, May 3; Reuters, May 4).', {
      group: 'each',
    });
    expect(markdown).toContain('A.[^1][^2]');
    expect(citations.map(({ occurrences }) => occurrences[0]?.raw)).toEqual([
      '(TASS, May 3; Reuters, May 4)',
      '(TASS, May 3; Reuters, May 4)',
    ]);
  });

  test('existing notes are renumbered by first mark and merged with new ones', () => {
    const { markdown, citations, rules } = processArticle(
      '[^z]: TASS, May 3, 2022.\n\nA (Reuters, May 4).[^y] B.[^z] C (TASS, May 3).\n\n[^y]: See *this*.\n\n[^x]: Nobody.',
    );
    expect(markdown).toBe(
      'A.[^1][^2] B.[^3] C.[^3]\n\n[^1]: Reuters, May 4, 2022.\n\n[^2]: See *this*.\n\n[^3]: TASS, May 3, 2022.\n\n[^4]: Nobody.\n',
    );
    expect(citations.map(({ kind }) => kind)).toEqual(['outlet-date', 'footnote', 'footnote']);
    expect(rules).toContain('citations/note-without-mark');
  });

  test('a new mark stands before one that follows the citation', () => {
    const body = (text: string): string | undefined =>
      processArticle(`${text}\n\n[^y]: See this.`).markdown.split('\n')[0];
    expect(body('In ten (Reuters, May 4)[^y].')).toBe('In ten[^1][^2].');
    expect(body('In ten (Reuters, May 4).[^y] More.')).toBe('In ten.[^1][^2] More.');
    expect(body('In ten[^y] (Reuters, May 4).')).toBe('In ten[^1].[^2]');
    expect(body('In ten.[^y] (Reuters, May 4) More.')).toBe('In ten.[^1][^2] More.');
    expect(body('So Smith et al. (2019)[^y] say.')).toBe('So Smith et al.[^1][^2] say.');
    expect(body('In ten.[^y]\n\n(Reuters, May 4)')).toBe('In ten.[^1][^2]');
  });

  test('kinds can be switched off', () => {
    const text =
      'A (TASS, May 3). B (Smith et al. 2019). C [1]. D (https://press.org). E (Id., at 4).\n\n1. Entry.';
    expect(
      processArticle(text, {
        kinds: {
          'outlet-date': false,
          'author-date': false,
          numeric: false,
          url: false,
          legal: false,
        },
      }).citations,
    ).toEqual([]);
    expect(processArticle(text).citations).toHaveLength(5);
  });

  test('every mark knows its citation', () => {
    const { tree, citations } = processArticle(
      'A (TASS, May 3). B (Reuters, May 4). C (TASS, May 3).',
    );
    const marks: unknown[] = [];
    visit(tree, 'footnoteReference', (node) => {
      marks.push([node.identifier, node.data?.citation]);
    });
    expect(marks).toEqual([
      ['1', { id: 'c1', occurrence: 0 }],
      ['2', { id: 'c2', occurrence: 0 }],
      ['1', { id: 'c1', occurrence: 1 }],
    ]);
    expect(citations.map(({ id, identifier }) => [id, identifier])).toEqual([
      ['c1', '1'],
      ['c2', '2'],
    ]);
  });
});
