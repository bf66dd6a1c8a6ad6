import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileNames } from '../../../plugins/entities/gazetteer/compile.ts';
import { gazetteer, knownPlace } from '../../../plugins/entities/gazetteer/index.ts';
import { NameIndex } from '../../../plugins/entities/name-index.ts';
import { keyOf, wordsOf } from '../../../plugins/entities/names.ts';

function found<Value>(index: NameIndex<Value>, text: string): string[] {
  const words = wordsOf(text);
  return index
    .find(words, words.map(keyOf))
    .map(({ name, from, to }) => `${name} = ${words.slice(from, to).join(' ')}`);
}

describe('the built-in names', () => {
  it('are those of the lists that they are made from (npm run gazetteer)', () => {
    const file = new URL('../../../plugins/entities/gazetteer/names.json', import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(compileNames());
  });

  it('are found by any of their names, and told by id', () => {
    expect(found(gazetteer(), 'from Papua New Guinea to CÔTE D’IVOIRE')).toEqual([
      'Papua New Guinea = Papua New Guinea',
      'Guinea = Guinea',
      "Côte d'Ivoire = CÔTE D’IVOIRE",
    ]);
    expect(knownPlace('place/peru')?.countryCode).toBe('PE');
  });
});

describe('NameIndex', () => {
  it('finds names as their rule has it, shorter ones first', () => {
    const index = new NameIndex<number>();
    expect(index.isEmpty).toBe(true);
    index.add('the Exchange', 1);
    index.add('iDesk Works', 2);
    index.add('iDesk', 3, 'exact');
    index.add('Long Table', 4, 'any');
    index.add('NEWT', 5);
    index.add('—', 6);
    expect(found(index, 'iDesk Works left the Exchange.')).toEqual([
      'iDesk = iDesk',
      'iDesk Works = iDesk Works',
      'the Exchange = the Exchange',
    ]);
    expect(found(index, 'IDESK WORKS, IDesk')).toEqual(['iDesk Works = IDESK WORKS']);
    expect(found(index, 'a long table, Long table')).toEqual([
      'Long Table = long table',
      'Long Table = Long table',
    ]);
    expect(found(index, 'Newt, newt, NEWT')).toEqual(['NEWT = Newt', 'NEWT = NEWT']);
    expect(found(index, '—')).toEqual(['— = —']);
  });

  it('takes names in at any time', () => {
    const index = new NameIndex<string>();
    index.add('Grey Harbour', 'a');
    expect(found(index, 'Grey Harbour')).toEqual(['Grey Harbour = Grey Harbour']);
    index.add('Grey Harbour Trust', 'b');
    index.add('Grey Harbour', 'a');
    expect(found(index, 'Grey Harbour Trust')).toEqual([
      'Grey Harbour = Grey Harbour',
      'Grey Harbour Trust = Grey Harbour Trust',
    ]);
  });
});
