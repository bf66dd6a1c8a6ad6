import type { Outcome } from '../batch/outcome.ts';
import type { Severity } from '../model/index.ts';

/** Numbers of a run. */
export interface Totals {
  articles: number;
  failed: number;
  notes: number;
  entities: number;
  pullQuotes: number;
  findings: Record<Severity, number>;
}

export function noTotals(): Totals {
  return {
    articles: 0,
    failed: 0,
    notes: 0,
    entities: 0,
    pullQuotes: 0,
    findings: { error: 0, warning: 0, info: 0 },
  };
}

/** Adds one article to the numbers of its run. */
export function count(totals: Totals, outcome: Outcome): void {
  if (outcome.error) {
    totals.failed++;
    return;
  }
  const { citations, entities, pullQuotes, messages } = outcome.article;
  totals.articles++;
  totals.notes += new Set(citations.map(({ note }) => note).filter((note) => note !== null)).size;
  totals.entities += entities.length;
  totals.pullQuotes += pullQuotes.length;
  for (const { severity } of messages) totals.findings[severity]++;
}

/** One line that says what a run has done. */
export function summaryLine(totals: Totals, milliseconds: number): string {
  const { articles, failed, notes, entities, pullQuotes, findings } = totals;
  const parts = [
    `${counted(articles, 'article')} built`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    counted(notes, 'note'),
    counted(entities, 'entity', 'entities'),
    counted(pullQuotes, 'pull quote'),
    `${counted(findings.error, 'error')}, ${counted(findings.warning, 'warning')}, ${findings.info} info`,
    duration(milliseconds),
  ];
  return parts.join(' · ');
}

function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function duration(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`;
}
