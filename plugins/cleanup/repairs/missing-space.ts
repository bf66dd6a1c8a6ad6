import { changesFor, type Repair } from '../repair.ts';
import { signs } from '../signs.ts';

/** A comma between a small letter and the first word of what follows: at least two letters on both sides. */
const glued = /(?<=\p{Ll}\p{Ll}|\p{Ll}[”’"]),(?=\p{L}\p{Ll})/gu;
/** The word as printed, with what hangs on it: a list without spaces, "red,green,blue", is data. */
const around = /[^\s,]{0,40},[^\s,]{2,40}(?=[\s”’"')\].;:!?—–]|$)/uy;

/** "In Chimbote,the mood": a space that was lost behind a comma. Words that are joined by more than one comma are left. */
export const missingSpace: Repair = {
  name: 'missingSpace',
  rule: 'cleanup/missing-space',
  kind: 'damage',
  stage: 'punctuation',
  description: 'Put the space behind a comma that stands between two words (“at noon,and”).',
  signs: signs.glued,
  trace: /,[A-Za-z\u00C0-\u024F]/,
  find: (text, context) =>
    changesFor(text, glued, context, ({ index }) => {
      if (!context.latin) return undefined;
      let start = index;
      while (start > 0 && index - start < 40 && !/\s/.test(text[start - 1] as string)) start--;
      // Handles, addresses, code and paths.
      if (!/^["“”‘’'([]?[\p{L}\p{M}’'-]+[”’"]?$/u.test(text.slice(start, index))) return undefined;
      around.lastIndex = start;
      const match = around.exec(text);
      if (!match) return undefined;
      if (!/^[\p{L}\p{M}’'“‘-]+[.!?]*$/u.test(match[0].slice(match[0].indexOf(',') + 1)))
        return undefined;
      return ', ';
    }),
};
