import { Document, isMap, isSeq, visit } from 'yaml';
import type { ImportedEntry } from './collect.ts';

/** How a file that was made by an import begins: such a file may be made again. */
export const importMark = '# Made by `copydesk entities import`';

/** The entries as a registry file, YAML with a word on where it came from, or JSON. */
export function printRegistry(
  entries: readonly ImportedEntry[],
  source: string,
  format: 'yaml' | 'json',
): string {
  if (format === 'json') return `${JSON.stringify({ entities: entries }, undefined, 2)}\n`;
  const document = new Document({ entities: entries });
  visit(document, {
    Pair: (_, { value }) => {
      // Lists of texts in one line, as they are written by hand.
      if (isSeq(value) && value.items.every((item) => !isMap(item))) value.flow = true;
    },
  });
  const body = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  const from = source.replace(/[\r\n]+/g, ' ');
  return `${importMark} from ${from}. What is changed here is lost when it is made again.\n\n${body}`;
}
