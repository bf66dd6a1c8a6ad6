/**
 * Gives the XML declaration and the tag of the root when it is first called, and nothing afterwards: a report is put out as it grows, and
 * begins with whatever comes first.
 */
export function xmlStart(root: string): () => string {
  let begun = false;
  return () => {
    if (begun) return '';
    begun = true;
    return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
  };
}
