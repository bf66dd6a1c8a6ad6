import { changesFor, type Repair } from '../repair.ts';

const doubled =
  /,(?: ?,){1,8}|,\.(?=\s|$)|;;|(?<=[^\s(]) \((?:[ ,;]{1,4})?\)(?=[\s.,;:!?)”"’]|$)|(?<=[\p{L}\p{N})\]”’"'])\.\.(?=[\s”’"')]|$)/gu;
const blankForm = /^\s*\([ ]?\)/u;

/**
 * What a lost link leaves behind: "website,, went", "( )", ",.". A parenthesis that still has words is a lost citation, and is left for who looks for those.
 */
export const doubledPunctuation: Repair = {
  name: 'doubledPunctuation',
  rule: 'cleanup/doubled-punctuation',
  kind: 'damage',
  stage: 'punctuation',
  description: 'Make punctuation single that a lost link has doubled (“website,, went”).',
  trace: /, ?,|,\.|;;|\.\.|\([ ,;]{0,4}\)/,
  find(text, context) {
    const form = blankForm.test(text);
    return changesFor(text, doubled, context, (match) => {
      const found = match[0];
      const before = text[match.index - 1] ?? '';
      const after = text[match.index + found.length] ?? '';
      if (found.startsWith(' (')) return form ? undefined : '';
      if (found === '..')
        return text[match.index - 2] === '.' && !/\p{L}/u.test(before) ? undefined : '.';
      if (found === ';;') return ';';
      if (found === ',.') return /[\p{L}\p{N})\]”’"']/u.test(before) ? '.' : undefined;
      // ",,so" is a low quotation mark of a typewriter; "(,," has lost more than a link.
      if (!/[\p{L}\p{N})\]”’"'.]/u.test(before) || (/\S/u.test(after) && !/[”’"')]/u.test(after)))
        return undefined;
      return ',';
    });
  },
};
