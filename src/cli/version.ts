import { readFileSync } from 'node:fs';

/** The version of copydesk. */
export function version(): string {
  for (const path of ['../../package.json', '../../../package.json']) {
    try {
      const content = readFileSync(new URL(path, import.meta.url), 'utf8');
      return (JSON.parse(content) as { version: string }).version;
    } catch {
      // The compiled code stands one folder deeper than the source.
    }
  }
  return 'unknown';
}
