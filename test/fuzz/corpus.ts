/** What mutations begin with: samples, fixtures, generated articles, and the examples of specifications where they are at hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateArticles } from '../../bench/articles.ts';
import { readableExtensions } from '../../src/readers/index.ts';
import { securityFolder } from '../support/security-folder.ts';
import { docx, paragraph, run } from '../src/readers/docx/docx.ts';

export interface Seed {
  /** The ending of its format, with the dot. */
  extension: string;
  value: Uint8Array;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Larger ones would take most of the time. */
const mostBytes = 12_000;

export function corpus(): Seed[] {
  const files = ['input', 'test/fixtures', 'test/fuzz/found'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => readableExtensions.includes(extname(name)))
      .filter((name) => !/(?:^|\/)output\./.test(name))
      .sort()
      .map((name) => join(root, folder, name)),
  );
  const seeds = files.map((path) => ({ extension: extname(path), value: readFileSync(path) }));
  const text = (extension: string, value: string): Seed => ({
    extension,
    value: Buffer.from(value),
  });
  const generated = [...generateArticles(40, { seed: 11, length: 2500 })].map(({ name, content }) =>
    text(extname(name), content),
  );
  return [
    ...seeds,
    ...generated,
    ...examples().map((example) => text('.md', example)),
    { extension: '.docx', value: docx({ body: paragraph(run('The mill stood by the river.')) }) },
  ].filter(({ value }) => value.length > 0 && value.length <= mostBytes);
}

/** The Markdown of the examples of CommonMark and GFM; none where the folder isn't there. */
function examples(): string[] {
  return [
    'commonmark-spec-0.31.2.json',
    'gfm-spec-0.29.json',
    'cmark-gfm-extensions.json',
    'cmark-regression.json',
    'commonmark.js-regression.json',
  ]
    .map((name) => join(securityFolder, name))
    .filter((path) => existsSync(path))
    .flatMap((path) => JSON.parse(readFileSync(path, 'utf8')) as { markdown?: string }[])
    .flatMap(({ markdown }) => (typeof markdown === 'string' ? [markdown] : []));
}
