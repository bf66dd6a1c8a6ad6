/**
 * Tries the package as its users get it: packs it, installs it into an empty folder, and uses the API, a plugin alone and the
 * command from there.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runAction } from './action.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'copydesk-packed-'));
const npm = (args, cwd) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

const script = `
import assert from 'node:assert/strict';
import { createPipeline } from 'copydesk';
import { textView } from 'copydesk/text';
import { rules } from 'copydesk/model';
import citations from 'copydesk/plugins/citations';
import { unified } from 'unified';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';

const value = 'A Headline About Ships\\n\\nThe ferry left in the morning (Reuters, May 3, 2021). It came back late.';
const { article, outputs } = await createPipeline().build({ value, path: 'ferry.txt' });
assert.equal(article.metadata.title, 'A Headline About Ships');
assert.equal(article.citations.length, 1);
assert.match(outputs.markdown, /\\[\\^1\\]: /);
assert.match(outputs.html, /doc-endnotes/);
assert.equal(JSON.parse(outputs.json).schemaVersion, 1);
assert.equal(typeof textView, 'function');
assert.ok(rules['citations/missing-outlet']);
assert.equal(typeof citations, 'function');
console.log('the API works from a plain .mjs file');
`;

try {
  const [packed] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  );
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  npm(['install', '--no-audit', '--no-fund', '--ignore-scripts', `./${packed.filename}`], folder);
  writeFileSync(join(folder, 'try.mjs'), script);
  execFileSync(process.execPath, ['try.mjs'], { cwd: folder, stdio: 'inherit' });
  mkdirSync(join(folder, 'input'));
  writeFileSync(
    join(folder, 'input/ferry.txt'),
    'A Headline About Ships\n\nThe ferry left early (Reuters, May 3, 2021).\n',
  );
  execFileSync(join(folder, 'node_modules/.bin/copydesk'), ['build'], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (!readFileSync(join(folder, 'output/ferry.md'), 'utf8').includes('[^1]'))
    throw new Error('Unexpected output/ferry.md');
  const kept = readdirSync(join(folder, 'node_modules/copydesk/dist/bundle')).filter((name) =>
    name.endsWith('.cache'),
  );
  if (packed.files.some(({ path }) => path.endsWith('.cache')) || kept.length !== 1)
    throw new Error(`Unexpected code that is kept: ${kept.join(', ')}`);
  housePackage();
  newsroom(join(folder, packed.filename));
  console.log(
    `the packed package works: ${packed.files.length} files, ${Math.round(packed.size / 1024)} KB`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A package of the house is imported by the command whose code was kept by the build before. */
function housePackage() {
  const own = join(folder, 'node_modules/remark-our-words');
  mkdirSync(own);
  writeFileSync(
    join(own, 'package.json'),
    '{ "name": "remark-our-words", "version": "1.0.0", "type": "module", "exports": "./index.js" }',
  );
  writeFileSync(join(own, 'index.js'), 'export default () => () => undefined;\n');
  const config = join(folder, 'pipeline.config.yaml');
  writeFileSync(config, 'plugins: [masthead, remark-our-words]\n');
  execFileSync(join(folder, 'node_modules/.bin/copydesk'), ['build'], { cwd: folder });
  rmSync(config);
}

/** What `init` makes, with the package installed: it builds at once, nothing is wrong with it, a new plugin passes its test, the action runs. */
function newsroom(tarball) {
  const site = join(folder, 'newsroom');
  const copydesk = (cwd, ...args) =>
    execFileSync(join(folder, 'node_modules/.bin/copydesk'), args, { cwd, encoding: 'utf8' });
  copydesk(folder, 'init', 'newsroom', '--ci', 'none');
  const file = join(site, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.devDependencies.copydesk = `file:${tarball}`;
  writeFileSync(file, JSON.stringify(manifest));
  npm(['install', '--no-audit', '--no-fund', '--ignore-scripts'], site);
  npm(['run', 'build'], site);
  if (!readFileSync(join(site, 'output/lighthouse.md'), 'utf8').includes('[^1]'))
    throw new Error('Unexpected output/lighthouse.md');
  copydesk(site, 'doctor');
  copydesk(site, 'new', 'plugin', 'our-words');
  execFileSync(process.execPath, ['--test', 'plugins/'], { cwd: site, stdio: 'pipe' });
  copydesk(site, 'build', '--frail');
  console.log('what init makes builds, passes doctor, and takes a new plugin');

  rmSync(join(site, 'node_modules'), { recursive: true });
  rmSync(join(site, 'package-lock.json'));
  const { code, output } = runAction(join(root, 'action.yml'), {
    cwd: site,
    inputs: { version: `file:${tarball}`, 'max-warnings': '0' },
  });
  if (code !== 0) throw new Error(`Unexpected result ${code} of the action:\n${output}`);
  console.log('the action installs the package and checks with it');
}
