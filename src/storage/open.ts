import { resolve } from 'node:path';
import { InputError } from '../batch/input-error.ts';
import { FolderStorage } from './folder-storage.ts';
import type { Storage } from './storage.ts';

export interface OpenOptions {
  /** What relative folders start from. */
  cwd: string;
  /** Address of a store that speaks S3. Default: what the environment names, else AWS. */
  endpoint?: string | undefined;
}

export function isS3(place: string): boolean {
  return place.startsWith('s3:');
}

/**
 * Opens a folder, or `s3://bucket/prefix`. The code for stores of objects is loaded where it is asked for.
 *
 * @throws InputError where the address is none, or a package is missing.
 */
export async function openStorage(
  place: string,
  { cwd, endpoint }: Readonly<OpenOptions>,
): Promise<Storage> {
  if (!isS3(place)) return new FolderStorage(resolve(cwd, place));
  const found = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(place);
  if (!found) {
    throw new InputError(`Unexpected address "${place}", expected s3://bucket/prefix.`);
  }
  const [, bucket = '', prefix = ''] = found;
  const { S3Storage } = await import('./s3-storage.ts');
  return S3Storage.open({ bucket, prefix: prefix.replace(/^\/+|\/+$/g, ''), endpoint });
}
