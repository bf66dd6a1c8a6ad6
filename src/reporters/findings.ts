import type { Excerpt, Outcome } from '../batch/outcome.ts';
import type { ArticleMessage, Severity } from '../model/index.ts';
import { nextFingerprint } from './fingerprint.ts';

/** What there is to say of an article: its messages, or why it could not be built. */
export interface Finding extends Pick<
  ArticleMessage,
  | 'ruleId'
  | 'severity'
  | 'reason'
  | 'line'
  | 'column'
  | 'endLine'
  | 'endColumn'
  | 'note'
  | 'url'
  | 'count'
> {
  /** The file that it is in: the article, or its decisions. As shown in messages. */
  path: string;
  excerpt: Excerpt | null;
  /** Whether the article could not be built. */
  isFailure: boolean;
}

export interface NamedFinding extends Finding {
  /** Names the finding from one run to the next, wherever it moves to. */
  fingerprint: string;
}

/** The findings of an article in the order of their places. A failure is one, too. */
export function findingsOf(outcome: Outcome, quiet = false): Finding[] {
  if (outcome.error) {
    const { ruleId, message, line, column } = outcome.error;
    return [
      {
        ruleId,
        reason: message,
        line,
        column,
        endLine: null,
        endColumn: null,
        path: outcome.path,
        severity: 'error',
        note: null,
        url: null,
        excerpt: null,
        isFailure: true,
      },
    ];
  }
  const findings: Finding[] = [];
  for (const [index, message] of outcome.article.messages.entries()) {
    if (quiet && message.severity === 'info') continue;
    findings.push({
      ...(message.file === undefined ? message : withoutFile(message)),
      path: pathOf(outcome.path, message),
      excerpt: outcome.excerpts[index] ?? null,
      isFailure: false,
    });
  }
  return findings;
}

/** To leave out one of the fields takes many times as long as to copy all: only where there is one. */
function withoutFile({ file: _file, ...message }: ArticleMessage): Omit<ArticleMessage, 'file'> {
  return message;
}

/** The same with their names, which take longer to work out than all else. */
export function namedFindingsOf(outcome: Outcome, quiet = false): NamedFinding[] {
  const counts = new Map<string, number>();
  const findings = findingsOf(outcome).map((finding) => ({
    ...finding,
    fingerprint: nextFingerprint(outcome.path, finding, counts),
  }));
  // Those that are left out count all the same: the names of the others depend on them.
  return quiet ? findings.filter(({ severity }) => severity !== 'info') : findings;
}

/** Decisions stand beside the article that they are about. */
function pathOf(article: string, { file }: Pick<ArticleMessage, 'file'>): string {
  if (file === undefined) return article;
  return article.slice(0, article.lastIndexOf('/') + 1) + file.slice(file.lastIndexOf('/') + 1);
}

/** Worst first. */
export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[];
