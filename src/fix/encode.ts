import iconv from 'iconv-lite';
import type { Decoded } from '../readers/decode.ts';

const marks: Readonly<Record<string, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  'utf-32le': [0xff, 0xfe, 0, 0],
  'utf-32be': [0, 0, 0xfe, 0xff],
};

/** Makes bytes of a text as those of a file were made: its encoding, its byte order mark. */
export interface Encoder {
  encode: (text: string) => Uint8Array;
  /** Whether the encoding has all characters of a text. */
  holds: (text: string) => boolean;
}

/** How a file was encoded; undefined where its bytes can't be made again of its text, so that a change would spoil others. */
export function encoderOf(bytes: Uint8Array, { value, encoding }: Decoded): Encoder | undefined {
  if (!iconv.encodingExists(encoding)) return undefined;
  const mark = marks[encoding];
  const isMarked = mark?.every((byte, index) => bytes[index] === byte) ?? false;
  const head = Uint8Array.from(isMarked && mark ? mark : []);
  const toBytes = (text: string): Buffer => iconv.encode(text, encoding, { addBOM: false });
  const encode = (text: string): Uint8Array => Buffer.concat([head, toBytes(text)]);
  if (Buffer.compare(encode(value), bytes) !== 0) return undefined;
  return {
    encode,
    holds: (text) => iconv.decode(toBytes(text), encoding, { stripBOM: false }) === text,
  };
}
