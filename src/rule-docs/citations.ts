import type { RuleDoc, RuleExample } from './rule-doc.ts';

const head = 'The harbour opens again';
const example = (sentence: string, date = '2024-05-02'): RuleExample => ({
  article: `${head}\n\n${sentence}`,
  date,
});
const list = (text: string): RuleExample => ({
  name: 'article.md',
  article: `# ${head}\n\n${text}`,
  date: '2024-05-02',
});

export const citationsDocs = {
  'citations/missing-outlet': {
    why: 'A reader can’t look the statement up. The name of the source was mostly a link that was lost in copying: look it up where the text came from, and write it before the date, or decide it in the file of decisions.',
    bad: example('The harbour opened again on Monday (, April 29, 2024). Ships had waited.'),
    good: example(
      'The harbour opened again on Monday (Reuters, April 29, 2024). Ships had waited.',
    ),
  },
  'citations/lost-link-text': {
    why: 'Something stood between the brackets, most likely a source. Look the words up where the text came from, or take the brackets out. Where `cleanup` runs before `citations`, it takes empty brackets out and reports `cleanup/empty-brackets`.',
    bad: {
      ...example('The harbour opened again on Monday (). Ships had waited for nine days.'),
      config: 'plugins: [masthead, citations]',
    },
    good: example('The harbour opened again on Monday. Ships had waited for nine days.'),
  },
  'citations/possible-citation': {
    why: 'The brackets may name a source, or be part of what the author says. Write the citation in full, or decide what it is in the file of decisions.',
    bad: example(
      'The harbour opened again on Monday, said the captain (Reuters). Ships had waited.',
    ),
    good: example(
      'The harbour opened again on Monday (Reuters, April 29, 2024). Ships had waited.',
    ),
  },
  'citations/merged-sources': {
    why: 'Two pieces of one outlet on one day look alike in a citation. They share a note; where they are two, give each its headline or its address.',
    bad: example(
      'The harbour opened (Reuters, April 29, 2024). Ships had waited (Reuters, April 29, 2024).',
    ),
    good: example(
      'The harbour opened (Reuters, April 29, 2024). Ships had waited (Reuters, April 30, 2024).',
    ),
  },
  'citations/ambiguous-date': {
    why: 'The fifth of April and the fourth of May are written alike in different countries. Write the month as a word.',
    bad: example('The harbour opened again (Reuters, 4/5/2021). Ships had waited for nine days.'),
    good: example(
      'The harbour opened again (Reuters, April 5, 2021). Ships had waited for nine days.',
    ),
  },
  'citations/outlet-spelling': {
    why: 'One outlet under two names is two entries in a bibliography. Write it in one way; the list of outlets can know the other as an alias.',
    bad: example(
      'The harbour opened (TASS, April 28, 2024). Ships had waited (Tass, April 29, 2024).',
    ),
    good: example(
      'The harbour opened (TASS, April 28, 2024). Ships had waited (TASS, April 29, 2024).',
    ),
  },
  'citations/unclosed-parenthesis': {
    why: 'Where a bracket is never closed, its end was lost, and a citation in it isn’t found.',
    bad: example('The harbour opened again on Monday (as had been said before. Ships had waited.'),
    good: example(
      'The harbour opened again on Monday (as had been said before). Ships had waited.',
    ),
  },
  'citations/mark-without-note': {
    why: 'The mark leads nowhere: the note was lost, or the numbers have slipped.',
    bad: list(
      'The harbour opened again on Monday [1]. Ships had waited [2].\n\n## References\n\n1. Reuters, “Harbour opens”, April 29, 2024.',
    ),
    good: list(
      'The harbour opened again on Monday [1]. Ships had waited.\n\n## References\n\n1. Reuters, “Harbour opens”, April 29, 2024.',
    ),
  },
  'citations/note-without-mark': {
    why: 'Nothing in the text refers to the entry: its mark was lost, or it is left over from an earlier version.',
    bad: list(
      'The harbour opened again on Monday [1]. Ships had waited.\n\n## References\n\n1. Reuters, “Harbour opens”, April 29, 2024.\n2. TASS, “Ships wait”, April 28, 2024.',
    ),
    good: list(
      'The harbour opened again on Monday [1]. Ships had waited [2].\n\n## References\n\n1. Reuters, “Harbour opens”, April 29, 2024.\n2. TASS, “Ships wait”, April 28, 2024.',
    ),
  },
  'citations/duplicate-entry': {
    why: 'The same source twice in a list gives two numbers for one thing.',
    bad: list(
      'The harbour opened again on Monday [1]. Ships had waited [2].\n\n## References\n\n1. Reuters, “Harbour opens”, April 29, 2024.\n2. Reuters, “Harbour opens”, April 29, 2024.',
    ),
    good: list(
      'The harbour opened again on Monday [1]. Ships had waited [2].\n\n## References\n\n1. Reuters, “Harbour opens”, April 29, 2024.\n2. TASS, “Ships wait”, April 28, 2024.',
    ),
  },
  'citations/list-became-notes': {
    why: 'Each entry of the list stands in a note now, so the list would say everything twice. This tells where it went.',
    bad: list(
      'The harbour opened again on Monday [1]. Ships had waited [2].\n\n## References\n\n1. Reuters, “Harbour opens”, April 29, 2024.\n2. TASS, “Ships wait”, April 28, 2024.',
    ),
    good: example(
      'The harbour opened again on Monday (Reuters, April 29, 2024). Ships had waited.',
    ),
  },
  'citations/dead-looking-url': {
    why: 'No reader gets anywhere with an address that was cut off or has no host. Look it up where the text came from.',
    bad: example(
      'The harbour opened again on Monday (https://press). Ships had waited for nine days.',
    ),
    good: example(
      'The harbour opened again on Monday (https://press.example.org/harbour). Ships had waited for nine days.',
    ),
  },
  'citations/inferred-year': {
    why: 'A day without a year is the last such day before the article came out. Where that is wrong, write the year.',
    bad: example(
      'The harbour opened again on Monday (Reuters, April 29). Ships had waited for nine days.',
    ),
    good: example(
      'The harbour opened again on Monday (Reuters, April 29, 2024). Ships had waited.',
    ),
  },
  'citations/unresolved-year': {
    why: 'Without a year a date names no day. Write the year, or say when the article came out: in its text, in the front matter or with `--date`.',
    bad: {
      article: `${head}\n\nThe harbour opened again on Monday (Reuters, April 29). Ships had waited for nine days.`,
    },
    good: example(
      'The harbour opened again on Monday (Reuters, April 29). Ships had waited for nine days.',
    ),
  },
  'citations/suspicious-date': {
    why: 'One source that is years older than all others is mostly a slip of the year.',
    bad: example(
      'It opened (Reuters, April 29, 2014). It rained (Reuters, April 20, 2024). They waited (TASS, April 22, 2024). They sailed (AFP, April 23, 2024). They came back (TASS, April 25, 2024).',
    ),
    good: example(
      'It opened (Reuters, April 29, 2024). It rained (Reuters, April 20, 2024). They waited (TASS, April 22, 2024). They sailed (AFP, April 23, 2024). They came back (TASS, April 25, 2024).',
    ),
  },
  'citations/future-date': {
    why: 'Nothing can be cited that came out after the article. One of the two dates is wrong.',
    bad: example('The harbour opened again on Monday (Reuters, May 29, 2024). Ships had waited.'),
    good: example(
      'The harbour opened again on Monday (Reuters, April 29, 2024). Ships had waited.',
    ),
  },
  'citations/unknown-publication-date': {
    why: 'Years that a citation doesn’t give are reckoned from the day on which the article came out. Say it in the text, in the front matter or with `--date`.',
    bad: {
      article: `${head}\n\nThe harbour opened again on Monday (Reuters, April 29). Ships had waited for nine days.`,
    },
    good: example(
      'The harbour opened again on Monday (Reuters, April 29). Ships had waited for nine days.',
    ),
  },
} as const satisfies Record<string, RuleDoc>;
