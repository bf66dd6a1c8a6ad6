/** Limits: that each has a rule, is documented, can be set, and holds where it says it does. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createPipeline, LimitError, type Limits } from '../../src/index.ts';
import { defaultLimits, limitRule } from '../../src/limits.ts';
import { messageId, rules } from '../../src/model/index.ts';
import { docx, paragraph, run } from './readers/docx/docx.ts';

const names = Object.keys(defaultLimits) as (keyof Limits)[];
const text = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

async function build(path: string, value: string | Uint8Array, limits: Partial<Limits> = {}) {
  const pipeline = createPipeline({ config: { plugins: [], limits } });
  const { article, file, outputs } = await pipeline.build({ path, value, formats: ['markdown'] });
  const found = file.messages.map((message) => messageId(message));
  return { article, found, markdown: outputs.markdown as string };
}

async function refusal(
  path: string,
  value: string | Uint8Array,
  limits: Partial<Limits>,
): Promise<LimitError> {
  try {
    await build(path, value, limits);
  } catch (error) {
    if (error instanceof LimitError) return error;
    throw error;
  }
  throw new Error('The article was built.');
}

describe('each limit', () => {
  it.each(names)('%s has a rule, its default is documented, and a config may set it', (name) => {
    expect(Object.keys(rules)).toContain(limitRule(name));
    const row = text('docs/config.md')
      .split('\n')
      .find((line) => line.startsWith(`| \`${name}\``));
    expect(row).toMatch(new RegExp(`\\| ${defaultLimits[name]} +\\|`));
    expect(text('src/limits.ts').replaceAll(/\s*\n\s+\* /g, ' ')).toContain(
      `Default: ${defaultLimits[name]}`,
    );
    const { settings } = createPipeline({
      config: { limits: { [name]: defaultLimits[name] - 1 } },
    });
    expect(settings.limits[name]).toBe(defaultLimits[name] - 1);
  });

  it('must be one that there is, and a number', () => {
    const make = (limits: object) => () => createPipeline({ config: { limits } as never });
    expect(make({ tableCels: 4 })).toThrow('tableCells');
    expect(make({ tableCells: 'many' })).toThrow('limits.tableCells');
    expect(make({ nestingDepth: 100_000 })).toThrow('limits.nestingDepth');
  });
});

describe('an article fails', () => {
  it.each(['a.txt', 'a.md', 'a.html', 'a.docx'])('for its size: %s', async (path) => {
    const error = await refusal(path, 'é'.repeat(60), { inputBytes: 100 });
    expect(error).toMatchObject({ ruleId: 'limits/input-bytes', limit: 100, actual: 120 });
    expect(error.message).toBe(
      'Unexpected size in bytes: 120, expected at most 100 (limits.inputBytes)',
    );
  });

  it('for an output out of proportion, but not for the parts of its own that a page has', async () => {
    // Each bracket is escaped.
    const value = '[a] '.repeat(300_000);
    const error = await refusal('a.txt', value, { outputRatio: 1.1 });
    expect(error).toMatchObject({ ruleId: 'limits/output-ratio', limit: 1.1 });
    expect(error.actual).toBeCloseTo(1.25, 1);
    expect((await build('a.txt', value, { outputRatio: 1.5 })).markdown.length).toBeGreaterThan(
      1e6,
    );
    const pipeline = createPipeline({ config: { plugins: [], limits: { outputRatio: 1 } } });
    const small = await pipeline.build({ path: 'a.txt', value: 'Ten words.', formats: ['html'] });
    expect((small.outputs.html as string).length).toBeGreaterThan(100);
  });

  it.each([
    ['docxFiles', 'limits/docx-files'],
    ['docxInflatedBytes', 'limits/docx-inflated-bytes'],
    ['docxPartBytes', 'limits/docx-part-bytes'],
    ['docxElements', 'limits/docx-elements'],
    ['docxParagraphs', 'limits/docx-paragraphs'],
  ] as const)('for a Word file beyond %s', async (name, rule) => {
    const bytes = docx({ body: paragraph('The mill.') + paragraph('The stream.') });
    expect(await refusal('a.docx', bytes, { [name]: 1 })).toMatchObject({ ruleId: rule, limit: 1 });
  });

  it('for a Word file that packs too well', async () => {
    const bytes = docx({ body: paragraph('a').repeat(30_000) });
    expect(await refusal('a.docx', bytes, { docxParagraphs: 100_000 })).toMatchObject({
      ruleId: 'limits/docx-ratio',
      limit: 60,
    });
  });
});

describe('what goes beyond a limit is made simpler, and told', () => {
  const table = (rows: readonly string[][]): string =>
    `<p>Before.</p><table><tr><th>${rows.map((cells) => cells.join('</th><th>')).join('</th></tr><tr><td>')}</td></tr></table><p>After.</p>`;

  const row = (cells: readonly string[]): string =>
    `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`;

  it.each(['html', 'docx'])('a table with too many cells: %s', async (format) => {
    const cells = [
      ['mill', 'stream', 'wheel'],
      ['one', 'two', 'three'],
    ];
    const value =
      format === 'html'
        ? table(cells)
        : docx({ body: `<w:tbl>${cells.map(row).join('')}</w:tbl>` });
    const whole = await build(`a.${format}`, value, { tableCells: 6 });
    expect(whole.found).toEqual([]);
    expect(whole.markdown).toContain('| mill ');
    for (const [limit, rule] of [
      [{ tableCells: 5 }, 'limits/table-cells'],
      [{ tableCharacters: 5 }, 'limits/table-characters'],
    ] as const) {
      const { found, markdown } = await build(`a.${format}`, value, limit);
      expect(found).toEqual([rule]);
      expect(markdown).toContain('mill stream wheel\n\none two three\n');
    }
  });

  it('counts cells that others span into', async () => {
    const html = `<table><tr><th rowspan=3>a</th><th>b</th></tr><tr><td colspan=2>c</td></tr><tr><td>d</td></tr></table>`;
    expect((await build('a.html', html, { tableCells: 9 })).found).toEqual([]);
    expect((await build('a.html', html, { tableCells: 8 })).found).toEqual(['limits/table-cells']);
  });

  it('a long row among many short ones', async () => {
    const rows = Array.from({ length: 1000 }, () => ['x', 'y']);
    const { found, article } = await build('a.html', table([Array(1000).fill('w'), ...rows]));
    expect(found).toEqual(['limits/table-cells']);
    expect(article.text.length).toBeLessThan(10_000);
  });

  it('deep elements and open formatting', async () => {
    const deep = `${'<div>'.repeat(30)}<p>core${'</div>'.repeat(30)}<p>after`;
    expect((await build('a.html', deep, { nestingDepth: 20 })).found).toEqual([
      'limits/nesting-depth',
    ]);
    const open = '<p><b><i><u><s><tt>core <em>of</em> it</p><p>after';
    const { found, article } = await build('a.html', open, { openFormatting: 4 });
    expect(found).toEqual(['limits/open-formatting']);
    expect(article.text).toContain('core of it');
  });

  it('elements, those that the parser opens again among them', async () => {
    const many = Array.from({ length: 400 }, (_, index) => `<p>word${index} <b>bold${index}</b>`);
    const { found, article } = await build('a.html', many.join(''), { htmlElements: 300 });
    expect(found).toEqual(['limits/html-elements']);
    expect(article.text).toContain('word0');
    expect(article.text).toMatch(/word399 bold399$/);
    const reopened = '<b><i><u><p>x</b></i></u>'.repeat(100);
    const again = await build('a.html', reopened, { htmlElements: 300 });
    expect(again.found).toContain('limits/html-elements');
    expect(again.article.text.replaceAll(/\s/g, '')).toBe('x'.repeat(100));
    const scripts = '<script></script>'.repeat(500);
    expect(await refusal('a.html', scripts, { htmlElements: 100 })).toMatchObject({
      ruleId: 'limits/html-elements',
    });
  });

  const keys = (count: number): string =>
    Array.from({ length: count }, (_, index) => `key${index}: v`).join('\n');
  it.each([
    ['long', `title: "${'mill '.repeat(60_000)}"`, 'limits/front-matter-length'],
    ['full of keys', keys(32_000).slice(0, 262_000), 'limits/front-matter-keys'],
    ['full of items', `a: [${'1,'.repeat(20_000)}]`, 'limits/front-matter-keys'],
    ['deep', `a: ${'['.repeat(300)}${']'.repeat(300)}`, 'limits/nesting-depth'],
    ['deep in lists', `${'- '.repeat(900)}a`, 'limits/nesting-depth'],
    ['deep in keys', `${'? '.repeat(900)}a`, 'limits/nesting-depth'],
    [
      'full of repetitions',
      `a: &a [${'x,'.repeat(9)}x]\nb: &b [${'*a,'.repeat(9)}*a]\nc: &c [${'*b,'.repeat(9)}*b]\nd: [${'*c,'.repeat(9)}*c]`,
      'reader/invalid-front-matter',
    ],
  ])('front matter that is %s', async (_, yaml, rule) => {
    const start = performance.now();
    const { found, markdown } = await build('a.md', `---\n${yaml}\n---\n\nThe mill.\n`);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(found).toEqual([rule]);
    expect(markdown).toContain(`\`\`\`yaml\n${yaml}\n\`\`\``);
    expect(markdown).toContain('The mill.');
  });

  it('keeps front matter with mappings as keys in linear time', async () => {
    const yaml = `title: The Mill\nx:\n  ${'? '.repeat(100)}a`;
    const { found, article } = await build('a.md', `---\n${yaml}\n---\n\nThe mill.\n`);
    expect(found).toEqual([]);
    expect(article.text).toBe('The mill.');
  });
});
