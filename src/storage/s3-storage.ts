import type { S3Client } from '@aws-sdk/client-s3';
import { isMissing, MissingPackageError } from './missing-package.ts';
import { StorageError, TooLargeError, type Storage, type StoredFile } from './storage.ts';

type Sdk = typeof import('@aws-sdk/client-s3');

export interface S3Options {
  bucket: string;
  /** What stands before all keys, without a `/` at its ends; may be empty. */
  prefix: string;
  /** Address of a store that speaks S3. Default: what the environment names, else AWS. */
  endpoint?: string | undefined;
  /** How often a call is tried. Default: 5. */
  attempts?: number | undefined;
}

/**
 * A bucket, or what lies below a prefix in it. Credentials, region and proxies are those of the environment, as the SDK of AWS finds them.
 * A put is atomic by the nature of the store.
 */
export class S3Storage implements Storage {
  readonly name: string;
  readonly #sdk: Sdk;
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #prefix: string;

  private constructor(sdk: Sdk, { bucket, prefix, endpoint, attempts = 5 }: S3Options) {
    this.#sdk = sdk;
    this.#bucket = bucket;
    this.#prefix = prefix === '' ? '' : `${prefix}/`;
    this.name = `s3://${bucket}/${prefix}`;
    this.#client = new sdk.S3Client({
      maxAttempts: attempts,
      // Stores other than that of AWS know neither checksums in trailers nor buckets as host names.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(endpoint !== undefined && { endpoint, forcePathStyle: true, region: 'us-east-1' }),
    });
  }

  /** @throws MissingPackageError where the SDK isn't installed. */
  static async open(options: Readonly<S3Options>): Promise<S3Storage> {
    const name = '@aws-sdk/client-s3';
    try {
      return new S3Storage(await import('@aws-sdk/client-s3'), options);
    } catch (error) {
      if (isMissing(error, name)) throw new MissingPackageError('s3:// addresses', [name]);
      throw error;
    }
  }

  async *list(prefix = ''): AsyncGenerator<StoredFile> {
    let token: string | undefined;
    do {
      const page = await this.#try(`list ${prefix}`, () =>
        this.#client.send(
          new this.#sdk.ListObjectsV2Command({
            Bucket: this.#bucket,
            Prefix: this.#prefix + prefix,
            ContinuationToken: token,
          }),
        ),
      );
      if (!page) throw new StorageError(`list ${this.name}`, 'there is no such bucket');
      for (const { Key: key = '', Size: size = 0, ETag: etag = '' } of page.Contents ?? []) {
        // Consoles make empty objects that stand for folders.
        if (!key.endsWith('/')) {
          yield { path: key.slice(this.#prefix.length), size, tag: etag.replaceAll('"', '') };
        }
      }
      token = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (token !== undefined);
  }

  async read(path: string, most = Number.POSITIVE_INFINITY): Promise<Uint8Array | undefined> {
    return this.#try(`read ${path}`, async () => {
      const { Body: body, ContentLength: size = 0 } = await this.#client.send(
        new this.#sdk.GetObjectCommand(this.#object(path)),
      );
      if (size > most) {
        (body as { destroy?: () => void } | undefined)?.destroy?.();
        throw new TooLargeError(path, size, most);
      }
      return (await body?.transformToByteArray()) ?? new Uint8Array();
    });
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    const body = typeof content === 'string' ? Buffer.from(content) : content;
    const written = await this.#try(`write ${path}`, () =>
      this.#client.send(
        new this.#sdk.PutObjectCommand({
          ...this.#object(path),
          Body: body,
          ContentType: contentTypeOf(path),
        }),
      ),
    );
    if (!written) throw new StorageError(`write ${path}`, 'there is no such bucket');
  }

  async delete(path: string): Promise<void> {
    await this.#try(`delete ${path}`, () =>
      this.#client.send(new this.#sdk.DeleteObjectCommand(this.#object(path))),
    );
  }

  async stat(path: string): Promise<StoredFile | undefined> {
    return this.#try(`look at ${path}`, async () => {
      const { ContentLength: size = 0, ETag: etag = '' } = await this.#client.send(
        new this.#sdk.HeadObjectCommand(this.#object(path)),
      );
      return { path, size, tag: etag.replaceAll('"', '') };
    });
  }

  #object(path: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket, Key: this.#prefix + path };
  }

  /** Undefined where there is no such object. */
  async #try<Result>(what: string, act: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof TooLargeError) throw error;
      const { name, message, $metadata } = error as Error & {
        $metadata?: { httpStatusCode?: number };
      };
      if (name === 'NoSuchKey' || name === 'NotFound' || $metadata?.httpStatusCode === 404) {
        return undefined;
      }
      const status = $metadata?.httpStatusCode;
      const reason = `${message || name}${status === undefined ? '' : ` (${status})`}`;
      throw new StorageError(`${what} in ${this.name}`, reason, error);
    }
  }
}

/** A store serves what it holds with the type that it was given. */
function contentTypeOf(path: string): string {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(contentTypes, ending)
    ? (contentTypes[ending] as string)
    : 'application/octet-stream';
}

const contentTypes: Readonly<Record<string, string>> = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  bib: 'text/plain; charset=utf-8',
  ris: 'text/plain; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};
