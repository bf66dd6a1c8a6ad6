/**
 * What a Word file may cost. A file of some kilobytes can inflate to gigabytes, and XML that is nested or cut into tiny elements takes
 * many times its size in memory; each bound is far above what an article needs, and is checked before the cost arises.
 */
export const limits = {
  /** Files in the package. */
  entries: 10_000,
  /** Bytes of one part of XML. */
  xmlPart: 16_000_000,
  /** Bytes of one image. */
  image: 64_000_000,
  /** Bytes of all that is inflated. */
  inflated: 256_000_000,
  /** How many times its packed size a part of XML may take; text of Word takes 10 to 40 times. */
  ratio: 60,
  /** A part below this size, in bytes, may have any ratio. */
  ratioFrom: 250_000,
  /** Elements within elements. */
  depth: 256,
  /** Elements in one part. */
  elements: 600_000,
  /** Paragraphs in one part, cells of tables among them. */
  paragraphs: 20_000,
  /** Columns of a table; Word has 63. */
  columns: 63,
} as const;

/** A file that is too large, or that is no sound Word file. The message says what, and the limit. */
export class DocxError extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`Unexpected Word file: ${reason}`, options);
    this.name = 'DocxError';
  }
}

/** An error for what goes beyond one of the limits. */
export function beyond(what: string, found: number, limit: number): DocxError {
  return new DocxError(`${what} (${grouped(found)}), expected at most ${grouped(limit)}`);
}

function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
