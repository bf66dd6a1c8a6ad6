import type { RuleDoc, RuleExample } from './rule-doc.ts';

const article =
  'The harbour opens again\n\nThe harbour opened again on Monday (, April 29, 2024). Ships had waited for nine days, and nobody had expected it.';
const example = (decisions: string, text = article): RuleExample => ({ article: text, decisions });
const outlet = (quote: string, more = ''): string =>
  `citations:\n  - quote: "${quote}"\n    outlet: Reuters\n${more}`;

export const decisionsDocs = {
  'decisions/text-gone': {
    why: 'The article was edited after the decision. Give the words as they stand now, or take the decision out.',
    bad: example(outlet('(, April 30, 2024)')),
    good: example(outlet('(, April 29, 2024)')),
  },
  'decisions/text-ambiguous': {
    why: 'A decision is never guessed. Add the words before it (`after`) or behind it (`before`).',
    bad: example(outlet('(, April 29, 2024)'), `${article} They sailed (, April 29, 2024).`),
    good: example(
      outlet('(, April 29, 2024)', '    after: on Monday\n'),
      `${article} They sailed (, April 29, 2024).`,
    ),
  },
  'decisions/invalid': {
    why: 'The decision contradicts another, or asks for what can’t be done. It has no effect until it is mended.',
    bad: {
      name: 'article.md',
      article:
        '---\ntitle: The harbour opens again\ndecisions:\n  citations:\n    - outlet: Reuters\n---\n\nThe harbour opened again on Monday (, April 29, 2024).',
    },
    good: {
      name: 'article.md',
      article:
        '---\ntitle: The harbour opens again\ndecisions:\n  citations:\n    - quote: (, April 29, 2024)\n      outlet: Reuters\n---\n\nThe harbour opened again on Monday (, April 29, 2024).',
    },
  },
  'decisions/unused': {
    why: 'The finding that it accepts is gone, or the plugin that would carry it out isn’t in the config. Take it out: it would hide the next mistake.',
    bad: example(
      'accept:\n  - rule: citations/missing-outlet\n    quote: nobody had expected it\n    reason: The desk knows.\n',
    ),
    good: example(
      'accept:\n  - rule: citations/missing-outlet\n    quote: "(, April 29, 2024)"\n    reason: The desk knows.\n',
    ),
  },
  'decisions/replaced': {
    why: 'The decision counts, and the source still says otherwise to everybody who reads it there.',
    bad: {
      name: 'article.md',
      article: '---\ntitle: The harbour opens\n---\n\nThe harbour opened again on Monday.',
      decisions: 'metadata:\n  title: The harbour opens again\n',
    },
    good: {
      name: 'article.md',
      article: '---\ntitle: The harbour opens again\n---\n\nThe harbour opened again on Monday.',
      decisions: 'metadata:\n  title: The harbour opens again\n',
    },
  },
} as const satisfies Record<string, RuleDoc>;
