/** Images of the file: each becomes a file beside the outputs that is named by what it holds. */
import { createHash } from 'node:crypto';
import type { Image } from 'mdast';
import type { Asset } from '../../model/index.ts';
import type { DocxPackage, Part } from './parts.ts';
import type { Review } from './review.ts';

const folder = 'assets';

/** Formats by bytes at their beginning. A name may say something else, so that it isn't asked. */
const signatures: readonly { extension: string; bytes: string; at?: number }[] = [
  { extension: 'png', bytes: '89504e470d0a1a0a' },
  { extension: 'jpg', bytes: 'ffd8ff' },
  { extension: 'gif', bytes: '47494638' },
  { extension: 'webp', bytes: '57454250', at: 8 },
  { extension: 'avif', bytes: '66747970617669', at: 4 },
  { extension: 'bmp', bytes: '424d' },
  { extension: 'tiff', bytes: '49492a00' },
  { extension: 'tiff', bytes: '4d4d002a' },
  { extension: 'emf', bytes: '20454d46', at: 40 },
  { extension: 'wmf', bytes: 'd7cdc69a' },
  { extension: 'wmf', bytes: '010009000003' },
];
/** What browsers show. */
const shown = new Set(['png', 'jpg', 'gif', 'webp', 'avif', 'bmp']);

export class Images {
  readonly #package: DocxPackage;
  readonly #review: Review;
  readonly #assets = new Map<string, Asset>();
  /** By the path in the package. */
  readonly #urls = new Map<string, string | undefined>();

  constructor(parts: DocxPackage, review: Review) {
    this.#package = parts;
    this.#review = review;
  }

  get assets(): Asset[] {
    return [...this.#assets.values()];
  }

  /** An image that a part refers to by id. Undefined where there is none that can be used, which is told. */
  image(part: Part, id: string | undefined, alt: string): Image | undefined {
    const found = id === undefined ? undefined : part.relationships.get(id);
    const url = found?.external ? found.target : found && this.#url(found.target);
    if (url === undefined || url === '') {
      this.#review.leftOut('image that is missing or in an unknown format', alt);
      return undefined;
    }
    return { type: 'image', url, alt };
  }

  #url(path: string): string | undefined {
    if (this.#urls.has(path)) return this.#urls.get(path);
    const url = this.#add(path);
    this.#urls.set(path, url);
    return url;
  }

  #add(path: string): string | undefined {
    const bytes = this.#package.image(path);
    const extension = bytes && extensionOf(bytes);
    if (!bytes || extension === undefined) return undefined;
    if (!shown.has(extension))
      this.#review.leftOut(
        `image in the format ${extension.toUpperCase()}, which no browser shows,`,
      );
    const name = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    const url = `${folder}/${name}.${extension}`;
    // A copy: what the archive gave may be a view of the whole file.
    this.#assets.set(url, { path: url, bytes: Uint8Array.from(bytes) });
    return url;
  }
}

function extensionOf(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 48)).toString('hex');
  return signatures.find((each) => start.startsWith(each.bytes, 2 * (each.at ?? 0)))?.extension;
}
