/** Paragraphs: one text from the lines of a paragraph, or lines set apart by breaks. */
import type { Break, Paragraph, PhrasingContent, Text } from 'mdast';
import { pushRun, type SourceRun } from '../../text/source-map.ts';
import { characterBefore, isUnspaced } from './characters.ts';
import type { Line } from './lines.ts';
import type { Block, Reading } from './reading.ts';
import { judgeHyphen } from './words.ts';

/** The longest word that is looked at on both sides of a line ending. */
const wordLimit = 64;

/** A paragraph whose lines are joined to running text. */
export function joinedParagraph(reading: Reading, lines: readonly Line[]): Block {
  const node: Paragraph = { type: 'paragraph', children: [joinedText(reading, lines)] };
  return place(reading, node, lines);
}

/** A paragraph whose lines stay apart: a stanza, an address. */
export function brokenParagraph(reading: Reading, lines: readonly Line[]): Block {
  const children: PhrasingContent[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before) {
      const between: Break = { type: 'break', position: reading.place(before.end, line.start) };
      children.push(between);
    }
    children.push(plainText(reading, line.start, line.end));
  }
  return place(reading, { type: 'paragraph', children }, lines);
}

function place(reading: Reading, node: Paragraph, lines: readonly Line[]): Block {
  const first = lines[0] as Line;
  const last = lines.at(-1) as Line;
  node.position = reading.place(first.start, last.end);
  return lines.length === 1 ? { node, line: first } : { node };
}

/** A text that stands in the source to the letter. */
export function plainText(reading: Reading, start: number, end: number): Text {
  return {
    type: 'text',
    value: reading.source.slice(start, end),
    position: reading.place(start, end),
  };
}

/** One text from lines, with the places of its parts. */
export function joinedText(reading: Reading, lines: readonly Line[]): Text {
  const first = lines[0] as Line;
  if (lines.length === 1) return plainText(reading, first.start, first.end);
  const parts: string[] = [];
  const runs: SourceRun[] = [];
  let length = 0;
  const add = (text: string, sourceStart: number, sourceEnd: number, exact: boolean): void => {
    if (text === '') return;
    pushRun(runs, { start: length, end: length + text.length, sourceStart, sourceEnd, exact });
    parts.push(text);
    length += text.length;
  };
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const joint = next ? jointOf(reading, line, next) : { keptEnd: line.end, glue: '' };
    add(reading.source.slice(line.start, joint.keptEnd), line.start, joint.keptEnd, true);
    if (next) add(joint.glue, line.end, next.start, false);
  }
  const value = parts.join('');
  const start = runs[0]?.sourceStart ?? first.start;
  const end = runs.at(-1)?.sourceEnd ?? first.end;
  const map = { value, runs };
  return { type: 'text', value, position: reading.place(start, end), data: { sourceMap: map } };
}

/** How much of a line is kept where it meets the next, and what comes between them. */
function jointOf(reading: Reading, line: Line, next: Line): { keptEnd: number; glue: string } {
  const { source } = reading;
  const whole = { keptEnd: line.end, glue: '' };
  const last = characterBefore(source, line.end);
  const first = String.fromCodePoint(source.codePointAt(next.start) ?? 0);
  if (isUnspaced(last) && isUnspaced(first)) return whole;
  if (last === '\u00AD') return whole;
  const tail = source.slice(Math.max(line.start, line.end - wordLimit), line.end);
  const head = source.slice(next.start, Math.min(next.end, next.start + wordLimit));
  // An address is cut after a slash or a hyphen that belongs to it; where another begins, the first was whole.
  if (/^<?(?:https?:\/\/|www\.|doi:)/i.test(head)) return { keptEnd: line.end, glue: ' ' };
  if (/(?:https?:\/\/|www\.)\S*[-/_=&?]$/.test(tail)) return whole;
  if (/[\p{L}\p{N}][/]$/u.test(tail) && /^\p{L}/u.test(head)) return whole;
  if (/\S(?:—|--)$/u.test(tail) || /^(?:—|--)[\p{L}\p{N}]/u.test(head)) return whole;
  if (/\p{N}–$/u.test(tail) && /^\p{N}/u.test(head)) return whole;
  const before = /[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'’‐-]*(?=[-‐]$)/u.exec(tail);
  const after = /^[\p{L}\p{N}\p{M}]+/u.exec(head);
  if (before && after) {
    const verdict = judgeHyphen(before[0], after[0], reading.words());
    if (verdict === 'drop') return { keptEnd: line.end - 1, glue: '' };
    if (verdict === 'keep') return whole;
  }
  return { keptEnd: line.end, glue: ' ' };
}
