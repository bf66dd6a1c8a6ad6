import type { Article } from '../../model/index.ts';
import { isWebAddress } from '../../text/address.ts';

/** An object without the fields that have no value, and without empty lists. */
export function filled(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** A web address that is a URI to the letter; undefined for anything else. */
export function webUri(value: string | null | undefined): string | undefined {
  if (!isWebAddress(value)) return undefined;
  try {
    return new URL(value).href;
  } catch {
    return undefined;
  }
}

/**
 * What the item is called everywhere: its address on the web, else the hash of its source as RFC 6920 writes one, which is the same for the
 * same file wherever it is built.
 */
export function itemUri({ metadata, source }: Article): string {
  const hash = Buffer.from(source.sha256, 'hex').toString('base64url');
  return webUri(metadata.url) ?? `ni:///sha-256;${hash}`;
}
