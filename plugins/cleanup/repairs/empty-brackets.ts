import { changesFor, type Repair } from '../repair.ts';
import { signs } from '../signs.ts';

const empty = /(?<=[^\s(]) \((?:[ ,;]{1,4})?\)(?=[\s.,;:!?)”"’]|$)/gu;
/** "( ) yes": a box to be ticked. */
const blankForm = /^\s*\([ ]?\)/u;

/**
 * Brackets that a lost source has left empty: "on Monday ()". Nobody can print them, but what stood in them is lost: the editor is warned. A
 * parenthesis that still has words is left for who looks for citations.
 */
export const emptyBrackets: Repair = {
  name: 'emptyBrackets',
  rule: 'cleanup/empty-brackets',
  kind: 'damage',
  stage: 'punctuation',
  description: 'Take out brackets that a lost source has left empty (“on Monday ()”).',
  signs: signs.bracket,
  trace: / \([ ,;]{0,4}\)/,
  find: (text, context) => (blankForm.test(text) ? [] : changesFor(text, empty, context, () => '')),
};
