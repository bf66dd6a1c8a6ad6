import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { createPipeline } from '../../../../src/index.ts';
import { locatedOf } from '../../../../src/writers/ninjs/sources.ts';
import { ninjsSubset } from '../../../support/ninjs-schema.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const pipeline = createPipeline({ cwd: root });
const samples = readdirSync(join(root, 'input')).filter((name) => !name.startsWith('.'));

interface Ninjs {
  [field: string]: unknown;
  uri: string;
  bodies: { role: string; value: string; contentType: string }[];
  associations?: Record<string, unknown>[];
  people?: Record<string, unknown>[];
  infoSources?: Record<string, unknown>[];
}

async function ninjs(value: string | Uint8Array, path: string, date?: string): Promise<Ninjs> {
  const { outputs } = await pipeline.build({ value, path, date, formats: ['ninjs'] });
  return JSON.parse(outputs.ninjs as string) as Ninjs;
}

function validator(schema: object): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addFormat('uri', /^[A-Za-z][A-Za-z0-9+.-]*:[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/);
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/);
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', type: 'object' });
  return ajv.compile(schema);
}

const official = process.env['NINJS_SCHEMA'];
const markdown = `---
title: A Quay for Sale
subtitle: Nobody wants it
authors: [Anna Birch, Bo Lind]
date: 2022-10-19
url: https://example.org/quay
publication: { name: Northern Trade Review, volume: '12', issue: '48' }
images:
  - { src: https://example.org/quay.jpg, caption: The quay in spring, credit: A. Roe, alt: A quay }
  - { src: images/crane.png, caption: A crane }
dateline: "RUSE, Oct. 19 (Reuters)"
---

The quay was offered for sale (The Guardian, October 3, 2022). Nobody came.
`;

describe('ninjs', () => {
  let check: ValidateFunction;
  beforeAll(() => {
    check = validator(ninjsSubset);
  });

  it.each(samples)('is what ninjs 3.1 asks for: %s', async (name) => {
    check(await ninjs(readFileSync(join(root, 'input', name)), join(root, 'input', name)));
    expect(check.errors ?? []).toEqual([]);
  });

  it.skipIf(official === undefined)(
    'is valid by the schema of the IPTC (skipped unless NINJS_SCHEMA names a copy of ninjs-schema_3.1.json)',
    async () => {
      const whole = validator(JSON.parse(readFileSync(official as string, 'utf8')) as object);
      const items = [
        await ninjs(markdown, 'a.md'),
        ...(await Promise.all(
          samples.map((name) =>
            ninjs(readFileSync(join(root, 'input', name)), join(root, 'input', name)),
          ),
        )),
      ];
      for (const item of items) {
        whole(item);
        expect(whole.errors ?? []).toEqual([]);
      }
    },
  );

  it('has the headline, byline, place and text with its notes', async () => {
    const item = await ninjs(markdown, 'a.md');
    expect(item).toMatchObject({
      uri: 'https://example.org/quay',
      type: 'text',
      language: 'en',
      by: 'Anna Birch and Bo Lind',
      located: 'RUSE',
      contentCreated: '2022-10-19T00:00:00Z',
      edNote: 'Dated 2022-10-19; the time of day is not known.',
      headlines: [
        { role: 'main', value: 'A Quay for Sale' },
        { role: 'subtitle', value: 'Nobody wants it' },
      ],
    });
    check(item);
    expect(check.errors ?? []).toEqual([]);
    const [html, plain] = item.bodies;
    expect(html?.value).toContain('role="doc-noteref"');
    expect(html?.value).toContain('role="doc-endnotes"');
    expect(html?.value).not.toContain('<h1');
    expect(plain?.value).toContain('offered for sale.[1]');
    expect(plain?.value).toContain('[1] The Guardian, October 3, 2022.');
  });

  it('tells the publisher, the agency and the outlets that are cited apart', async () => {
    expect((await ninjs(markdown, 'a.md')).infoSources).toEqual([
      { name: 'Northern Trade Review', role: 'publisher' },
      { name: 'Reuters', role: 'agency' },
      { name: 'The Guardian', role: 'cited' },
    ]);
  });

  it('associates pictures, by their address or by one within the article', async () => {
    expect((await ninjs(markdown, 'a.md')).associations).toMatchObject([
      {
        uri: 'https://example.org/quay.jpg',
        type: 'picture',
        by: 'A. Roe',
        descriptions: [{ role: 'caption' }, { role: 'alternativeText', value: 'A quay' }],
        renditions: [{ href: 'https://example.org/quay.jpg' }],
      },
      {
        uri: 'https://example.org/quay#image-2',
        altIds: [{ role: 'path', value: 'images/crane.png' }],
      },
    ]);
  });

  it.each([
    ['2022-10', 'Dated 2022-10, without a day. The date was given when the article was built.'],
    ['2022', 'Dated 2022, without a day. The date was given when the article was built.'],
  ])('makes no moment of the date %s', async (date, edNote) => {
    const item = await ninjs('A Quay\n\nNobody came to see it.', 'a.txt', date);
    expect(item['contentCreated']).toBeUndefined();
    expect(item['edNote']).toBe(edNote);
  });

  it('names an article without an address by the hash of its source', async () => {
    const item = await ninjs('A Quay\n\nNobody came to see it.', 'a.txt');
    expect(item.uri).toMatch(/^ni:\/\/\/sha-256;[\w-]{43}$/);
  });

  it.each([
    ['WASHINGTON, D.C., Oct. 8 (AP)', 'WASHINGTON, D.C.'],
    ['KYIV (Reuters)', 'KYIV'],
    ['MANILA, June 3 —', 'MANILA'],
    ['PARIS —', 'PARIS'],
  ])('finds the place in the dateline %s', (dateline, place) => {
    expect(locatedOf(dateline)).toBe(place);
  });
});
