import { changesFor, type Repair } from '../repair.ts';
import { signs } from '../signs.ts';

/** Everything that prints nothing: C0 and C1 without tab and line ending, line and paragraph separators, annotation marks, tags. */
const control = /(?:(?![\t\n\r])\p{Cc}|[\u2028\u2029\uFFF9-\uFFFB\u{E0000}-\u{E007F}])+/gu;
/** Those that part words. */
const spacing = ['\v', '\f', '\u001C', '\u001D', '\u001E', '\u001F', '\u0085', '\u2028', '\u2029'];
const flagBefore = /\u{1F3F4}$/u;

/** Control characters go; one that parts words as a form feed does leaves a space. */
export const controlCharacters: Repair = {
  name: 'controlCharacters',
  rule: 'cleanup/control-character',
  kind: 'damage',
  stage: 'characters',
  description: 'Remove control characters.',
  signs: signs.odd,
  trace: /(?![\t\n\r])[\p{Cc}\u2028\u2029\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/u,
  find: (text, context) =>
    changesFor(text, control, context, (match) => {
      // The flags of England, Scotland and Wales are spelled with tags.
      if (flagBefore.test(text.slice(Math.max(0, match.index - 2), match.index))) return undefined;
      return spacing.some((character) => match[0].includes(character)) ? ' ' : '';
    }),
};
