/** Compiles to `dist/`, puts the data files beside the code and bundles the command: `npm run build`. Needs no install script. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
/** What code reads at run time, beside the code or in a folder of its own. */
const dataFolders = ['editorial', 'schemas'];
const dataFile = /\.(?:json|ya?ml|bin|css)$/;

// An installed package brings dist and no sources: there is nothing to build.
if (existsSync(join(root, 'src'))) {
  rmSync(dist, { recursive: true, force: true });
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const folder of ['src', 'plugins']) copyData(folder);
  for (const folder of dataFolders)
    cpSync(join(root, folder), join(dist, folder), { recursive: true });

  const { compileTables } = await import('./build/tables.mjs');
  const { compileChecks } = await import('./build/checks.mjs');
  const { bundleCommand } = await import('./build/bundle.mjs');
  compileTables(dist);
  await compileChecks(dist);
  await bundleCommand(root);
}

function copyData(folder) {
  for (const entry of readdirSync(join(root, folder))) {
    const path = join(folder, entry);
    if (statSync(join(root, path)).isDirectory()) copyData(path);
    else if (dataFile.test(entry)) {
      mkdirSync(dirname(join(dist, path)), { recursive: true });
      cpSync(join(root, path), join(dist, path));
    }
  }
}
