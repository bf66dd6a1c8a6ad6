/** Measures found names against annotated ones: exact extent and type. */
import type { ConllDocument } from './conll.ts';
import { bioSpans, layOut } from './conll.ts';

/** A paragraph laid out from sentences, with its words' places and the annotated names as runs of words. */
export interface Paragraph {
  text: string;
  starts: number[];
  ends: number[];
  names: { start: number; end: number; type: string }[];
}

/** A name found in a document: the paragraph's index, and offsets into its text. */
export interface Found {
  block: number;
  start: number;
  end: number;
  type: string;
  confidence: number;
}

/** Lays a document out as an article: a sentence with no closing mark stands alone, as a headline does; others make paragraphs of three. */
export function paragraphs(document: ConllDocument): Paragraph[] {
  const result: Paragraph[] = [];
  let open: Paragraph | undefined;
  let held = 0;
  for (const { words, tags } of document) {
    const { text, starts, ends } = layOut(words);
    const closed = /[.!?…]["'”’)\]]*$/.test(text);
    if (!open || held >= 3 || !closed) {
      open = { text: '', starts: [], ends: [], names: [] };
      result.push(open);
      held = 0;
    }
    const offset = open.text ? open.text.length + 1 : 0;
    const first = open.starts.length;
    open.text += (open.text ? ' ' : '') + text;
    for (const start of starts) open.starts.push(start + offset);
    for (const end of ends) open.ends.push(end + offset);
    for (const span of bioSpans(tags))
      open.names.push({ ...span, start: span.start + first, end: span.end + first });
    held++;
    if (!closed) open = undefined;
  }
  return result;
}

export interface Count {
  right: number;
  found: number;
  annotated: number;
}

export const emptyCount = (): Count => ({ right: 0, found: 0, annotated: 0 });

export const precision = ({ right, found }: Count): number => (found ? right / found : 0);
export const recall = ({ right, annotated }: Count): number => (annotated ? right / annotated : 0);
export const f1 = ({ right, found, annotated }: Count): number =>
  right ? (2 * right) / (found + annotated) : 0;

export interface Measured {
  byType: Map<string, Count>;
  /** Over all types measured. */
  total: Count;
  /** The same without types. */
  spans: Count;
  /** Each name found: its confidence and whether it is right. */
  outcomes: { type: string; confidence: number; right: boolean }[];
  characters: number;
  seconds: number;
}

/**
 * @param tag finds the names of a document's paragraphs
 * @param types the types that count; others are passed over on both sides
 */
export async function measure(
  documents: readonly ConllDocument[],
  tag: (texts: string[]) => Found[] | Promise<Found[]>,
  types: readonly string[],
): Promise<Measured> {
  const byType = new Map(types.map((type) => [type, emptyCount()]));
  const total = emptyCount();
  const spans = emptyCount();
  const outcomes: Measured['outcomes'] = [];
  let characters = 0;
  let seconds = 0;
  for (const document of documents) {
    const blocks = paragraphs(document);
    const texts = blocks.map(({ text }) => text);
    characters += texts.join('').length;
    const began = performance.now();
    const found = (await tag(texts)).filter(({ type }) => byType.has(type));
    seconds += (performance.now() - began) / 1000;
    for (const [index, { starts, ends, names }] of blocks.entries()) {
      const gold = new Map<string, string>();
      for (const { start, end, type } of names) {
        const count = byType.get(type);
        if (!count) continue;
        count.annotated++;
        total.annotated++;
        spans.annotated++;
        gold.set(`${String(start)} ${String(end)}`, type);
      }
      for (const name of found) {
        if (name.block !== index) continue;
        const start = ends.findIndex((end) => end > name.start);
        let end = start;
        while (end < starts.length && (starts[end] ?? 0) < name.end) end++;
        const type = gold.get(`${String(start)} ${String(end)}`);
        const count = byType.get(name.type);
        if (!count) continue;
        count.found++;
        total.found++;
        spans.found++;
        if (type) spans.right++;
        if (type === name.type) {
          count.right++;
          total.right++;
        }
        outcomes.push({ type: name.type, confidence: name.confidence, right: type === name.type });
      }
    }
  }
  return { byType, total, spans, outcomes, characters, seconds };
}
