import type { RuleDoc, RuleExample } from './rule-doc.ts';

const example = (sentence: string, rule: string): RuleExample => ({
  name: 'article.md',
  article: `# The harbour opens again\n\n${sentence}`,
  config: `plugins:\n  - house-style:\n      rules:\n        house:\n          ${rule.replaceAll('\n', '\n          ')}`,
});
const setting =
  'The rules stand in a vocabulary, a file that the option `vocabulary` of the plugin `house-style` names, each with its own `level`.';

export const houseStyleDocs = {
  'house-style/existence': {
    why: 'The house has said that it doesn’t use the word.',
    bad: example('The ferry left literally at noon.', 'extends: existence\ntokens: [literally]'),
    good: example('The ferry left at noon.', 'extends: existence\ntokens: [literally]'),
    setting,
  },
  'house-style/substitution': {
    why: 'The house has said which word it uses instead. Where that is one, `copydesk fix` puts it in.',
    bad: example(
      'The crew utilised the quay and utilise it still.',
      'extends: substitution\nswap: { utilise: use }',
    ),
    good: example(
      'The crew used the quay and use it still.',
      'extends: substitution\nswap: { utilise: use }',
    ),
    setting,
  },
  'house-style/consistency': {
    why: 'Either spelling is right, and one article keeps to one.',
    bad: example(
      'An adviser came. Another advisor left.',
      'extends: consistency\neither: { adviser: advisor }',
    ),
    good: example(
      'An adviser came. Another adviser left.',
      'extends: consistency\neither: { adviser: advisor }',
    ),
    setting,
  },
  'house-style/capitalization': {
    why: 'A name is written as its owner, or the house, writes it.',
    bad: example(
      'The crew looked it up on Github.',
      'extends: capitalization\nscope: [body]\nterms: [GitHub]',
    ),
    good: example(
      'The crew looked it up on GitHub.',
      'extends: capitalization\nscope: [body]\nterms: [GitHub]',
    ),
    setting,
  },
  'house-style/acronym': {
    why: 'Not every reader knows what the letters stand for.',
    bad: example(
      'The IMO met in the harbour.',
      'extends: acronym\ndefine: { IMO: International Maritime Organization }',
    ),
    good: example(
      'The International Maritime Organization (IMO) met in the harbour.',
      'extends: acronym\ndefine: { IMO: International Maritime Organization }',
    ),
    setting,
  },
  'house-style/repetition': {
    why: 'A word twice in a row is mostly left over from an edit.',
    bad: example('The ferry left the the harbour.', 'extends: repetition'),
    good: example('The ferry left the harbour.', 'extends: repetition'),
    setting,
  },
} as const satisfies Record<string, RuleDoc>;
