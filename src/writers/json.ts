import { jsonParts } from './json-parts.ts';
import type { Writer } from './writer.ts';

/** The article document. Two spaces of indent, so that changes can be read in a diff. */
export const jsonWriter: Writer = {
  extension: 'json',
  write: ({ article }) => `${JSON.stringify(article, null, 2)}\n`,
  writeParts: ({ article }) => jsonParts(article),
};
