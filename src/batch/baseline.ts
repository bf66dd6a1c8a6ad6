/**
 * Findings that are known already. A newsroom turns checks on for an old archive, keeps what they find today in a file, and sees from
 * then on only what is new.
 *
 * A finding is known by its rule and the words that it is about, not by its line; the same words may be found several times in an article,
 * so that each has a number.
 */
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { identityOf } from '../reporters/fingerprint.ts';
import { InputError } from './input-error.ts';
import type { Outcome } from './outcome.ts';
import { writeWhole } from './write-file.ts';

/** How often each finding stands in an article, by rule and identity: `citations/missing-outlet 3f2a…`. */
type Counts = Record<string, number>;

interface BaselineFile {
  version: 1;
  /** By the path of the article, from the folder of the baseline, with `/`. */
  articles: Record<string, Counts>;
}

/** Findings of the baseline that no longer occur. */
export interface Gone {
  path: string;
  ruleId: string;
  count: number;
}

export class Baseline {
  readonly #file: string;
  readonly #cwd: string;
  readonly #known: Map<string, Counts>;
  readonly #met = new Map<string, Counts>();
  /** Articles that could not be built: nothing is known of their findings. */
  readonly #failed = new Set<string>();

  private constructor(file: string, cwd: string, known: Map<string, Counts>) {
    this.#file = file;
    this.#cwd = cwd;
    this.#known = known;
  }

  /**
   * Reads a baseline.
   *
   * @param name - Of the file, from `cwd`.
   * @param isNew - Whether a file that isn't there is an empty one.
   * @throws InputError where it can't be read.
   */
  static read(name: string, cwd: string, isNew: boolean): Baseline {
    const file = resolve(cwd, name);
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' && isNew) return new Baseline(file, cwd, new Map());
      const reason =
        code === 'ENOENT'
          ? `there is no such file. copydesk check --baseline ${name} --update-baseline makes it.`
          : `it can't be read: ${message}.`;
      throw new InputError(`Unexpected baseline "${name}": ${reason}`);
    }
    return new Baseline(file, cwd, parse(text, name));
  }

  /** The outcome without the findings that are known. A failure is never known. */
  remove(outcome: Outcome): Outcome {
    const path = this.#pathOf(outcome.path);
    if (outcome.error) {
      this.#failed.add(path);
      return outcome;
    }
    const known = this.#known.get(path) ?? {};
    const met: Counts = {};
    const { messages } = outcome.article;
    const isNew = messages.map((message, index) => {
      const excerpt = outcome.excerpts[index] ?? null;
      const key = `${message.ruleId} ${identityOf({ ...message, excerpt })}`;
      met[key] = (met[key] ?? 0) + (message.count ?? 1);
      return met[key] > (known[key] ?? 0);
    });
    this.#met.set(path, met);
    return {
      ...outcome,
      article: { ...outcome.article, messages: messages.filter((_, index) => isNew[index]) },
      excerpts: outcome.excerpts.filter((_, index) => isNew[index]),
    };
  }

  /**
   * Known findings that no longer occur, by article and rule.
   *
   * @param isWhole - Whether the run took all articles, so that one that wasn't met is no longer there.
   */
  gone(isWhole: boolean): Gone[] {
    const result: Gone[] = [];
    for (const [path, known] of [...this.#known].sort(byKey)) {
      const met = this.#met.get(path);
      if (this.#failed.has(path) || (!met && !isWhole)) continue;
      const byRule = new Map<string, number>();
      for (const [key, count] of Object.entries(known)) {
        const missing = count - (met?.[key] ?? 0);
        const ruleId = key.split(' ')[0] as string;
        if (missing > 0) byRule.set(ruleId, (byRule.get(ruleId) ?? 0) + missing);
      }
      for (const [ruleId, count] of [...byRule].sort(byKey)) result.push({ path, ruleId, count });
    }
    return result;
  }

  /**
   * Writes what was met. Of articles that were not met all stays as it was, unless they are no longer there.
   *
   * @returns how many findings it holds.
   */
  async write(isWhole: boolean): Promise<number> {
    const all = new Map(this.#met);
    for (const [path, counts] of this.#known) {
      if (!all.has(path) && (!isWhole || this.#failed.has(path))) all.set(path, counts);
    }
    const articles: [string, Counts][] = [];
    let total = 0;
    for (const [path, counts] of [...all].sort(byKey)) {
      const entries = Object.entries(counts).sort(byKey);
      if (entries.length === 0) continue;
      for (const [, count] of entries) total += count;
      articles.push([path, Object.fromEntries(entries)]);
    }
    const content: BaselineFile = { version: 1, articles: Object.fromEntries(articles) };
    try {
      await writeWhole(this.#file, `${JSON.stringify(content, undefined, 2)}\n`);
    } catch (error) {
      throw new InputError(`${(error as Error).message}. Name another file: --baseline FILE.`);
    }
    return total;
  }

  #pathOf(path: string): string {
    return relative(dirname(this.#file), resolve(this.#cwd, path)).split(sep).join('/');
  }
}

function parse(text: string, name: string): Map<string, Counts> {
  const fail = (reason: string): InputError =>
    new InputError(
      `Unexpected baseline "${name}": ${reason}. copydesk check --update-baseline writes a new one, once it is deleted.`,
    );
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw fail(`it is not JSON (${(error as Error).message})`);
  }
  const { version, articles } = (content ?? {}) as { version?: unknown; articles?: unknown };
  if (version !== 1)
    throw fail(`its version is ${JSON.stringify(version) ?? 'not given'}, expected 1`);
  if (typeof articles !== 'object' || articles === null || Array.isArray(articles))
    throw fail('it has no "articles"');
  for (const [path, counts] of Object.entries(articles as Record<string, unknown>)) {
    const isSound =
      typeof counts === 'object' &&
      counts !== null &&
      Object.values(counts).every((count) => Number.isSafeInteger(count) && (count as number) > 0);
    if (!isSound) throw fail(`the findings of "${path}" are no numbers by name`);
  }
  return new Map(Object.entries(articles as Record<string, Counts>));
}

/** An order that no locale changes. */
function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
