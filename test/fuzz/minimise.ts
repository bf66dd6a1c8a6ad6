import type { Seed } from './corpus.ts';

/** Takes parts out of an input for as long as it still breaks the same law: halves, lines, then characters. */
export async function minimise(
  seed: Seed,
  breaks: (seed: Seed) => Promise<boolean>,
  { tries = 250 } = {},
): Promise<Seed> {
  let best = [...Buffer.from(seed.value).toString('utf8')];
  let left = tries;
  const toSeed = (characters: readonly string[]): Seed => ({
    ...seed,
    value: Buffer.from(characters.join('')),
  });
  if (seed.extension === '.docx' || !(await breaks(toSeed(best)))) return seed;
  for (
    let size = Math.ceil(best.length / 2);
    size >= 1 && left > 0;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = 0; at < best.length && left > 0;) {
      const shorter = [...best.slice(0, at), ...best.slice(at + size)];
      left--;
      if (await breaks(toSeed(shorter))) best = shorter;
      else at += size;
    }
  }
  return toSeed(best);
}
