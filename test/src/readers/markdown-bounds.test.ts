/** Markdown that no parser reads in time that grows with the length alone: what is too much of it is text, and no word is lost. */
import { describe, expect, it } from 'vitest';
import { createPipeline, type Limits } from '../../../src/index.ts';
import { messageId } from '../../../src/model/index.ts';
import { boundMarkdown } from '../../../src/readers/markdown/bounds.ts';
import { defaultLimits } from '../../../src/limits.ts';
import { expectNothingLost, expectTruePlaces } from '../../support/laws.ts';

async function build(value: string, limits: Partial<Limits> = {}) {
  const pipeline = createPipeline({ config: { plugins: [], limits } });
  const built = await pipeline.build({ value, path: 'a.md', formats: ['markdown', 'html'] });
  const found = built.file.messages.map((message) => messageId(message));
  return { built, found, html: built.outputs.html as string, text: built.article.text };
}

describe('beyond a bound, marks are text', () => {
  it('of a paragraph, and the paragraphs around it keep theirs', async () => {
    const marks = 'the *mill* [a](b) `c` &amp; '.repeat(40);
    const value = `The *first*.\n\n${marks}\n\nThe *last*.\n`;
    const { built, found, html, text } = await build(value, { paragraphMarks: 100 });
    expect(found).toEqual(['limits/paragraph-marks']);
    expect(text).toBe(`The first.\n\n${marks.trim()}\n\nThe last.`);
    expect(html).toContain('<em>first</em>');
    expect(html).toContain('<em>last</em>');
    expect(html).not.toContain('<em>mill</em>');
    expectTruePlaces(built);
    expect(built.file.messages[0]).toMatchObject({ line: 3, column: 1 });
  });

  it('of quotes and lists within each other', async () => {
    const { built, found, text } = await build(`${'> '.repeat(40)}deep\n`, { nestingDepth: 16 });
    expect(found).toEqual(['limits/nesting-depth']);
    expect(text).toBe(`${'> '.repeat(24)}deep`);
    expectTruePlaces(built);
  });

  it('of emphasis within emphasis, which only loses its marks', async () => {
    const value = `${'*a **b '.repeat(20)}c${' d** e*'.repeat(20)}\n`;
    const { built, found, text } = await build(value, { nestingDepth: 16 });
    expect(found).toEqual(['limits/nesting-depth']);
    expect(text).toBe(`${'a b '.repeat(20)}c${' d e'.repeat(20)}`);
    expectTruePlaces(built);
  });

  it('of definitions', async () => {
    const { built, found, html } = await build('[a] [b] [c]\n\n[a]: /a\n[b]: /b\n[c]: /c\n', {
      definitions: 2,
    });
    expect(found).toEqual(['limits/definitions']);
    expect(html).toContain('href="/b"');
    expect(html).not.toContain('href="/c"');
    expectNothingLost(built);
  });

  it('of list items and headings', async () => {
    const value =
      '# The mill\n\n- wheel\n- stone\n- *stream*\n1. one\n## Two\n> - quoted\n\nThe end.\n';
    expect((await build(value, { markdownItems: 7 })).found).toEqual([]);
    const { built, found, html, text } = await build(value, { markdownItems: 3 });
    expect(found).toEqual(['limits/markdown-items']);
    expect(html).toContain('<li>wheel</li>');
    expect(html).not.toMatch(/<h\d[^>]*>Two/);
    expect(text).toContain('- stream 1. one ## Two');
    expect(html).toContain('<blockquote>');
    expect(built.file.messages[0]).toMatchObject({ line: 5, column: 1 });
    expect(built.file.messages[0]?.reason).toContain(': 7, expected at most 3');
    expectTruePlaces(built);
    expectNothingLost(built);
  });

  it('of a table', async () => {
    const table = '| mill | stream |\n| --- | --- |\n| wheel | stone |\n';
    expect((await build(table, { tableCells: 8 })).html).toContain('<table>');
    const { built, found, html } = await build(table, { tableCells: 3 });
    expect(found).toEqual(['limits/table-cells']);
    expect(html).not.toContain('<table>');
    expectNothingLost(built);
  });

  it('of lines that go on with a list item, where they are not indented', async () => {
    const lazy = await build(`- a\n${'b\n'.repeat(300)}`, { paragraphMarks: 100 });
    expect(lazy.found).toEqual(['limits/paragraph-marks']);
    expectNothingLost(lazy.built);
    for (const value of [
      `- a\n${'  b\n'.repeat(300)}`,
      '- a\n'.repeat(300),
      '- a\n\nb\nb\n'.repeat(300),
    ])
      // prettier-ignore
      expect((await build(value, { paragraphMarks: 100 })).found).toEqual([]);
  });

  it('of lines that go on with a quoted paragraph', async () => {
    const { built, found } = await build('> a\nb\n'.repeat(300), { paragraphMarks: 100 });
    expect(found).toEqual(['limits/paragraph-marks']);
    expectNothingLost(built);
  });
});

describe('what stays as it is', () => {
  it.each([
    ['code', `\`\`\`\n${'*a [b '.repeat(100)}\n\`\`\`\n`],
    ['indented code', `    ${'*a [b '.repeat(100)}\n`],
    ['raw HTML', `<pre>\n${'*a [b '.repeat(100)}\n</pre>\n`],
  ])('%s', async (_, value) => {
    const strict = await build(value, { paragraphMarks: 100 });
    expect(strict.found).toEqual([]);
    expect(strict.html).toBe((await build(value)).html);
  });

  it.each([
    ['a long list', '- an [item](b) of *many*\n  - and `one` within\n'.repeat(2000)],
    ['a long table', `| a | b |\n| - | - |\n${'| [c](d) | *e* |\n'.repeat(5000)}`],
    ['a long text', 'A *word* of a [text](b), and so on.\n\n'.repeat(50_000)],
    ['one long paragraph', 'A word of a text, and so on. '.repeat(50_000)],
    [
      'many definitions',
      `${Array.from({ length: 5000 }, (_, at) => `[${at}]: /${at}\n`).join('')}`,
    ],
  ])('%s', (_, value) => {
    expect(boundMarkdown(value, defaultLimits)).toBeUndefined();
  });

  it('private characters of the source', async () => {
    const value = `\uE000\uE041 ${'*a '.repeat(200)}\n`;
    const { text } = await build(value, { paragraphMarks: 100 });
    expect(text).toBe(value.trim());
  });
});
