import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Text } from 'mdast';
import { VFile } from 'vfile';
import citations from '../../../plugins/citations/index.ts';
import { processArticle } from './article.ts';

const samples = [
  'A (TASS, May 3). B (, August 26). C (see Izvestia, July 2; Novaya Gazeta, July 3, in Russian). D (Xinhua, 12, 14 March).',
  'A (Jane Roe, “What Now?” Kommersant, May 5). B (“T,” Kommersant, May 6). C ([The Diplomat](https://thediplomat.com/a), October 11).',
  'Smith (2019) argues (Smith et al. 2019a; Lee 2020). Brown (2020) is alone. [1] stays.\n\n## References\n\nSmith, J. (2019). A *title*. Press.\n\nLee, A. (2020). Not cited? Press.\n\nMay, B. (1999). Never cited. Press.',
  'One.[1] Two [2, 4] and [9].\n\n## Notes\n\n1. First.\n2. Second.\n3. Third.\n4. Fourth [1].',
  'In Marbury v. Madison, 5 U.S. 137 (1803), it held. Id., at 138. Under 42 U.S.C. § 1983, he sued. Regulation (EU) 2016/679 applies.',
  'Visit https://press.org/a today. See (https://press.org/b). A list:\n\n- https://press.org/c\n- https://press.org/d',
  'A.[^b] B (TASS, May 3).[^a]\n\n[^a]: One.\n\n[^b]: Two.\n\n    More of two.\n\n[^c]: Three.',
  'First.\n\nSource: Reuters, May 2, 2022.',
  'The end (Reuters). A date (May 29). An open one (TASS, May 3.\n\n> Quoted (TASS, May 4).\n\n- Item (TASS, May 5).',
  '*A (TASS, May 3).* **B (Reuters, May 4)**. [C (TASS, May 6)](https://press.org).',
];

const fixtures = (folder: string): string[] => {
  const path = fileURLToPath(new URL(`../../fixtures/citations/${folder}/`, import.meta.url));
  return readdirSync(path)
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .map((name) => readFileSync(path + name, 'utf8'));
};
const articles = [...samples, ...fixtures('dev'), ...fixtures('held')];

/** The plugin alone: the parser takes longer than linear time for some of these. */
function runPlugin(value: string): void {
  const file = new VFile({ value });
  const position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: value.length + 1, offset: value.length },
  };
  const text: Text = { type: 'text', value, position };
  citations()(
    { type: 'root', children: [{ type: 'paragraph', children: [text], position }] },
    file,
  );
}

describe('laws', () => {
  test.each(articles.map((text) => [text.slice(0, 40), text]))(
    'the output read again gives the same: %s',
    (_name, text) => {
      const first = processArticle(text);
      const second = processArticle(first.markdown);
      expect(second.markdown).toBe(first.markdown);
    },
  );

  test.each(articles.map((text) => [text.slice(0, 40), text]))(
    'the place of each citation names its words: %s',
    (_name, text) => {
      const { citations, file } = processArticle(text);
      const input = String(file);
      for (const { raw, source } of citations.flatMap(({ occurrences }) => occurrences)) {
        expect(source).not.toBeNull();
        expect(input.slice(source?.start, source?.end)).toBe(raw);
      }
      for (const message of file.messages)
        if (message.place) expect(message.line).toBeGreaterThan(0);
    },
  );

  test.each(articles.map((text) => [text.slice(0, 40), text]))(
    'without positions the output is the same: %s',
    (_name, text) => {
      const { markdown, citations } = processArticle(text, { positions: false });
      expect(markdown).toBe(processArticle(text).markdown);
      for (const { source } of citations.flatMap(({ occurrences }) => occurrences))
        expect(source).toBeNull();
    },
  );

  test('any text comes through twice the same', () => {
    const piece = fc.constantFrom(
      '(TASS, May 3)', '(, May 4)', '(Smith et al. 2019)', 'Smith (2019) argues', '[1]', '[2, 3]', '(', ')', '[', ']', ' ', '. ', ', ', '*', '**', '“', '”', '"',
      'word', 'The Sun', 'May 5', '2019', '\n\n', '\n', 'https://press.org/a', '(https://press.org)', '[^1]', '[link](https://press.org/x)', 'v.', '5 U.S. 137 (1803)',
      'Id., at 4', 'Source: ', '## References\n\n', '1. Entry one.\n', '; ', '¹', '(TASS, May 3; , June 4)', '> ', '- ', '`code`', '~~', '<b>', '&amp;', '\\',
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const first = processArticle(pieces.join(' '));
        for (const { raw, source } of first.citations.flatMap(({ occurrences }) => occurrences)) {
          expect(source && String(first.file).slice(source.start, source.end)).toBe(raw);
        }
        const second = processArticle(first.markdown);
        expect(second.markdown).toBe(first.markdown);
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  const megabyte = 1_000_000;
  const repeated = (text: string): string =>
    text.repeat(Math.ceil(megabyte / text.length)).slice(0, megabyte);
  test.each([
    '(',
    '(a, May 1',
    '(a, May 1) ',
    '((',
    '[1',
    '[1]',
    'May 1, ',
    '“',
    '(TASS, May 3). ',
    'Smith (2019) argues. ',
    'v. 5 U.S. 1 ',
    'https://a.b/c ',
    '(Smith and Jones, 2019; ',
    '(())',
    'A',
  ])(
    'a megabyte of %j takes linear time',
    (text) => {
      const start = process.cpuUsage();
      runPlugin(repeated(text));
      // Of the processor, not by the clock: the machine may have other work.
      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1000).toBeLessThan(15_000);
    },
    120_000,
  );
});
