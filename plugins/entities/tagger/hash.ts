/** Hashes of words and features: 32-bit, the same in training and use. */

/** A hash of a string's UTF-16 units. */
export function hashString(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return finish(hash);
}

/** A hash of two hashes or small numbers, in order. */
export function mix(first: number, second: number): number {
  const turned = (first << 13) | (first >>> 19);
  return finish(Math.imul(turned ^ Math.imul(second, 0x9e3779b1), 0x85ebca6b) + 0x7feb352d);
}

function finish(value: number): number {
  let hash = value ^ (value >>> 15);
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return hash | 0;
}
