/** What must hold for any input: see the laws in docs/architecture.md. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { createPipeline, LimitError, type BuildResult } from '../../src/index.ts';
import {
  expectFixpoint,
  expectNothingLost,
  expectOrder,
  expectTruePlaces,
  expectValid,
} from '../support/laws.ts';
import type { Seed } from './corpus.ts';

export interface Finding {
  law: string;
  reason: string;
}

const pipeline = createPipeline({ config: { formats: ['markdown', 'html', 'json', 'txt'] } });

/** Milliseconds of the processor that an input of some kilobytes may take at most. */
const mostTime = 6000;

/** The first law that an input breaks; undefined where all hold. */
export async function brokenLaw({ extension, value }: Seed): Promise<Finding | undefined> {
  const start = process.cpuUsage();
  let built: BuildResult;
  try {
    built = await pipeline.build({ value, path: `article${extension}` });
  } catch (error) {
    // A Word file whose bytes were changed is none, and an article may be beyond a limit.
    if (error instanceof LimitError || extension === '.docx') return undefined;
    return { law: 'no crash', reason: reasonOf(error) };
  }
  const time = process.cpuUsage(start).user / 1000;
  if (time > mostTime) return { law: 'time', reason: `${Math.round(time)} ms` };
  const laws: [law: string, holds: () => unknown][] = [
    ['valid JSON', () => expectValid(JSON.parse(built.outputs.json as string))],
    ['order', () => expectOrder(built.article)],
    // Characters that were restored read otherwise than their source.
    ['true places', () => isRestored(built) || expectTruePlaces(built)],
    ['safe HTML', () => expectSafe(built.outputs.html as string)],
    // A restored word whose place isn't known can't be told from one that is lost; those of a page never are.
    [
      'nothing lost',
      () =>
        isRestored(built, extension === '.html' ? undefined : 'without place') ||
        expectNothingLost(built),
    ],
    ['fixpoint', () => expectFixpoint(pipeline, built)],
  ];
  for (const [law, holds] of laws) {
    try {
      await holds();
    } catch (error) {
      return { law, reason: reasonOf(error) };
    }
  }
  return undefined;
}

/** A page that a parser finds no fault with, and nothing in it that runs. */
export function expectSafe(page: string): void {
  const faults: string[] = [];
  const tree = parse(page, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine, startCol }) =>
      void faults.push(`${code} at ${startLine}:${startCol}`),
  });
  const stack: DefaultTreeAdapterTypes.Node[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('childNodes' in node) stack.push(...node.childNodes);
    if (!('attrs' in node)) continue;
    const type = node.attrs.find(({ name }) => name === 'type')?.value;
    if (node.tagName === 'script' && type !== 'application/ld+json') faults.push('a script');
    if (/^(?:iframe|object|embed|form|base|svg|math)$/.test(node.tagName))
      faults.push(node.tagName);
    for (const { name, value } of node.attrs) {
      if (name.startsWith('on') || name === 'style' || name === 'srcdoc') faults.push(name);
      if (/^(?:href|src|cite|action)$/.test(name) && /^\s*(?:javascript|vbscript):/i.test(value))
        faults.push(`${name}=${value}`);
    }
  }
  // A character that is no character may stand in a text.
  const grave = faults.filter(
    (fault) => !/^(?:noncharacter|control-character)-in-input-stream/.test(fault),
  );
  if (grave.length > 0) throw new Error(grave.slice(0, 5).join('; '));
}

function isRestored({ file }: BuildResult, where?: 'without place'): boolean {
  return file.messages.some(
    ({ ruleId, place }) =>
      (ruleId === 'mojibake' || ruleId === 'ligature') &&
      (where === undefined || place === undefined),
  );
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const where =
    error instanceof Error
      ? (/\n\s+at .*?((?:src|plugins|node_modules)\/[^\n)]*)/.exec(error.stack ?? '')?.[1] ?? '')
      : '';
  return `${text.slice(0, 600)} ${where}`.trim();
}
