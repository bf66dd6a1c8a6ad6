import { gfmTable } from 'micromark-extension-gfm-table';

type Extension = ReturnType<typeof gfmTable>;
type Flow = NonNullable<Extension['flow']>;
type Construct = Extract<Flow[string], { tokenize: unknown }>;

/** A row that says how columns are aligned has a bar, or a colon beside a dash. */
const sign = /\||:-|-:/;

/** Whether the document that is being parsed can have tables. Parsing is one call that waits for nothing. */
let possible = true;

const { flow } = gfmTable() as { flow: Flow };
const { tokenize, ...table } = flow['null'] as Construct;

/**
 * GFM's tables for micromark, which takes the first line of each paragraph for the head of a table, word by word, to find that no table follows: a
 * fifth of the time of parsing an article. {@link parseTables} tells it where that is in vain.
 */
export const tables: Extension = {
  flow: {
    null: {
      ...table,
      tokenize(effects, ok, nok) {
        return possible ? tokenize.call(this, effects, ok, nok) : nok;
      },
    },
  },
};

/** Parses a document, and looks for tables only where there is what each of them has. */
export function parseTables<T>(markdown: string, parse: () => T): T {
  possible = sign.test(markdown);
  try {
    return parse();
  } finally {
    possible = true;
  }
}
