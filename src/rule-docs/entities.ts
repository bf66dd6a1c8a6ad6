import type { RuleDoc, RuleExample } from './rule-doc.ts';

const example = (text: string): RuleExample => ({
  name: 'article.md',
  article: `# The harbour opens again\n\n${text}`,
});

const asked = 'plugins:\n  - masthead\n  - pull-quotes:\n      count: 1';

export const entitiesDocs = {
  'entities/unexplained-acronym': {
    why: 'Not every reader knows what the letters stand for. Write the name in full at its first mention, with the letters in brackets.',
    bad: example('The GBRX was founded in spring. GBRX grew until the autumn.'),
    good: example(
      'The Great Bridge Exchange (GBX) was founded in spring. GBX grew until the autumn.',
    ),
    setting: 'Acronyms that the registry knows as well known are left alone.',
  },
  'entities/acronym-explained-late': {
    why: 'The explanation belongs to the first mention; readers who need it have given up before.',
    bad: example('GBX fell in spring. Then the Great Bridge Exchange (GBX) rose.'),
    good: example('The Great Bridge Exchange (GBX) fell in spring. Then GBX rose.'),
  },
  'entities/acronym-explained-twice': {
    why: 'Once is enough, and two different names for the same letters confuse.',
    bad: example('The Great Bridge Exchange (GBX) rose. The Great Bridge Exchange (GBX) fell.'),
    good: example('The Great Bridge Exchange (GBX) rose. GBX fell.'),
  },
  'entities/spelling-variants': {
    why: 'One of the two is a slip, or they are two people, and then the text should tell them apart.',
    bad: example('Prime Minister Daria Tokayeva spoke. Ms Tokayeva left. Ms Tokaeva stayed.'),
    good: example('Prime Minister Daria Tokayeva spoke. Ms Tokayeva left. Ms Tokayeva stayed.'),
  },
  'entities/surname-first': {
    why: 'A person is introduced with the full name. A paragraph was moved or cut.',
    bad: example('President Mwangi spoke. Later President Peter Mwangi left.'),
    good: example('President Peter Mwangi spoke. Later President Mwangi left.'),
  },
  'entities/ambiguous-name': {
    why: 'The name can stand for several things, and the article doesn’t say which. Decide it in the file of decisions, or write it in full.',
    bad: example('Georgia lost.'),
    good: example('The country of Chile lost.'),
  },
} as const satisfies Record<string, RuleDoc>;

export const pullQuotesDocs = {
  'pull-quotes/none-found': {
    why: 'No sentence stands on its own and says enough. Choose one yourself in the front matter, or do without.',
    bad: { ...example('It rains.'), config: asked },
    good: {
      ...example(
        'The harbour opened again on Monday. Ships had waited for nine days.\n\nThe ferry came at noon. Forty people were on board, and nobody spoke.\n\nNobody in this town will ever forget the night on which the bridge fell.\n\nWe never asked for a bridge, and now we can’t imagine a morning without it.\n\nThe town had argued for a decade.\n\nNo one had won that war, and no one believed in the peace.',
      ),
      config: asked,
    },
    setting: 'Options `count`, `minWords` and `maxWords` of the plugin `pull-quotes`.',
  },
  'pull-quotes/lost-quote': {
    why: 'The text was edited after the quote was chosen. Choose again: what is printed large has to stand in the text.',
    bad: {
      name: 'article.md',
      article:
        '---\npullQuotes:\n  - We never asked for a bridge.\n---\n\n# The harbour opens again\n\nThe town had argued for a decade before the bridge was built.',
    },
    good: {
      name: 'article.md',
      article:
        '---\npullQuotes:\n  - We never asked for a bridge.\n---\n\n# The harbour opens again\n\nWe never asked for a bridge. The town had argued for a decade before it was built.',
    },
  },
} as const satisfies Record<string, RuleDoc>;
