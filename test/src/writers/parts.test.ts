import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { generateArticle } from '../../../bench/articles.ts';
import { createPipeline, type ArticleInput } from '../../../src/index.ts';
import { jsonParts } from '../../../src/writers/json-parts.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const formats = ['markdown', 'html', 'json', 'txt', 'ninjs'];
const page = createPipeline({ cwd: root });
const fragment = createPipeline({ cwd: root, config: { html: { page: 'fragment' } } });

/** The outputs as they come whole, and as they come in parts; how many parts there were of each. */
async function both(
  pipeline: typeof page,
  input: ArticleInput,
): Promise<{ whole: unknown; joined: unknown; counts: Record<string, number> }> {
  const { outputs: whole } = await pipeline.build({ ...input, formats });
  const joined: Record<string, string> = {};
  const counts: Record<string, number> = {};
  const { outputs } = await pipeline.build({
    ...input,
    formats,
    sink: (format) => {
      joined[format] = '';
      counts[format] = 0;
      return (part) => {
        joined[format] += part;
        (counts[format] as number)++;
      };
    },
  });
  expect(outputs).toEqual({});
  return { whole, joined, counts };
}

const inputs = readdirSync(join(root, 'test/fixtures'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?:^|\/)input\.(?:md|txt|html|docx)$/.test(name))
  .map((name) => join(root, 'test/fixtures', name));

describe('outputs in parts', () => {
  it.each(inputs)('are those that come whole: %s', async (path) => {
    const input = { value: readFileSync(path), path };
    for (const pipeline of [page, fragment]) {
      const { whole, joined } = await both(pipeline, input);
      expect(joined).toEqual(whole);
    }
  });

  it.each(['text', 'markdown'] as const)('of a long article of %s are many', async (format) => {
    const { content } = generateArticle(3, 1, { length: 60_000, format });
    const path = format === 'text' ? 'long.txt' : 'long.md';
    const { whole, joined, counts } = await both(page, { value: content, path });
    expect(joined).toEqual(whole);
    expect(counts['html']).toBeGreaterThan(3);
    expect(counts['json']).toBeGreaterThan(3);
  });

  it('are those that come whole where raw HTML, pictures and running text stand between the blocks', async () => {
    const paragraphs = Array.from(
      { length: 200 },
      (_, index) => `Paragraph ${index} has words.[^n]`,
    );
    for (const odd of [
      '<div><p>raw</p></div>',
      '<b>loose',
      '<script>x</script>',
      '<!-- note -->',
      '![a picture](https://pictures.example/a.png)',
      '<img src="data:image/png;base64,AA==" alt="b">',
      '| a | b |\n| - | - |\n| 1 | 2 |',
      '- [ ] open\n- [x] done',
      '## ',
      'copydesk-part',
    ]) {
      const value = `${paragraphs.slice(0, 90).join('\n\n')}\n\n${odd}\n\n${paragraphs.join('\n\n')}\n\n[^n]: A note.\n`;
      const { whole, joined } = await both(page, { value, path: 'odd.md' });
      expect(joined).toEqual(whole);
    }
  });

  it('keep the limit of outputs out of all proportion', async () => {
    const pipeline = createPipeline({ config: { limits: { outputRatio: 1 }, plugins: [] } });
    const value = 'Word. '.repeat(250_000);
    const sink = (): (() => void) => () => undefined;
    await expect(
      pipeline.build({ value, path: 'a.txt', formats: ['json'], sink }),
    ).rejects.toMatchObject({ ruleId: 'limits/output-ratio' });
  });
});

describe('JSON in parts', () => {
  const many = Array.from({ length: 100 }, (_, index) => index);
  it.each([
    null,
    [],
    {},
    'word',
    many,
    [many, [], {}, undefined, null, 'a\nb'],
    { a: many, b: undefined, c: { d: { e: many, f: [] } }, 'g"h': 'line\nbreak' },
    Array.from({ length: 50 }, () => ({ many, one: [{ two: '\uD800' }] })),
    { text: 'a\uD83D\uDE00"\\\n'.repeat(40_000) },
    [`${'x'.repeat((1 << 16) - 1)}\uD83D\uDE00${'y'.repeat(1 << 16)}\uD83D`],
  ])('is what comes whole: %#', (value) => {
    expect([...jsonParts(value)].join('')).toBe(`${JSON.stringify(value, null, 2)}\n`);
  });
});
