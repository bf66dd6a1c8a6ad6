import type { RuleDoc, RuleExample } from './rule-doc.ts';

const example = (text: string): RuleExample => ({
  name: 'article.md',
  article: `# The harbour opens again\n\n${text}`,
});
const lost = 'The harbour opened again on Monday (, April 29, 2024).';

export const suppressionsDocs = {
  'suppressions/unused': {
    why: 'What was to be left out is mended, or the comment stands in the wrong place. Take it out: it would hide the next mistake.',
    bad: example(
      '<!-- copydesk-disable-next citations/missing-outlet: the desk knows -->\n\nThe harbour opened again on Monday.',
    ),
    good: example(
      `<!-- copydesk-disable-next citations/missing-outlet: the desk knows -->\n\n${lost}`,
    ),
  },
  'suppressions/unknown-rule': {
    why: 'A slip in the name of a rule leaves nothing out.',
    bad: example(`<!-- copydesk-disable citations/mising-outlet: the desk knows -->\n\n${lost}`),
    good: example(`<!-- copydesk-disable citations/missing-outlet: the desk knows -->\n\n${lost}`),
  },
  'suppressions/missing-reason': {
    why: 'Whoever reads the article next year wants to know why. The reason stands after a colon.',
    bad: example(`<!-- copydesk-disable citations/missing-outlet -->\n\n${lost}`),
    good: example(
      `<!-- copydesk-disable citations/missing-outlet: the source asked not to be named -->\n\n${lost}`,
    ),
  },
  'suppressions/invalid': {
    why: 'The comment has no effect. There are `copydesk-disable`, `copydesk-enable` and `copydesk-disable-next`, and an article has at most 500 of them.',
    bad: example(`<!-- copydesk-disabel citations/missing-outlet: the desk knows -->\n\n${lost}`),
    good: example(`<!-- copydesk-disable citations/missing-outlet: the desk knows -->\n\n${lost}`),
  },
} as const satisfies Record<string, RuleDoc>;
