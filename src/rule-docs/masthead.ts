import type { RuleDoc } from './rule-doc.ts';

const text =
  'The ferry left the harbour at noon, with nine cars and forty people on board.\n\nNobody on the quay had expected it to leave before the evening, and some had to wait.';

export const mastheadDocs = {
  'masthead/missing-title': {
    why: 'An article without a headline has no name in the page, in the list of results and in the file. Write it on the first line, or state it in the front matter.',
    bad: { article: text },
    good: { article: `The harbour opens again\n\n${text}` },
  },
  'masthead/truncated-credit': {
    why: 'Who took a picture has to be named, and here the name was lost in copying. Look where the picture came from.',
    bad: {
      name: 'article.md',
      article: `# The harbour opens again\n\nThe quay on the day of the regatta in York (Source:\n\n${text}`,
    },
    good: {
      name: 'article.md',
      article: `# The harbour opens again\n\nThe quay on the day of the regatta in York (Source: Harbour Board)\n\n${text}`,
    },
  },
  'masthead/truncated-caption': {
    why: 'A caption that ends in the middle of a sentence has lost words in copying.',
    bad: {
      name: 'article.md',
      article: `# The harbour opens again\n\nThe quay seen from the (Photo: A. Lens)\n\n${text}`,
    },
    good: {
      name: 'article.md',
      article: `# The harbour opens again\n\nThe quay seen from the ferry (Photo: A. Lens)\n\n${text}`,
    },
  },
  'masthead/ambiguous-date': {
    why: 'The third of April and the fourth of March are written alike in different countries. The year of citations is reckoned from this date.',
    bad: {
      name: 'article.md',
      article: `# The harbour opens again\n\nPublished 03/04/2022\n\n${text}`,
    },
    good: {
      name: 'article.md',
      article: `# The harbour opens again\n\nPublished March 4, 2022\n\n${text}`,
    },
    setting:
      'The option `dayMonth` of the plugin `masthead` says in which order the house writes: `dmy` or `mdy`.',
  },
  'masthead/conflicting-metadata': {
    why: 'The front matter counts, and the line of the text stays where it is. One of them is wrong.',
    bad: {
      name: 'article.md',
      article: `---\ntitle: The harbour opens again\nauthor: John Doe\n---\n\nBy Jane Roe\n\n${text}`,
    },
    good: {
      name: 'article.md',
      article: `---\ntitle: The harbour opens again\nauthor: Jane Roe\n---\n\nBy Jane Roe\n\n${text}`,
    },
  },
  'masthead/taken-lines': {
    why: 'A web page repeats its headline, byline and date around the text. What was taken for such is told here, so that a line of the text that went with it is found.',
    bad: {
      name: 'article.html',
      article:
        '<html><head><title>The harbour opens again</title><meta name="author" content="Jane Roe"></head><body><article><h1>The harbour opens again</h1><p>By Jane Roe</p><p>The ferry left the harbour at noon, with nine cars and forty people on board, and came back in the evening.</p><p>Nobody on the quay had expected it to leave before the evening, and some had to wait for the next day.</p></article></body></html>',
    },
    good: {
      article: `The harbour opens again\n\n${text}`,
    },
  },
  'masthead/unused-words': {
    why: 'What stands beside a name in a byline is printed nowhere. Where it matters, put it into the text or the front matter.',
    bad: {
      name: 'article.md',
      article: `# The harbour opens again\n\nBy Jane Roe, Staff Writer, in York\n\n${text}`,
    },
    good: { name: 'article.md', article: `# The harbour opens again\n\nBy Jane Roe\n\n${text}` },
  },
  'masthead/dropped-link': {
    why: 'A headline is printed as words, in front matter, in JSON and in the title of the page. Where readers need the address, link a word of the text.',
    bad: {
      name: 'article.md',
      article: `# [The harbour opens again](https://harbour.example/opening)\n\n${text}`,
    },
    good: { name: 'article.md', article: `# The harbour opens again\n\n${text}` },
  },
} as const satisfies Record<string, RuleDoc>;
