import { createColors } from 'picocolors';
import type { Excerpt, Outcome } from '../batch/outcome.ts';
import type { Severity } from '../model/index.ts';
import { displayWidth, fitting, fittingEnd } from './display-width.ts';
import { findingsOf, type Finding } from './findings.ts';
import { visible, withoutCommands } from './harmless.ts';
import type { ReporterDefinition } from './reporter.ts';
import { summaryLine } from './summary.ts';

export interface PrettyOptions {
  color: boolean;
  /** Leaves out what is only worth knowing. */
  quiet: boolean;
  /** Columns of the terminal. Default: 100. */
  width?: number;
  /** Whether what is printed is searched for commands. Default: it isn't. */
  isCommandLog?: boolean;
}

/** For a person at a terminal: findings by article, each with its line of the source. */
export const prettyReporter: ReporterDefinition = {
  description: 'for a person to read (the default)',
  kind: 'log',
  create: (options) => {
    let hint: string | undefined;
    return {
      article: (outcome) => {
        if (options.hints) hint ??= nextStep(outcome);
        return prettyOutcome(outcome, options);
      },
      end: (totals, milliseconds) => {
        if (options.quiet) return undefined;
        return `${summaryLine(totals, milliseconds, options.done)}\n${hint ?? ''}`;
      },
    };
  },
};

/** What can be done about the first finding that matters, in commands to be typed. */
function nextStep(outcome: Outcome): string | undefined {
  const finding = findingsOf(outcome, true).find(
    ({ isFailure, ruleId }) => !isFailure && /^[\w-]+\/[\w-]+$/.test(ruleId),
  );
  if (!finding) return undefined;
  const quoted = (text: string): string => (/^[\w./-]+$/.test(text) ? text : `"${visible(text)}"`);
  const steps: [command: string, what: string][] = [
    [`copydesk rules ${finding.ruleId}`, 'explains a rule'],
    [`copydesk decide ${quoted(outcome.path)}`, 'writes down what is to be decided'],
  ];
  const width = Math.max(...steps.map(([command]) => command.length));
  return steps.map(([command, what]) => `  ${command.padEnd(width)}  ${what}\n`).join('');
}

/** The findings of one article, then of its decisions, for a person to read; empty where there is nothing to say. */
export function prettyOutcome(outcome: Outcome, options: Readonly<PrettyOptions>): string {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findingsOf(outcome, options.quiet)) {
    const own = byFile.get(finding.path);
    if (own) own.push(finding);
    else byFile.set(finding.path, [finding]);
  }
  return [...byFile].map(([path, findings]) => prettyFile(path, findings, options)).join('');
}

/** The findings of one file, in the order of its text. */
function prettyFile(
  path: string,
  findings: readonly Finding[],
  options: Readonly<PrettyOptions>,
): string {
  const paint = createColors(options.color);
  const places = findings.map(placeOf);
  const placeWidth = widest(places);
  const severityWidth = widest(findings.map(({ severity }) => severity));
  const colors: Record<Severity, (text: string) => string> = {
    error: paint.red,
    warning: paint.yellow,
    info: paint.blue,
  };
  const head = placeWidth === 0 ? 2 : placeWidth + 4;
  const room = Math.max(20, Math.min(options.width ?? 100, 160) - head - 2);
  const margin = ' '.repeat(head);
  const lines = [paint.underline(visible(path))];
  for (const [index, { severity, reason, ruleId, excerpt }] of findings.entries()) {
    const place = (places[index] as string).padStart(head - 2);
    const kind = colors[severity](severity.padEnd(severityWidth));
    const rule = paint.dim(visible(ruleId));
    lines.push(`${paint.dim(place)}  ${kind}  ${visible(reason)}  ${rule}`);
    if (excerpt) {
      const { text, lead, marked } = windowOf(excerpt, room);
      const carets = ' '.repeat(lead) + colors[severity]('^'.repeat(marked));
      lines.push(`${margin}${paint.dim('│')} ${text}`, `${margin}${paint.dim('│')} ${carets}`);
    }
  }
  const printed = options.isCommandLog ? lines.map(withoutCommands) : lines;
  return `${printed.join('\n')}\n`;
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 0);
}

function placeOf({ line, column }: Finding): string {
  return line === null ? '' : `${line}:${column ?? 1}`;
}

/**
 * As much of a line as there is room for, with the finding in it.
 *
 * @returns the text with the number of columns before the finding, and of its own.
 */
function windowOf(
  { text, at, length }: Excerpt,
  room: number,
): { text: string; lead: number; marked: number } {
  // Each part is made visible by itself: that may change its length.
  const before = visible(text.slice(0, at)).trimStart();
  const marked = fitting(visible(text.slice(at, at + length)), room);
  const after = visible(text.slice(at + length)).trimEnd();
  const left = room - displayWidth(marked);
  const both = displayWidth(before) + displayWidth(after) <= left;
  // What is cut off is marked, and the mark needs a column.
  const half = Math.max(Math.floor(left / 2), left - displayWidth(after));
  const kept = both ? before : shortened(before, half, 'start');
  const rest = both ? after : shortened(after, left - displayWidth(kept), 'end');
  return {
    text: `${kept}${marked}${rest}`.trimEnd(),
    lead: displayWidth(kept),
    marked: Math.max(1, displayWidth(marked)),
  };
}

function shortened(text: string, columns: number, from: 'start' | 'end'): string {
  if (displayWidth(text) <= columns) return text;
  if (columns < 1) return '';
  return from === 'start' ? `…${fittingEnd(text, columns - 1)}` : `${fitting(text, columns - 1)}…`;
}
