/** Outcomes for tests of reporters. */
import type { BuiltOutcome, Excerpt, FailedOutcome, Outcome } from '../../../src/batch/outcome.ts';
import type { ArticleMessage } from '../../../src/model/index.ts';
import type { Reporter, ReporterOptions } from '../../../src/reporters/index.ts';
import { reporters, type ReporterName } from '../../../src/reporters/index.ts';
import { count, noTotals } from '../../../src/reporters/summary.ts';

export function message(given: Partial<ArticleMessage> = {}): ArticleMessage {
  return {
    ruleId: 'citations/missing-outlet',
    severity: 'warning',
    reason: 'Unexpected citation without an outlet',
    line: 3,
    column: 5,
    endLine: 3,
    endColumn: 9,
    note: null,
    url: 'https://docs.example/rules.md#citationsmissing-outlet',
    ...given,
  };
}

export function built(
  path: string,
  messages: readonly ArticleMessage[],
  excerpts: readonly (Excerpt | null)[] = messages.map(() => null),
): BuiltOutcome {
  const digest = { title: null, notes: 0, entities: 0, pullQuotes: 0, sources: [] };
  return { path, article: { ...digest, messages }, excerpts };
}

export function failed(path: string, text: string): FailedOutcome {
  const error = { ruleId: 'pipeline/plugin-failed', message: text, line: null, column: null };
  return { path, error };
}

/** Everything that a hostile article could put into a report. */
export const hostile =
  '\u001B[31m::error file=x::owned\r\n::set-output name=a::b ##[add-mask]c <img src=x onerror=alert(1)> | [a](javascript:b) @team `c` \u0000\u0007\uFFFE\uD800 ]]> & "\'\u202Ed';

export function create(name: ReporterName, options: Partial<ReporterOptions> = {}): Reporter {
  return reporters[name].create({
    color: false,
    quiet: false,
    width: 100,
    pathPrefix: '',
    done: 'checked',
    version: '1.2.3',
    isCommandLog: false,
    ...options,
  });
}

/** All that a reporter prints. */
export function printed(
  name: ReporterName,
  outcomes: readonly Outcome[],
  options: Partial<ReporterOptions> = {},
): string {
  const reporter = create(name, options);
  const totals = noTotals();
  let text = '';
  for (const outcome of outcomes) {
    count(totals, outcome);
    text += reporter.article(outcome) ?? '';
  }
  return text + (reporter.end(totals, 1234) ?? '');
}
