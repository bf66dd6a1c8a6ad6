import { describe, expect, it } from 'vitest';
import { mark } from './support.ts';

const found = (text: string, options = {}): string[] => mark(text, options).messages;

describe('unexplained-acronym', () => {
  it.each([
    ['The GBRX was founded. GBRX grew.', ['unexplained-acronym: GBRX']],
    ['The IMF agreed.', ['unexplained-acronym: IMF']],
    ['The IMF agreed, said the International Monetary Fund.', []],
    ['The Great Bridge Exchange (GBX) grew; GBX fell.', []],
    ['NATO, the BBC and the EU met in the US.', []],
    ['The US GBRX grew.', ['unexplained-acronym: GBRX']],
    ['An MRI scan in the ICU; GCSE results.', []],
    ['Chapter XIV of the F-16 manual (GBRX)', []],
    ['GREAT BRIDGE FALLS', []],
    ['Run `GBRX` now.', []],
  ])('%s', (text, messages) => {
    expect(found(text)).toEqual(messages);
  });

  it('names the full form where the registry knows it', () => {
    const { file } = mark('The IMF agreed.');
    expect(file.messages[0]).toMatchObject({
      actual: 'IMF',
      expected: ['International Monetary Fund (IMF)'],
      fatal: undefined,
    });
  });
});

describe('explanations', () => {
  it('acronym-explained-late', () => {
    expect(found('GBX fell. Then the Great Bridge Exchange (GBX) rose.')).toEqual([
      'acronym-explained-late: GBX',
    ]);
    expect(found('# GBX falls\n\nThe Great Bridge Exchange (GBX) rose. GBX fell.')).toEqual([]);
  });

  it('acronym-explained-twice', () => {
    const text = 'The Great Bridge Exchange (GBX) rose. The Great Bridge Exchange (GBX) fell.';
    expect(found(text)).toEqual(['acronym-explained-twice: GBX']);
    expect(found('The Great Bridge Exchange (GBX) rose. The Grand Boat Expo (GBX) fell.')).toEqual([
      'acronym-explained-twice: GBX',
    ]);
  });
});

describe('names of people', () => {
  it('spelling-variants', () => {
    const text = 'Prime Minister Daria Tokayeva spoke. Ms Tokayeva left. Ms Tokaeva stayed.';
    expect(found(text)).toContain('spelling-variants: Tokaeva');
    // Of a full name the surname is what differs.
    const later = 'Ms Tokayeva left. Ms Tokayeva spoke. Prime Minister Daria Tokaeva stayed.';
    expect(found(later)).toContain('spelling-variants: Tokaeva');
    expect(found('President Ivan Petrov met Ms Anna Petrova.')).toEqual([]);
    expect(found('President Ivan Petrov met President Oleg Petrov.')).toEqual([]);
  });

  it('spelling-variants of given names', () => {
    const pair = (one: string, other: string): string[] =>
      found(`President ${one} Lund spoke. Then Minister ${other} Lund left.`).filter((message) =>
        message.startsWith('spelling-variants'),
      );
    expect(pair('Erik', 'Eric')).toEqual(['spelling-variants: Eric Lund']);
    expect(pair('John', 'Jon')).toEqual(['spelling-variants: Jon Lund']);
    expect(pair('Philip', 'Phillip')).toEqual(['spelling-variants: Phillip Lund']);
    for (const two of ['Anne', 'Anton', 'Hanna']) expect(pair('Anna', two)).toEqual([]);
  });

  it('surname-first names nobody where the surname can be that of two', () => {
    const { file } = mark('Minister Lund spoke. Then President Anna Lund met President Erik Lund.');
    const first = file.messages.find(({ ruleId }) => ruleId === 'surname-first');
    expect(first).toMatchObject({
      reason: 'Unexpected “Lund” alone, expected a full name at the first mention',
      expected: undefined,
    });
    expect(file.messages.map(({ ruleId }) => ruleId)).toContain('ambiguous-name');
  });

  it('surname-first', () => {
    expect(found('President Mwangi spoke. Later President Peter Mwangi left.')).toEqual([
      'surname-first: Mwangi',
    ]);
    expect(found('# Mwangi speaks\n\nPresident Peter Mwangi spoke. Mwangi left.')).toEqual([]);
  });
});

it.each([
  ['unexplainedAcronym', 'The GBRX was founded.'],
  ['acronymExplainedLate', 'GBX fell. Then the Great Bridge Exchange (GBX) rose.'],
  [
    'acronymExplainedTwice',
    'The Great Bridge Exchange (GBX) rose. The Great Bridge Exchange (GBX) fell.',
  ],
  ['spellingVariants', 'Prime Minister Daria Tokayeva and Ms Daria Tokaeva met.'],
  ['surnameFirst', 'President Mwangi spoke. Later President Peter Mwangi left.'],
  ['ambiguousName', 'Georgia lost.'],
])('%s can be switched off', (name, text) => {
  expect(found(text)).toHaveLength(1);
  expect(found(text, { checks: { [name]: false } })).toEqual([]);
  expect(found(text, { checks: false })).toEqual([]);
});
