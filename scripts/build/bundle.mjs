import { build, transform } from 'esbuild';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** What is started as a process of its own. */
const entries = { cli: 'src/cli.js', worker: 'src/batch/worker.js' };
const shebang = '#!/usr/bin/env node\n';

/**
 * Bundles the command and its workers into `dist/bundle`, in parts that are loaded when they are needed: to find and read hundreds of modules
 * takes longer than to build an article. The entries in `dist/src` then only load them; the rest of `dist` stays what `import 'copydesk'` gets.
 */
export async function bundleCommand(root) {
  const dist = join(root, 'dist');
  const out = join(dist, 'bundle');
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(
      Object.entries(entries).map(([name, path]) => [name, join(dist, path)]),
    ),
    outdir: out,
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Names stay: errors and plugins are told by them.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    // Packages in CommonJS require what Node brings along.
    banner: {
      js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);",
    },
    external: [
      'jiti',
      '@huggingface/transformers',
      'citeproc',
      'bullmq',
      'ioredis',
      '@aws-sdk/client-s3',
    ],
    plugins: [ownPlaces(dist, out)],
  });
  for (const [name, path] of Object.entries(entries)) {
    const target = relative(dirname(path), `bundle/${name}.js`).replaceAll('\\', '/');
    writeFileSync(join(dist, path), entryCode(target));
  }
  chmodSync(join(dist, entries.cli), 0o755);
  writeFileSync(join(out, 'LICENSES.txt'), licences(root, metafile));
}

/** Node 22 keeps what it has compiled for the next start. */
function entryCode(target) {
  return `${shebang}import module from 'node:module';\nmodule.enableCompileCache?.();\nawait import('${target}');\n`;
}

/** Modules find their data beside themselves: within the bundle, they are told where they stood. */
function ownPlaces(dist, out) {
  return {
    name: 'own-places',
    setup(builder) {
      builder.onLoad({ filter: /\.js$/ }, async ({ path }) => {
        if (!path.startsWith(dist)) return undefined;
        const code = readFileSync(path, 'utf8');
        if (!code.includes('import.meta.url')) return undefined;
        const place = relative(out, path).replaceAll('\\', '/');
        const told = await transform(code, { define: { 'import.meta.url': 'ownPlace' } });
        return {
          contents: `const ownPlace = new URL('${place}', import.meta.url).href;\n${told.code}`,
          loader: 'js',
        };
      });
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
