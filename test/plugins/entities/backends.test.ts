import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { afterAll, describe, expect, it } from 'vitest';
import { builtinTagger, namesOf } from '../../../plugins/entities/backends/index.ts';
import { taggerOf } from '../../../plugins/entities/tagger/index.ts';
import { toNames } from '../../../plugins/entities/backends/pieces.ts';
import { transformersTagger } from '../../../plugins/entities/backends/transformers.ts';
import entities, { type EntitiesOptions } from '../../../plugins/entities/index.ts';
import { mark } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'taggers-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function ids(text: string, options: EntitiesOptions): Promise<string[]> {
  const file = new VFile({ value: text });
  const processor = unified()
    .use(remarkParse)
    .use(entities, { registry: [], checks: false, ...options });
  await processor.run(processor.parse(file), file);
  return (file.data.entities ?? []).map(({ id }) => id);
}

describe('a tagger of the house’s own', () => {
  const body = `tag: ({ blocks }) => blocks.flatMap(({ text }, block) => {
    const start = text.indexOf('Zorg');
    return start < 0 ? [] : [{ block, start, end: start + 4, type: 'PRODUCT', confidence: 0.8 }];
  })`;

  it.each([
    ['object.mjs', `export default { ${body} };`],
    [
      'function.ts',
      `type Block = { text: string };\nexport default async () => ({ ${body.replace('({ blocks })', '({ blocks }: { blocks: Block[] })')} });`,
    ],
  ])('%s', async (name, code) => {
    const path = join(folder, name);
    writeFileSync(path, code);
    expect(await ids('The Zorg is new.', { tagger: path })).toEqual(['product/zorg']);
  });

  it('that is not there, or is none', async () => {
    expect(() => mark('A', { tagger: './nowhere.mjs' })).toThrow(
      'Unexpected tagger "./nowhere.mjs": there is no file',
    );
    const path = join(folder, 'none.mjs');
    writeFileSync(path, 'export default 12;');
    await expect(ids('A', { tagger: path })).rejects.toThrow(
      'expected an object with a method `tag`',
    );
  });

  it.each([
    [{ block: 0, start: 3, end: 1, type: 'PER', confidence: 1 }],
    [{ block: 4, start: 0, end: 1, type: 'PER', confidence: 1 }],
    [{ block: 0, start: 0, end: 99, type: 'PER', confidence: 1 }],
    [{ block: 0, start: 0, end: 1, type: 'person', confidence: 1 }],
    [{ block: 0, start: 0, end: 1, type: 'PER', confidence: 7 }],
  ])('that gives %j', (name) => {
    expect(() => mark('Zorg', { registry: [], tagger: { tag: () => [name as never] } })).toThrow(
      'Unexpected name 1 of the tagger',
    );
  });

  it('may give half words and overlapping names', () => {
    const tagger = {
      tag: () => [
        { block: 0, start: 1, end: 6, type: 'PER' as const, confidence: 0.7 },
        { block: 0, start: 4, end: 8, type: 'ORG' as const, confidence: 0.6 },
      ],
    };
    expect(mark('Adam Zorg left.', { registry: [], checks: false, tagger }).mentions).toEqual([
      'Adam Zorg = person/adam-zorg',
    ]);
  });
});

describe('the tagger that ships', () => {
  it('reads curly quotation marks as straight ones', () => {
    const names = (text: string): unknown => namesOf(builtinTagger(), [{ text, kind: 'body' }]);
    expect(names('“Ada Quispe’s plan,” said Zoran Pell.')).toEqual(
      names('"Ada Quispe\'s plan," said Zoran Pell.'),
    );
  });

  it.each([
    [
      'missing',
      Object.assign(new Error('no such file'), { code: 'ENOENT' }),
      'Missing the name tagger’s model',
    ],
    ['damaged', new Error('Unexpected bytes'), 'Unexpected content of the name tagger’s model'],
  ])('tells what to do where its model is %s', (_, error, message) => {
    const tagger = builtinTagger(() => {
      throw error;
    });
    expect(() => mark('A', { registry: [], tagger })).toThrow(message);
    expect(() => mark('A', { registry: [], tagger })).toThrow('registry-only to do without');
  });

  it.each([
    ['cut short', (bytes: Buffer) => Uint8Array.from(bytes.subarray(0, bytes.length - 5000))],
    ['empty', () => new Uint8Array(0)],
    [
      'a pointer of Git LFS',
      () => new TextEncoder().encode('version https://git-lfs.github.com/spec/v1'),
    ],
  ])('refuses a model that is %s', (_, damage) => {
    const bytes = readFileSync(
      new URL('../../../plugins/entities/tagger/model.bin', import.meta.url),
    );
    const tagger = builtinTagger(() => taggerOf(damage(bytes)));
    expect(() => mark('A', { registry: [], tagger })).toThrow(
      'Unexpected content of the name tagger’s model',
    );
  });
});

describe('transformers', () => {
  const model = join(folder, 'tiny-model');
  mkdirSync(model);

  it('wants a folder that is there', () => {
    expect(() => mark('A', { tagger: 'transformers' })).toThrow('Missing option `model`');
    expect(() => mark('A', { tagger: 'transformers', model: './nowhere' })).toThrow(
      'Unexpected model "./nowhere"',
    );
  });

  it('says how to install the package that it needs', async () => {
    const missing = transformersTagger(model, () =>
      Promise.reject(new Error('Cannot find package')),
    );
    await expect(ids('A', { tagger: missing })).rejects.toThrow(
      'npm install @huggingface/transformers',
    );
  });

  it('runs the model of the folder and fetches nothing', async () => {
    const env = { allowRemoteModels: true, allowLocalModels: false, localModelPath: '' };
    const asked: unknown[] = [];
    const library = {
      env,
      pipeline: (...parameters: unknown[]) => {
        asked.push(...parameters);
        return Promise.resolve((text: string) =>
          Promise.resolve(
            text
              .split(' ')
              .map((word) => ({ word, score: 0.9, entity: word === 'Zorg' ? 'B-ORG' : 'O' })),
          ),
        );
      },
    };
    const tagger = transformersTagger(model, () => Promise.resolve(library));
    expect(await ids('The Zorg met.', { tagger })).toEqual(['organization/zorg']);
    expect(env).toEqual({
      allowRemoteModels: false,
      allowLocalModels: true,
      localModelPath: folder,
    });
    expect(asked).toEqual(['token-classification', 'tiny-model', { local_files_only: true }]);
  });

  it('puts word pieces on the text', () => {
    const text = 'Ada Wolkowski of New York  met UNESCO’s Ö.';
    const piece = (
      word: string,
      entity: string,
      score = 0.9,
    ): { word: string; entity: string; score: number } => ({ word, entity, score });
    const names = toNames(
      [
        piece('[CLS]', 'O'), piece('ada', 'B-PER'), piece('wo', 'I-PER', 0.6), piece('##lk', 'I-PER'), piece('##owski', 'O'), piece('of', 'O'),
        piece('new', 'B-LOC'), piece('york', 'I-LOC'), piece('met', 'O'), piece('une', 'B-ORG'), piece('##sco', 'I-ORG'), piece('[UNK]', 'O'), piece('[SEP]', 'O'),
      ],
      text,
    ); // prettier-ignore
    expect(
      names.map(({ start, end, type, confidence }) => [text.slice(start, end), type, confidence]),
    ).toEqual([
      ['Ada Wolkowski', 'PER', 0.6],
      ['New York', 'LOC', 0.9],
      ['UNESCO', 'ORG', 0.9],
    ]);
  });
});
