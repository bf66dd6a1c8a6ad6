/**
 * Reads a ZIP archive by its central directory. Nothing is inflated before it is asked for, and nothing beyond the size that the
 * directory names, which is held against the limits first.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { LimitError, type Limits } from '../../limits.ts';
import { DocxError, ratioFrom } from './limits.ts';

export interface Zip {
  /** Names of the files, as `foldedName` makes them. */
  has: (name: string) => boolean;
  /**
   * The bytes of a part of XML; undefined where there is none of the name.
   *
   * @throws LimitError where it has more bytes, or takes more times its packed size, than the limits allow; DocxError where it is damaged.
   */
  readXml: (name: string) => Uint8Array | undefined;
  /**
   * The bytes of any other file; undefined where there is none of the name.
   *
   * @throws DocxError where it has more than `size` bytes or is damaged; LimitError where all files together have too many.
   */
  read: (name: string, size: number) => Uint8Array | undefined;
}

interface Entry {
  name: string;
  method: number;
  flags: number;
  crc: number;
  packed: number;
  size: number;
  /** Of the local header. */
  offset: number;
}

const endSignature = 0x0605_4b50;
const entrySignature = 0x0201_4b50;
const localSignature = 0x0403_4b50;
const endLength = 22;
const entryLength = 46;
const localLength = 30;
const longestComment = 0xff_ff;

/** Names of parts are compared without case. */
export function foldedName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** @throws DocxError where the bytes are no ZIP archive; LimitError where it has too many files. */
export function openZip(bytes: Uint8Array, limits: Readonly<Limits>): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view, limits);
  let inflated = 0;
  const unpackEntry = (entry: Entry): Uint8Array => {
    inflated += entry.size;
    if (inflated > limits.docxInflatedBytes)
      throw new LimitError(
        'docxInflatedBytes',
        'size in bytes of all that is unpacked of the Word file',
        inflated,
        limits,
      );
    return readEntry(entry, bytes, view);
  };
  return {
    has: (name) => entries.has(foldedName(name)),
    readXml: (name) => {
      const entry = entries.get(foldedName(name));
      if (!entry) return undefined;
      checkXml(entry, limits);
      return unpackEntry(entry);
    },
    read: (name, size) => {
      const entry = entries.get(foldedName(name));
      if (!entry) return undefined;
      if (entry.size > size)
        throw new DocxError(`${entry.name} has ${entry.size} bytes, expected at most ${size}`);
      return unpackEntry(entry);
    },
  };
}

function checkXml({ name, packed, size }: Entry, limits: Readonly<Limits>): void {
  if (size > limits.docxPartBytes)
    throw new LimitError('docxPartBytes', `size in bytes of ${name}`, size, limits);
  const ratio = size / Math.max(1, packed);
  if (size >= ratioFrom && ratio > limits.docxRatio)
    throw new LimitError(
      'docxRatio',
      `ratio of the size of ${name} to its packed size`,
      ratio,
      limits,
    );
}

function readDirectory(
  bytes: Uint8Array,
  view: DataView,
  limits: Readonly<Limits>,
): Map<string, Entry> {
  const end = findEnd(bytes, view);
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  if (count === 0xff_ff || offset === 0xffff_ffff)
    throw new DocxError('a ZIP64 archive, expected a plain one');
  if (count > limits.docxFiles)
    throw new LimitError('docxFiles', 'number of files in the Word file', count, limits);
  const entries = new Map<string, Entry>();
  let at = offset;
  for (let index = 0; index < count; index++) {
    if (at + entryLength > bytes.length || view.getUint32(at, true) !== entrySignature)
      throw damaged('its list of files is broken');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true),
    ) as [number, number, number];
    const name = new TextDecoder().decode(
      bytes.subarray(at + entryLength, at + entryLength + nameLength),
    );
    const entry: Entry = {
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    const key = foldedName(name);
    if (!entries.has(key)) entries.set(key, entry);
    at += entryLength + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** The record at the end of an archive, before a comment of unknown length. */
function findEnd(bytes: Uint8Array, view: DataView): number {
  if (bytes.length >= 8 && view.getUint32(0) === 0xd0cf_11e0)
    throw new DocxError('one that is encrypted, or in the old .doc format, expected a plain .docx');
  const first = Math.max(0, bytes.length - endLength - longestComment);
  for (let at = bytes.length - endLength; at >= first; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw damaged('it is no ZIP archive, or its end is missing');
}

function readEntry(entry: Entry, bytes: Uint8Array, view: DataView): Uint8Array {
  const { name, method, offset, packed, size } = entry;
  if ((entry.flags & 1) !== 0) throw new DocxError(`${name} is encrypted, expected a plain file`);
  if (offset + localLength > bytes.length || view.getUint32(offset, true) !== localSignature)
    throw damaged(`${name} is not where its list of files says`);
  const start =
    offset + localLength + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw damaged(`${name} is cut off`);
  const content = unpack(bytes.subarray(start, start + packed), name, method, size);
  if (content.length !== size || crc32(content) !== entry.crc)
    throw damaged(`${name} is not what its checksum says`);
  return content;
}

function unpack(packed: Uint8Array, name: string, method: number, size: number): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8) throw new DocxError(`${name} is packed in an unknown way (method ${method})`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    throw new DocxError(`${name} can't be unpacked, the file is damaged`, { cause: error });
  }
}

function damaged(reason: string): DocxError {
  return new DocxError(`${reason}; the file is damaged`);
}
