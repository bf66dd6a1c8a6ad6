import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Decided } from './decisions.ts';
import { report, type ReportDetails } from './report.ts';
import type { RuleId } from './rules.ts';

/** Rules about decisions. */
export type DecisionRule = Extract<RuleId, `decisions/${string}`>;

/**
 * Adds a diagnostic about a decision, at its place in the file of decisions, and marks the decision as reported:
 * it is not lost.
 */
export function reportDecision(
  file: VFile,
  ruleId: DecisionRule,
  reason: string,
  decided: Decided<unknown>,
  details: Omit<ReportDetails, 'place'> = {},
): VFileMessage {
  decided.outcome = 'reported';
  const { place } = decided;
  // Without an offset: it would be one of another file.
  const point = place && { line: place.line, column: place.column };
  const message = report(file, ruleId, reason, { ...details, place: point });
  if (place?.file !== undefined) message.file = beside(file, place.file);
  return message;
}

/** The path of a file in the folder of another. */
function beside({ dirname }: VFile, name: string): string {
  return dirname === undefined || dirname === '.' ? name : `${dirname}/${name}`;
}
