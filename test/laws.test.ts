import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { defaultPlugins as shippedPluginNames } from '../src/config/shipped-plugins.ts';
import { createPipeline } from '../src/index.ts';
import { readableExtensions } from '../src/readers/index.ts';
import {
  expectDeterminism,
  expectFixpoint,
  expectNothingLost,
  expectOrder,
  expectTruePlaces,
  expectValid,
} from './support/laws.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = ['input', 'test/fixtures'];
const inputs = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => readableExtensions.some((extension) => name.endsWith(extension)))
    .filter(
      (name) => folder === 'input' || /(?:^|\/)input\.[a-z]+$|^citations\/dev\/.*\.txt$/.test(name),
    )
    .map((name) => join(folder, name)),
);

const pipeline = createPipeline({ cwd: root });
const bare = createPipeline({
  cwd: root,
  config: { plugins: ['./test/support/without-positions.ts', ...shippedPluginNames] },
});

describe.each(inputs)('%s', (path) => {
  const input = { value: readFileSync(join(root, path)), path: join(root, path) };

  it('keeps the laws', async () => {
    const built = await pipeline.build(input);
    expectValid(JSON.parse(built.outputs.json as string));
    expectOrder(built.article);
    expectTruePlaces(built);
    expectNothingLost(built);
    await expectDeterminism(pipeline, input, built);
    await expectFixpoint(pipeline, built);
  });

  it('crashes nowhere and places nothing wrongly when positions are gone', async () => {
    const { article } = await bare.build(input);
    const placed = await pipeline.build(input);
    expect(article.text).toBe(placed.article.text);
    for (const block of article.blocks) {
      if (block.type !== 'tableRow') expect(block.source).toBeNull();
    }
    for (const { occurrences } of article.citations) {
      for (const { source } of occurrences) expect(source).toBeNull();
    }
  });
});
