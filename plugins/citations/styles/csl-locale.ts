/**
 * The words that a CSL style asks for, in American English: enough for notes. A style may bring its own, and a file
 * `locales-de-DE.xml` beside it is taken for German.
 */

const months = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore
const shortMonths = [
  'Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.',
]; // prettier-ignore
const seasons = ['Spring', 'Summer', 'Fall', 'Winter'];

const words: Readonly<Record<string, string>> = {
  accessed: 'accessed',
  and: 'and',
  'and others': 'and others',
  anonymous: 'anonymous',
  at: 'at',
  'available at': 'available at',
  by: 'by',
  circa: 'circa',
  cited: 'cited',
  'et-al': 'et al.',
  forthcoming: 'forthcoming',
  from: 'from',
  ibid: 'ibid.',
  in: 'in',
  'in press': 'in press',
  internet: 'internet',
  interview: 'interview',
  letter: 'letter',
  'no date': 'n.d.',
  online: 'online',
  'op-cit': 'op. cit.',
  'presented at': 'presented at the',
  reference: 'reference',
  retrieved: 'retrieved',
  version: 'version',
  'open-quote': '“',
  'close-quote': '”',
  'open-inner-quote': '‘',
  'close-inner-quote': '’',
  'page-range-delimiter': '–',
  'year-range-delimiter': '–',
  ordinal: 'th',
  'ordinal-01': 'st',
  'ordinal-02': 'nd',
  'ordinal-03': 'rd',
  'ordinal-11': 'th',
  'ordinal-12': 'th',
  'ordinal-13': 'th',
};

/** Singular, plural, and both shortened. */
const counted: Readonly<Record<string, readonly [string, string, string, string]>> = {
  book: ['book', 'books', 'bk.', 'bks.'],
  chapter: ['chapter', 'chapters', 'chap.', 'chaps.'],
  column: ['column', 'columns', 'col.', 'cols.'],
  editor: ['editor', 'editors', 'ed.', 'eds.'],
  figure: ['figure', 'figures', 'fig.', 'figs.'],
  issue: ['number', 'numbers', 'no.', 'nos.'],
  line: ['line', 'lines', 'l.', 'll.'],
  note: ['note', 'notes', 'n.', 'nn.'],
  page: ['page', 'pages', 'p.', 'pp.'],
  paragraph: ['paragraph', 'paragraphs', 'para.', 'paras.'],
  part: ['part', 'parts', 'pt.', 'pts.'],
  section: ['section', 'sections', 'sec.', 'secs.'],
  verse: ['verse', 'verses', 'v.', 'vv.'],
  volume: ['volume', 'volumes', 'vol.', 'vols.'],
};

function term(name: string, value: string, form = ''): string {
  return `<term name="${name}"${form}>${value}</term>`;
}

const numbered = (prefix: string, values: readonly string[], form?: string): string[] =>
  values.map((value, index) =>
    term(`${prefix}-${String(index + 1).padStart(2, '0')}`, value, form),
  );

const both = (one: string, many: string): string =>
  `<single>${one}</single><multiple>${many}</multiple>`;

export const englishLocale = [
  '<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">',
  '<style-options punctuation-in-quote="true"/>',
  '<date form="text"><date-part name="month" suffix=" "/><date-part name="day" suffix=", "/><date-part name="year"/></date>',
  '<date form="numeric"><date-part name="month" form="numeric-leading-zeros" suffix="/"/>',
  '<date-part name="day" form="numeric-leading-zeros" suffix="/"/><date-part name="year"/></date>',
  '<terms>',
  ...Object.entries(words).map(([name, value]) => term(name, value)),
  ...Object.entries(counted).flatMap(([name, [one, many, short, shorts]]) => [
    term(name, both(one, many)),
    term(name, both(short, shorts), ' form="short"'),
  ]),
  ...numbered('month', months),
  ...numbered('month', shortMonths, ' form="short"'),
  ...numbered('season', seasons),
  '</terms>',
  '</locale>',
].join('');
