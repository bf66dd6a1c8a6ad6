/** Builds the sites that docs/publishing.md shows, with the generators that are there. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { afterEach, expect, it } from 'vitest';
import { filesIn, writeDocFiles } from './support/doc-files.ts';
import { command as copydesk } from './support/newsroom.ts';

const packages = fileURLToPath(new URL('../.optional/sites/node_modules', import.meta.url));
const npm =
  'npm i --prefix .optional/sites --no-save --ignore-scripts @11ty/eleventy@3 astro@5 markdown-it-footnote@4';
const apt = (name: string): string => `apt-get install --no-install-recommends ${name}`;

const generators = [
  {
    name: 'eleventy',
    present: existsSync(join(packages, '@11ty/eleventy')),
    install: npm,
    command: [process.execPath, 'node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
    page: '_site/quay/index.html',
  },
  {
    name: 'astro',
    present: existsSync(join(packages, 'astro')),
    install: npm,
    command: [process.execPath, 'node_modules/astro/astro.js', 'build', '--silent'],
    page: 'dist/quay/index.html',
  },
  {
    name: 'hugo',
    present: spawnSync('hugo', ['version']).status === 0,
    install: apt('hugo'),
    command: ['hugo', '--config', 'hugo.toml', '--quiet'],
    page: 'public/quay/index.html',
  },
  {
    name: 'jekyll',
    present: spawnSync('jekyll', ['--version']).status === 0,
    install: apt('jekyll'),
    command: ['jekyll', 'build', '--quiet'],
    page: '_site/quay/index.html',
  },
];

const article = `---
title: "A Quay for Sale: “Nobody & Sons”"
subtitle: Nobody in the town has ever wanted a second one
authors: [Anna Birch, Bo Lind]
date: 2022-10
images:
  - { src: /quay.jpg, caption: The quay in spring, alt: A quay }
pullQuotes:
  - { text: 'Nobody in the town had *ever* wanted a second quay, and nobody said so', speaker: Ida Roe }
---

The quay was offered for sale in spring.[^1] They wrote {{ page.title }} and {{< figure >}} and {% raw %} on its wall.

“Nobody in the town had *ever* wanted a second quay, and nobody said so,” said Ida Roe, a harbour master.[^2]

## What it costs

It was sold on a Tuesday in September.[^1]

[^1]: *The Guardian*, October 3, 2022.

[^2]: Reuters, <https://example.org/quay>.
`;

let folder: string | undefined;
afterEach(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

for (const { name, present, install, command, page } of generators) {
  it.skipIf(!present)(
    present ? name : `${name} (skipped: it is not installed; ${install})`,
    async () => {
      folder = mkdtempSync(join(tmpdir(), `copydesk-${name}-`));
      writeDocFiles(filesIn('publishing.md'), `${name}/`, folder);
      mkdirSync(join(folder, 'articles'));
      writeFileSync(join(folder, 'articles/quay.md'), article);
      if (existsSync(packages)) symlinkSync(packages, join(folder, 'node_modules'));
      writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }');

      const { code, stdout, stderr } = await copydesk(folder, 'build', '--quiet');
      expect(code, stdout + stderr).toBe(0);
      const [program = '', ...args] = command;
      execFileSync(program, args, {
        cwd: folder,
        stdio: 'pipe',
        env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
      });
      checkPage(readFileSync(join(folder, page), 'utf8'));
    },
  );
}

/** What a reader has to find on the page. */
function checkPage(html: string): void {
  const tree = unified().use(rehypeParse).parse(html);
  const ids = new Set<string>();
  const links: string[] = [];
  let words = '';
  let quote = '';
  visit(tree, (node) => {
    if (node.type === 'text') words += node.value;
    if (node.type !== 'element') return;
    const { id, href, role } = node.properties;
    if (typeof id === 'string') ids.add(id);
    if (node.tagName === 'a' && String(href).startsWith('#')) links.push(String(href).slice(1));
    if (role === 'doc-pullquote') {
      visit(node, 'text', ({ value }) => {
        quote += value;
      });
    }
  });
  words = words.replace(/\s+/g, ' ');
  expect(html).toMatch(/<title>A Quay for Sale: “Nobody &(?:amp;|#38;)? ?/);
  expect(words).toContain('A Quay for Sale: “Nobody & Sons”');
  expect(html).toMatch(/name="?description"? content="?Nobody in the town has ever wanted/);
  expect(words).toContain('By Anna Birch, Bo Lind, 2022-10-01');
  expect(words).toContain(
    'They wrote {{ page.title }} and {{< figure >}} and {% raw %} on its wall.',
  );
  expect(words).toContain('What it costs');

  // The quote, with its emphasis as an element and no markup as text.
  expect(quote.replace(/\s+/g, ' ')).toContain('wanted a second quay, and nobody said so');
  expect(quote).toContain('Ida Roe');
  expect(quote).not.toMatch(/[*<>]/);

  // Two notes, three marks; every link within the page leads somewhere.
  expect(words).toContain('The Guardian, October 3, 2022.');
  expect(words).toContain('Reuters');
  expect(words).not.toContain('[^');
  expect(links.length).toBeGreaterThanOrEqual(5);
  for (const link of links) expect(ids).toContain(decodeURIComponent(link));
}
