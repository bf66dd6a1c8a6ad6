import { createColors } from 'picocolors';
import type { Outcome } from '../batch/outcome.ts';
import { LimitError } from '../limits.ts';
import type { ArticleMessage, Severity } from '../model/index.ts';

export interface PrettyOptions {
  color: boolean;
  /** Leaves out what is only worth knowing. */
  quiet: boolean;
}

/** The findings of one article for a person to read, worst first; empty where there is nothing to say. */
export function prettyOutcome(outcome: Outcome, { color, quiet }: PrettyOptions): string {
  const paint = createColors(color);
  const colors: Record<Severity, (text: string) => string> = {
    error: paint.red,
    warning: paint.yellow,
    info: paint.blue,
  };
  const head = paint.underline(outcome.path);
  if (outcome.error) {
    const rule = outcome.error instanceof LimitError ? `  ${paint.dim(outcome.error.rule)}` : '';
    return `${head}\n  ${paint.red('error')}  ${outcome.error.message}${rule}\n`;
  }

  const messages = outcome.article.messages.filter(({ severity }) => !quiet || severity !== 'info');
  if (messages.length === 0) return '';
  const rows = messages.map((message) => [
    placeOf(message),
    message.severity,
    message.reason,
    message.ruleId,
  ]);
  const widths = [0, 1].map((column) =>
    Math.max(...rows.map((row) => (row[column] as string).length)),
  );
  const lines = rows.map(([place = '', severity = '', reason = '', rule = '']) => {
    const start = place.padStart(widths[0] as number);
    const kind = colors[severity as Severity](severity.padEnd(widths[1] as number));
    return `  ${paint.dim(start)}  ${kind}  ${reason}  ${paint.dim(rule)}`;
  });
  return `${head}\n${lines.join('\n')}\n`;
}

function placeOf({ line, column }: ArticleMessage): string {
  return line === null ? '' : `${line}:${column ?? 1}`;
}
