import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createPipeline, type CslItem } from '../../../../src/index.ts';
import { faultsOf } from './csl-data.ts';

const fixtures = fileURLToPath(new URL('../../../fixtures/citations', import.meta.url));
const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:txt|md)$/.test(name) && !name.startsWith('README'))
  .sort();
const pipeline = createPipeline({ config: { plugins: ['masthead', 'cleanup', 'citations'] } });

async function build(value: string | Buffer, path: string) {
  const { outputs, article } = await pipeline.build({
    value,
    path,
    date: '2022-10-19',
    formats: ['csl'],
  });
  return { items: JSON.parse(outputs.csl as string) as CslItem[], article };
}

describe('csl', () => {
  it.each(files)('%s: every source once, as CSL-JSON asks', async (name) => {
    const { items, article } = await build(readFileSync(join(fixtures, name)), name);
    const ids = new Set(
      article.citations.flatMap((citation) => citation.items.map(({ id }) => id)),
    );
    expect(items.map(({ id }) => id)).toEqual([...ids]);
    for (const item of items) expect(faultsOf(item), JSON.stringify(item)).toEqual([]);
    for (const item of items) expect(item).not.toHaveProperty('locator');
    const all = article.citations.flatMap((citation) => citation.items);
    for (const item of all) expect(faultsOf(item), JSON.stringify(item)).toEqual([]);
  });

  it('lists a source that is cited at two pages once, without the page', async () => {
    const { items } = await build(
      'It held (Roe 2019, p. 4). It fell (Roe 2019, p. 9).\n\n## References\n\nRoe, J. (2019). *The Wall*. Quarry Press.\n',
      'wall.md',
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ title: 'The Wall', issued: { 'date-parts': [[2019]] } });
  });

  it('is an empty list where nothing is cited', async () => {
    const { outputs } = await pipeline.build({
      value: 'A Line\n\nNothing more.\n',
      formats: ['csl', 'bibtex', 'ris'],
    });
    expect(outputs).toEqual({ csl: '[]\n', bibtex: '', ris: '' });
  });
});
