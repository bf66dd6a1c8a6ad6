/** Each pathological form is built, or refused for a limit, in seconds; `npm run test:pathological -- --size 1000000` tells more. */
import { expect, it } from 'vitest';
import { pathological } from '../../support/pathological.ts';
import { buildPathological } from '../../support/pathological-build.ts';

const size = 16_384;
/** Of the processor, in milliseconds. */
const mostTime = 8_000;

it.each(pathological.map(({ name }) => name))('%s', async (name) => {
  for (const format of ['md', 'txt']) {
    const { result, detail, time } = await buildPathological({
      name,
      size,
      format,
      plugins: false,
    });
    expect(result, detail).not.toBe('crashed');
    expect(time).toBeLessThan(mostTime);
  }
});
