/** The table of repairs, in the order in which they are made: each can rely on those before it. */
import type { Repair } from '../repair.ts';
import { controlCharacters } from './control-characters.ts';
import { dashes } from './dashes.ts';
import { doubledPunctuation } from './doubled-punctuation.ts';
import { ellipses } from './ellipses.ts';
import { emptyBrackets } from './empty-brackets.ts';
import { ligatures } from './ligatures.ts';
import { missingSpace } from './missing-space.ts';
import { mojibake } from './mojibake.ts';
import { quotes } from './quotes.ts';
import { softHyphens } from './soft-hyphens.ts';
import { spaceBeforePunctuation } from './space-before-punctuation.ts';
import { spacesRepair } from './spaces.ts';
import { zeroWidth } from './zero-width.ts';

export const repairs: readonly Repair[] = [
  mojibake,
  controlCharacters,
  zeroWidth,
  softHyphens,
  ligatures,
  spacesRepair,
  doubledPunctuation,
  emptyBrackets,
  spaceBeforePunctuation,
  missingSpace,
  ellipses,
  dashes,
  quotes,
];
