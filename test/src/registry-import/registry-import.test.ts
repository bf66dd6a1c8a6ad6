import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { toEntries } from '../../../plugins/entities/registry/entry.ts';
import { typeOfClass } from '../../../src/registry-import/classes.ts';
import { fieldOf } from '../../../src/registry-import/columns.ts';
import { importRegistry, printRegistry } from '../../../src/registry-import/index.ts';
import { readRows } from '../../../src/registry-import/rows.ts';

const entity = 'http://www.wikidata.org/entity/';

/** What the printed registry holds when it is read again. */
function reread(text: string): unknown {
  const { entries } = importRegistry(text, { type: 'place' });
  const read = toEntries(parse(printRegistry(entries, 'table.csv', 'yaml')));
  expect(read.faults).toEqual([]);
  expect(read.entries.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
  return read.entries;
}

describe('rows', () => {
  it('reads commas, semicolons, tabs and stated separators alike', () => {
    for (const separator of [',', ';', '\t']) {
      const text = `type${separator}name\nplace${separator}"a${separator}b"\n`;
      expect(readRows(text).rows[0]?.cells.get('name')).toBe(`a${separator}b`.replace('\t', ' '));
    }
    expect(readRows('sep=|\ntype|name\nplace|a;b\n').rows[0]?.cells.get('name')).toBe('a;b');
  });

  it('counts lines through quotation marks, CRLF, empty lines and a byte order mark', () => {
    const text = '\uFEFFtype,name,description\r\n\r\nplace,A,"one\r\ntwo"\r\n,,\r\nplace,B,\r\n';
    const { rows } = readRows(text);
    expect(rows.map(({ line, cells }) => [line, cells.get('name')])).toEqual([
      [3, 'A'],
      [6, 'B'],
    ]);
    expect(rows[0]?.cells.get('description')).toBe('one two');
  });

  it('counts the line that states the separator', () => {
    expect(readRows('sep=;\ntype;name\nplace;A\n').rows[0]?.line).toBe(3);
  });

  it('keeps quotation marks within a cell', () => {
    const { rows } = readRows('type\tname\nperson\tAnna "Birdie" Birch\nperson\t"Birdie" Birch\n');
    expect(rows.map(({ cells }) => cells.get('name'))).toEqual([
      'Anna "Birdie" Birch',
      '"Birdie" Birch',
    ]);
  });

  it('reads the terms of SPARQL', () => {
    const text = `?item\t?itemLabel\n<${entity}Q1>\t"A \\"B\\" C"@en-gb\n<${entity}Q2>\t"3"^^<http://www.w3.org/2001/XMLSchema#integer>\n`;
    expect(readRows(text).rows.map(({ cells }) => [...cells.values()])).toEqual([
      [`${entity}Q1`, 'A "B" C'],
      [`${entity}Q2`, '3'],
    ]);
  });

  it.each(['', ' \n', '{"results": 1}', '[1', '"name\nx'])('refuses %j', (text) => {
    expect(() => importRegistry(text)).toThrow(/^(?:Unexpected|Missing)/);
  });
});

describe('columns and classes', () => {
  it.each([
    ['?itemLabel', 'name'],
    ['Same as', 'sameAs'],
    ['same_as', 'sameAs'],
    ['itemAltLabel', 'joinedAliases'],
    ['DEMONYMS', 'demonyms'],
    ['beat', undefined],
  ])('takes the column %s for %s', (title, field) => {
    expect(fieldOf(title)).toBe(field);
  });

  it.each([
    [`${entity}Q5`, 'person'],
    ['Q515', 'place'],
    ['human', 'person'],
    ['municipality of Germany', 'place'],
    ['big city', 'place'],
    ['association football club', 'organization'],
    ['political party in Spain', 'organization'],
    ['ethnic group', 'group'],
    ['musical group', 'organization'],
    ['Organisation', 'organization'],
    ['countries', 'place'],
    ['film', 'work'],
    ['video game', 'product'],
    ['river (geography)', 'place'],
    ['Q99999999', undefined],
    ['taxon', undefined],
  ])('takes the class %s for %s', (value, type) => {
    expect(typeOfClass(value)).toBe(type);
  });
});

describe('importRegistry', () => {
  it('puts the rows of an item together, whatever their order', () => {
    const header = 'item,itemLabel,itemAltLabel,itemDescription,typeLabel,website,article';
    const rows = [
      `${entity}Q2,Strelsau,"Old Strelsau, Strel",a city,city,https://b.example/,`,
      `${entity}Q2,Strelsau,"Old Strelsau, Strel",a city,capital,https://a.example/,https://en.wikipedia.org/wiki/S`,
      `${entity}Q9,Strelsau,,another,town,,`,
      `${entity}Q1,Hentzau,,,river,,`,
    ];
    const texts = [rows, [...rows].reverse()].map((each) => `${header}\n${each.join('\n')}\n`);
    const [one, other] = texts.map((text) => importRegistry(text));
    expect(one).toEqual(other);
    expect(one?.remarks).toEqual([]);
    expect(one?.entries).toEqual([
      {
        id: 'place/hentzau',
        type: 'place',
        name: 'Hentzau',
        sameAs: ['https://www.wikidata.org/entity/Q1'],
      },
      {
        id: 'place/strelsau',
        type: 'place',
        name: 'Strelsau',
        aliases: ['Old Strelsau', 'Strel'],
        sameAs: [
          'https://a.example/',
          'https://b.example/',
          'https://en.wikipedia.org/wiki/S',
          'https://www.wikidata.org/entity/Q2',
        ],
        description: 'a city',
      },
      {
        id: 'place/strelsau-q9',
        type: 'place',
        name: 'Strelsau',
        sameAs: ['https://www.wikidata.org/entity/Q9'],
        description: 'another',
      },
    ]);
  });

  it('reads the plain JSON of the query service', () => {
    const text = JSON.stringify([
      { item: `${entity}Q1`, itemLabel: 'Ada Fisk', type: `${entity}Q5` },
    ]);
    expect(importRegistry(text).entries).toMatchObject([{ id: 'person/ada-fisk' }]);
  });

  it('says on which line of JSON a row is at fault', () => {
    const text = `[\n{"item": "${entity}Q1", "itemLabel": "A", "type": "Q5"},\n\n{"item": "${entity}Q2", "itemLabel": "Q2"}\n]`;
    expect(importRegistry(text).remarks).toMatchObject([{ line: 4, severity: 'error' }]);
  });

  it('takes the type that most classes have, and says so', () => {
    const text = 'item,itemLabel,typeLabel\nQ1,X,museum\nQ1,X,building\nQ1,X,monument\n';
    const { entries, remarks } = importRegistry(text);
    expect(entries).toMatchObject([{ type: 'place' }]);
    expect(remarks).toMatchObject([{ line: 2, severity: 'warning' }]);
  });

  it('gives the fallback type to what has none, but not to a slip', () => {
    const text = 'type,name\n,A\nplce,B\n';
    const { entries, remarks } = importRegistry(text, { type: 'place' });
    expect(entries.map(({ name }) => name)).toEqual(['A']);
    expect(remarks.map(({ line, reason }) => [line, /Did you mean "place"/.test(reason)])).toEqual([
      [3, true],
    ]);
  });

  it('reads every column of a spreadsheet', () => {
    const text =
      'id,type,name,aliases,sameAs,description,demonyms,countryCode,caseSensitive,near,not\n' +
      'p/r,place,Ruritania,A;B|C,https://r.example/ https://q.example/;x,d,R | Rs,ru,yes,n|m,o\n';
    const { entries } = importRegistry(text.replace(';x', ''));
    expect(entries).toEqual([
      {
        id: 'p/r',
        type: 'place',
        name: 'Ruritania',
        aliases: ['A', 'B', 'C'],
        sameAs: ['https://r.example/', 'https://q.example/'],
        description: 'd',
        demonyms: ['R', 'Rs'],
        countryCode: 'RU',
        caseSensitive: true,
        near: ['n', 'm'],
        not: ['o'],
      },
    ]);
  });

  it('makes a registry that loads, of any cells', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('yes', 'no', '10', '~', '- a', 'a: b', '#x', '"', "'", '{', 'null', ''),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 8 }),
        (rows) => {
          const quoted = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`));
          const lines = [['name', 'aliases', 'description', 'near'], ...quoted];
          reread(lines.map((row) => row.join(',')).join('\n'));
        },
      ),
      { numRuns: 200, seed: 7 },
    );
  });
});
