/**
 * Articles changed at random, and articles made of parts, against the laws. A fixed number with a fixed seed; `npm run fuzz` runs the same for a
 * time and keeps what it finds.
 */
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readableExtensions } from '../../src/readers/index.ts';
import { corpus } from './corpus.ts';
import { brokenLaw } from './oracles.ts';
import { search, type Found } from './search.ts';

const minutes = Number(process.env['FUZZ_MINUTES'] ?? 0);
const seed = Number(process.env['FUZZ_SEED'] ?? 1);
/** Where `npm run fuzz` has findings put, as JSON lines and each as a file. */
const log = process.env['FUZZ_LOG'];
/** One input to try again. */
const file = process.env['FUZZ_FILE'];
const cases = 100;
const found = new URL('found/', import.meta.url);

describe.skipIf(minutes > 0)('what was found before', () => {
  const names = file === undefined ? readdirSync(found) : [file];
  it.each(names.filter((name) => readableExtensions.includes(extname(name))))(
    '%s keeps the laws',
    async (name) => {
      const value = readFileSync(file ?? new URL(name, found));
      expect(await brokenLaw({ extension: extname(name), value })).toBeUndefined();
    },
  );
});

describe.skipIf(file !== undefined)('articles changed at random and made of parts', () => {
  it('keep the laws', { timeout: (minutes + 5) * 60_000 }, async () => {
    const end = Date.now() + minutes * 60_000;
    const counts: Record<string, number> = {};
    const failures: string[] = [];
    const onFound = ({ law, reason, from, input }: Found): void => {
      counts[law] = (counts[law] ?? 0) + 1;
      const path = log === undefined ? undefined : `${log}.${failures.length}${input.extension}`;
      const value = Buffer.from(input.value).toString('utf8');
      const told = JSON.stringify({ law, from, path, extension: input.extension, reason, value });
      failures.push(told);
      if (log === undefined || path === undefined) return;
      writeFileSync(path, input.value);
      appendFileSync(log, `${told}\n`);
    };
    const done = await search({
      seed,
      seeds: corpus(),
      goOn: (number) => (minutes > 0 ? Date.now() < end : number < cases),
      onCase:
        log === undefined
          ? undefined
          : ({ extension, value }) => writeFileSync(`${log}.current${extension}`, value),
      onFound,
    });
    if (log !== undefined) appendFileSync(log, `${JSON.stringify({ cases: done, counts })}\n`);
    expect(failures).toEqual([]);
  });
});
