import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readRegistry, shippedRegistry } from '../../../plugins/entities/registry/load.ts';
import type { Tagger } from '../../../plugins/entities/index.ts';
import { mark, type Marked } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'entities-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

function file(content: string, extension = 'yaml'): string {
  const path = join(folder, `registry-${++count}.${extension}`);
  writeFileSync(path, content);
  return path;
}

function withRegistry(yaml: string, text: string): Marked {
  return mark(text, { registry: file(yaml), places: false });
}

describe('names of the registry', () => {
  const harbour = `
- id: organization/harbour
  type: organization
  name: Harbour Light Trust
  aliases: [HLT, Harbour Light]
  sameAs: https://harbour.example/
- type: person
  name: Ada Fisk
  aliases: [Fisk]
`;

  it('gives id, name, aliases and pages', () => {
    const { mentions, records } = withRegistry(
      harbour,
      'The Harbour Light Trust said HLT and Harbour Light’s staff met Ada Fisk. Fisk left.',
    );
    expect(mentions).toEqual([
      'Harbour Light Trust = organization/harbour',
      'HLT = organization/harbour (acronym)',
      'Harbour Light = organization/harbour (short)',
      'Ada Fisk = person/ada-fisk',
      'Fisk = person/ada-fisk (short)',
    ]);
    expect(records[0]).toMatchObject({
      id: 'organization/harbour',
      name: 'Harbour Light Trust',
      aliases: ['HLT', 'Harbour Light'],
      sameAs: ['https://harbour.example/'],
      origin: 'registry',
      confidence: 0.98,
    });
  });

  it.each([
    ['HARBOUR LIGHT TRUST OPENS', 1],
    ['The harbour light trust', 0],
    ['The Harbor Light Trust', 0],
    ['Harbour-Light', 0],
    ['Harbour Lights', 0],
    ['hlt', 0],
  ])('by default in the case of names: %s', (text, found) => {
    expect(withRegistry(harbour, text).mentions).toHaveLength(found);
  });

  it.each([
    ['true', ['eBay = organization/ebay']],
    ['false', ['EBAY = organization/ebay', 'eBay = organization/ebay', 'ebay = organization/ebay']],
  ])('with caseSensitive: %s', (caseSensitive, expected) => {
    const yaml = `[{type: organization, name: eBay, caseSensitive: ${caseSensitive}}]`;
    expect(withRegistry(yaml, 'EBAY, eBay and ebay').mentions).toEqual(expected);
  });

  it('folds diacritics and apostrophes', () => {
    const yaml = `[{type: person, name: "Núria O'Shea"}]`;
    expect(withRegistry(yaml, 'Nuria O’Shea').mentions).toEqual([
      'Nuria O’Shea = person/nuria-oshea',
    ]);
  });

  it('wants a word of `near` close by, once', () => {
    const yaml = '[{type: product, name: Mercury, near: [thermometer, fish]}]';
    expect(withRegistry(yaml, 'Mercury rose.').mentions).toEqual([]);
    expect(
      withRegistry(yaml, 'The thermometer held Mercury.\n\nMercury rose.').mentions,
    ).toHaveLength(2);
    const far = `The thermometer ${'and so on '.repeat(20)} Mercury`;
    expect(withRegistry(yaml, far).mentions).toEqual([]);
  });

  it('has conditions for single aliases', () => {
    const yaml =
      '[{type: organization, name: Pearl Island Fund, aliases: [{name: PIF, near: [pearl]}]}]';
    expect(withRegistry(yaml, 'PIF paid.').mentions).toEqual([]);
    expect(withRegistry(yaml, 'The Pearl Island Fund, Pearl’s PIF').mentions).toHaveLength(2);
  });

  it('is barred by `not`', () => {
    const yaml = '[{type: organization, name: Apple, not: [Apple Valley, orchard]}]';
    expect(withRegistry(yaml, 'Apple Valley lies by Apple.').mentions).toEqual([
      'Apple = organization/apple',
    ]);
    expect(withRegistry(yaml, 'An orchard of Apple trees').mentions).toEqual([]);
  });

  it('has demonyms of its places', () => {
    const yaml =
      '[{type: place, name: Ruritania, countryCode: RU, demonyms: [Ruritanian, Ruritanians]}]';
    const { mentions, records } = withRegistry(yaml, 'Ruritanians love Ruritania.');
    expect(mentions).toEqual([
      'Ruritanians = group/ruritanian (demonym)',
      'Ruritania = place/ruritania',
    ]);
    expect(records.map((each) => each.countryCode)).toEqual(['RU', 'RU']);
  });

  it('decides a shared name by the words and names around it', () => {
    const yaml = `
- {id: org/fruit, type: organization, name: Orchard Group, aliases: [Apex], near: [fruit, Orchard]}
- {id: org/chips, type: organization, name: Apex Semiconductors, aliases: [Apex]}
`;
    expect(
      withRegistry(
        yaml,
        'Apex Semiconductors grew. Apex Semiconductors hired. Apex is rich.',
      ).mentions.at(-1),
    ).toBe('Apex = org/chips (short)');
    expect(withRegistry(yaml, 'Apex sells fruit.').mentions).toEqual(['Apex = org/fruit']);
  });

  describe('two of one name', () => {
    const telling = (name: string, type: 'PER' | 'LOC' | 'ORG'): Tagger => ({
      tag: ({ blocks }) =>
        blocks.flatMap(({ text }, block) => {
          const start = text.indexOf(name);
          return start < 0
            ? []
            : [{ block, start, end: start + name.length, type, confidence: 0.8 }];
        }),
    });
    const shared = `
- {type: person, name: Ada Washburn, aliases: [Washburn]}
- {type: place, name: Washburn, countryCode: US}
- {type: place, id: place/georgia, name: Georgia, countryCode: GE, description: Country in the Caucasus}
- {type: place, id: place/georgia-us, name: Georgia, countryCode: US, description: State of the United States}
`;
    const idsOf = (text: string, tagger: string | Tagger = 'registry-only'): string[] =>
      mark(text, {
        registry: file(shared),
        tagger,
        checks: { unexplainedAcronym: false },
      }).mentions.map((each) => each.replace(/^.* = | \(.*/g, ''));

    it.each([
      ['He lives in Washburn.', 'place/washburn'],
      ['President Washburn spoke.', 'person/ada-washburn'],
      ['President Washburn spoke. Then Washburn left.', 'person/ada-washburn'],
    ])('are told apart by the words beside: %s', (text, id) => {
      expect(new Set(idsOf(text))).toEqual(new Set([id]));
    });

    it.each(['PER', 'LOC'] as const)('are told apart by the tagger: %s', (type) => {
      expect(idsOf('Then Washburn again.', telling('Washburn', type))).toEqual([
        type === 'PER' ? 'person/ada-washburn' : 'place/washburn',
      ]);
    });

    it.each([
      ['Russia and Armenia border Georgia, whose capital is Tbilisi.', 'place/georgia'],
      ['Voters in Alabama and Georgia, both in the United States, went early.', 'place/georgia-us'],
      ['A quake shook Georgia and all the Caucasus.', 'place/georgia'],
    ])('are told apart by countries and descriptions: %s', (text, id) => {
      expect(idsOf(text)).toContain(id);
      expect(idsOf(text)).not.toContain(
        id === 'place/georgia' ? 'place/georgia-us' : 'place/georgia',
      );
    });

    it('are left open where nothing decides, and told', () => {
      const { messages, file: article } = mark('Georgia won again. Washburn left.', {
        registry: file(shared),
        tagger: 'registry-only',
        places: false,
      });
      expect(messages).toEqual(['ambiguous-name: Georgia', 'ambiguous-name: Washburn']);
      expect(article.messages.map(({ reason }) => reason)).toEqual([
        'Unexpected ambiguous name “Georgia”, which can mean Georgia (Country in the Caucasus) or Georgia (State of the United States)',
        'Unexpected ambiguous name “Washburn”, which can mean Ada Washburn or Washburn',
      ]);
    });

    it('a place of the built-in lists goes before a person of its name where the tagger says so', () => {
      const registry = file('- {type: person, name: Ada Lima, aliases: [Lima]}');
      const at = (type: 'PER' | 'LOC'): string[] =>
        mark('They flew to Lima again.', { registry, tagger: telling('Lima', type), checks: false })
          .mentions;
      expect(at('LOC')).toEqual(['Lima = place/lima']);
      expect(at('PER')).toEqual(['Lima = person/ada-lima (short)']);
    });
  });

  it('leaves a shared name open and says so', () => {
    const yaml = `
- {id: person/a, type: person, name: Ann Vale, aliases: [Vale]}
- {id: person/b, type: person, name: Ben Vale, aliases: [Vale]}
`;
    const { mentions, messages } = withRegistry(yaml, 'Then Vale came.');
    expect(mentions).toEqual([]);
    expect(messages).toEqual(['ambiguous-name: Vale']);
  });

  it('takes an entry of a later file before one of the same id', () => {
    const [first, second] = [
      file('[{type: place, name: Oz, sameAs: https://a.example}]'),
      file('[{type: place, name: Oz, sameAs: https://b.example}]'),
    ];
    expect(mark('Oz', { registry: [first, second] }).records[0]?.sameAs).toEqual([
      'https://b.example',
    ]);
  });

  it('reads JSON, and a mapping with the list under `entities`', () => {
    const json = file(
      JSON.stringify({ entities: [{ type: 'event', name: 'Great Fair' }] }),
      'json',
    );
    expect(mark('The Great Fair', { registry: json }).mentions).toEqual([
      'Great Fair = event/great-fair',
    ]);
  });
});

describe('a registry at fault', () => {
  it.each([
    ['- type: persn\n  name: A', ':1:9: Unexpected "persn" as `type`, expected one of person'],
    ['- type: person', ':1:3: Missing `name`, expected a text'],
    [
      '- type: person\n  name: A\n  alias: [B]',
      ':3:3: Unexpected key "alias"; did you mean "aliases"?',
    ],
    ['- type: person\n  name: A\n  aliases: [B, 12]', ':3:16: Unexpected number 12 in `aliases`'],
    ['- type: person\n  name: A\n  sameAs: wikidata', ':3:11: Unexpected "wikidata" in `sameAs`'],
    [
      '- type: person\n  name: A\n- type: person\n  name: A',
      ':4:9: Unexpected second entity with the id "person/a"',
    ],
    ['- type: place\n  name: A\n  countryCode: Peru', ':3:16: Unexpected "Peru" as `countryCode`'],
    [
      '- type: place\n  name: A\n  caseSensitive: maybe',
      ':3:18: Unexpected "maybe" as `caseSensitive`',
    ],
    ['- type: [\n', ':2:1: '],
    ['person: A', ':1:1: Unexpected key "person", expected "entities"'],
    ['- just words', ':1:3: Unexpected "just words", expected an entity'],
    [
      '- type: person\n  name: A\n  aliases: [{nme: B}]',
      ':3:14: Unexpected key "nme" of an alias; did you mean "name"?',
    ],
  ])('%j', (content, message) => {
    const path = file(content);
    expect(() => mark('A', { registry: path })).toThrow(message);
    expect(() => mark('A', { registry: path })).toThrow(/registry-\d+\.yaml/);
  });

  it('names a fault of JSON by line and column as well', () => {
    expect(() => readRegistry(file('[\n  {"type": "person"}\n]', 'json'))).toThrow(
      /\.json:2:3: Missing `name`/,
    );
  });

  it('says which file is not there', () => {
    expect(() => mark('A', { registry: './nowhere.yaml' })).toThrow(
      'nowhere.yaml": there is no such file',
    );
  });
});

it('ships a registry without fault, in which each name is of one entry', () => {
  const entries = readRegistry(shippedRegistry() as string);
  expect(entries.length).toBeGreaterThan(100);
  const names = entries.flatMap(({ name, aliases }) => [name, ...aliases]);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
