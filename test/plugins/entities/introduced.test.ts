import { describe, expect, it } from 'vitest';
import type { Tagger } from '../../../plugins/entities/index.ts';
import { mark, type Marked } from './support.ts';

type Type = 'PER' | 'ORG' | 'LOC';

/** Finds the names that it is told of: what a model would give, right or wrong. */
function telling(names: Readonly<Record<string, Type>>): Tagger {
  return {
    tag: ({ blocks }) =>
      blocks.flatMap(({ text }, block) =>
        Object.entries(names).flatMap(([name, type]) => {
          const start = text.indexOf(name);
          if (start < 0) return [];
          return [{ block, start, end: start + name.length, type, confidence: 0.7 }];
        }),
      ),
  };
}

const marked = (text: string, names: Readonly<Record<string, Type>> = {}): Marked =>
  mark(text, { registry: [], tagger: telling(names) });
const mentions = (text: string, names?: Readonly<Record<string, Type>>): string[] =>
  marked(text, names).mentions;

describe('what the words behind a name say of it', () => {
  it('somebody with a role is a person, though a country bears the given name', () => {
    expect(
      mentions('Jordan Bell, an analyst at a bank, said so.', { 'Jordan Bell': 'LOC' }),
    ).toEqual(['Jordan Bell = person/jordan-bell']);
  });

  it('a person whom the tagger passed over is found', () => {
    expect(mentions('Then Jordan Whitehorse, a senior at a school, left.')).toEqual([
      'Jordan Whitehorse = person/jordan-whitehorse',
    ]);
  });

  it('a firm is no person and no place', () => {
    const names = { Blinkit: 'LOC', Vantaz: 'PER' } as const;
    expect(
      mentions('At Blinkit, its quick-commerce arm, and at Vantaz, a consultancy in Leeds.', names),
    ).toEqual(['Blinkit = organization/blinkit', 'Vantaz = organization/vantaz']);
  });

  it('a country that is said to be something stays one', () => {
    expect(mentions('He left Chile, a supplier of copper, for good.', { Chile: 'LOC' })).toEqual([
      'Chile = place/chile',
    ]);
  });

  it('a list of things is no apposition', () => {
    expect(
      mentions('In New Place, a nurse died, and two men, a farmer and a priest, left.'),
    ).toEqual([]);
  });
});

describe('where the name of a person ends', () => {
  it.each([
    ['Tom Roe, R-Big Flats', 'Tom Roe'],
    ['Daniela Roe of Vantaz', 'Daniela Roe'],
    ['Martin Roe, Jr.', 'Martin Roe, Jr'],
  ])('%s', (tagged, name) => {
    const text = `They asked ${tagged}, and left.`;
    expect(marked(text, { [tagged]: 'PER' }).mentions[0]).toMatch(new RegExp(`^${name}`));
    if (!name.includes('Jr'))
      expect(marked(text, { [tagged]: 'PER' }).mentions[0]).toMatch(new RegExp(`^${name} =`));
  });

  it('initials alone, and letters before an amount, are no names', () => {
    expect(mentions('The dissent (Roe, J., at 3) says so.', { 'J.': 'PER' })).toEqual([]);
    expect(mentions('A bag sells at GH¢1,308 there.', { GH: 'LOC' })).toEqual([]);
  });
});

describe('acronyms of another language', () => {
  it.each([
    'The Coastal Defence Board, known by its Portuguese initials QZX, said so.',
    'The Coastal Defence Board (QZX in its Spanish acronym) said so.',
  ])('%s', (first) => {
    const { mentions: found, messages } = marked(`${first}\n\nQZX warned.`, {
      'Coastal Defence Board': 'ORG',
    });
    expect(found.at(-1)).toBe('QZX = organization/coastal-defence-board (acronym)');
    expect(messages.join()).not.toContain('unexplained-acronym');
  });
});

describe('peoples', () => {
  it('Americans are those of the United States', () => {
    expect(marked('An American firm left.').records[0]).toMatchObject({ countryCode: 'US' });
  });
});
