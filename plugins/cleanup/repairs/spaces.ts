import { changesFor, type Repair } from '../repair.ts';
import { signs } from '../signs.ts';

const spaces = /[ \t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/gu;
const noBreak = /[\u00A0\u202F\u2007]/u;
const thin = /[\u2006\u2008-\u200A]/u;
/** What a no-break space is held to on purpose: figures, signs, French marks, dashes; titles and abbreviations before a name or a number. */
const heldBefore =
  /(?:[\p{N}«‹§¶№#†‡—–]|(?<!\p{L})(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Nr|pp?|vol|fig|ch|art|cf|MM?|Mme|Mlle)\.?)$/u;
const heldAfter = /^[\p{N}»›;:!?%‰°€$£¥—–]/u;

/**
 * Runs of spaces become one, and so do tabs and spaces of odd widths. A single no-break space stays where it is meant: beside a
 * figure, a sign, a dash or a French mark, and after an abbreviation such as "Dr."; a single thin space beside a figure, a dash or a quotation
 * mark. Anywhere else a no-break space is a trace of web pages and becomes a plain one.
 */
export const spacesRepair: Repair = {
  name: 'spaces',
  rule: 'cleanup/spaces',
  kind: 'typography',
  stage: 'punctuation',
  description: 'Make runs of spaces and stray no-break spaces single spaces.',
  signs: signs.odd | signs.spaces,
  trace: /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]|  |^ | $|\n | \n/,
  find: (text, context) =>
    changesFor(text, spaces, context, (match) => {
      const found = match[0];
      const at = match.index;
      const end = at + found.length;
      const [before, after] = [text.slice(Math.max(0, at - 6), at), text.slice(end, end + 2)];
      const { guard } = context;
      // A space between an image and the words is at no end of the block.
      const first = before === '' && !guard.isSolid(at) && !guard.isMarked(at);
      const last = after === '' && !guard.isSolid(end);
      if (first || last || before.endsWith('\n') || after.startsWith('\n')) return '';
      if (found.length > 1) return ' ';
      if (noBreak.test(found))
        return heldBefore.test(before) || heldAfter.test(after) ? undefined : ' ';
      if (thin.test(found)) {
        const beside = /[\p{N}—–“”‘’"']/u;
        return beside.test(before.slice(-1)) || beside.test(after.slice(0, 1)) ? undefined : ' ';
      }
      if (found === '\u3000') return context.latin ? ' ' : undefined;
      return ' ';
    }),
};
