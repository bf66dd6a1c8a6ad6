/**
 * Bytes to text. The order of the evidence: a byte order mark, NUL bytes that only UTF-16 explains, valid UTF-8,
 * what a page declares, and last a guess from the frequencies of bytes, which is reported.
 */
import type { VFile } from 'vfile';
import { report } from '../model/index.ts';
import { toPosition } from '../text/index.ts';
import { iconv } from './encodings.ts';
import { decodeAs, fallback, guess } from './guess.ts';
import { plausibility } from './plausibility.ts';

/** An input as text. Line endings are those of the input. */
export interface Decoded {
  /** Well-formed UTF-16 without a byte order mark and without NUL. */
  value: string;
  /** IANA name in lower case. A string that was given as such counts as `utf-8`. */
  encoding: string;
  /** Whether the encoding was guessed from the frequencies of bytes. */
  guessed: boolean;
  /** Offsets into `value` of the characters that could not be kept and became U+FFFD, in order. */
  replaced: number[];
}

/** How many replaced characters get a message of their own. */
const reportedPlaces = 20;
/** How many bytes are looked at for NUL, and for what looks like text. */
const sampleSize = 65_536;

const replacement = '\uFFFD';

/** Decodes an input. Never throws: what can't be decoded becomes U+FFFD. */
export function decode(input: string | Uint8Array): Decoded {
  if (typeof input === 'string') return finish(input, 'utf-8');
  const marked = decodeMarked(input);
  if (marked) return marked;
  const wide = plainUtf16(input);
  if (wide) return decodeUtf16(input, wide);
  if (!mayBeIso2022(input)) {
    const strict = decodeStrict(input);
    if (strict !== undefined) return finish(strict, 'utf-8');
    const declared = declaredEncoding(input);
    const text = declared === undefined ? undefined : decodeAs(input, declared);
    if (declared !== undefined && text !== undefined) {
      return finish(text, declared, placesOf(text, replacement));
    }
    if (isDamagedUtf8(input)) return decodeDamagedUtf8(input);
  }
  return decodeGuessed(input);
}

/** Says in a file's messages what was guessed and what was replaced. The file's value has to be the decoded one. */
export function reportDecoding(file: VFile, decoded: Decoded): void {
  if (decoded.guessed) {
    const reason = `Unexpected bytes that are not UTF-8, read as ${decoded.encoding}; expected UTF-8`;
    report(file, 'reader/guessed-encoding', reason, {
      actual: decoded.encoding,
      expected: ['utf-8'],
    });
  }
  for (const offset of decoded.replaced.slice(0, reportedPlaces)) {
    const reason = 'Unexpected character that cannot be read, replaced by U+FFFD';
    report(file, 'reader/replaced-character', reason, {
      place: toPosition(file, offset, offset + 1),
    });
  }
  const rest = decoded.replaced.length - reportedPlaces;
  if (rest > 0) {
    const more = rest === 1 ? '1 more character' : `${rest} more characters`;
    const offset = decoded.replaced[reportedPlaces] as number;
    report(
      file,
      'reader/replaced-character',
      `Unexpected ${more} that cannot be read, replaced by U+FFFD`,
      {
        place: toPosition(file, offset, offset + 1),
      },
    );
  }
}

function finish(text: string, encoding: string, known: number[] = [], guessed = false): Decoded {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const replaced = mark > 0 ? known.map((offset) => offset - mark) : known;
  const value = mark > 0 ? text.slice(mark) : text;
  const found: number[] = [];
  // In Unicode mode the class matches a surrogate only where it stands alone.
  const clean = value.replace(/[\0\p{Surrogate}]/gu, (_, offset: number) => {
    found.push(offset);
    return replacement;
  });
  const all =
    found.length === 0 ? replaced : [...new Set([...replaced, ...found])].sort((a, b) => a - b);
  return { value: clean, encoding, guessed, replaced: all };
}

function decodeMarked(bytes: Uint8Array): Decoded | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    const strict = decodeStrict(bytes);
    return strict === undefined ? decodeDamagedUtf8(bytes) : finish(strict, 'utf-8');
  }
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return decodeUtf32(bytes, 'utf-32le');
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return decodeUtf32(bytes, 'utf-32be');
  if (a === 0xff && b === 0xfe) return decodeUtf16(bytes, 'utf-16le');
  if (a === 0xfe && b === 0xff) return decodeUtf16(bytes, 'utf-16be');
  return undefined;
}

function decodeStrict(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Splits at each U+FFFD that the bytes spell out themselves: all others are ours. */
function decodeDamagedUtf8(bytes: Uint8Array): Decoded {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const spelled = Buffer.from(replacement);
  const parts: string[] = [];
  const replaced: number[] = [];
  let length = 0;
  for (let from = 0; from <= buffer.length;) {
    const found = buffer.indexOf(spelled, from);
    const to = found < 0 ? buffer.length : found;
    const part = decoder.decode(buffer.subarray(from, to));
    for (let at = part.indexOf(replacement); at >= 0; at = part.indexOf(replacement, at + 1)) {
      replaced.push(length + at);
    }
    parts.push(part);
    length += part.length + 1;
    if (found < 0) break;
    from = to + spelled.length;
  }
  return finish(parts.join(replacement), 'utf-8', replaced);
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const even = bytes.length - (bytes.length % 2);
  // A copy: swapping is done in place.
  const buffer = Buffer.from(bytes.subarray(0, even));
  if (encoding === 'utf-16be') buffer.swap16();
  const text = buffer.toString('utf16le');
  return even === bytes.length
    ? finish(text, encoding)
    : finish(text + replacement, encoding, [text.length]);
}

function decodeUtf32(bytes: Uint8Array, encoding: 'utf-32le' | 'utf-32be'): Decoded {
  const text = iconv().decode(Buffer.from(bytes), encoding, { stripBOM: false });
  return finish(text, encoding, placesOf(text, replacement));
}

function placesOf(text: string, wanted: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) places.push(at);
  return places;
}

/**
 * UTF-16 without a mark: even Cyrillic or Han text has spaces and line endings, whose high byte is NUL, and so NUL bytes
 * at odd places only, or at even places only.
 */
function plainUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length - (bytes.length % 2), sampleSize);
  if (length < 4) return undefined;
  const nul = [0, 0];
  for (let at = 0; at < length; at++)
    if (bytes[at] === 0) nul[at % 2] = (nul[at % 2] as number) + 1;
  const [even, odd] = nul as [number, number];
  const most = Math.max(even, odd);
  if (most * 2 < length * 0.04 || Math.min(even, odd) * 50 > most) return undefined;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  // Bytes with a stray NUL are no UTF-16: read as such they would be characters of many scripts at once.
  if (most * 2 < length * 0.5) {
    const { value, replaced } = decodeUtf16(bytes.subarray(0, length), encoding);
    const unassigned = value.match(/[\p{Cn}\p{Co}]/gu)?.length ?? 0;
    if (replaced.length + unassigned > 0 || !isOneScript(value)) return undefined;
  }
  return encoding;
}

function isOneScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const most = Math.max(
    ...[
      /\p{Script=Cyrillic}/u,
      /\p{Script=Greek}/u,
      /\p{Script=Arabic}/u,
      /\p{Script=Hebrew}/u,
    ].map((script) => letters.filter((letter) => script.test(letter)).length),
    letters.filter((letter) =>
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter),
    ).length,
    letters.filter((letter) => /[\p{Script=Hangul}]/u.test(letter)).length,
    letters.filter((letter) => /[\p{Script=Latin}]/u.test(letter)).length,
  );
  return letters.length > 0 && most >= letters.length * 0.6;
}

/** ISO-2022 is ASCII to the eye: its letters hide between escape sequences. */
function mayBeIso2022(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x1b);
  return at >= 0 && bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40);
}

/**
 * Whether most of what isn't ASCII is valid UTF-8. By far most: no other encoding gives that by chance. In a few words two bytes that go on with
 * a character for each broken one are enough, where what comes out looks like text: bytes of another encoding would be letters of many scripts.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let valid = 0;
  let following = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] as number;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const length =
      lead >= 0xc2 && lead < 0xe0
        ? 2
        : lead >= 0xe0 && lead < 0xf0
          ? 3
          : lead < 0xf5 && lead >= 0xf0
            ? 4
            : 0;
    let more = 1;
    while (more < length && ((bytes[at + more] ?? 0) & 0xc0) === 0x80) more++;
    if (length > 0 && more === length) {
      valid++;
      following += length - 1;
    } else broken++;
    at += more;
  }
  if (valid > 0 && valid >= broken * 4) return true;
  if (valid === 0 || following < broken * 2) return false;
  const text = new TextDecoder().decode(bytes.subarray(0, sampleSize));
  return plausibility(text.replaceAll(replacement, ' ')) >= 0.5;
}

/** How many bytes of a page can tell its encoding: as many as browsers look at. */
const declarationSize = 1024;
const declaration =
  /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{2,40})|^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})["']/i;

/**
 * The encoding that a page says it is in, as far as it can be true: the bytes are no UTF-8, which many pages claim to be. Latin-1
 * means windows-1252, as in browsers.
 */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, declarationSize)).toString('latin1');
  const match = declaration.exec(head);
  const name = (match?.[1] ?? match?.[2])?.toLowerCase();
  if (name === undefined || /^(?:utf|ucs|unicode)/.test(name)) return undefined;
  if (/^(?:iso-?8859-1|latin-?1|us-ascii|ascii|l1|cp1252|x-cp1252)$/.test(name)) return fallback;
  try {
    // The name by which the standard knows it.
    return new TextDecoder(name).encoding;
  } catch {
    return iconv().encodingExists(name) ? name : undefined;
  }
}

function decodeGuessed(bytes: Uint8Array): Decoded {
  const encoding = guess(bytes);
  const text = decodeAs(bytes, encoding) ?? (decodeAs(bytes, fallback) as string);
  return finish(text, encoding, placesOf(text, replacement), true);
}
