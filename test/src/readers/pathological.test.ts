/** Each pathological form is built, or refused for a limit, in seconds; `npm run test:pathological -- --size 1000000` tells more. */
import { describe, expect, it } from 'vitest';
import { buildPathological, formsOf } from '../../support/pathological-build.ts';

const size = 16_384;
/** Of the processor, in milliseconds. */
const mostTime = 8_000;

describe.each([
  ['Markdown and plain text', 'md', ['md', 'txt']],
  ['HTML', 'html', ['html']],
])('%s', (_what, forms, formats) => {
  it.each(formsOf(forms).map(({ name }) => name))('%s', async (name) => {
    for (const format of formats) {
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
});
