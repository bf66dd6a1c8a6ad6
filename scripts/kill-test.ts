/**
 * Kills builds with SIGKILL at moments of chance and checks that nothing is torn and that the next run completes to the same bytes:
 * `npm run test:kill -- --moments 300`. Builds the command before.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { killBuilds } from '../test/support/kill.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    moments: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    cli: { type: 'string' },
  },
});
if (values.cli === undefined) {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
}
const found = await killBuilds({
  moments: Number(values.moments),
  seed: Number(values.seed),
  command: [process.execPath, values.cli ?? `${root}dist/src/cli.js`],
  articles: { few: 40, many: 140 },
  onMoment: (done, { torn, incomplete, mistaken, uncleared, orphans }) => {
    const faults = Object.entries({ torn, incomplete, mistaken, uncleared, orphans });
    const told = faults.filter(([, each]) => each.length > 0);
    if (done % 10 === 0) console.log(done, 'killed, faults:', Object.fromEntries(told));
  },
});
console.log(found);
const { torn, incomplete, mistaken, uncleared, orphans } = found;
if ([torn, incomplete, mistaken, uncleared, orphans].some((faults) => faults.length > 0)) {
  process.exitCode = 1;
}
