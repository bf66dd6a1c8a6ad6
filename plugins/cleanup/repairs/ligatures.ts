import { changesFor, type Repair } from '../repair.ts';
import { signs } from '../signs.ts';

/** Latin ligatures alone: Armenian, Hebrew and Arabic presentation forms are left to those who need them. */
const ligature = /[\uFB00-\uFB06]/gu;

export const ligatures: Repair = {
  name: 'ligatures',
  rule: 'cleanup/ligature',
  kind: 'damage',
  stage: 'characters',
  description: 'Spell out ligature characters (“ﬁ”).',
  signs: signs.ligature,
  trace: /[\uFB00-\uFB06]/,
  find: (text, context) =>
    changesFor(text, ligature, context, ([match]) => match.normalize('NFKC')),
};
