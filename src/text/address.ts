/** Which addresses may stand in what is put out. A browser is the measure: what it would read as a scheme counts as one. */

/** Where a link may lead, beside addresses without a scheme. */
export const linkSchemes: readonly string[] = ['http', 'https', 'mailto', 'tel'];
/** Where a quotation or a change may be said to come from. */
export const sourceSchemes: readonly string[] = ['http', 'https'];
/** Where an image may come from, beside addresses without a scheme; of `data:` only images themselves. */
export const imageSchemes: readonly string[] = ['http', 'https', 'data'];

// oxlint-disable-next-line no-control-regex -- these are what is looked for.
const skipped = /[\t\n\r]+|^[\0- ]+|[\0- ]+$/g;
const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i;
const imageData = /^data:image\/[a-z0-9.+-]+[;,]/i;
/** Schemes that run code, or show a page that an address brings along. */
const running = new Set(['javascript', 'vbscript', 'livescript', 'data', 'blob', 'filesystem']);

/** An address as a browser reads it: without white space and controls around it, and tabs and line endings in it; its scheme in small letters. */
export function readAddress(address: string): string {
  return address.replace(skipped, '').replace(scheme, (found) => found.toLowerCase());
}

/** The scheme of an address, in small letters; undefined for one without. */
export function schemeOf(address: string): string | undefined {
  return scheme.exec(readAddress(address))?.[0];
}

export function isSafeLink(address: string): boolean {
  const found = schemeOf(address);
  return found === undefined || linkSchemes.includes(found);
}

export function isSafeImage(address: string): boolean {
  const found = schemeOf(address);
  if (found === 'data') return imageData.test(readAddress(address));
  return found === undefined || imageSchemes.includes(found);
}

/** Whether an address could run code where it is followed. */
export function isRunning(address: string): boolean {
  const found = schemeOf(address);
  return found !== undefined && running.has(found);
}

/** Whether an address is one of the web: what a page, a picture or an entry of a registry is named by. */
export function isWebAddress(address: string | null | undefined): address is string {
  // oxlint-disable-next-line no-control-regex -- these are what is looked for.
  return typeof address === 'string' && /^https?:\/\/[^\0- <>"\x7F]+$/i.test(address);
}
