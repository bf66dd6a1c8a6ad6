import type { RuleDoc } from './rule-doc.ts';

const word = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

export const readerDocs = {
  'reader/guessed-encoding': {
    why: 'A file that says nothing of its encoding can be read in several ways, and a wrong guess spoils accents and quotation marks. Save it as UTF-8, or look whether its special characters came out right.',
    bad: {
      article:
        'The café on the quay\n\nThe café on the quay opens at seven. Its owner said “no” to every offer that was made to her.',
      encoding: 'windows-1252',
    },
    good: {
      article:
        'The café on the quay\n\nThe café on the quay opens at seven. Its owner said “no” to every offer that was made to her.',
    },
  },
  'reader/replaced-character': {
    why: 'What stood there is lost: the file was cut, or two encodings were mixed in it. Compare the place with where the text came from.',
    bad: { article: 'The harbour opens\n\nThe ferry of the ha\u0000bour left at noon.' },
    good: { article: 'The harbour opens\n\nThe ferry of the harbour left at noon.' },
  },
  'reader/language-not-english': {
    why: 'The model that finds names and the one that ranks sentences have learnt from English, and would find nonsense in another language. Names of the registry, citations, notes and repairs work as ever. Where the guess is wrong, state the language in the front matter.',
    bad: {
      name: 'article.md',
      article:
        '# La vieille halle\n\nLa halle est restée fermée pendant des mois, et les marchands qui ont vendu leurs fruits sur la place ne sont pas revenus dans la ville avec les autres.\n',
    },
    good: {
      name: 'article.md',
      article:
        '# The old market hall\n\nThe hall was closed for months, and the traders who had sold their fruit on the square have not come back to the town with the others.\n',
    },
  },
  'reader/invalid-front-matter': {
    why: 'Front matter that is not YAML says nothing of the article: title, authors and date are then taken from the text, and the front matter is printed as text.',
    bad: {
      name: 'article.md',
      article: '---\ntitle: "The harbour opens\n---\n\nThe ferry left at noon.',
    },
    good: {
      name: 'article.md',
      article: '---\ntitle: The harbour opens\n---\n\nThe ferry left at noon.',
    },
  },
  'reader/empty-article': {
    why: 'An empty file is mostly one that was saved too early, or a page whose text is loaded by a script.',
    bad: { article: '\n\n' },
    good: { article: 'The harbour opens\n\nThe ferry left at noon.' },
  },
  'reader/plugin-without-syntax': {
    why: 'A plugin such as `remark-directive` adds syntax to Markdown. Plain text, web pages and Word files are not read as Markdown, so that what the plugin knows means nothing there.',
    bad: {
      article: 'The harbour opens\n\nThe ferry left at noon.',
      config: 'plugins: [./syntax.mjs]',
      files: {
        'syntax.mjs':
          'export default function syntax() {\n  (this.data().micromarkExtensions ??= []).push({});\n}\n',
      },
    },
    good: {
      name: 'article.md',
      article: '# The harbour opens\n\nThe ferry left at noon.',
      config: 'plugins: [./syntax.mjs]',
      files: {
        'syntax.mjs':
          'export default function syntax() {\n  (this.data().micromarkExtensions ??= []).push({});\n}\n',
      },
    },
  },
  'reader/comment': {
    why: 'Comments in a Word file are between those who work on the article. None is printed, and each is told here, so that no question stays open without anybody knowing.',
    bad: {
      name: 'article.docx',
      article:
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>The ferry left at noon.</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>',
      comments: `<w:comment w:id="0" w:author="Editor">${word('Is that right?')}</w:comment>`,
    },
    good: { name: 'article.docx', article: word('The ferry left at noon.') },
  },
  'reader/tracked-changes': {
    why: 'A file with tracked changes has two texts. The changes were accepted; if some of them were still to be talked about, the output is not what everybody agreed on.',
    bad: {
      name: 'article.docx',
      article:
        '<w:p><w:r><w:t>The ferry left at </w:t></w:r><w:ins w:id="1" w:author="Editor"><w:r><w:t>noon.</w:t></w:r></w:ins></w:p>',
    },
    good: { name: 'article.docx', article: word('The ferry left at noon.') },
  },
  'reader/left-out': {
    why: 'A page holds more than its article: menus, advertisements, links to others. What was taken for such is told here, so that a paragraph of the article that went with it is found.',
    bad: {
      name: 'article.html',
      article:
        '<article><h1>The harbour opens</h1><p>The ferry left the harbour at noon, with nine cars and forty people on board.</p><p hidden>Subscribe to our letter about ships.</p></article>',
    },
    good: {
      name: 'article.html',
      article:
        '<article><h1>The harbour opens</h1><p>The ferry left the harbour at noon, with nine cars and forty people on board.</p></article>',
    },
  },
} as const satisfies Record<string, RuleDoc>;
