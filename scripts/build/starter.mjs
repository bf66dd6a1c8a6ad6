/**
 * The code that starts the bundle. V8's code of it is kept beside it, where whoever can write can change the bundle as well: compiling it takes
 * longer than the rest of the start. V8 itself checks that the code is of its own version, flags and processor; that it is of this bundle, which
 * V8 tells by its length alone, is in the name. It is written once an article was built, when all that this takes has been compiled. Where the
 * folder can't be written to, everything is compiled each time.
 */
export function starter({ entry, name }) {
  return `'use strict';
const { readFileSync, renameSync, rmSync, writeFileSync } = require('fs');
const { join } = require('path');
const { pathToFileURL } = require('url');
const { cachedDataVersionTag, setFlagsFromString } = require('v8');
const { Script } = require('vm');
// What Node has compiled of itself counts only for the flags of V8 that it was compiled with: before these change.
for (const name of ['crypto', 'module', 'os', 'perf_hooks', 'process', 'stream', 'timers/promises', 'zlib'])
  require(name);
${flagsOfV8}
const filename = join(__dirname, '${name}.cjs');
const kept = join(__dirname, \`${name}-\${cachedDataVersionTag().toString(36)}.cache\`);
let cachedData;
try {
  cachedData = readFileSync(kept);
} catch {}
const script = new Script(readFileSync(filename, 'latin1'), {
  filename,
  cachedData,
});
const bundle = {};
// A script whose code was kept can't import by itself on Node 20.
const importOutside = (name) => import(name);
script.runInThisContext()(
  bundle,
  require,
  { exports: bundle },
  pathToFileURL(filename).href,
  importOutside,
);
if (!cachedData || script.cachedDataRejected) {
  process.on('exit', () => {
    if (!bundle.compiledCode.isWorthKeeping) return;
    const written = \`\${kept}.\${process.pid}\`;
    try {
      writeFileSync(written, script.createCachedData());
      renameSync(written, kept);
    } catch {
      try {
        rmSync(written, { force: true });
      } catch {}
    }
  });
}
// Nothing is left to be done then, and to take the heap apart is for nothing. Others may listen as well: this comes last.
process.once('beforeExit', () => process.on('exit', () => process.exit()));
bundle.${entry}();
`;
}

/**
 * V8 optimises a function early, for programs that run on in one loop. An article goes through thousands of functions, few of them often: later, what is
 * optimised is what pays, for one article and for hundreds. A pattern is interpreted the first time, and compiled anew the second time: most
 * are used more than once, so that the first is for nothing. The young generation begins with one megabyte, and what an article needs outlives it:
 * it grows at once. The flags differ between versions of V8; one that a version doesn't know would be printed as an error.
 */
const flagsOfV8 = `
const all = ['--no-regexp-tier-up', '--semi-space-growth-factor=16'];
const flags = {
  11: [...all, '--interrupt-budget=1000000'],
  12: [...all, '--invocation-count-for-maglev=6000', '--invocation-count-for-turbofan=45000'],
  13: [...all, '--invocation-count-for-maglev=6000', '--invocation-count-for-turbofan=45000'],
};
for (const flag of flags[process.versions.v8.split('.')[0]] ?? []) setFlagsFromString(flag);`;
