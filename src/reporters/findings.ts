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
  /** Names the finding from one run to the next, wherever it moves to. */
  fingerprint: string;
}

/** The findings of an article in the order of their places. A failure is one, too. */
export function findingsOf(outcome: Outcome, quiet = false): Finding[] {
  const counts = new Map<string, number>();
  if (outcome.error) {
    const { ruleId, message, line, column } = outcome.error;
    const place = { line, column, endLine: null, endColumn: null };
    const known = { ruleId, reason: message, excerpt: null };
    const fingerprint = nextFingerprint(outcome.path, known, counts);
    return [
      {
        ...known,
        ...place,
        path: outcome.path,
        severity: 'error',
        note: null,
        url: null,
        isFailure: true,
        fingerprint,
      },
    ];
  }
  const findings = outcome.article.messages.map((message, index) => {
    const excerpt = outcome.excerpts[index] ?? null;
    const fingerprint = nextFingerprint(outcome.path, { ...message, excerpt }, counts);
    const { file: _file, ...finding } = message;
    const path = pathOf(outcome.path, message);
    return { ...finding, path, excerpt, isFailure: false, fingerprint };
  });
  return quiet ? findings.filter(({ severity }) => severity !== 'info') : findings;
}

/** Decisions stand beside the article that they are about. */
function pathOf(article: string, { file }: Pick<ArticleMessage, 'file'>): string {
  if (file === undefined) return article;
  return article.slice(0, article.lastIndexOf('/') + 1) + file.slice(file.lastIndexOf('/') + 1);
}

/** Worst first. */
export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[];
