import type { RuleDoc } from './rule-doc.ts';

const head = 'The harbour opens again';
const example = (sentence: string): { article: string } => ({ article: `${head}\n\n${sentence}` });
const fix = 'The output is right already. `copydesk fix` puts the source right, too.';
const typography =
  'The output is right already. `copydesk fix --typography` puts the source right, too; an option of the plugin `cleanup` turns the repair off.';

export const cleanupDocs = {
  'cleanup/mojibake': {
    why: `Text that was read with the wrong encoding at some time has signs such as â€™ for an apostrophe. ${fix}`,
    bad: example('The captain said that it wasnâ€™t his ship that had left the harbour at noon.'),
    good: example('The captain said that it wasn’t his ship that had left the harbour at noon.'),
  },
  'cleanup/doubled-punctuation': {
    why: `Where a link was lost in copying, two commas or stops remain. ${fix} Look whether a source is lost with it.`,
    bad: example('The ferry left at noon,, and nobody had expected it.'),
    good: example('The ferry left at noon, and nobody had expected it.'),
  },
  'cleanup/empty-brackets': {
    why: 'Something stood between the brackets, most likely a source, and was lost in copying. The outputs have no brackets any more; look the words up where the text came from, and write the source in, or take the brackets out of the source.',
    bad: example('The harbour opened again on Monday (). Ships had waited for nine days.'),
    good: example('The harbour opened again on Monday. Ships had waited for nine days.'),
  },
  'cleanup/control-character': {
    why: `Control characters print nothing, and break search, feeds and XML. ${fix}`,
    bad: example('The ferry left\u0007 at noon, and nobody had expected it.'),
    good: example('The ferry left at noon, and nobody had expected it.'),
  },
  'cleanup/zero-width': {
    why: `A word with an invisible character in it is not found by a search. ${fix}`,
    bad: example('The fer\u200Bry left at noon, and nobody had expected it.'),
    good: example('The ferry left at noon, and nobody had expected it.'),
  },
  'cleanup/soft-hyphen': {
    why: `Soft hyphens say where a word may be broken in a layout that is no longer this one. ${fix}`,
    bad: example('The har\u00ADbour opened at noon, and nobody had expected it.'),
    good: example('The harbour opened at noon, and nobody had expected it.'),
  },
  'cleanup/ligature': {
    why: `Text out of a PDF has single characters for fi and fl; a search does not find the words. ${fix}`,
    bad: example('The ferry \uFB01nally left at noon, and nobody had expected it.'),
    good: example('The ferry finally left at noon, and nobody had expected it.'),
  },
  'cleanup/space-before-punctuation': {
    why: `A space before a comma is what a lost link leaves behind. ${fix}`,
    bad: example('The ferry left at noon , and nobody had expected it.'),
    good: example('The ferry left at noon, and nobody had expected it.'),
  },
  'cleanup/missing-space': {
    why: `A space behind a comma is lost where lines were joined. ${fix}`,
    bad: example('The ferry left at noon,and nobody had expected it.'),
    good: example('The ferry left at noon, and nobody had expected it.'),
  },
  'cleanup/spaces': {
    why: `Two spaces after a stop, tabs, and no-break spaces by chance make gaps in the lines. ${typography}`,
    bad: example('The ferry left at noon.  Nobody had expected it.'),
    good: example('The ferry left at noon. Nobody had expected it.'),
    setting: 'Option `spaces` of `cleanup`.',
  },
  'cleanup/quotes': {
    why: `Printed text has curly quotation marks. ${typography}`,
    bad: example('The captain said: "Nobody had expected it."'),
    good: example('The captain said: “Nobody had expected it.”'),
    setting: 'Option `quotes` of `cleanup`: `curly` or `keep`.',
  },
  'cleanup/dashes': {
    why: `A hyphen between two thoughts is a typewriter’s dash. ${typography}`,
    bad: example('The ferry left at noon -- and nobody had expected it.'),
    good: example('The ferry left at noon — and nobody had expected it.'),
    setting: 'Option `dashes` of `cleanup`: `auto`, `em`, `em-spaced`, `en-spaced` or `keep`.',
  },
  'cleanup/ellipses': {
    why: `Three full stops can be divided at the end of a line; an ellipsis can’t. ${typography}`,
    bad: example('The captain said that nobody... well, hardly anybody had expected it.'),
    good: example('The captain said that nobody… well, hardly anybody had expected it.'),
    setting: 'Option `ellipses` of `cleanup`.',
  },
} as const satisfies Record<string, RuleDoc>;
