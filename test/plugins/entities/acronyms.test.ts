import { describe, expect, it } from 'vitest';
import type { EntitiesOptions } from '../../../plugins/entities/index.ts';
import { mark } from './support.ts';

const none: EntitiesOptions = { registry: [], checks: false };

describe('explained acronyms', () => {
  it.each([
    [
      'The Alpine Water Council (AWC) met. Later AWC voted.',
      ['Alpine Water Council = ID', 'AWC = ID (acronym)', 'AWC = ID (acronym)'],
    ],
    ['The AWC (Alpine Water Council) met.', ['AWC = ID (acronym)', 'Alpine Water Council = ID']],
    [
      'The AWC voted before the Alpine Water Council (AWC) met.',
      ['AWC = ID (acronym)', 'Alpine Water Council = ID', 'AWC = ID (acronym)'],
    ],
    ['The Alpine Water Council, or AWC, met.', ['Alpine Water Council = ID', 'AWC = ID (acronym)']],
    ['The Alpine Water Council (“AWC”) met.', ['Alpine Water Council = ID', 'AWC = ID (acronym)']],
    [
      'the **Alpine Water** Council ([AWC](https://example.org))',
      ['Alpine Water Council = ID', 'AWC = ID (acronym)'],
    ],
  ])('%s', (text, expected) => {
    const { mentions, records } = mark(text, none);
    expect(mentions).toEqual(
      expected.map((each) => each.replace('ID', 'organization/alpine-water-council')),
    );
    expect(records).toMatchObject([
      {
        name: 'Alpine Water Council',
        aliases: ['AWC'],
        origin: 'acronym',
        type: 'organization',
      },
    ]);
  });

  it.each([
    ['The Union of Bakers and Millers (UBM)', 'Union of Bakers and Millers'],
    ['the Société Générale des Ponts (SGP)', 'Société Générale des Ponts'],
    ['the Ministry for Rivers & Lakes (MRL)', 'Ministry for Rivers & Lakes'],
    ['the Organisation for the Study of Rivers (OSR)', 'Organisation for the Study of Rivers'],
    ['the Rivernet Foundation (RiNF)', 'Rivernet Foundation'],
  ])('%s', (text, name) => {
    expect(mark(text, none).records.map((each) => each.name)).toEqual([name]);
  });

  it('tells other things than organisations by their last word', () => {
    const { records } = mark(
      'The Clean Rivers Act (CRA) and the Northern Lakes Treaty (NLT)',
      none,
    );
    expect(records.map(({ id }) => id).sort()).toEqual([
      'work/clean-rivers-act',
      'work/northern-lakes-treaty',
    ]);
  });

  it.each([
    'The gross domestic product (GDP) fell.',
    'BEIJING (XNA) — The market fell.',
    'He left (NB: late).',
    'Red apples (APPLE) are sold.',
    'The Alpine Council (see below) met.',
  ])('none in: %s', (text) => {
    expect(mark(text, { ...none, places: false }).mentions).toEqual([]);
  });

  it('believes the article more than the registry', () => {
    const { mentions } = mark('The World Harp Orchestra (WHO) played. WHO left.');
    expect(mentions.map((each) => each.split(' = ')[1])).toEqual([
      'organization/world-harp-orchestra',
      'organization/world-harp-orchestra (acronym)',
      'organization/world-harp-orchestra (acronym)',
    ]);
  });

  it('ties an explained acronym to the registry’s entry', () => {
    const { records } = mark('The African Union (AU) met. The AU left.');
    expect(records).toMatchObject([{ id: 'organization/african-union', origin: 'registry' }]);
    expect(records[0]?.sameAs[0]).toBe('https://au.int/');
  });
});
