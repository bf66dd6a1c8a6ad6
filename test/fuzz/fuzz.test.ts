/**
 * Articles changed at random against the laws. A fixed number with a fixed seed; `npm run fuzz` runs it for a time and keeps what it finds.
 */
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readableExtensions } from '../../src/readers/index.ts';
import { corpus } from './corpus.ts';
import { minimise } from './minimise.ts';
import { Mutator } from './mutate.ts';
import { brokenLaw } from './oracles.ts';

const minutes = Number(process.env['FUZZ_MINUTES'] ?? 0);
const first = Number(process.env['FUZZ_SEED'] ?? 1);
/** Where `npm run fuzz` has findings put. */
const log = process.env['FUZZ_LOG'];
const cases = 60;
const found = new URL('found/', import.meta.url);

describe('what was found before', () => {
  it('keeps the laws', async () => {
    for (const name of readdirSync(found)) {
      if (!readableExtensions.includes(extname(name))) continue;
      const value = readFileSync(new URL(name, found));
      expect(await brokenLaw({ extension: extname(name), value }), name).toBeUndefined();
    }
  });
});

describe('articles changed at random', () => {
  it('keep the laws', { timeout: (minutes + 5) * 60_000 }, async () => {
    const seeds = corpus();
    const end = Date.now() + minutes * 60_000;
    const counts: Record<string, number> = {};
    const failures: string[] = [];
    let number = 0;
    for (; minutes > 0 ? Date.now() < end : number < cases; number++) {
      const seed = new Mutator(first * 1_000_003 + number, seeds).make();
      // An input that ends the process is found here.
      if (log !== undefined) writeFileSync(`${log}.current${seed.extension}`, seed.value);
      const broken = await brokenLaw(seed);
      if (!broken) continue;
      const count = (counts[broken.law] ?? 0) + 1;
      counts[broken.law] = count;
      const small =
        count > 40
          ? seed
          : await minimise(seed, async (each) => (await brokenLaw(each))?.law === broken.law);
      const reason = (await brokenLaw(small))?.reason ?? broken.reason;
      const value = Buffer.from(small.value).toString('utf8');
      const told = JSON.stringify({
        number,
        law: broken.law,
        extension: small.extension,
        reason,
        value,
      });
      // Garbled citations that touch each other are read otherwise from Markdown: counted, and no fault of a change.
      if (broken.law !== 'fixpoint') failures.push(told);
      if (log !== undefined) appendFileSync(log, `${told}\n`);
    }
    if (log !== undefined) appendFileSync(log, `${JSON.stringify({ cases: number, counts })}\n`);
    expect(failures).toEqual([]);
  });
});
