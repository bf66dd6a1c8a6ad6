/** Which names an output may have. */

/** Devices of Windows, whatever ending their names have. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const longest = 255;

/**
 * What is wrong with the path of an output, relative to the output folder and with `/`; undefined for a good one.
 *
 * @param strict - Whether it has to be good on every system, as what an article brings along has to be; else on this one.
 */
export function outputNameFault(
  path: string,
  { strict, windows }: { strict: boolean; windows: boolean },
): string | undefined {
  if (path === '') return 'it is empty';
  if (path.includes('\0')) return 'it holds a NUL character';
  if (path.startsWith('/')) return 'it is absolute';
  const everywhere = strict || windows;
  if (everywhere && /^[a-z]:/i.test(path)) return 'it names a drive';
  if (everywhere && path.includes('\\')) return 'it holds a backslash';
  for (const part of path.split('/')) {
    const fault = partFault(part, everywhere);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function partFault(part: string, everywhere: boolean): string | undefined {
  if (part === '') return 'it holds an empty name';
  if (part === '.' || part === '..') return 'it leads out of its folder';
  if (Buffer.byteLength(part) > longest) return `a name in it is longer than ${longest} bytes`;
  if (!everywhere) return undefined;
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001F\u007F<>:"|?*]/.test(part)) return 'it holds a character that Windows forbids';
  if (/[. ]$/.test(part)) return 'a name in it ends in a dot or a space';
  if (reserved.test(part)) return 'it holds the name of a device of Windows';
  return undefined;
}
