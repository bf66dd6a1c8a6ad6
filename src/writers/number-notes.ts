import type { FootnoteDefinition, FootnoteReference, Root } from 'mdast';
import { eachNode } from '../text/each-node.ts';

/** The notes of an article as they are printed. */
export interface NumberedNotes {
  /** In the order of their numbers, which begin at 1. */
  definitions: FootnoteDefinition[];
  /** Numbers by identifier. */
  numbers: ReadonlyMap<string, number>;
}

/**
 * The notes in the order of their first marks, as the article document numbers them; then those that have no mark, since nothing that was
 * written is left out.
 */
export function numberNotes(tree: Root): NumberedNotes {
  const byIdentifier = new Map<string, FootnoteDefinition>();
  eachNode<FootnoteDefinition>(tree, 'footnoteDefinition', (node) => {
    if (!byIdentifier.has(node.identifier)) byIdentifier.set(node.identifier, node);
  });
  const ordered = new Map<string, FootnoteDefinition>();
  eachNode<FootnoteReference>(tree, 'footnoteReference', ({ identifier }) => {
    const definition = byIdentifier.get(identifier);
    if (definition) ordered.set(identifier, definition);
  });
  for (const [identifier, definition] of byIdentifier) ordered.set(identifier, definition);
  const numbers = new Map([...ordered.keys()].map((identifier, index) => [identifier, index + 1]));
  return { definitions: [...ordered.values()], numbers };
}
