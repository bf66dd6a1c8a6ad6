import type { NameType, TaggedName, TaggerBlock } from '../tagger/index.ts';

export type { NameType, TaggedName, TaggerBlock } from '../tagger/index.ts';

/**
 * Finds names in an article. The built-in tagger is one; a module of the house's own exports another as its default, or a function
 * that makes one.
 */
export interface Tagger {
  /**
   * The names of an article: blocks in document order, offsets in UTF-16 units into a block's text. Names that overlap are sorted
   * out by the plugin. May be asynchronous.
   */
  tag(document: { blocks: readonly TaggerBlock[] }): TaggedName[] | Promise<TaggedName[]>;
}

const types: ReadonlySet<string> = new Set<NameType>([
  'PER',
  'ORG',
  'LOC',
  'NORP',
  'EVENT',
  'WORK',
  'PRODUCT',
]);

/** Checks what a tagger gave, so that a fault of a foreign one is told as such. */
export function checkNames(names: unknown, blocks: readonly TaggerBlock[]): TaggedName[] {
  if (!Array.isArray(names))
    throw new Error('Unexpected result of the tagger, expected a list of names');
  for (const [index, each] of (names as TaggedName[]).entries()) {
    const text = blocks[each?.block]?.text;
    const fits =
      text !== undefined &&
      Number.isInteger(each.start) &&
      Number.isInteger(each.end) &&
      each.start >= 0 &&
      each.start < each.end &&
      each.end <= text.length &&
      types.has(each.type) &&
      each.confidence >= 0 &&
      each.confidence <= 1;
    if (!fits) {
      throw new Error(
        `Unexpected name ${index + 1} of the tagger: ${JSON.stringify(each)}, expected {block, start, end, type, confidence} with offsets within the block, a type out of ${[...types].join(', ')} and a confidence from 0 to 1`,
      );
    }
  }
  return names as TaggedName[];
}
