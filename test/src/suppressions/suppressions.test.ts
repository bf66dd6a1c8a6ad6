import { describe, expect, it } from 'vitest';
import { createPipeline, type PipelineConfig } from '../../../src/index.ts';

const config: PipelineConfig = { plugins: ['masthead', 'cleanup', 'citations'] };

async function build(value: string, path = 'article.md') {
  const built = createPipeline({ config });
  return built.build({ value, path, date: '2024-05-02' });
}

/** Rule and line of each finding. */
async function found(value: string, path?: string): Promise<string[]> {
  const { article } = await build(value, path);
  return article.messages.map(
    ({ ruleId, line }) => `${ruleId.split('/')[1] as string} ${line ?? '-'}`,
  );
}

const head = '# The harbour opens again\n\n';
const lost = (day: number): string => `It opened on Monday (, April ${day}, 2024).`;
const disable = '<!-- copydesk-disable citations/missing-outlet: known -->';
const next = '<!-- copydesk-disable-next citations/missing-outlet: known -->';
const enable = '<!-- copydesk-enable citations/missing-outlet -->';

describe('in Markdown', () => {
  it('hold from where they stand to where they end', async () => {
    const text = [lost(1), disable, lost(2), enable, lost(3)].join('\n\n');
    expect(await found(head + text)).toEqual(['missing-outlet 3', 'missing-outlet 11']);
  });

  it('hold to the end where they are not ended, and for the article as a whole', async () => {
    const text = '<!-- copydesk-disable masthead/missing-title, citations/*: known -->';
    expect(
      await found(
        `${text}\n\nit rains all day, and nobody knows why, or for how long.\n\n${lost(1)}`,
      ),
    ).toEqual([]);
  });

  it('hold for the next block, or for the rest of one', async () => {
    expect(await found(`${head}${next}\n\n${lost(1)}\n\n${lost(2)}`)).toEqual(['missing-outlet 7']);
    expect(await found(`${head}${next}\n${lost(1)}\n${lost(2)}`)).toEqual([]);
    expect(await found(`${head}${lost(1)} And so ${next} on. ${lost(2)}\n\n${lost(3)}`)).toEqual([
      'missing-outlet 3',
      'missing-outlet 5',
    ]);
    expect(await found(`${head}- one\n- Rain. ${next} ${lost(1)}\n`)).toEqual([]);
  });

  it('end all that is open where none is named', async () => {
    const text = `<!-- copydesk-disable citations/*: a -->\n\n${disable}\n\n${lost(1)}\n\n<!-- copydesk-enable -->\n\n${lost(2)}`;
    expect(await found(head + text)).toEqual(['missing-outlet 11']);
  });

  it('are text within code', async () => {
    expect(
      await found(`${head}    ${disable}\n\n\`\`\`\n${disable}\n\`\`\`\n\n${lost(1)}`),
    ).toEqual(['missing-outlet 9']);
  });

  it('leave no trace in the tree, in any output, or in the words around them', async () => {
    const plain = await build(`${head}It rained. It *poured*, and the ferry left.\n\nNobody knew.`);
    const marked = await build(
      `${head}${next}\n\nIt rained. ${next} It *poured*, and ${disable} the ferry left. ${enable}\n\n${enable}\n\nNobody knew.`,
    );
    expect(marked.outputs.markdown).toBe(plain.outputs.markdown);
    expect(marked.article.text).toBe(plain.article.text);
    expect(marked.outputs.html).not.toContain('copydesk-');
    for (const { start, end, source } of marked.article.blocks) {
      expect(source).not.toBeNull();
      expect(end).toBeGreaterThan(start);
    }
    const block = marked.article.blocks[0];
    const value = `${String(marked.file)}`;
    expect(value.slice(block?.source?.start, block?.source?.end)).toMatch(/^It rained\..*left\.$/s);
  });

  it('keep the places of words behind them true', async () => {
    const { article, file } = await build(
      `${head}Rain. ${next} ${lost(1)} Then (TASS, May 1, 2024).`,
    );
    const [, cited] = article.citations;
    const source = cited?.occurrences[0]?.source;
    expect(String(file).slice(source?.start, source?.end)).toBe('(TASS, May 1, 2024)');
  });

  it('take other markup for what it is', async () => {
    const { outputs } = await build(
      `${head}<!-- note -->\n\n<div>x ${disable} y</div>\n\n${lost(1)}`,
    );
    expect(outputs.markdown).toContain('<!-- note -->');
    expect(outputs.markdown).toContain('<div>x  y</div>');
  });
});

describe('in front matter', () => {
  it('hold for the whole article, and stay in the Markdown', async () => {
    const text = `---\ncopydesk:\n  disable:\n    citations/*: known\n---\n\n${head}${lost(1)}`;
    expect(await found(text)).toEqual([]);
    const { outputs } = await build(text);
    expect(outputs.markdown).toContain('copydesk:\n  disable:\n    citations/*: known\n');
  });

  it('may be a list or one rule, without reasons', async () => {
    for (const list of ['[citations/missing-outlet]', 'citations/missing-outlet']) {
      expect(await found(`---\ncopydesk:\n  disable: ${list}\n---\n\n${head}${lost(1)}`)).toEqual([
        'missing-reason 3',
      ]);
    }
  });

  it('are placed', async () => {
    const text = `---\r\ntitle: A\r\ncopydesk:\r\n  disable:\r\n    citations/nope: x\r\n---\r\n\r\nIt rains.`;
    const { article } = await build(text);
    expect(
      article.messages.find(({ ruleId }) => ruleId === 'suppressions/unknown-rule'),
    ).toMatchObject({
      line: 5,
      column: 5,
    });
  });
});

describe('in HTML', () => {
  const page = (...parts: string[]): string =>
    `<article>\n<h1>The harbour opens again</h1>\n${parts.join('\n')}\n</article>`;
  const html = (day: number): string =>
    `<p>The harbour of the old town ${lost(day)} Ships had waited for days.</p>`;

  it('hold as in Markdown', async () => {
    const of = (text: string): Promise<string[]> => found(text, 'article.html');
    expect(await of(page(html(1), disable, html(2), enable, html(3)))).toEqual([
      'missing-outlet 3',
      'missing-outlet 7',
    ]);
    expect(await of(page(next, html(1), html(2)))).toEqual(['missing-outlet 5']);
    expect(
      await of(
        page(`<p>Rain. ${next} ${lost(1)} The harbour of the town had been shut.</p>`, html(2)),
      ),
    ).toEqual(['missing-outlet 4']);
  });

  it('leave no trace', async () => {
    const { outputs } = await build(page(next, html(1)), 'article.html');
    expect(outputs.html).not.toContain('copydesk-disable');
    expect(outputs.markdown).not.toContain('copydesk-disable');
  });
});

describe('faults', () => {
  it('are told: unused, unknown, without a reason, not understood', async () => {
    expect(await found(`${head}${disable}\n\nIt rains.`)).toEqual(['unused 3']);
    expect(
      await found(`${head}<!-- copydesk-disable citations/mising-outlet: a -->\n\nIt rains.`),
    ).toEqual(['unknown-rule 3']);
    expect(
      await found(`${head}<!-- copydesk-disable citations/missing-outlet -->\n\n${lost(1)}`),
    ).toEqual(['missing-reason 3']);
    expect(
      await found(`${head}<!-- copydesk-disable -->\n\n<!-- copydesk-of: x -->\n\n${lost(1)}`),
    ).toEqual(['invalid 3', 'invalid 5', 'missing-outlet 7']);
    const { article } = await build(
      `${head}<!-- copydesk-disable citations/mising-outlet: a -->\n\nIt rains.`,
    );
    expect(article.messages[0]?.reason).toContain('Did you mean "citations/missing-outlet"?');
  });

  it('are each told of one rule of several', async () => {
    const text = `${head}<!-- copydesk-disable citations/missing-outlet, citations/future-date: a -->\n\n${lost(1)}`;
    const { article } = await build(text);
    expect(article.messages.map(({ reason }) => reason)).toEqual([
      'Unexpected suppression of citations/future-date, which reports nothing here',
    ]);
  });

  it('leave rules of foreign plugins alone', async () => {
    expect(
      await found(`${head}<!-- copydesk-disable remark-lint:no-x: a -->\n\nIt rains.`),
    ).toEqual(['unused 3']);
  });

  it('do not take long for a great many', async () => {
    const start = performance.now();
    const many = await found(`${head}${`${disable}\n\n${lost(1)}\n\n`.repeat(2000)}`);
    expect(many).toContain('invalid 2003');
    await found(`${head}${'<!-- copydesk-'.repeat(20_000)}`);
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});
