import { changesFor, type Repair } from '../repair.ts';
import { signs } from '../signs.ts';

const spaced = /(?<=[\p{L}\p{N})\]”’"'%]) ([,.;:!?])(?=[\s”’"')\]([]|$)/gu;

/** "word , word". French puts a space before high marks, and so do others: where the article isn't English, only commas and full stops count. */
export const spaceBeforePunctuation: Repair = {
  name: 'spaceBeforePunctuation',
  rule: 'cleanup/space-before-punctuation',
  kind: 'damage',
  stage: 'punctuation',
  description: 'Remove the space before a punctuation mark.',
  signs: signs.spaceBefore,
  trace: / [,.;:!?]/,
  find: (text, context) =>
    changesFor(text, spaced, context, (match) => {
      const mark = match[1] as string;
      const at = match.index + 1;
      if (!context.english && mark !== ',' && mark !== '.') return undefined;
      // Ellipses, emoticons and ratios: ". . .", ":)", "3 : 1".
      const next = text[at + 1];
      const nextWord = text.slice(at + 1, at + 3);
      if (mark === '.' && /^ ?\./u.test(nextWord)) return undefined;
      if (mark === '.' && text[at - 2] === '.') return undefined;
      if (
        (mark === ':' || mark === ';') &&
        (next === ')' || next === ']' || next === "'" || next === '"')
      )
        return undefined;
      if (mark === ':' && /\p{N}/u.test(text[at - 2] ?? '') && /^ \p{N}/u.test(nextWord))
        return undefined;
      // French within English: « mot » or a quotation with its own spaces.
      if (/[;:!?]/u.test(mark) && /[«»]/u.test(text.slice(Math.max(0, at - 60), at + 60)))
        return undefined;
      return mark;
    }),
};
