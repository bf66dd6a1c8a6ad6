import type { FootnoteDefinition, FootnoteReference, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import type { Citation } from '../model/index.ts';
import { eachNode } from '../text/index.ts';
import type { BodyText } from './body-text.ts';

/** The citations with the offsets of their marks in the finished text and the numbers of their notes as printed. */
export function citationsOf(tree: Root, file: VFile, body: BodyText): Citation[] {
  const records = file.data.citations ?? [];
  if (records.length === 0) return [];
  const numbers = noteNumbers(tree);
  const notes = noteTexts(tree);
  const marks = markOffsets(body);

  return records.map(({ identifier, occurrences, ...record }) => ({
    id: record.id,
    note: identifier === null ? null : (numbers.get(identifier) ?? null),
    kind: record.kind,
    items: record.items,
    rendered: identifier === null ? '' : (notes.get(identifier) ?? ''),
    occurrences: occurrences.map((occurrence, index) => ({
      raw: occurrence.raw,
      at: marks.get(markKey(record.id, index)) ?? 0,
      source: occurrence.source,
    })),
  }));
}

/** Numbers of notes by identifier: in the order of their first marks, as GFM prints them. */
function noteNumbers(tree: Root): Map<string, number> {
  const numbers = new Map<string, number>();
  eachNode<FootnoteReference>(tree, 'footnoteReference', (node) => {
    if (!numbers.has(node.identifier)) numbers.set(node.identifier, numbers.size + 1);
  });
  return numbers;
}

function noteTexts(tree: Root): Map<string, string> {
  const texts = new Map<string, string>();
  eachNode<FootnoteDefinition>(tree, 'footnoteDefinition', (node) => {
    if (texts.has(node.identifier)) return;
    texts.set(node.identifier, node.children.map((child) => toString(child)).join('\n'));
  });
  return texts;
}

function markOffsets(body: BodyText): Map<string, number> {
  const offsets = new Map<string, number>();
  for (const { view, start } of body.views) {
    for (const span of view.spans('footnoteReference')) {
      const citation = span.node.data?.citation;
      if (citation) offsets.set(markKey(citation.id, citation.occurrence), start + span.start);
    }
    for (const span of view.spans('anchor')) {
      if (span.node.anchorType !== 'citation') continue;
      // An anchor may name its occurrence as `id#2`; the first needs no number.
      const [id = '', occurrence = '0'] = span.node.anchorId.split('#');
      offsets.set(markKey(id, Number(occurrence)), start + span.start);
    }
  }
  return offsets;
}

function markKey(id: string, occurrence: number): string {
  return `${id}#${occurrence}`;
}
