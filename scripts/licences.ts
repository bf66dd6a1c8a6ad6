/**
 * Makes `docs/licences.md`: every package that comes with copydesk, with its licence. `npm run licences`; with `--check`, fails where the page is
 * not up to date, or where a licence is none of those that any house may use.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

interface LockedPackage {
  version?: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
  peer?: boolean;
  hasInstallScript?: boolean;
}

const permissive = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0', 'Python-2.0', 'Unlicense']); // prettier-ignore
const root = fileURLToPath(new URL('..', import.meta.url));
const file = join(root, 'docs/licences.md');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockedPackage>;
};
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

const faults: string[] = [];
const rows = Object.entries(lock.packages).flatMap(([path, each]) => {
  if (path === '' || each.dev || each.devOptional || each.optional || each.peer) return [];
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const licence = each.license ?? formerField(path);
  // Of `(MIT OR CC0-1.0)` one is chosen, so one that is permissive is enough.
  const choices = (licence ?? '').replace(/[()]/g, '').split(' OR ');
  if (!choices.some((choice) => permissive.has(choice)))
    faults.push(`${name} ${each.version}: licence ${licence ?? 'unknown'}`);
  if (each.hasInstallScript) faults.push(`${name} ${each.version}: runs a script when installed`);
  const direct = Object.hasOwn(own.dependencies, name) && path === `node_modules/${name}`;
  return [{ name, version: each.version ?? '', licence: licence ?? 'unknown', direct }];
});
rows.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));

/** Old packages list their licences in a field of another name, which the lock file leaves out. */
function formerField(path: string): string | undefined {
  const manifest = join(root, path, 'package.json');
  if (!existsSync(manifest)) return undefined;
  const { licenses } = JSON.parse(readFileSync(manifest, 'utf8')) as { licenses?: { type?: string }[] }; // prettier-ignore
  return licenses?.[0]?.type;
}

const direct = rows.filter((row) => row.direct).length;
const text = `# Licences

copydesk is under the [MIT licence](../LICENSE). [NOTICE](../NOTICE) tells what data it was made from. It comes with ${rows.length} packages of
others, ${direct} of which it asks for itself; none runs a script when it is installed. This page is made from \`package-lock.json\` by \`npm run licences\`; the check of the project fails where a licence is none of ${[...permissive].sort().join(', ')}.

| Package | Version | Licence | Asked for by copydesk |
| --- | --- | --- | --- |
${rows.map(({ name, version, licence, direct: asked }) => `| ${name} | ${version} | ${licence} | ${asked ? 'yes' : ''} |`).join('\n')}
`;
const page = await format(text, { ...(await resolveConfig(file)), parser: 'markdown' });

if (!process.argv.includes('--check')) writeFileSync(file, page);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== page)
  faults.push('docs/licences.md is not up to date: run `npm run licences`');
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
