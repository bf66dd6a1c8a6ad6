import type { RuleDoc } from './rule-doc.ts';

const article = (sentence: string): { name: string; article: string } => ({
  name: 'article.md',
  article: `# The harbour opens again\n\n${sentence}\n`,
});

export const htmlDocs = {
  'html/unsafe-link': {
    why: 'An article comes from strangers, and an address such as `javascript:…` runs code in the page of whoever clicks on it. Pages may lead to `http`, `https`, `mailto` and `tel`, and to addresses without a scheme; a link with any other stays as its words. Addresses that could run code are taken out of the other outputs as well. The message has the address. Put in an address of the web, or take the link out.',
    bad: article('The [timetable](javascript:open) was printed on Monday.'),
    good: article('The [timetable](https://example.org/timetable) was printed on Monday.'),
  },
  'html/left-out': {
    why: 'Scripts, frames, forms, styles and drawings of an article are never put into its page; what else they hold of words stays. The Markdown output has them still, as the article does. Say it in words, or let a template or a plugin of the house bring it.',
    bad: article('The map:\n\n<iframe src="https://example.org/map"></iframe>\n'),
    good: article('The [map](https://example.org/map) shows it.'),
  },
  'html/direction-override': {
    why: 'U+202D and U+202E make a text run backwards, so that an address or a line of code can say something else than what is read. No language needs them. The plugin `cleanup` takes them out of running text before; this is what is left, in code, in names of pictures and in metadata. Delete them in the source.',
    bad: article('The file `invoice\u202Efdp.exe` was sent on Monday.'),
    good: article('The file `invoice.exe` was sent on Monday.'),
  },
} as const satisfies Record<string, RuleDoc>;
