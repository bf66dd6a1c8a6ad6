import type { VFile } from 'vfile';
import { messageId, type RuleCatalogue } from '../model/index.ts';

/** A change to a source: UTF-16 offsets, end exclusive. */
export interface SourceEdit {
  start: number;
  end: number;
  text: string;
}

/**
 * The changes that the messages of a built article are certain of: of a rule that is, with one expected text, and a place where what
 * was found stands to the letter. Of changes that overlap, the first.
 */
export function editsOf(file: VFile, catalogue: RuleCatalogue): SourceEdit[] {
  const source = String(file);
  const edits: SourceEdit[] = [];
  for (const message of file.messages) {
    if (catalogue[messageId(message, catalogue)]?.fixable !== true) continue;
    const { actual, expected, place } = message;
    if (actual === undefined || expected?.length !== 1 || !place || !('end' in place)) continue;
    const start = place.start.offset;
    const end = place.end.offset;
    const text = expected[0] as string;
    if (start === undefined || end === undefined || text === actual) continue;
    if (source.slice(start, end) === actual) edits.push({ start, end, text });
  }
  edits.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: SourceEdit[] = [];
  for (const edit of edits) {
    const last = kept.at(-1);
    if (!last || edit.start >= last.end) kept.push(edit);
  }
  return kept;
}

/** A text with changes made; they are in order and don't overlap. */
export function withEdits(text: string, edits: readonly SourceEdit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, text: replacement } of edits) {
    parts.push(text.slice(done, start), replacement);
    done = end;
  }
  parts.push(text.slice(done));
  return parts.join('');
}
