import { describe, expect, it } from 'vitest';
import { formatTable } from '../../../src/cli/table.ts';
import { displayWidth } from '../../../src/reporters/display-width.ts';

describe('formatTable', () => {
  it('aligns columns and leaves no white space at the ends of lines', () => {
    const columns = [{ title: 'name' }, { title: 'n', align: 'right' as const }, { title: 'why' }];
    const table = formatTable(columns, [
      ['Ada', '1', ''],
      ['Bartholomew', '12', 'known'],
    ]);
    expect(table).toBe(
      'name          n  why\n-----------  --  -----\nAda           1\nBartholomew  12  known\n',
    );
  });

  it('breaks long cells between words and keeps line endings in cells', () => {
    const table = formatTable(
      [{ title: 'a', width: 7 }, { title: 'b' }],
      [['one two three', 'x\ny\nz']],
    );
    expect(table).toBe('a        b\n-------  -\none two  x\nthree    y\n         z\n');
  });

  it('keeps a word whole that is longer than its column', () => {
    expect(formatTable([{ title: 'a', width: 3 }], [['a harbour']])).toBe(
      'a\n-------\na\nharbour\n',
    );
  });

  it('prints nothing without rows', () => {
    expect(formatTable([{ title: 'a' }], [])).toBe('');
  });

  it('counts the columns of a terminal', () => {
    expect(displayWidth('Café')).toBe(4);
    expect(displayWidth('Cafe\u0301')).toBe(4);
    expect(displayWidth('東京')).toBe(4);
  });
});
