import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { poison } from '../../support/poison.ts';
import { hostileArticles } from '../../support/hostile.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

it('changes no byte of good articles, and loses no hostile one', async () => {
  const hostile = hostileArticles();
  expect(hostile).toHaveLength(40);
  // `npm run test:poison` does the same among 2,000.
  const found = await poison({
    good: 40,
    length: 1500,
    hostile: hostile.filter((_each, index) => index % 4 === 0),
    command: [process.execPath, '--import', import.meta.resolve('tsx'), join(root, 'src/cli.ts')],
    jobs: 2,
    timeLimit: 10,
  });
  expect(found).toMatchObject({ changed: [], goodFailed: {}, lost: [] });
  expect(Object.keys(found.failed).length + found.built.length).toBe(10);
}, 600_000);
