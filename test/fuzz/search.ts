/** Looks for inputs that break a law: articles changed at random and articles made of parts, in turn. */
import fc from 'fast-check';
import type { Seed } from './corpus.ts';
import { articles } from './generate.ts';
import { minimise } from './minimise.ts';
import { Mutator } from './mutate.ts';
import { brokenLaw, type Finding } from './oracles.ts';

export interface Found extends Finding {
  /** The input, as small as it went. */
  input: Seed;
  /** Which of the two ways, and the number of the case in it. */
  from: string;
}

export interface SearchOptions {
  seed: number;
  seeds: readonly Seed[];
  /** Told whether to go on, before each case. */
  goOn: (cases: number) => boolean;
  /** Called with each input before it is built: one that ends the process can be found again. */
  onCase?: ((input: Seed) => void) | undefined;
  onFound: (found: Found) => void;
}

/** Articles made of parts at a time. */
const batch = 10;
/** Of a law that is broken often, only the first are made smaller: that takes hundreds of builds. */
const mostMinimised = 25;

/** @returns how many cases were tried. */
export async function search({
  seed,
  seeds,
  goOn,
  onCase,
  onFound,
}: SearchOptions): Promise<number> {
  const counts = new Map<string, number>();
  let cases = 0;
  const tell = async (input: Seed, broken: Finding, from: string): Promise<void> => {
    const count = (counts.get(broken.law) ?? 0) + 1;
    counts.set(broken.law, count);
    const small =
      count > mostMinimised
        ? input
        : await minimise(input, async (each) => (await brokenLaw(each))?.law === broken.law);
    onFound({ ...((await brokenLaw(small)) ?? broken), input: small, from });
  };
  for (let number = 0; goOn(cases); number++) {
    const own = seed * 1_000_003 + number;
    for (let index = 0; index < batch && goOn(cases); index++, cases++) {
      const from = own * batch + index;
      const input = new Mutator(from, seeds).make();
      onCase?.(input);
      const broken = await brokenLaw(input);
      if (broken) await tell(input, broken, `change ${from}`);
    }
    const made = await madeOfParts(own, onCase);
    cases += made.cases;
    if (made.broken) await tell(made.broken.input, made.broken, `parts ${own}`);
  }
  return cases;
}

class BrokenLaw extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.reason);
    this.finding = finding;
  }
}

/** Some articles made of parts; the first that breaks a law is made smaller by its parts. */
export async function madeOfParts(
  seed: number,
  onCase?: (input: Seed) => void,
  numRuns: number = batch,
): Promise<{ cases: number; broken?: Finding & { input: Seed } }> {
  const property = fc.asyncProperty(articles, async (input) => {
    onCase?.(input);
    const broken = await brokenLaw(input);
    if (broken) throw new BrokenLaw(broken);
  });
  const result = await fc.check(property, {
    seed: seed | 0,
    numRuns,
    interruptAfterTimeLimit: 120_000,
  });
  const input = result.counterexample?.[0];
  if (!input) return { cases: result.numRuns };
  const error = result.errorInstance;
  const finding = error instanceof BrokenLaw ? error.finding : { law: 'no crash', reason: String(error) }; // prettier-ignore
  return { cases: result.numRuns, broken: { ...finding, input } };
}
