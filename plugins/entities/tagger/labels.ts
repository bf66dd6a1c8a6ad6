/** The labels of the sequence model: outside, and the beginning and inside of each type of name. */

/** The types of name that the tagger tells apart. */
export const nameTypes = ['PER', 'ORG', 'LOC', 'NORP', 'EVENT', 'WORK', 'PRODUCT'] as const;
export type NameType = (typeof nameTypes)[number];

/** O, then B and I of each type in turn. */
export const labelCount = 1 + 2 * nameTypes.length;
export const outside = 0;

export const beginOf = (type: number): number => 1 + 2 * type;
export const insideOf = (type: number): number => 2 + 2 * type;
export const isInside = (label: number): boolean => label > 0 && label % 2 === 0;
/** Index into `nameTypes`; -1 for outside. */
export const typeOf = (label: number): number => ((label + 1) >> 1) - 1;

/** Whether label `to` may follow label `from`: an inside follows its own beginning or inside only. */
export function mayFollow(from: number, to: number): boolean {
  return !isInside(to) || from === to || from === to - 1;
}
