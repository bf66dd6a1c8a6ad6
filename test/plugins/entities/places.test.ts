import { describe, expect, it } from 'vitest';
import { mark } from './support.ts';

const mentions = (text: string): string[] => mark(text, { registry: [] }).mentions;
const code = (text: string, id: string): string | undefined =>
  mark(text, { registry: [] }).records.find((each) => each.id === id)?.countryCode;

describe('countries and capitals', () => {
  it.each([
    [
      'She flew from Peru to Bolivia.',
      ['Peru = place/peru', 'Bolivia = place/bolivia'],
      'place/peru',
      'PE',
    ],
    [
      'The US and the U.K. signed.',
      ['US = place/united-states', 'U.K. = place/united-kingdom'],
      'place/united-states',
      'US',
    ],
    [
      'Trade with the DRC grew.',
      ['DRC = place/democratic-republic-of-the-congo'],
      'place/democratic-republic-of-the-congo',
      'CD',
    ],
    ['Cocoa from the Ivory Coast.', ['Ivory Coast = place/ivory-coast'], 'place/ivory-coast', 'CI'],
    ['Cocoa from Côte d’Ivoire.', ['Côte d’Ivoire = place/ivory-coast'], 'place/ivory-coast', 'CI'],
    [
      'He left Türkiye for Turkey.',
      ['Türkiye = place/turkey', 'Turkey = place/turkey'],
      'place/turkey',
      'TR',
    ],
    ['They met in Chisinau.', ['Chisinau = place/chisinau'], 'place/chisinau', 'MD'],
    ['The road to N’Djamena', ['N’Djamena = place/ndjamena'], 'place/ndjamena', 'TD'],
    [
      'Talks in Washington, D.C., failed.',
      ['Washington, D.C. = place/washington-dc'],
      'place/washington-dc',
      'US',
    ],
    [
      'Burma is Myanmar.',
      ['Burma = place/myanmar', 'Myanmar = place/myanmar'],
      'place/myanmar',
      'MM',
    ],
    [
      'In the UAE, the Emirates said',
      ['UAE = place/united-arab-emirates', 'Emirates = place/united-arab-emirates'],
      'place/united-arab-emirates',
      'AE',
    ],
    [
      'PARIS AND BERLIN IN TALKS WITH SPAIN',
      ['PARIS = place/paris', 'BERLIN = place/berlin', 'SPAIN = place/spain'],
      'place/spain',
      'ES',
    ],
  ])('%s', (text, expected, id, countryCode) => {
    expect(mentions(text).map((each) => each.replace(' (metonym)', ''))).toEqual(expected);
    expect(code(text, id)).toBe(countryCode);
  });

  it('knows regions, without a code', () => {
    const text = 'Central Asia, the Middle East, the Horn of Africa and sub-Saharan Africa';
    expect(mentions(text)).toEqual([
      'Central Asia = place/central-asia',
      'Middle East = place/middle-east',
      'Horn of Africa = place/horn-of-africa',
      'sub-Saharan Africa = place/sub-saharan-africa',
    ]);
    expect(code(text, 'place/central-asia')).toBeUndefined();
  });
});

describe('demonyms', () => {
  it.each([
    [
      'Three Kenyans and a Kenyan bank',
      ['Kenyans = group/kenyan (demonym)', 'Kenyan = group/kenyan (demonym)'],
      'group/kenyan',
      'KE',
    ],
    [
      'Frenchmen, Spaniards and Poles',
      [
        'Frenchmen = group/french (demonym)',
        'Spaniards = group/spanish (demonym)',
        'Poles = group/polish (demonym)',
      ],
      'group/polish',
      'PL',
    ],
    [
      'Sino-Indian trade',
      ['Sino = group/chinese (demonym)', 'Indian = group/indian (demonym)'],
      'group/chinese',
      'CN',
    ],
    [
      'The Franco-German motor',
      ['Franco = group/french (demonym)', 'German = group/german (demonym)'],
      'group/german',
      'DE',
    ],
    ['The Uzbek side', ['Uzbek = group/uzbekistani (demonym)'], 'group/uzbekistani', 'UZ'],
    ['Scottish voters', ['Scottish = group/scottish (demonym)'], 'group/scottish', 'GB'],
    [
      'Kurds and Sunni Arabs',
      [
        'Kurds = group/kurdish (demonym)',
        'Sunni = group/sunni (demonym)',
        'Arabs = group/arab (demonym)',
      ],
      'group/kurdish',
      undefined,
    ],
    [
      'A Congolese miner near Kinshasa, in the Democratic Republic of the Congo',
      [
        'Congolese = group/congolese (demonym)',
        'Kinshasa = place/kinshasa',
        'Democratic Republic of the Congo = place/democratic-republic-of-the-congo',
      ],
      'group/congolese',
      'CD',
    ],
  ])('%s', (text, expected, id, countryCode) => {
    expect(mentions(text)).toEqual(expected);
    expect(code(text, id)).toBe(countryCode);
  });

  it.each([
    'She speaks Russian.',
    'The letter was written in Arabic, French and Dutch.',
    'Polish the spoons until they shine.',
    'A plate of French fries',
    'General Franco ruled.',
  ])('not in: %s', (text) => {
    expect(
      mentions(text).filter((each) => !/French = |Dutch = /.test(each) || text.includes('fries')),
    ).toEqual([]);
  });
});

describe('names that are something else as well', () => {
  it.each([
    ['Michael Jordan and Paris Hilton met Chad Smith.', []],
    ['King Abdullah returned to Jordan.', ['Jordan = place/jordan']],
    ['Turkey with cranberry stuffing is the dish of the day.', []],
    ['The bank turkey sat polish.', []],
    ['The Bank of Ghana and Kenya Airways grew.', []],
    ['The president of Ghana', ['Ghana = place/ghana']],
    ['Victoria came late.', []],
    [
      'Victoria is the capital of the Seychelles.',
      ['Victoria = place/victoria', 'Seychelles = place/seychelles'],
    ],
    [
      'The Niger Delta and Papua New Guinea',
      ['Niger Delta = place/niger-delta', 'Papua New Guinea = place/papua-new-guinea'],
    ],
    ['A football jersey from Jersey', []],
    ['The reunion on Reunion Street', []],
    ['LET US GO', []],
  ])('%s', (text, expected) => {
    expect(mentions(text)).toEqual(expected);
  });

  it('takes Georgia for the country or the state as the article has it', () => {
    expect(code('Tbilisi: Georgia elects a parliament.', 'place/georgia')).toBe('GE');
    const state = mark('Atlanta: the governor of Georgia, a Republican, signed.', { registry: [] });
    expect(state.mentions).toContain('Georgia = place/georgia-us');
    const open = mark('Georgia lost the match.', { registry: [] });
    expect(open.messages).toEqual(['ambiguous-name: Georgia']);
    expect(open.records[0]).not.toHaveProperty('countryCode');
  });

  it('can be switched off', () => {
    expect(mark('Peru and Chile', { registry: [], places: false }).mentions).toEqual([]);
    expect(mark('Peruvians in Chile', { registry: [], types: { group: false } }).mentions).toEqual([
      'Chile = place/chile',
    ]);
  });
});

it('two peoples that a hyphen joins are no person, whatever a tagger says', () => {
  const text = 'The Russo-Kazakhstani firm left.';
  const tagger = {
    tag: () => [{ block: 0, start: 4, end: 21, type: 'PER' as const, confidence: 0.7 }],
  };
  const { mentions } = mark(text, { registry: [], checks: false, tagger });
  expect(mentions.every((each) => each.includes(' = group/'))).toBe(true);
  expect(mentions.some((each) => each.startsWith('Kazakhstani = group/kazakhstani'))).toBe(true);
});
