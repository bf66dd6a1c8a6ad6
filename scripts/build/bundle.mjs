import { build, transform } from 'esbuild';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { starter } from './starter.mjs';

/** What is started as a process of its own. */
const entries = { cli: 'src/cli.js', worker: 'src/batch/worker.js' };
const external = [
  'jiti',
  '@huggingface/transformers',
  'citeproc',
  'bullmq',
  'ioredis',
  '@aws-sdk/client-s3',
];
const shebang = '#!/usr/bin/env node\n';

/**
 * Bundles the command and its workers into one script in `dist/bundle`, of which only those modules are run that are needed: to find and read
 * hundreds of modules takes longer than to build an article, and only of a script can V8's code be kept on all versions of Node. The entries in
 * `dist/src` then only load it; the rest of `dist` stays what `import 'copydesk'` gets.
 */
export async function bundleCommand(root) {
  const dist = join(root, 'dist');
  const out = join(dist, 'bundle');
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: entryCode(), resolveDir: dist },
    outfile: join(out, 'main.cjs'),
    write: false,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // Names stay: errors and plugins are told by them.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    define: { 'import.meta.url': 'bundleUrl' },
    external,
    plugins: [ownPlaces(dist, out), late(root)],
  });
  const code = `(function(exports,require,module,bundleUrl,importOutside){${ascii(outputFiles[0].text)}\n})`;
  const name = `main-${createHash('sha256').update(code).digest('hex').slice(0, 8)}`;
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, `${name}.cjs`), code);
  for (const [entry, path] of Object.entries(entries)) {
    writeFileSync(join(out, `${entry}.cjs`), `${shebang}${starter({ entry, name })}`);
    const target = relative(dirname(path), `bundle/${entry}.cjs`).replaceAll('\\', '/');
    writeFileSync(join(dist, path), `${shebang}import '${target}';\n`);
  }
  for (const path of [join(out, 'cli.cjs'), join(dist, entries.cli)]) chmodSync(path, 0o755);
  writeFileSync(join(out, 'LICENSES.txt'), licences(root, metafile));
}

/** `require`, so that each is run when it is asked for. */
function entryCode() {
  const starts = Object.entries(entries).map(
    ([name, path]) => `exports.${name} = () => require('./${path}');`,
  );
  return [
    `const { compiledCode } = require('./src/compiled-code.js');`,
    'exports.compiledCode = compiledCode;',
    ...starts,
  ].join('\n');
}

/**
 * Code in ASCII, which V8 reads and keeps in a byte a character. What esbuild leaves are patterns, as literals or in `String.raw`: an escape
 * means the same there.
 */
function ascii(code) {
  return code.replace(
    /[^\0-\x7F]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** An import of what is not in the bundle: a package of the house, or one that is named above. */
const outsideImport = new RegExp(
  `(?<![\\w$.])import\\((?!['"])|(?<![\\w$.])import\\((?=['"](?:${external.join('|')})['"])`,
  'g',
);

/** Modules find their data beside themselves: within the bundle, they are told where they stood. */
function ownPlaces(dist, out) {
  return {
    name: 'own-places',
    setup(builder) {
      builder.onLoad({ filter: /\.js$/ }, async ({ path }) => {
        if (!path.startsWith(dist)) return undefined;
        const written = readFileSync(path, 'utf8');
        const code = written.replace(outsideImport, 'importOutside(');
        if (!code.includes('import.meta'))
          return code === written ? undefined : { contents: code, loader: 'js' };
        const place = relative(out, path).replaceAll('\\', '/');
        const told = await transform(code, {
          define: { 'import.meta.url': 'ownPlace', 'import.meta.resolve': 'ownResolve' },
        });
        const head = [`const ownPlace = new URL('${place}', bundleUrl).href;`];
        if (told.code.includes('ownResolve')) {
          head.push(
            `const ownResolve = (name) => require('node:url').pathToFileURL(require('node:module').createRequire(ownPlace).resolve(name)).href;`,
          );
        }
        return { contents: `${head.join('\n')}\n${told.code}`, loader: 'js' };
      });
    },
  };
}

/** Has what packages load for few runs loaded when it is used: the parser of HTML by the plugin that has it, and what starts other commands. */
function late(root) {
  return {
    name: 'late',
    setup(builder) {
      const parser = join(root, 'node_modules/rehype-parse/lib/index.js');
      builder.onLoad({ filter: /rehype-parse[\\/]index\.js$/ }, () => ({
        contents: `export default function rehypeParse(options) {
          this.parser = (document, file) => {
            require(${JSON.stringify(parser)}).default.call(this, options);
            return this.parser(document, file);
          };
        }`,
        loader: 'js',
        resolveDir: root,
      }));
      builder.onLoad({ filter: /commander[\\/]lib[\\/]command\.js$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replace(
          "const childProcess = require('node:child_process');",
          "const childProcess = { spawn: (...args) => require('node:child_process').spawn(...args) };",
        ),
        loader: 'js',
      }));
    },
  };
}

/** Names, versions, licences and notices of all packages that are in a bundle. */
function licences(root, { inputs }) {
  const folders = new Set();
  for (const input of Object.keys(inputs)) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) folders.add(found[1]);
  }
  const parts = [...folders].sort().map((folder) => {
    const path = resolve(root, folder);
    const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    const notices = readdirSync(path)
      .filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file))
      .sort()
      .map((file) => readFileSync(join(path, file), 'utf8').trim());
    return [`${name} ${version} (${license})`, ...notices].join('\n\n');
  });
  const head = 'Packages that are part of the files in this folder, with their licences.';
  return `${[head, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
