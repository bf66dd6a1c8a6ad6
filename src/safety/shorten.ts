const longest = 120;

/** An address as a message shows it: in quotation marks, and not at any length. */
export function shorten(address: string): string {
  return address.length > longest ? `“${address.slice(0, longest)}…”` : `“${address}”`;
}
