import { changesFor, type Repair } from '../repair.ts';
import { signs } from '../signs.ts';

/** With the space that a copied line ending left behind, where the word goes on. */
const softHyphen = /(?<=\p{Ll})\u00AD+ (?=\p{Ll})|\u00AD+/gu;

export const softHyphens: Repair = {
  name: 'softHyphens',
  rule: 'cleanup/soft-hyphen',
  kind: 'damage',
  stage: 'characters',
  description: 'Remove soft hyphens.',
  signs: signs.odd,
  trace: /\u00AD/,
  find: (text, context) => changesFor(text, softHyphen, context, () => ''),
};
