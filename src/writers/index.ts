/** The table of the formats that are written. */
import { bibliographyFormats, bibliographyWriter } from './bibliography/index.ts';
import type { FormatName } from './format-name.ts';
import { htmlWriter } from './html/index.ts';
import { jsonWriter } from './json.ts';
import { markdownWriter } from './markdown/index.ts';
import { ninjsWriter } from './ninjs/index.ts';
import { txtWriter } from './txt/index.ts';
import type { Writer } from './writer.ts';

export { formatNames, isFormatName, type FormatName } from './format-name.ts';
export type { Writer, WriterInput } from './writer.ts';

export const writers: Readonly<Record<FormatName, Writer>> = {
  markdown: markdownWriter,
  html: htmlWriter,
  json: jsonWriter,
  txt: txtWriter,
  ninjs: ninjsWriter,
  csl: bibliographyWriter(bibliographyFormats.csl),
  bibtex: bibliographyWriter(bibliographyFormats.bibtex),
  ris: bibliographyWriter(bibliographyFormats.ris),
};
