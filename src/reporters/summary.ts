import type { Outcome } from '../batch/outcome.ts';
import type { Severity } from '../model/index.ts';

/** What a run does with articles. */
export type Done = 'built' | 'checked';

/** Numbers of a run. */
export interface Totals {
  articles: number;
  /** Of the articles, those that nothing had to be done for. */
  unchanged: number;
  failed: number;
  notes: number;
  entities: number;
  pullQuotes: number;
  findings: Record<Severity, number>;
}

export function noTotals(): Totals {
  return {
    articles: 0,
    unchanged: 0,
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
  const { notes, entities, pullQuotes, messages } = outcome.article;
  totals.articles++;
  if (outcome.unchanged) totals.unchanged++;
  totals.notes += notes;
  totals.entities += entities;
  totals.pullQuotes += pullQuotes;
  for (const { severity, count: number = 1 } of messages) totals.findings[severity] += number;
}

/** One line that says what a run has done. */
export function summaryLine(
  totals: Readonly<Totals>,
  milliseconds: number | undefined,
  done: Done = 'built',
): string {
  const { articles, unchanged, failed, notes, entities, pullQuotes, findings } = totals;
  const parts = [
    `${counted(articles - unchanged, 'article')} ${done}`,
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    counted(notes, 'note'),
    counted(entities, 'entity', 'entities'),
    counted(pullQuotes, 'pull quote'),
    `${counted(findings.error, 'error')}, ${counted(findings.warning, 'warning')}, ${findings.info} info`,
    ...(milliseconds === undefined ? [] : [duration(milliseconds)]),
  ];
  return parts.join(' · ');
}

/** `1 note`, `2 notes`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function duration(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`;
}
