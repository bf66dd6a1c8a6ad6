import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { killBuilds } from '../../support/kill.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

it('leaves nothing torn when it is killed, and the next run completes it to the same bytes', async () => {
  // `npm run test:kill` does the same 300 times.
  const found = await killBuilds({
    moments: 3,
    command: [process.execPath, '--import', import.meta.resolve('tsx'), join(root, 'src/cli.ts')],
    articles: { few: 20, many: 130 },
  });
  expect(found).toMatchObject({
    killed: 3,
    torn: [],
    incomplete: [],
    mistaken: [],
    uncleared: [],
    orphans: [],
  });
}, 600_000);
