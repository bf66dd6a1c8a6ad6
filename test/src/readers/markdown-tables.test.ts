import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { expect, it } from 'vitest';
import { parseTables, tables } from '../../../src/readers/markdown/tables.ts';

const mdastExtensions = [gfmTableFromMarkdown()];
const read = (markdown: string): unknown =>
  parseTables(markdown, () => fromMarkdown(markdown, { extensions: [tables], mdastExtensions }));
const readAll = (markdown: string): unknown =>
  fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions });

it.each([
  '| a |\n| - |\n| b |',
  'a\n:-',
  'a\n-:\nb',
  'a\n:-:',
  'a|b\n-|-',
  '> a\n> :-\n> b',
  '- a\n  :-',
])('finds the table of %j', (markdown) => {
  expect(JSON.stringify(read(markdown))).toContain('"table"');
});

it('finds the tables that are found without looking first', () => {
  const piece = fc.constantFrom('a', ' ', '\n', '|', '-', ':', ':-', '-:', '\\', '> ', '\t');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
      const markdown = pieces.join('');
      expect(read(markdown)).toEqual(readAll(markdown));
    }),
    { numRuns: 1000, seed: 3 },
  );
});

it('looks for tables in the document after one without', () => {
  read('no table');
  expect(JSON.stringify(readAll('a|b\n-|-'))).toContain('"table"');
  expect(() => parseTables('', () => { throw new Error('stopped'); })).toThrow('stopped'); // prettier-ignore
  expect(JSON.stringify(fromMarkdown('a|b\n-|-', { extensions: [tables], mdastExtensions }))).toContain('"table"'); // prettier-ignore
});
