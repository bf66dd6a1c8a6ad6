/**
 * Whole articles, from raw text to all outputs: `test/fixtures/<case>/input.*`, with a `config.yaml` where the case needs one. What comes
 * out is kept beside it as `output.md`, `output.html` (without the page around it), `output.json` and `messages.txt`;
 * `UPDATE=1 npx vitest run test/fixtures.test.ts` writes what comes out today, for review.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { createPipeline, type Article, type PipelineConfig } from '../src/index.ts';

const folder = fileURLToPath(new URL('fixtures', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));
const update = Boolean(process.env['UPDATE']);

const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    name,
    input: readdirSync(join(folder, name)).find((file) => file.startsWith('input.')),
  }))
  .filter((each): each is { name: string; input: string } => each.input !== undefined);

it.each(cases)('$name', async ({ name, input }) => {
  const path = join(folder, name, input);
  const configFile = join(folder, name, 'config.yaml');
  const own = existsSync(configFile)
    ? (parse(readFileSync(configFile, 'utf8')) as PipelineConfig)
    : {};
  const config = { ...own, html: { ...own.html, page: 'fragment' as const } };
  const { article, outputs } = await createPipeline({ cwd: root, config }).build({
    value: readFileSync(path),
    path,
  });
  const results = {
    'output.md': outputs.markdown,
    'output.html': outputs.html,
    'output.json': outputs.json === undefined ? undefined : withoutConfidence(outputs.json),
    'messages.txt': messagesText(article),
  };
  for (const [file, content] of Object.entries(results)) {
    if (content === undefined) continue;
    const kept = join(folder, name, file);
    if (update) writeFileSync(kept, content);
    else expect(content, file).toBe(readFileSync(kept, 'utf8'));
  }
});

/** A model that is trained anew moves its confidence a little; what it finds stays. */
function withoutConfidence(json: string): string {
  return json.replaceAll(/^ *"confidence": [\d.]+,\n/gm, '');
}

function messagesText({ messages }: Article): string {
  return messages
    .map(({ line, column, severity, ruleId, reason }) => {
      const place = line === null ? '' : `${line}:${column}: `;
      return `${place}${severity}: ${reason} [${ruleId}]\n`;
    })
    .join('');
}
