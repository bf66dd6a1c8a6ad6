/** Of the findings of one rule, an article has so many as `limits.findings` says; the rest is counted, so that nothing of it is hidden. */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { overLimit, type Limits } from './limits.ts';
import {
  messageId,
  ownSeverity,
  report,
  severityOf,
  type Beyond,
  type FindingsBeyond,
  type RuleCatalogue,
  type Severity,
} from './model/index.ts';
import { toPosition } from './text/index.ts';

const counts = new WeakMap<VFileMessage, number>();

/** How many findings a message stands for. */
export function countOf(message: VFileMessage): number {
  return counts.get(message) ?? 1;
}

/**
 * Adds a message for the findings of each rule and severity that weren't told. Messages of other plugins, which `report` hasn't counted, are
 * taken out beyond the limit.
 *
 * @param settingOf - The severity that the config sets for a rule.
 * @returns the messages that were added.
 */
export function tellBeyond(
  file: VFile,
  catalogue: RuleCatalogue,
  settingOf: (rule: string) => Severity | 'off' | undefined,
): VFileMessage[] {
  const { findings } = file.data;
  if (!findings) return [];
  const told = capForeign(file, catalogue, findings);
  const added: VFileMessage[] = [];
  for (const rule of findings.rules) {
    const setting = settingOf(rule);
    if (setting === 'off') continue;
    const groups = new Map<Severity, { count: number; first: Beyond }>();
    for (const finding of findings.of(rule)) {
      const severity = setting ?? finding.severity ?? catalogue[rule]?.severity ?? 'info';
      const group = groups.get(severity);
      if (group) group.count++;
      else groups.set(severity, { count: 1, first: finding });
    }
    const all = [...groups.values()].reduce((sum, { count }) => sum + count, told.get(rule) ?? 0);
    for (const [severity, { count, first }] of groups) {
      const limits = { findings: findings.limit } as Limits;
      const reason = `${overLimit('findings', `number of findings of ${rule}`, all, limits)}; ${count} of them, with severity ${severity}, are counted and not listed`;
      const place = first.start < 0 ? undefined : toPosition(file, first.start, first.end);
      const message = report(file, 'limits/findings', reason, { place, severity });
      counts.set(message, count);
      added.push(message);
    }
  }
  return added;
}

/** The number of messages by rule, of those that stay. */
function capForeign(
  file: VFile,
  catalogue: RuleCatalogue,
  findings: FindingsBeyond,
): Map<string, number> {
  const told = new Map<string, number>();
  const kept = file.messages.filter((message) => {
    const rule = messageId(message, catalogue);
    const number = (told.get(rule) ?? 0) + 1;
    if (number > findings.limit) {
      const severity = ownSeverity(message) ?? catalogue[rule]?.severity ?? severityOf(message);
      findings.add(rule, { ...offsetsOf(message), severity });
      return false;
    }
    told.set(rule, number);
    return true;
  });
  if (kept.length < file.messages.length) file.messages = kept;
  return told;
}

function offsetsOf({ place }: VFileMessage): { start: number; end: number } {
  const [from, to] = place && 'start' in place ? [place.start, place.end] : [place, place];
  const start = from?.offset ?? -1;
  return { start, end: Math.max(start, to?.offset ?? -1) };
}
