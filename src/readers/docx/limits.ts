/** What is wrong with a file that can't be read, and bounds of Word files that no config changes. What an article may cost: `src/limits.ts`. */

/** Bytes of one image. */
export const mostImageBytes = 64_000_000;
/** A part below this size, in bytes, may take any number of times its packed size. */
export const ratioFrom = 250_000;
/** Columns of a table; Word has 63. */
export const mostColumns = 63;

/** A file that is no sound Word file. The message says why. */
export class DocxError extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`Unexpected Word file: ${reason}`, options);
    this.name = 'DocxError';
  }
}
