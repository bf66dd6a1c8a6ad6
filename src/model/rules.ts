/**
 * The catalogue of diagnostics: every message of ours is one of these. `docs/rules.md` is made from it.
 *
 * An id is `plugin/rule` (or `stage/rule` for what readers and the pipeline say). A user's plugin exports a catalogue of its own
 * in the same shape, as `rules`.
 */
import type { Severity } from './article.ts';

export interface Rule {
  /** What is reported unless the config says otherwise. */
  severity: Severity;
  /** What is wrong, in one sentence, without the case at hand. */
  summary: string;
  /** Whether a message that names one text that is expected is certain, so that `copydesk fix` may put it into the source. */
  fixable?: boolean;
}

export type RuleCatalogue = Readonly<Record<string, Rule>>;

export const rules = {
  // reading
  'reader/guessed-encoding': {
    severity: 'info',
    summary:
      'The file names no encoding and is not UTF-8; the encoding was guessed from its bytes.',
  },
  'reader/replaced-character': {
    severity: 'warning',
    summary:
      'A character that UTF-8 cannot hold (NUL, a lone surrogate, a broken byte) became U+FFFD.',
  },
  'reader/invalid-front-matter': {
    severity: 'warning',
    summary:
      'The front matter is not a YAML mapping, or a known key in it has a value of the wrong kind.',
  },
  'reader/empty-article': {
    severity: 'warning',
    summary: 'The article has no text.',
  },
  'reader/plugin-without-syntax': {
    severity: 'info',
    summary:
      'A plugin that extends Markdown syntax has no effect on a format that is not read as Markdown.',
  },

  'reader/language-not-english': {
    severity: 'info',
    summary: 'The article is not in English: steps that know English alone were left out.',
  },

  'reader/comment': {
    severity: 'info',
    summary: 'The file has a comment by an editor; it was not printed.',
  },
  'reader/tracked-changes': {
    severity: 'info',
    summary: 'The file has tracked changes: they were accepted, and deleted words left out.',
  },
  'reader/left-out': {
    severity: 'info',
    summary:
      'Something in the file is no text of the article, or cannot be shown; it was left out.',
  },

  // masthead
  'masthead/missing-title': {
    severity: 'warning',
    summary: 'No headline was found.',
  },
  'masthead/truncated-credit': {
    severity: 'warning',
    summary: 'A caption breaks off in the middle of its credit.',
  },
  'masthead/truncated-caption': {
    severity: 'warning',
    summary: 'A caption breaks off in the middle of its text.',
  },
  'masthead/ambiguous-date': {
    severity: 'warning',
    summary: 'The date line can be read as day and month or as month and day.',
  },
  'masthead/conflicting-metadata': {
    severity: 'info',
    summary: 'The front matter and the text of the article say different things.',
  },
  'masthead/taken-lines': {
    severity: 'info',
    summary: 'Lines above or below the text were taken out of it and read as metadata.',
  },
  'masthead/unused-words': {
    severity: 'info',
    summary:
      'A line of the masthead has words that no field holds (a role, a time of day, a share bar); they were left out.',
  },

  'masthead/dropped-link': {
    severity: 'info',
    summary:
      'A link in the headline or elsewhere in the masthead has an address that no field holds.',
  },

  // cleanup: damage, place by place
  'cleanup/mojibake': {
    severity: 'info',
    summary: 'Characters that were decoded with the wrong encoding were restored.',
    fixable: true,
  },
  'cleanup/doubled-punctuation': {
    severity: 'info',
    summary: 'Doubled punctuation, as a lost link leaves it behind, was made single.',
    fixable: true,
  },
  'cleanup/empty-brackets': {
    severity: 'warning',
    summary: 'Brackets that a lost source has left empty were taken out.',
  },
  'cleanup/control-character': {
    severity: 'info',
    summary: 'An invisible control character was removed.',
    fixable: true,
  },
  'cleanup/zero-width': {
    severity: 'info',
    summary: 'An invisible zero-width character was removed.',
    fixable: true,
  },
  'cleanup/soft-hyphen': {
    severity: 'info',
    summary: 'Soft hyphens were removed.',
    fixable: true,
  },
  'cleanup/ligature': {
    severity: 'info',
    summary: 'A ligature character was spelled out.',
    fixable: true,
  },
  'cleanup/space-before-punctuation': {
    severity: 'info',
    summary: 'A space before a punctuation mark was removed.',
    fixable: true,
  },
  'cleanup/missing-space': {
    severity: 'info',
    summary: 'A space was put behind a comma.',
    fixable: true,
  },
  // cleanup: typography, one summary an article
  'cleanup/spaces': {
    severity: 'info',
    summary: 'Runs of spaces and no-break spaces were made single spaces.',
    fixable: true,
  },
  'cleanup/quotes': {
    severity: 'info',
    summary: 'Straight quotation marks and apostrophes were made typographic.',
    fixable: true,
  },
  'cleanup/dashes': {
    severity: 'info',
    summary: 'Hyphens that stood for dashes were made dashes.',
    fixable: true,
  },
  'cleanup/ellipses': {
    severity: 'info',
    summary: 'Three full stops were made an ellipsis.',
    fixable: true,
  },

  // citations
  'citations/missing-outlet': {
    severity: 'warning',
    summary: 'A citation has a date and no outlet: its source was lost in copying.',
  },
  'citations/lost-link-text': {
    severity: 'warning',
    summary: 'Brackets are empty: the words or the link in them were lost in copying.',
  },
  'citations/possible-citation': {
    severity: 'info',
    summary:
      'What stands in brackets is likely a citation, yet not surely enough to become a note.',
  },
  'citations/merged-sources': {
    severity: 'info',
    summary:
      'Two citations of the same outlet and day share a note; they may mean different pieces.',
  },
  'citations/ambiguous-date': {
    severity: 'warning',
    summary: 'A date in figures can be read as day and month or as month and day.',
  },
  'citations/outlet-spelling': {
    severity: 'info',
    summary: 'The same outlet is spelled in more than one way.',
  },
  'citations/unclosed-parenthesis': {
    severity: 'warning',
    summary: 'An opening parenthesis is never closed.',
  },
  'citations/mark-without-note': {
    severity: 'warning',
    summary: 'A mark or a source named in the text has no note and no entry in the reference list.',
  },
  'citations/note-without-mark': {
    severity: 'info',
    summary: 'A note or an entry of the reference list is not referred to in the text.',
  },
  'citations/duplicate-entry': {
    severity: 'warning',
    summary: 'An entry stands twice in the reference list.',
  },
  'citations/list-became-notes': {
    severity: 'info',
    summary:
      'All entries of a list of references are notes now; the list and its heading were left out.',
  },
  'citations/dead-looking-url': {
    severity: 'warning',
    summary: 'An address cannot work as it is written: it is cut off, or its host is none.',
  },
  'citations/inferred-year': {
    severity: 'info',
    summary: 'A citation gives no year; it was taken from the publication date.',
  },
  'citations/unresolved-year': {
    severity: 'warning',
    summary: 'A citation gives no year and there is nothing to take it from.',
  },
  'citations/suspicious-date': {
    severity: 'warning',
    summary: 'A citation is far older than the other sources of the article.',
  },
  'citations/future-date': {
    severity: 'warning',
    summary: 'A citation bears a date after the publication date.',
  },
  'citations/unknown-publication-date': {
    severity: 'info',
    summary: 'The publication date is not stated and was inferred or left open.',
  },

  // entities
  'entities/unexplained-acronym': {
    severity: 'info',
    summary: 'An acronym is used and never explained.',
  },
  'entities/acronym-explained-late': {
    severity: 'info',
    summary: 'An acronym is explained after it was used.',
  },
  'entities/acronym-explained-twice': {
    severity: 'info',
    summary: 'An acronym is explained more than once.',
  },
  'entities/spelling-variants': {
    severity: 'warning',
    summary: 'What seems to be one name is spelled in two ways.',
  },
  'entities/surname-first': {
    severity: 'info',
    summary: 'The first mention of a person is the surname alone.',
  },
  'entities/ambiguous-name': {
    severity: 'info',
    summary: 'A name can mean more than one person, place or entry of the registry.',
  },

  // pull quotes
  'pull-quotes/none-found': {
    severity: 'info',
    summary: 'No sentence of the article is fit to be a pull quote.',
  },
  'pull-quotes/lost-quote': {
    severity: 'warning',
    summary: 'A pull quote that was chosen before no longer stands in the text.',
  },

  // house style
  'house-style/existence': {
    severity: 'warning',
    summary: 'A word or phrase stands in the text that the house does not use.',
  },
  'house-style/substitution': {
    severity: 'warning',
    summary: 'A word or phrase stands in the text for which the house uses another.',
    fixable: true,
  },
  'house-style/consistency': {
    severity: 'warning',
    summary: 'Two spellings of a word stand in the article, of which either may be used, not both.',
  },
  'house-style/capitalization': {
    severity: 'warning',
    summary: 'A name or a heading is not in the letters in which the house writes it.',
    fixable: true,
  },
  'house-style/acronym': {
    severity: 'warning',
    summary: 'The first use of an acronym does not say what it stands for.',
  },
  'house-style/repetition': {
    severity: 'warning',
    summary: 'A word stands twice in a row.',
  },

  // suppressions: findings that the article itself says to leave out
  'suppressions/unused': {
    severity: 'warning',
    summary: 'The article says to leave out the findings of a rule that finds nothing there.',
  },
  'suppressions/unknown-rule': {
    severity: 'warning',
    summary: 'The article says to leave out the findings of a rule that there is not.',
  },
  'suppressions/missing-reason': {
    severity: 'info',
    summary: 'The article says to leave out the findings of a rule, and not why.',
  },
  'suppressions/invalid': {
    severity: 'warning',
    summary: 'A comment begins as one that leaves out findings does, and cannot be understood.',
  },

  // limits: what an article may cost, see src/limits.ts
  'limits/input-bytes': {
    severity: 'error',
    summary: 'The file is larger than an article may be; it was not read.',
  },
  'limits/time': {
    severity: 'error',
    summary: 'An article takes longer than it may; the others are built.',
  },
  'limits/memory': {
    severity: 'error',
    summary: 'An article takes more memory than it may; the others are built.',
  },
  'limits/nesting-depth': {
    severity: 'warning',
    summary:
      'Elements are nested more deeply than any article needs; the innermost were left out, and their text kept. Front matter is not read and stays in the text; a Word file fails.',
  },
  'limits/open-formatting': {
    severity: 'warning',
    summary:
      'More formatting elements are open at once than any article needs; further ones were left out, and their text kept.',
  },
  'limits/html-elements': {
    severity: 'warning',
    summary:
      'A page has more elements than it may have; further ones were left out, and their text kept.',
  },
  'limits/table-cells': {
    severity: 'warning',
    summary: 'A table has more cells than it may have; its rows became paragraphs.',
  },
  'limits/table-characters': {
    severity: 'warning',
    summary:
      'A table would have too many characters with its columns made even; its rows became paragraphs.',
  },
  'limits/paragraph-marks': {
    severity: 'warning',
    summary: 'A paragraph of Markdown has more marks than it may have; they are text.',
  },
  'limits/markdown-items': {
    severity: 'warning',
    summary:
      'Markdown has more list items and headings than any article needs; the marks of those that follow are text.',
  },
  'limits/definitions': {
    severity: 'warning',
    summary:
      'A Markdown file defines more links and notes than it may; further definitions are text.',
  },
  'limits/front-matter-length': {
    severity: 'warning',
    summary: 'The front matter is longer than it may be; it was not read, and stays in the text.',
  },
  'limits/front-matter-keys': {
    severity: 'warning',
    summary:
      'The front matter has more keys than it may have; it was not read, and stays in the text.',
  },
  'limits/output-ratio': {
    severity: 'error',
    summary: 'An output is many times as large as its article.',
  },
  'limits/findings': {
    severity: 'warning',
    summary:
      'A rule finds more in an article than is listed; the rest is counted by severity, and the message is as grave as what it stands for.',
  },
  'limits/decisions-bytes': {
    severity: 'error',
    summary: 'The file of decisions is larger than it may be; the article was not built.',
  },
  'limits/docx-files': {
    severity: 'error',
    summary: 'A Word file has more files in its package than it may have; it was not read.',
  },
  'limits/docx-inflated-bytes': {
    severity: 'error',
    summary: 'A Word file takes more bytes than may be unpacked; it was not read.',
  },
  'limits/docx-part-bytes': {
    severity: 'error',
    summary: 'A part of a Word file takes more bytes than may be unpacked; it was not read.',
  },
  'limits/docx-ratio': {
    severity: 'error',
    summary: 'A part of a Word file takes too many times its packed size; it was not read.',
  },
  'limits/docx-elements': {
    severity: 'error',
    summary: 'A part of a Word file has more elements than it may have; it was not read.',
  },
  'limits/docx-paragraphs': {
    severity: 'error',
    summary: 'A part of a Word file has more paragraphs than it may have; it was not read.',
  },

  // decisions of the editor: see docs/decisions.md
  'decisions/text-gone': {
    severity: 'warning',
    summary: 'The words that a decision is about stand nowhere in the article any more.',
  },
  'decisions/text-ambiguous': {
    severity: 'warning',
    summary: 'The words that a decision is about stand more than once in the article.',
  },
  'decisions/invalid': {
    severity: 'error',
    summary: 'A decision cannot be carried out as it is written.',
  },
  'decisions/unused': {
    severity: 'warning',
    summary:
      'A decision changes nothing: no plugin took it, or the finding that it accepts occurs no more.',
  },
  'decisions/replaced': {
    severity: 'info',
    summary: 'A decision took the place of what the article says of itself.',
  },

  // the pipeline
  'pipeline/plugin-failed': {
    severity: 'error',
    summary: 'A plugin threw an error.',
  },
  'pipeline/not-built': {
    severity: 'error',
    summary: 'The article could not be read, built or written.',
  },

  // what may not stand in what is put out
  'html/unsafe-link': {
    severity: 'warning',
    summary:
      'A link or a picture has an address that may not stand in a page (`javascript:`, an unknown scheme); it lost it, and kept its words.',
  },
  'html/left-out': {
    severity: 'info',
    summary:
      'Raw HTML in the article has an element that may not stand in a page (a script, a frame, a form); the page leaves it out.',
  },
  'html/direction-override': {
    severity: 'warning',
    summary:
      'A character that turns the direction of what follows, and can hide what the text says, was left out; in code it is shown by its number.',
  },

  // what is written
  'output/edited': {
    severity: 'warning',
    summary: 'An output was changed by hand since it was written; it was left as it is.',
  },
  'output/not-written': {
    severity: 'error',
    summary: 'An output could not be written; what stood there before still stands there.',
  },
} as const satisfies RuleCatalogue;

export type RuleId = keyof typeof rules;

/** Where the rules are explained. */
const documentation = 'https://github.com/copydesk/copydesk/blob/main/docs/rules.md';

/**
 * The address of a rule's explanation: its heading in `docs/rules.md`.
 *
 * @param base - Where the house keeps that page.
 */
export function ruleUrl(id: RuleId, base: string = documentation): string {
  return `${base}#${id.replace('/', '')}`;
}
