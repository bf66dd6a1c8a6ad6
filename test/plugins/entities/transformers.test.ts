/** A model of a few kilobytes, run by the real package. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import entities from '../../../plugins/entities/index.ts';
import { transformersTagger } from '../../../plugins/entities/backends/transformers.ts';
import { read } from './support.ts';
import { writeTinyModel } from './tiny-model.ts';

const packageName = '@huggingface/transformers';

/**
 * The package is optional and large: `TRANSFORMERS=/folder/node_modules/@huggingface/transformers` names one that is installed elsewhere;
 * `.ci/run` installs it in `.optional/transformers`.
 */
function installedTransformers(): string | undefined {
  const named = process.env['TRANSFORMERS'];
  if (named !== undefined) return existsSync(named) ? named : undefined;
  const optional = fileURLToPath(
    new URL(`../../../.optional/transformers/node_modules/${packageName}`, import.meta.url),
  );
  if (existsSync(optional)) return optional;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(packageName)));
  } catch {
    return undefined;
  }
}

const installed = installedTransformers();
if (installed === undefined) {
  console.warn(
    `Skipped, since ${packageName} is not installed. To have these tests: npm install --prefix .optional/transformers --no-save --ignore-scripts ${packageName}@4`,
  );
}

describe.skipIf(installed === undefined)('transformers, with the real package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-transformers-'));
  const model = join(folder, 'models', 'tiny');
  afterAll(() => rmSync(folder, { recursive: true }));

  beforeAll(() => {
    // The model lies in a project that has the package.
    mkdirSync(join(folder, 'node_modules', '@huggingface'), { recursive: true });
    symlinkSync(installed as string, join(folder, 'node_modules', packageName), 'dir');
    mkdirSync(model, { recursive: true });
    writeTinyModel(model, {
      ada: 'B-PER', wol: 'I-PER', '##kow': 'I-PER', '##ski': 'O', zor: 'B-ORG', '##g': 'B-ORG', new: 'B-LOC', york: 'I-LOC',
      said: 'O', the: 'O', of: 'O', '.': 'O', ',': 'O', "'": 'O', s: 'O',
    }); // prettier-ignore
  });

  async function mentions(value: string): Promise<string[]> {
    const file = new VFile({ value });
    const processor = unified()
      .use(remarkParse)
      .use(entities, { registry: [], places: false, checks: false, tagger: 'transformers', model });
    const tree = (await processor.run(processor.parse(file), file)) as Root;
    return read(tree, file).mentions;
  }

  it('finds whole words, with their places', async () => {
    expect(await mentions('The *Zorg’s* Ada  Wolkowski, of New York, said so.')).toEqual([
      'Zorg = organization/zorg',
      'Ada  Wolkowski = person/ada-wolkowski',
      'New York = place/new-york',
    ]);
  });

  it('gives the probability of the weakest piece', async () => {
    const [name] = await transformersTagger(model).tag({
      blocks: [{ text: 'said Zorg', kind: 'body' }],
    });
    // Softmax over six labels, of which five have the score 0.
    expect(name).toMatchObject({ block: 0, start: 5, end: 9, type: 'ORG' });
    expect(name?.confidence).toBeCloseTo(Math.exp(6) / (Math.exp(6) + 5), 3);
  });

  it('reads texts that are longer than the model takes at once', async () => {
    const filler = 'The said of the said, of the said.';
    const long = `${`${filler} `.repeat(120)}Ada Wolkowski said.`;
    expect(await mentions(long)).toEqual(['Ada Wolkowski = person/ada-wolkowski']);
    const sentence = `${'said the '.repeat(400)}Ada Wolkowski.`;
    expect(await mentions(sentence)).toEqual(['Ada Wolkowski = person/ada-wolkowski']);
  });

  it('says what a folder that is no model lacks', async () => {
    const empty = join(folder, 'models', 'empty');
    mkdirSync(empty, { recursive: true });
    writeFileSync(join(empty, 'config.json'), '{}');
    const run = async (): Promise<unknown> =>
      transformersTagger(empty).tag({ blocks: [{ text: 'A', kind: 'body' }] });
    await expect(run()).rejects.toThrow(`Unexpected model in ${empty}, expected config.json`);
  });
});
