/**
 * Word files as a tree. What the reader of the printed page sees becomes the article; what only an editor sees in Word (comments, tracked changes,
 * hidden text) becomes a message. Nodes have no positions: a file of this format has no text to count in.
 */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { defaultLimits, type Limits } from '../../limits.ts';
import type { StatedMetadata } from '../../model/index.ts';
import { assemble } from './assemble.ts';
import { joinCaptions } from './captions.ts';
import { arrangeHead } from './head.ts';
import { Images } from './images.ts';
import { Notes } from './notes.ts';
import { Numbering } from './numbering.ts';
import { DocxPackage, type Part } from './parts.ts';
import { readProperties } from './properties.ts';
import { takePullQuotes } from './pull-quotes.ts';
import { Languages, type Reading } from './reading.ts';
import { Review } from './review.ts';
import { readStory } from './story.ts';
import { Styles } from './styles.ts';
import { child } from './xml.ts';

export { DocxError } from './limits.ts';

/**
 * Reads a file whose value is the bytes of a `.docx`. Images go to `file.data.assets`; what the text says by its styles goes to
 * `file.data.stated`, what the properties of the file say to `file.data.fallback`.
 *
 * @throws DocxError where it is no sound Word file; LimitError where it takes more than the limits allow.
 */
export function readDocx(
  file: VFile,
  _processor?: unknown,
  limits: Readonly<Limits> = defaultLimits,
): Root {
  const parts = new DocxPackage(bytesOf(file), limits);
  const main = parts.main();
  const reading = openReading(parts, main, file, limits);
  const body = child(main.root, 'w:body') ?? main.root;

  const captioned = joinCaptions(readStory(body, main, reading));
  const { entries, quotes } = takePullQuotes(captioned.entries);
  const head = arrangeHead(entries);
  const blocks = assemble(head.entries, head.shift);
  const definitions = reading.notes.definitions(({ element, part }) =>
    assemble(readStory(element, part, reading)),
  );

  const properties = readProperties(parts.fromRoot('core-properties', 'docProps/core.xml')?.root);
  const language = properties.language ?? reading.languages.main();
  const stated: StatedMetadata = { ...head.stated };
  if (language !== undefined) stated.language = language;
  if (captioned.images.length > 0) stated.images = captioned.images;
  if (quotes.length > 0) stated.pullQuotes = quotes;
  file.data.stated = stated;
  file.data.fallback = fallbackOf(properties);
  file.data.assets = reading.images.assets;
  reading.review.report(file);
  return { type: 'root', children: [...blocks, ...definitions] };
}

function bytesOf(file: VFile): Uint8Array {
  const { value } = file;
  return typeof value === 'string' ? new TextEncoder().encode(value) : (value ?? new Uint8Array());
}

function openReading(
  parts: DocxPackage,
  main: Part,
  file: VFile,
  limits: Readonly<Limits>,
): Reading {
  const styles = new Styles(parts.related(main, 'styles', 'word/styles.xml')?.root);
  const numbering = parts.related(main, 'numbering', 'word/numbering.xml')?.root;
  const review = new Review(parts.related(main, 'comments', 'word/comments.xml')?.root);
  return {
    package: parts,
    styles,
    numbering: new Numbering(numbering, styles),
    notes: new Notes(parts, main, review),
    images: new Images(parts, review),
    review,
    languages: new Languages(),
    file,
    limits,
  };
}

function fallbackOf({ title, authors }: StatedMetadata): VFile['data']['fallback'] & object {
  return {
    ...(title === undefined ? {} : { title }),
    ...(authors === undefined ? {} : { authors }),
  };
}
