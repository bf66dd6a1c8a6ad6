import { changesFor, type Repair } from '../repair.ts';
import { signs } from '../signs.ts';

// What stands before two full stops is looked at behind them: before, it would be at each character.
const doubled = /,(?: ?,){1,8}|,\.(?=\s|$)|;;|\.\.(?<=[\p{L}\p{N})\]”’"']\.\.)(?=[\s”’"')]|$)/gu;

/** What a lost link leaves behind between words: "website,, went", ",."; brackets are a repair of their own. */
export const doubledPunctuation: Repair = {
  name: 'doubledPunctuation',
  rule: 'cleanup/doubled-punctuation',
  kind: 'damage',
  stage: 'punctuation',
  description: 'Make punctuation single that a lost link has doubled (“website,, went”).',
  signs: signs.doubled,
  trace: /, ?,|,\.|;;|\.\./,
  find: (text, context) =>
    changesFor(text, doubled, context, (match) => {
      const found = match[0];
      const before = text[match.index - 1] ?? '';
      const after = text[match.index + found.length] ?? '';
      if (found === '..')
        return text[match.index - 2] === '.' && !/\p{L}/u.test(before) ? undefined : '.';
      if (found === ';;') return ';';
      if (found === ',.') return /[\p{L}\p{N})\]”’"']/u.test(before) ? '.' : undefined;
      // ",,so" is a low quotation mark of a typewriter; "(,," has lost more than a link.
      if (!/[\p{L}\p{N})\]”’"'.]/u.test(before) || (/\S/u.test(after) && !/[”’"')]/u.test(after)))
        return undefined;
      return ',';
    }),
};
