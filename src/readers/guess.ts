/** The encoding of bytes that don't tell it. */
import { chardet, iconv } from './encodings.ts';
import { plausibility } from './plausibility.ts';

/** How many bytes are looked at, from the line of the first byte that is not ASCII. */
const sampleSize = 65_536;
/** What is assumed of Western text when nothing speaks for another encoding. */
export const fallback = 'windows-1252';

/** The likeliest encoding: what chardet thinks of the bytes, and how much what comes out looks like text. */
export function guess(bytes: Uint8Array): string {
  const sample = sampleOf(bytes);
  const usesC1 = sample.some((byte) => byte >= 0x80 && byte <= 0x9f);
  const candidates = new Map<string, number>();
  for (const { name, confidence } of chardet().analyse(sample)) {
    const encoding = withC1(name.toLowerCase(), usesC1);
    candidates.set(encoding, Math.max(candidates.get(encoding) ?? 0, confidence));
  }
  const western = Math.max(candidates.get(fallback) ?? 0, candidates.get('iso-8859-1') ?? 0);
  if (!candidates.has('iso-8859-1')) candidates.set(fallback, western);
  // chardet doesn't know the one, though older Apple files are in it, and needs more than a few words for the other.
  candidates.set('macintosh', western);
  if (!candidates.has('windows-1251')) candidates.set('windows-1251', 0);

  let best = fallback;
  let bestScore = -Infinity;
  for (const [encoding, confidence] of candidates) {
    const text = decodeAs(sample, encoding);
    if (text === undefined) continue;
    // Short inputs give chardet little to count, so that looking like text weighs more than its confidence.
    const score = plausibility(text) + confidence / 250 + leaning(encoding, confidence);
    if (score > bestScore) [best, bestScore] = [encoding, score];
  }
  return best;
}

/** Western text is commonest; a double-byte encoding gives letters of its script for almost any bytes. */
function leaning(encoding: string, confidence: number): number {
  if (encoding === fallback || encoding === 'iso-8859-1') return 0.05;
  return /^(?:shift_jis|big5|euc-|gb)/.test(encoding) && confidence <= 10 ? -0.2 : 0;
}

/** The Windows code page in place of the ISO one, which has control characters at 0x80 to 0x9F. */
function withC1(encoding: string, usesC1: boolean): string {
  if (!usesC1) return encoding;
  const pages: Record<string, string> = {
    'iso-8859-1': 'windows-1252',
    'iso-8859-2': 'windows-1250',
    'iso-8859-5': 'windows-1251',
    'iso-8859-6': 'windows-1256',
    'iso-8859-7': 'windows-1253',
    'iso-8859-8': 'windows-1255',
    'iso-8859-8-i': 'windows-1255',
    'iso-8859-9': 'windows-1254',
  };
  return pages[encoding] ?? encoding;
}

function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 0x80 || byte === 0x1b),
  );
  const from = first > 0 ? bytes.lastIndexOf(0x0a, first) + 1 : 0;
  return bytes.subarray(Math.max(from, first - sampleSize / 2), first + sampleSize / 2);
}

/**
 * Undefined where the encoding is not supported. iconv-lite goes first: `TextDecoder` reads windows-1252 as ISO-8859-1 in
 * some releases of Node.
 */
export function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  if (encoding.startsWith('utf-')) return undefined;
  if (iconv().encodingExists(encoding)) {
    return iconv().decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
  }
  try {
    return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
