import type { Node, Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import type { Severity } from './article.ts';
import { rules, ruleUrl, type Rule, type RuleCatalogue, type RuleId } from './rules.ts';

export interface ReportDetails {
  /** Where it is. A node without a position gives a message without a place. */
  place?: Node | Position | Point | null | undefined;
  /** What was found, to the letter, where a fix is known. */
  actual?: string | undefined;
  /** What could stand there instead, the likeliest first. */
  expected?: readonly string[] | undefined;
  /** A longer explanation, as Markdown. */
  note?: string | undefined;
  /** How grave this case is, where that depends on more than its rule. The config has the last word. */
  severity?: Severity | undefined;
}

const key: unique symbol = Symbol.for('copydesk.severities') as never;
const shared = globalThis as { [key]?: WeakMap<VFileMessage, Severity> };
/** How grave single messages are, by their plugins: one map, however many copies of this module a process has loaded. */
const ownSeverities = (shared[key] ??= new WeakMap<VFileMessage, Severity>());

/** `vfile-message` has no word for severity: `true` is an error, `false` a warning, `undefined` a note. */
const fatal: Record<Severity, boolean | undefined> = {
  error: true,
  warning: false,
  info: undefined,
};

/**
 * Adds a diagnostic to a file, with all that the catalogue knows of its rule. Beyond the number that an article may have of one rule it is
 * only counted.
 *
 * The reason says what is wrong with the case at hand, as "Unexpected X, expected Y".
 */
export function report(
  file: VFile,
  ruleId: RuleId,
  reason: string,
  details: ReportDetails = {},
): VFileMessage {
  const [source, rule] = ruleId.split('/') as [string, string];
  const place = toPlace(details.place);
  const { findings } = file.data;
  if (findings && !findings.takes(ruleId)) {
    findings.add(ruleId, { ...offsetsOf(place), severity: details.severity });
    return withoutStack(() => new VFileMessage(reason, { source, ruleId: rule }));
  }
  const message = withoutStack(() =>
    file.message(reason, { source, ruleId: rule, ...(place ? { place } : {}) }),
  );
  setSeverity(message, details.severity ?? (rules[ruleId] as Rule).severity);
  if (details.severity !== undefined) ownSeverities.set(message, details.severity);
  message.url = ruleUrl(ruleId);
  if (details.actual !== undefined) message.actual = details.actual;
  if (details.expected !== undefined) message.expected = [...details.expected];
  if (details.note !== undefined) message.note = details.note;
  return message;
}

/** A message is an error to JavaScript, but nobody reads where in the code it was made: taking that down is most of its cost. */
function withoutStack<Value>(make: () => Value): Value {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** How grave a message is by itself, whatever its rule says; undefined where it is as grave as its rule. */
export function ownSeverity(message: VFileMessage): Severity | undefined {
  return ownSeverities.get(message);
}

/** Sets how grave a message is. */
export function setSeverity(message: VFileMessage, severity: Severity): void {
  message.fatal = fatal[severity];
}

/** How grave a message is, of ours or of a foreign plugin. */
export function severityOf(message: VFileMessage): Severity {
  if (message.fatal === true) return 'error';
  return message.fatal === false ? 'warning' : 'info';
}

/**
 * The id by which config and output know a message: `source/rule` where that stands in the catalogue, `source:rule` of a foreign
 * plugin.
 */
export function messageId(message: VFileMessage, catalogue: RuleCatalogue = rules): string {
  const rule = message.ruleId ?? 'message';
  if (message.source === undefined) return rule;
  const own = `${message.source}/${rule}`;
  return Object.hasOwn(catalogue, own) ? own : `${message.source}:${rule}`;
}

function offsetsOf(place: Point | Position | undefined): { start: number; end: number } {
  const [from, to] = place && 'start' in place ? [place.start, place.end] : [place, place];
  const start = from?.offset ?? -1;
  return { start, end: Math.max(start, to?.offset ?? -1) };
}

function toPlace(place: ReportDetails['place']): Point | Position | undefined {
  if (!place) return undefined;
  if ('type' in place) return place.position;
  return place as Point | Position;
}
