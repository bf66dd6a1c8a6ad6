/**
 * Our Markdown means what the Markdown that it was made of means: both are turned to HTML by others, and compared. Of our own examples, and of
 * those of CommonMark, GFM and some parsers where COPYDESK_SECURITY names their folder or it stands beside the repository.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPipeline } from '../../src/index.ts';
import { expectFixpoint } from '../support/laws.ts';
import { securityFolder } from '../support/security-folder.ts';
import { differences } from './differences.ts';
import { ownExamples, type Example } from './examples.ts';
import { htmlOf, printed } from './render.ts';

const bare = createPipeline({ config: { plugins: [], formats: ['markdown'] } });
const whole = createPipeline({ config: { formats: ['markdown', 'json'] } });

const collections = [
  'commonmark-spec-0.31.2.json',
  'gfm-spec-0.29.json',
  'cmark-gfm-extensions.json',
  'cmark-regression.json',
  'commonmark.js-regression.json',
  'markdown-it-commonmark_extras.json',
  'markdown-it-tables.json',
  'markdown-it-strikethrough.json',
  'markdown-it-normalize.json',
  'markdown-it-xss.json',
];

/** The rule by which input and output may differ; `same` where they don't. */
async function comparison(markdown: string): Promise<string> {
  const { outputs, tree } = await bare.build({ value: markdown, path: 'example.md' });
  const written = withoutFrontMatter(outputs.markdown as string);
  const input = markdown.replaceAll(/\r\n?/g, '\n');
  const [expected, actual] = [printed(htmlOf(input)), printed(htmlOf(written))];
  if (expected === actual) return 'same';
  for (const { name, apply } of differences) {
    const changed = apply(htmlOf(input), input);
    if (!changed) continue;
    const literal = name === 'bare addresses';
    if (printed(changed) === (literal ? printed(htmlOf(written, { bareAddresses: false })) : actual)) return name; // prettier-ignore
  }
  expect(tree.type).toBe('root');
  expect(actual, JSON.stringify({ markdown, written })).toBe(expected);
  return 'never';
}

/** Ours may say what an article's language is, and which pictures it has. */
function withoutFrontMatter(markdown: string): string {
  return markdown.replace(/^---\n(?:[^]*?\n)?---\n\n?/, '');
}

async function compareAll(examples: readonly Example[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const faults: string[] = [];
  for (const { section, markdown } of examples) {
    try {
      const name = await comparison(markdown);
      counts[name] = (counts[name] ?? 0) + 1;
    } catch (error) {
      faults.push(`${section}: ${(error as Error).message}`);
    }
  }
  expect(faults).toEqual([]);
  return counts;
}

async function expectFixpoints(examples: readonly Example[]): Promise<void> {
  const faults: string[] = [];
  for (const { section, markdown } of examples) {
    try {
      await expectFixpoint(whole, await whole.build({ value: markdown, path: 'example.md' }));
    } catch (error) {
      faults.push(`${section}: ${JSON.stringify(markdown)}: ${(error as Error).message}`);
    }
  }
  expect(faults).toEqual([]);
}

describe('our own examples', () => {
  it.each([...new Set(ownExamples.map(({ section }) => section))])('%s mean the same', async (section) => {
    const counts = await compareAll(ownExamples.filter((each) => each.section === section));
    for (const name of Object.keys(counts)) expect(['same', 'bare addresses']).toContain(name);
  }); // prettier-ignore

  it('keep the fixpoint', async () => {
    await expectFixpoints(ownExamples);
  });
});

describe.each(collections)('%s', (name) => {
  const path = join(securityFolder, name);
  const isThere = existsSync(path);
  if (!isThere)
    console.warn(`Skipping ${name}: there is no such file (set COPYDESK_SECURITY to its folder).`);
  const examples = (): Example[] =>
    (JSON.parse(readFileSync(path, 'utf8')) as { section?: string; title?: string; markdown: string }[]).map(
      ({ section, title, markdown }) => ({ section: section ?? title ?? '', markdown }),
    ); // prettier-ignore

  it.skipIf(!isThere)('means the same, or differs by a rule', async () => {
    const counts = await compareAll(examples());
    console.info(`${name}: ${JSON.stringify(counts)}`);
  });

  it.skipIf(!isThere)('keeps the fixpoint', async () => {
    await expectFixpoints(examples());
  });
});

it('has a reason for each rule', () => {
  for (const { name, reason } of differences) expect(reason.length, name).toBeGreaterThan(40);
});
