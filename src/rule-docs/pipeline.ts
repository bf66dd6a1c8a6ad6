import type { RuleDoc } from './rule-doc.ts';

const article = 'The harbour opens again\n\nThe harbour opened again on Monday.';

export const pipelineDocs = {
  'pipeline/plugin-failed': {
    why: 'A plugin threw an error while it worked on the article, or left a tree that is none. No output was written for it; the others were built. `--debug` prints where.',
    bad: {
      article,
      config: 'plugins: [./plugins/house.mjs]',
      files: {
        'plugins/house.mjs': "export default () => () => {\n  throw new Error('no ships');\n};\n",
      },
    },
    good: {
      article,
      config: 'plugins: [./plugins/house.mjs]',
      files: { 'plugins/house.mjs': 'export default () => () => {};\n' },
    },
  },
  'pipeline/not-built': {
    why: 'The article could not be read, or something in copydesk itself is broken; the message says what. The others were built.',
    bad: { name: 'article.docx', article: '<w:p>' },
    good: { article },
  },
  'output/edited': {
    why: 'Somebody has edited an output; building it again would have lost that. Put the change into the source, or delete the output.',
    bad: 'A file in the output folder was edited after copydesk had written it.',
    good: 'The source was edited, and the output is as copydesk has written it.',
  },
  'output/not-written': {
    why: 'The disk is full, the folder may not be written to, or another program holds the file; the message says which. What stood there before still stands there.',
    bad: 'The output folder belongs to another user.',
    good: 'The output folder can be written to.',
  },
} as const satisfies Record<string, RuleDoc>;
