/** Follows docs/add-a-plugin.md to the letter. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createPipeline } from '../../src/index.ts';
import { command, newsroom, writeFiles, type CommandResult } from '../support/newsroom.ts';

const page = readFileSync(
  fileURLToPath(new URL('../../docs/add-a-plugin.md', import.meta.url)),
  'utf8',
);

/** The fenced blocks of the page: language, the file that each is saved as, content. */
const blocks = [...page.matchAll(/^```(\S+)(?: file=(\S+))?\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', file, content = '']) => ({ language, file, content }),
);

it('docs/add-a-plugin.md makes a plugin that works', async () => {
  const base = newsroom({});
  await command(base, 'init', 'newsroom');
  const cwd = join(base, 'newsroom');
  const results: CommandResult[] = [];
  for (const { language, file, content } of blocks) {
    if (file !== undefined) writeFiles(cwd, { [file]: content });
    else if (language === 'sh')
      results.push(await command(cwd, ...content.trim().split(' ').slice(1)));
    else if (language === 'yaml' && content.includes('words: editorial/words.yaml')) {
      const config = readFileSync(join(cwd, 'pipeline.config.yaml'), 'utf8');
      const given = content.trimEnd().replaceAll(/^/gm, '  ');
      expect(config).toContain('  - ./plugins/house-words.ts\n');
      writeFileSync(
        join(cwd, 'pipeline.config.yaml'),
        config.replace('  - ./plugins/house-words.ts', () => given),
      );
    }
  }
  const [made, built] = results as [CommandResult, CommandResult];
  const printed = (after: string): string[] => {
    const rest = page.slice(page.indexOf(after) + after.length);
    const lines = /\n\n((?: {4}.*\n)+)/.exec(rest)?.[1] ?? '';
    return lines
      .trimEnd()
      .split('\n')
      .map((line) => line.trim());
  };
  expect(made.code).toBe(0);
  expect(made.stdout.trim().split('\n')).toEqual(printed('copydesk new plugin house-words\n```'));
  expect(built.code, built.stderr).toBe(1);
  const own = built.stderr
    .split('\n')
    .filter((line) => line.includes('house-words/'))
    .map((line) => line.trim().replaceAll(/ {2,}/g, '  '));
  expect(own).toEqual(
    printed('copydesk build input/pier.txt\n```').map((line) => line.replaceAll(/ {2,}/g, '  ')),
  );

  // What the test of the page asserts.
  const pipeline = createPipeline({
    cwd,
    config: {
      formats: [],
      plugins: [{ './plugins/house-words.ts': { words: 'editorial/words.yaml' } }],
    },
  });
  const { article } = await pipeline.build({ value: 'An *iconic* advisor.', path: 'a.md' });
  expect(article.messages.map(({ ruleId, line, column }) => [ruleId, line, column])).toEqual([
    ['house-words/banned', 1, 5],
    ['house-words/spelling', 1, 13],
  ]);
});
